// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/pool.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/stat.h>

using namespace scrutineer;
using namespace scrutineer::worker;
using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000; // ms; the machine may be busy

bool lives(int process)
{
    QFile status(u"/proc/%1/stat"_s.arg(process));
    return process > 0 && status.open(QIODevice::ReadOnly) && !status.readAll().contains(") Z ");
}

/// What a pool said, by job.
struct Listener : QObject
{
    explicit Listener(Pool &pool)
    {
        connect(&pool, &Pool::jobFinished, this, [this](Pool::JobId id, const facts::FileFacts &facts) {
            ++answers[id];
            results.insert(id, facts);
            order += id;
        });
        connect(&pool, &Pool::pageRendered, this,
                [this](Pool::JobId id, const facts::DisplayPage &page) { pages[id] += page; });
        connect(&pool, &Pool::jobProgressed, this, [this](Pool::JobId id, const QString &stage, double) {
            ++progress[id];
            if (stage.toInt() > 0)
                process.insert(id, stage.toInt());
        });
    }

    QHash<Pool::JobId, int> answers;
    QHash<Pool::JobId, facts::FileFacts> results;
    QHash<Pool::JobId, QList<facts::DisplayPage>> pages;
    QHash<Pool::JobId, int> progress;
    QHash<Pool::JobId, int> process;
    QList<Pool::JobId> order;
};
} // namespace

class TestPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void outcomeOfWorkers_data();
    void outcomeOfWorkers();
    void outcomeOfFiles_data();
    void outcomeOfFiles();
    void givesPagesOnlyWhenWanted();
    void takesNoWorkersWord();
    void answersEachOfManyOnce();
    void takesUrgentFilesFirst();
    void cancelEndsTheReadingAtOnce();
    void cancelForgetsWhatWaits();
    void replacesAnIdleWorkerThatDied();
    void saysWhenWorkersCannotStart_data();
    void saysWhenWorkersCannotStart();
    void leavesNoProcessBehind();

private:
    FileJob job(const QByteArray &content);
    static PoolSettings settings(int workers = 1);

    QTemporaryDir m_folder;
    int m_files = 0;
};

FileJob TestPool::job(const QByteArray &content)
{
    const QString name = u"file-%1"_s.arg(++m_files);
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a test file");
    return {m_folder.path(), name, {Role::Selfie, name}, QDate(2026, 11, 20), true};
}

PoolSettings TestPool::settings(int workers)
{
    PoolSettings settings;
    settings.program = QStringLiteral(FAKE_WORKER);
    settings.workers = workers;
    settings.limits.secondsPerFile = 2;
    settings.limits.memoryBytes = qint64{256} << 20;
    settings.limits.bytesPerFile = 1'000'000;
    settings.limits.pagesPerPdf = 30;
    return settings;
}

void TestPool::outcomeOfWorkers_data()
{
    QTest::addColumn<std::optional<ErrorCode>>("expected");
    const auto died = std::optional(ErrorCode::WorkerDied);
    const auto readable = std::optional<ErrorCode>();
    QTest::newRow("ok") << readable;
    QTest::newRow("print") << readable;
    QTest::newRow("starve") << readable; // slow because others work, not because of the file
    QTest::newRow("crash") << died;
    QTest::newRow("exit") << died;
    QTest::newRow("throw") << died;
    QTest::newRow("hang") << std::optional(ErrorCode::TimedOut);
    QTest::newRow("spin") << std::optional(ErrorCode::TimedOut);
    QTest::newRow("half") << std::optional(ErrorCode::TimedOut);
#ifndef SCRUTINEER_SANITIZED
    QTest::newRow("allocate") << std::optional(ErrorCode::OutOfMemory);
    QTest::newRow("allocate-in-thread") << std::optional(ErrorCode::OutOfMemory);
#endif
    for (const char *name : {"nonsense", "huge", "not-a-map", "unknown-type", "second-hello", "other-job",
                             "not-a-jpeg", "flood", "pages-without-end"})
        QTest::newRow(name) << died;
}

void TestPool::outcomeOfWorkers()
{
    QFETCH(std::optional<ErrorCode>, expected);
    Pool pool(settings());
    Listener heard(pool);
    const Pool::JobId bad = pool.submit(job(QTest::currentDataTag()));
    const Pool::JobId next = pool.submit(job("ok"));
    QTRY_COMPARE_WITH_TIMEOUT(heard.order.size(), 2, patience);
    QCOMPARE(heard.order, (QList{bad, next}));
    const facts::FileFacts facts = heard.results.value(bad);
    QCOMPARE(facts.unreadable.has_value(), expected.has_value());
    if (expected)
        QCOMPARE(toName(facts.unreadable->code), toName(*expected));
    QCOMPARE(facts.bytes, qint64(qstrlen(QTest::currentDataTag())));
    QVERIFY(!heard.results.value(next).unreadable);
    QCOMPARE(heard.results.value(next).kind, u"image/jpeg"_s);
}

