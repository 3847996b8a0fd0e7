// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"
#include "engine/worker/case_analysis.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::worker;
using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000; // ms

const Finding *findingOf(const QList<Finding> &findings, const QString &id)
{
    const auto it = std::find_if(findings.begin(), findings.end(),
                                 [&id](const Finding &finding) { return finding.checkId == id; });
    return it == findings.end() ? nullptr : &*it;
}
} // namespace

class TestCaseAnalysis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsWhatCanBeRead();
    void readsFilesThatLieElsewhere();
    void answersForACaseWithoutReadableFiles();
    void deletingItCancels();

private:
    void write(const QString &name, const QByteArray &command);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Pool> m_pool;
};

void TestCaseAnalysis::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    PoolSettings settings;
    settings.program = QStringLiteral(FAKE_WORKER);
    settings.workers = 2;
    m_pool = std::make_unique<Pool>(settings);
}

void TestCaseAnalysis::write(const QString &name, const QByteArray &command)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(command);
}

void TestCaseAnalysis::readsWhatCanBeRead()
{
    write(u"front.jpg"_s, "crash");
    write(u"selfie.jpg"_s, "ok");
    Case input;
    input.id = u"C-1"_s;
    input.files = {{Role::DocumentFront, u"front.jpg"_s},
                   {Role::Selfie, u"selfie.jpg"_s},
                   {Role::Handheld, u"missing.jpg"_s},
                   {Role::DocumentBack, u"../outside.jpg"_s}};
    CaseAnalysis analysis(*m_pool, input, m_folder->path(), policy::builtIn(), true);
    QSignalSpy pages(&analysis, &CaseAnalysis::pageRendered);
    QSignalSpy changes(&analysis, &CaseAnalysis::findingsChanged);
    QSignalSpy progress(&analysis, &CaseAnalysis::fileProgressed);
    QList<CaseResult> results;
    connect(&analysis, &CaseAnalysis::finished, this, [&](const CaseResult &result) { results += result; });
    analysis.start();
    QVERIFY(results.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(results.size(), 1, patience);
    const CaseResult result = results.first();
    QVERIFY(result.input == input);
    QVERIFY(result.facts.complete);
    QCOMPARE(result.facts.files.size(), 4);
    QCOMPARE(result.findings.size(), policy::catalogue().size());
    const auto codeOf = [&](const QString &path) {
        const facts::FileFacts *file = result.facts.fileAt(path);
        return file && file->unreadable ? toName(file->unreadable->code) : QString();
    };
    QCOMPARE(codeOf(u"front.jpg"_s), u"WorkerDied"_s);
    QCOMPARE(codeOf(u"selfie.jpg"_s), QString());
    QCOMPARE(codeOf(u"missing.jpg"_s), u"FileMissing"_s);
    QCOMPARE(codeOf(u"../outside.jpg"_s), u"PathLeavesBundle"_s);
    const Finding *unreadable = findingOf(result.findings, u"file.unreadable"_s);
    QVERIFY(unreadable && unreadable->outcome == Outcome::Flagged);
    QCOMPARE(unreadable->evidence.size(), 3);
    QCOMPARE(pages.size(), 2); // of the selfie
    QVERIFY(progress.size() >= 2);
    QCOMPARE(changes.size(), 4); // once for each file
}

void TestCaseAnalysis::readsFilesThatLieElsewhere()
{
    write(u"0a1b2c"_s, "ok");
    Case input;
    input.files = {{Role::Selfie, u"selfie.jpg"_s}, {Role::DocumentFront, u"front.jpg"_s}};
    CaseAnalysis analysis(*m_pool, input, u"/nonexistent"_s, policy::builtIn(), false);
    analysis.setFileLocations({{u"selfie.jpg"_s, m_folder->filePath(u"0a1b2c"_s)}, {u"front.jpg"_s, {}}});
    std::optional<CaseResult> result;
    connect(&analysis, &CaseAnalysis::finished, this, [&](const CaseResult &finished) { result = finished; });
    analysis.start(true);
    QTRY_VERIFY_WITH_TIMEOUT(result, patience);
    QVERIFY(!result->facts.files[0].unreadable);
    QCOMPARE(result->facts.files[0].path, u"selfie.jpg"_s);
    QVERIFY(result->facts.files[1].unreadable);
    QCOMPARE(result->facts.files[1].unreadable->code, ErrorCode::FileMissing);
}

void TestCaseAnalysis::answersForACaseWithoutReadableFiles()
{
    Case input;
    CaseAnalysis analysis(*m_pool, input, m_folder->path(), policy::builtIn(), false);
    QSignalSpy finished(&analysis, &CaseAnalysis::finished);
    analysis.start();
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
}

void TestCaseAnalysis::deletingItCancels()
{
    write(u"front.jpg"_s, "spin");
    write(u"selfie.jpg"_s, "spin");
    Case input;
    input.files = {{Role::Selfie, u"selfie.jpg"_s}, {Role::DocumentFront, u"front.jpg"_s}};
    QList<int> processes;
    connect(m_pool.get(), &Pool::jobProgressed, this, [&](Pool::JobId, const QString &stage) {
        if (stage.toInt() > 0)
            processes += stage.toInt();
    });
    auto analysis =
        std::make_unique<CaseAnalysis>(*m_pool, input, m_folder->path(), policy::builtIn(), false);
    analysis->start();
    QTRY_COMPARE_WITH_TIMEOUT(processes.size(), 2, patience);
    QSignalSpy finished(m_pool.get(), &Pool::jobFinished);
    analysis.reset();
    const auto gone = [&](int process) { return !QFile::exists(u"/proc/%1/exe"_s.arg(process)); };
    QTRY_VERIFY(gone(processes[0]) && gone(processes[1]));
    QCOMPARE(finished.size(), 0);
}

QTEST_GUILESS_MAIN(TestCaseAnalysis)
#include "test_case_analysis.moc"
