// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/model_folders.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

class TestModelFolders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesFromTheNearestToTheFarthest();
    void leavesOutWhatIsNotThere();
};

void TestModelFolders::goesFromTheNearestToTheFarthest()
{
    QTemporaryDir folder;
    QDir root(folder.path());
    for (const QString &name :
         {u"chosen"_s, u"variable"_s, u"user/scrutineer/models"_s, u"system/scrutineer/models"_s})
        QVERIFY(root.mkpath(name));
    qputenv("SCRUTINEER_MODELS", QFile::encodeName(root.filePath(u"variable"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(root.filePath(u"user"_s)));
    qputenv("XDG_DATA_DIRS", QFile::encodeName(root.filePath(u"system"_s)));
    QCOMPARE(scrutineer::app::modelFolders(root.filePath(u"chosen"_s)),
             (QStringList{root.filePath(u"chosen"_s), root.filePath(u"variable"_s),
                          root.filePath(u"user/scrutineer/models"_s),
                          root.filePath(u"system/scrutineer/models"_s)}));
}

void TestModelFolders::leavesOutWhatIsNotThere()
{
    QTemporaryDir folder;
    qputenv("SCRUTINEER_MODELS", "/nonexistent/models");
    qputenv("XDG_DATA_HOME", "/nonexistent");
    qputenv("XDG_DATA_DIRS", "/nonexistent");
    QCOMPARE(scrutineer::app::modelFolders(), QStringList());
    QCOMPARE(scrutineer::app::modelFolders(folder.path()), QStringList{folder.path()});
    QCOMPARE(scrutineer::app::modelFolders(u"/nonexistent/chosen"_s), QStringList());
}

QTEST_GUILESS_MAIN(TestModelFolders)
#include "test_model_folders.moc"
