// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/case/evidence_path.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace scrutineer;
using namespace Qt::StringLiterals;

class TestEvidencePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opens_data();
    void opens();
    void opensAndLimits();
    void followsTheUsersOwnLink();

private:
    std::unique_ptr<QTemporaryDir> m_outside;
    QString m_folder;
};

namespace {
bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
} // namespace

void TestEvidencePath::init()
{
    m_outside = std::make_unique<QTemporaryDir>();
    m_folder = m_outside->filePath(u"bundle"_s);
    QVERIFY(QDir().mkpath(m_folder + "/sub/deeper"_L1));
    QVERIFY(write(m_outside->filePath(u"secret.jpg"_s), "secret"));
    QVERIFY(write(m_folder + "/front.jpg"_L1, "front"));
    QVERIFY(write(m_folder + "/empty.jpg"_L1, ""));
    QVERIFY(write(m_folder + "/..dots.jpg"_L1, "dots"));
    QVERIFY(write(m_folder + u"/sub/deeper/Größe 身份证.jpg"_s, "deep"));
    QVERIFY(QFile::link(m_outside->filePath(u"secret.jpg"_s), m_folder + "/link.jpg"_L1));
    QVERIFY(QFile::link(u"front.jpg"_s, m_folder + "/inner.jpg"_L1));
    QVERIFY(QFile::link(m_outside->path(), m_folder + "/parent"_L1));
    QVERIFY(QFile::link(u"sub"_s, m_folder + "/sublink"_L1));
    QVERIFY(QFile::link(u"nowhere"_s, m_folder + "/dangling.jpg"_L1));
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder + "/pipe.jpg"_L1).constData(), 0600), 0);
}

void TestEvidencePath::cleanup()
{
    m_outside.reset();
}

void TestEvidencePath::opens_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("error"); // empty: it opens
    QTest::newRow("plain") << u"front.jpg"_s << QString();
    QTest::newRow("in a folder, any script") << u"sub/deeper/Größe 身份证.jpg"_s << QString();
    QTest::newRow("dot") << u"./front.jpg"_s << QString();
    QTest::newRow("two slashes") << u"sub//deeper/Größe 身份证.jpg"_s << QString();
    QTest::newRow("dots in a name") << u"..dots.jpg"_s << QString();
    QTest::newRow("empty file") << u"empty.jpg"_s << u"FileEmpty"_s;
    QTest::newRow("missing") << u"back.jpg"_s << u"FileMissing"_s;
    QTest::newRow("missing folder") << u"none/back.jpg"_s << u"FileMissing"_s;
    QTest::newRow("name too long") << QString(5000, u'a') << u"FileMissing"_s;
    QTest::newRow("up") << u"../secret.jpg"_s << u"PathLeavesBundle"_s;
    QTest::newRow("up inside") << u"sub/../../secret.jpg"_s << u"PathLeavesBundle"_s;
    QTest::newRow("only up") << u".."_s << u"PathLeavesBundle"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s << u"PathLeavesBundle"_s;
    QTest::newRow("backslash") << u"..\\secret.jpg"_s << u"PathLeavesBundle"_s;
    QTest::newRow("NUL") << u"front.jpg\0.png"_s << u"PathLeavesBundle"_s;
    QTest::newRow("link out") << u"link.jpg"_s << u"FileNotRegular"_s;
    QTest::newRow("link inside") << u"inner.jpg"_s << u"FileNotRegular"_s;
    QTest::newRow("dangling link") << u"dangling.jpg"_s << u"FileNotRegular"_s;
    QTest::newRow("parent is a link out") << u"parent/secret.jpg"_s << u"FileNotRegular"_s;
    QTest::newRow("parent is a link inside") << u"sublink/deeper/Größe 身份证.jpg"_s << u"FileNotRegular"_s;
    QTest::newRow("folder") << u"sub"_s << u"FileNotRegular"_s;
    QTest::newRow("file with a slash") << u"front.jpg/"_s << u"FileNotRegular"_s;
    QTest::newRow("below a file") << u"front.jpg/x"_s << u"FileNotRegular"_s;
    QTest::newRow("pipe") << u"pipe.jpg"_s << u"FileNotRegular"_s;
    QTest::newRow("nothing") << QString() << u"FileNotRegular"_s;
    QTest::newRow("the folder itself") << u"."_s << u"FileNotRegular"_s;
}

void TestEvidencePath::opens()
{
    QFETCH(QString, path);
    QFETCH(QString, error);
    const Result<std::unique_ptr<QFile>> opened = openEvidence(m_folder, path, 1000);
    QCOMPARE(opened ? QString() : toName(opened.error().code), error);
    if (!opened)
        QCOMPARE(opened.error().where, path);
}

void TestEvidencePath::opensAndLimits()
{
    const auto front = openEvidence(m_folder, u"front.jpg"_s, 5);
    QVERIFY(front);
    QCOMPARE((*front)->readAll(), QByteArray("front"));
    QCOMPARE(openEvidence(m_folder, u"front.jpg"_s, 4).error().code, ErrorCode::FileTooLarge);
    QCOMPARE(openEvidence(m_folder, u"empty.jpg"_s, 4).error().code, ErrorCode::FileEmpty);
}

void TestEvidencePath::followsTheUsersOwnLink()
{
    const QString link = m_outside->filePath(u"my cases"_s);
    QVERIFY(QFile::link(m_folder, link));
    QVERIFY(openEvidence(link, u"front.jpg"_s, 1000));
    QCOMPARE(openEvidence(m_outside->filePath(u"none"_s), u"front.jpg"_s, 1000).error().code,
             ErrorCode::FileMissing);
}

QTEST_GUILESS_MAIN(TestEvidencePath)
#include "test_evidence_path.moc"
