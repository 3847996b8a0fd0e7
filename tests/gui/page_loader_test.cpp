// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/page_loader.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace scrutineer;
using workstation::PageLoader;

class PageLoaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pagesComeAndStay();
    void oldestAreLetGo();
    void forgottenPagesDoNotCome();
    void goneFilesAreLeftOut();
    void mayGoWhileItReads();

private:
    [[nodiscard]] QList<store::StoredPage> pages(const QString &name, int count) const;

    QTemporaryDir m_folder;
};

void PageLoaderTest::initTestCase()
{
    for (const QString &name : {u"display"_s, u"preview"_s}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(name.toUtf8()), name.size());
    }
}

QList<store::StoredPage> PageLoaderTest::pages(const QString &name, int count) const
{
    QList<store::StoredPage> made;
    for (int i = 0; i < count; ++i) {
        store::StoredPage page;
        page.path = u"front.jpg"_s;
        page.page = i;
        page.fullSize = QSize(800, 600);
        page.displayFile = m_folder.filePath(name);
        page.previewFile = m_folder.filePath(u"preview"_s);
        made.append(page);
    }
    return made;
}

void PageLoaderTest::pagesComeAndStay()
{
    PageLoader loader;
    QSignalSpy loaded(&loader, &PageLoader::loaded);
    loader.load(u"C-1"_s, pages(u"display"_s, 2));
    loader.load(u"C-1"_s, pages(u"display"_s, 2)); // under way already
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(loader.has(u"C-1"_s));
    QCOMPARE(loader.pagesOf(u"C-1"_s).size(), 2);
    QCOMPARE(loader.pagesOf(u"C-1"_s).at(1).display, "display"_ba);
    QCOMPARE(loader.pagesOf(u"C-1"_s).at(1).preview, "preview"_ba);
    loader.load(u"C-1"_s, {});
    QCOMPARE(loaded.size(), 2); // at once
}

void PageLoaderTest::oldestAreLetGo()
{
    PageLoader loader;
    for (int i = 0; i < 6; ++i) {
        const QString caseId = QString::number(i);
        loader.load(caseId, pages(u"display"_s, 1));
        QTRY_VERIFY(loader.has(caseId));
    }
    QVERIFY(!loader.has(u"0"_s));
    QVERIFY(loader.has(u"3"_s));
}

void PageLoaderTest::forgottenPagesDoNotCome()
{
    PageLoader loader;
    QSignalSpy loaded(&loader, &PageLoader::loaded);
    loader.load(u"C-1"_s, pages(u"display"_s, 1));
    loader.forget(u"C-1"_s);
    for (const QString &caseId : {u"C-2"_s, u"C-3"_s}) {
        loader.load(caseId, pages(u"display"_s, 1));
        QTRY_VERIFY(loader.has(caseId));
    }
    QCOMPARE(loaded.size(), 2);
    QVERIFY(!loader.has(u"C-1"_s));
}

void PageLoaderTest::goneFilesAreLeftOut()
{
    QVERIFY(workstation::readPages(pages(u"gone"_s, 3)).isEmpty());
}

void PageLoaderTest::mayGoWhileItReads()
{
    for (int i = 0; i < 3000; ++i) {
        auto loader = std::make_unique<PageLoader>();
        QSignalSpy loaded(loader.get(), &PageLoader::loaded);
        loader->load(u"C-1"_s, pages(u"display"_s, i % 3));
        const qsizetype atOnce = loaded.size();
        loader.reset();
        QCoreApplication::processEvents();
        QCOMPARE(loaded.size(), atOnce);
    }
}

QTEST_MAIN(PageLoaderTest)
#include "page_loader_test.moc"