void TestPool::outcomeOfFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("expected");
    const auto write = [this](const QString &name, qint64 bytes) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'x')) == bytes;
    };
    QVERIFY(write(u"empty"_s, 0) && write(u"large"_s, 1'000'001) && write(u"plain"_s, 10));
    QVERIFY(QDir(m_folder.path()).mkdir(u"folder"_s));
    QVERIFY(QFile::link(u"plain"_s, m_folder.filePath(u"link"_s)));
    QCOMPARE(mkfifo(QFile::encodeName(m_folder.filePath(u"fifo"_s)).constData(), 0600), 0);
    QTest::newRow("missing") << m_folder.filePath(u"missing"_s) << ErrorCode::FileMissing;
    QTest::newRow("empty") << m_folder.filePath(u"empty"_s) << ErrorCode::FileEmpty;
    QTest::newRow("too large") << m_folder.filePath(u"large"_s) << ErrorCode::FileTooLarge;
    QTest::newRow("a folder") << m_folder.filePath(u"folder"_s) << ErrorCode::FileNotRegular;
    QTest::newRow("a symbolic link") << m_folder.filePath(u"link"_s) << ErrorCode::FileNotRegular;
    QTest::newRow("a named pipe") << m_folder.filePath(u"fifo"_s) << ErrorCode::FileNotRegular;
    QTest::newRow("an endless device") << u"/dev/zero"_s << ErrorCode::FileNotRegular;
    QTest::newRow("below a file") << m_folder.filePath(u"plain/x"_s) << ErrorCode::FileNotRegular;
}

void TestPool::outcomeOfFiles()
{
    QFETCH(QString, path);
    QFETCH(ErrorCode, expected);
    Pool pool(settings());
    Listener heard(pool);
    const QFileInfo file(path);
    pool.submit({file.path(), file.fileName(), {Role::Selfie, u"label"_s}, QDate(2026, 11, 20), true});
    const Pool::JobId next = pool.submit(job("ok"));
    QTRY_COMPARE_WITH_TIMEOUT(heard.order.size(), 2, patience);
    const facts::FileFacts facts = heard.results.value(heard.order.first());
    QVERIFY(facts.unreadable);
    QCOMPARE(toName(facts.unreadable->code), toName(expected));
    QCOMPARE(facts.unreadable->where, u"label"_s);
    QVERIFY(!heard.results.value(next).unreadable);
}

void TestPool::givesPagesOnlyWhenWanted()
{
    Pool pool(settings());
    Listener heard(pool);
    FileJob wanted = job("ok");
    FileJob unwanted = job("ok");
    unwanted.wantDisplay = false;
    const Pool::JobId first = pool.submit(wanted);
    const Pool::JobId second = pool.submit(unwanted);
    QTRY_COMPARE_WITH_TIMEOUT(heard.order.size(), 2, patience);
    QCOMPARE(heard.pages.value(first).size(), 2);
    QCOMPARE(heard.pages.value(second).size(), 0);
    const facts::DisplayPage page = heard.pages.value(first).last();
    QCOMPARE(page.path, wanted.file.path);
    QCOMPARE(page.page, 1);
    QCOMPARE(page.fullSize, QSize(40, 30));
    QCOMPARE(page.display, QByteArray("\xff\xd8\xff display"));
    QCOMPARE(page.preview, QByteArray("\xff\xd8\xff preview"));
    QVERIFY(heard.progress.value(first) >= 2);
}

void TestPool::takesNoWorkersWord()
{
    Pool pool(settings());
    Listener heard(pool);
    const FileJob lie = job("lie");
    const Pool::JobId id = pool.submit(lie);
    QTRY_COMPARE_WITH_TIMEOUT(heard.order.size(), 1, patience);
    const facts::FileFacts facts = heard.results.value(id);
    QCOMPARE(facts.path, lie.file.path);
    QVERIFY(facts.role == Role::Selfie);
    QCOMPARE(facts.bytes, 3);
    QCOMPARE(facts.sha256,
             QString::fromLatin1(QCryptographicHash::hash("lie", QCryptographicHash::Sha256).toHex()));
}

