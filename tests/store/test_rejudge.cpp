// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QDir>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int caseCount = 30;
const QString newPolicy(64, u'b');

/// Flags every case whose number is even, whatever stood there.
QList<Finding> judgeEven(const Case &input, const facts::Facts &facts)
{
    const int number = input.id.right(6).toInt();
    QList<Finding> findings = analysisOf(input, number).findings;
    if (facts.files.size() == 2 && number % 2 == 0)
        findings[0].outcome = Outcome::Flagged;
    return findings;
}
} // namespace

class TestRejudge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void judgesStoredFactsAnew()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 0, caseCount);
        const Case waiting = room.makeBundle(caseCount);
        SCRUTINEER_VERIFY_OK(
            workspace->importCase(waiting, room.bundleFolder(waiting.id), {u"Test"_s, noon()}));
        // No evidence is opened: it is not even there.
        QVERIFY(QDir(room.workspaceFolder()).rename(u"evidence"_s, u"elsewhere"_s));
        RejudgeOptions options{u"Test"_s};
        qint64 last = 0;
        options.progressed = [&](qint64 done, qint64 total) {
            QCOMPARE(total, caseCount);
            last = done;
        };
        const auto report = workspace->rejudge(newPolicy, judgeEven, options);
        SCRUTINEER_VERIFY_OK(report);
        QCOMPARE(*report, (RejudgeReport{caseCount, 10, false})); // 15 even, 5 of them flagged before
        QCOMPARE(last, caseCount);
        QueueFilter flagged;
        flagged.flags = QueueFilter::Flags::Flagged;
        QCOMPARE(workspace->count(flagged).value(), 20);
        flagged.reason = 112;
        QCOMPARE(workspace->count(flagged).value(), 20);
        const StoredCase stored = workspace->loadCase(caseId(2)).value();
        QCOMPARE(stored.policySha256, newPolicy);
        QCOMPARE(stored.findings[0].outcome, Outcome::Flagged);
        QCOMPARE(workspace->loadCase(caseId(1))->policySha256, newPolicy);
        // The same once more changes nothing.
        QCOMPARE(workspace->rejudge(newPolicy, judgeEven, options).value(),
                 (RejudgeReport{caseCount, 0, false}));
    }

    void canBeStopped()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 0, 3);
        std::atomic_bool cancelled = true;
        RejudgeOptions options{u"Test"_s};
        options.cancelled = &cancelled;
        const auto report = workspace->rejudge(newPolicy, judgeEven, options);
        SCRUTINEER_VERIFY_OK(report);
        QVERIFY(report->cancelled);
        QVERIFY(workspace->verify()->holds());
    }

    void doesNotOverwriteNewerFacts()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 1);
        const Case input = workspace->loadCase(caseId(1))->input;
        const auto judge = [&](const Case &judged, const facts::Facts &facts) {
            // While the judge is at work, another thread stores a new analysis of the same case.
            auto other = workspace->anotherConnection();
            Analysis newer = analysisOf(input, 3);
            newer.policySha256 = QString(64, u'c');
            if (!other || !(*other)->saveAnalysis(judged.id, newer))
                qFatal("cannot save");
            return judgeEven(judged, facts);
        };
        SCRUTINEER_VERIFY_OK(workspace->rejudge(newPolicy, judge, {u"Test"_s}));
        const StoredCase stored = workspace->loadCase(caseId(1)).value();
        QCOMPARE(stored.policySha256, QString(64, u'c'));
        QCOMPARE(stored.findings[0].outcome, Outcome::Flagged);
    }
};

QTEST_GUILESS_MAIN(TestRejudge)
#include "test_rejudge.moc"