void TestPool::answersEachOfManyOnce()
{
    Pool pool(settings(3));
    Listener heard(pool);
    QList<Pool::JobId> bad;
    QList<Pool::JobId> good;
    for (int i = 0; i < 10; ++i) {
        bad += pool.submit(job(i % 2 ? "crash" : "nonsense"));
        good += pool.submit(job("ok"));
        good += pool.submit(job("ok"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(heard.order.size(), 30, patience);
    for (const Pool::JobId id : bad)
        QVERIFY(heard.answers.value(id) == 1 && heard.results.value(id).unreadable);
    for (const Pool::JobId id : good)
        QVERIFY(heard.answers.value(id) == 1 && !heard.results.value(id).unreadable);
}

void TestPool::takesUrgentFilesFirst()
{
    Pool pool(settings());
    Listener heard(pool);
    const Pool::JobId a = pool.submit(job("ok"));
    const Pool::JobId b = pool.submit(job("ok"));
    const Pool::JobId c = pool.submit(job("ok"), true);
    const Pool::JobId e = pool.submit(job("ok"), true);
    QTRY_COMPARE_WITH_TIMEOUT(heard.order.size(), 4, patience);
    QCOMPARE(heard.order, (QList{c, e, a, b}));
}

void TestPool::cancelEndsTheReadingAtOnce()
{
    Pool pool(settings());
    Listener heard(pool);
    const Pool::JobId id = pool.submit(job("spin"));
    QTRY_VERIFY_WITH_TIMEOUT(heard.process.contains(id), patience);
    const int process = heard.process.value(id);
    QVERIFY(lives(process));
    QElapsedTimer time;
    time.start();
    pool.cancel(id);
    while (lives(process) && time.elapsed() < 2000)
        QTest::qSleep(1);
    QVERIFY2(time.elapsed() < 200, qPrintable(u"%1 ms"_s.arg(time.elapsed())));
    const int said = heard.progress.value(id);
    const Pool::JobId next = pool.submit(job("ok"));
    QTRY_VERIFY_WITH_TIMEOUT(heard.answers.contains(next), patience);
    QVERIFY(!heard.answers.contains(id));
    QCOMPARE(heard.progress.value(id), said);
}

void TestPool::cancelForgetsWhatWaits()
{
    Pool pool(settings());
    Listener heard(pool);
    const Pool::JobId first = pool.submit(job("ok"));
    const Pool::JobId second = pool.submit(job("crash"));
    const Pool::JobId third = pool.submit(job("ok"));
    pool.cancel(second);
    QTRY_COMPARE_WITH_TIMEOUT(heard.order, (QList{first, third}), patience);
    pool.cancel(third); // long done: nothing happens
    const Pool::JobId last = pool.submit(job("ok"));
    QTRY_COMPARE_WITH_TIMEOUT(heard.order, (QList{first, third, last}), patience);
}

void TestPool::replacesAnIdleWorkerThatDied()
{
    Pool pool(settings());
    Listener heard(pool);
    const Pool::JobId first = pool.submit(job("die-afterwards"));
    QTRY_VERIFY_WITH_TIMEOUT(heard.answers.contains(first), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!lives(heard.process.value(first)), patience);
    const Pool::JobId second = pool.submit(job("ok"));
    QTRY_VERIFY_WITH_TIMEOUT(heard.answers.contains(second), patience);
    QVERIFY(!heard.results.value(second).unreadable);
    QVERIFY(heard.process.value(first) != heard.process.value(second));
}

void TestPool::saysWhenWorkersCannotStart_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("no such program") << u"/nonexistent/scrutineer-worker"_s;
    QTest::newRow("ends at once") << u"/bin/false"_s;
    QTest::newRow("talks nonsense") << u"/bin/cat"_s;
}

void TestPool::saysWhenWorkersCannotStart()
{
    QFETCH(QString, program);
    PoolSettings broken = settings(2);
    broken.program = program;
    Pool pool(broken);
    Listener heard(pool);
    const Pool::JobId first = pool.submit(job("ok"));
    const Pool::JobId second = pool.submit(job("ok"));
    QTRY_COMPARE_WITH_TIMEOUT(heard.order.size(), 2, patience);
    for (const Pool::JobId id : {first, second}) {
        QVERIFY(heard.results.value(id).unreadable);
        QCOMPARE(toName(heard.results.value(id).unreadable->code), u"WorkerUnavailable"_s);
        QCOMPARE(heard.results.value(id).unreadable->where, QFileInfo(program).fileName());
    }
}

void TestPool::leavesNoProcessBehind()
{
    QList<int> processes;
    {
        Pool pool(settings(2));
        Listener heard(pool);
        pool.submit(job("spin"));
        pool.submit(job("hang"));
        pool.submit(job("ok"));
        QTRY_COMPARE_WITH_TIMEOUT(heard.process.size(), 2, patience);
        processes = heard.process.values();
    }
    for (const int process : processes)
        QVERIFY(!lives(process));
}

QTEST_GUILESS_MAIN(TestPool)
#include "test_pool.moc"
