// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

class TestDecisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keepsDrafts()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 1);
        QVERIFY(!workspace->loadDraft(caseId(1)).value());
        Draft draft;
        draft.verdicts = {{u"document.glare"_s, 112, Outcome::Flagged, Verdict::Dismissed, u"a “reflex”"_s}};
        draft.addedReasons = {115, 111};
        draft.removedReasons = {221};
        draft.language = u"zh_CN"_s;
        draft.message = u"请重新上传\n\n"_s;
        draft.messageEdited = true;
        draft.note = u"note"_s;
        SCRUTINEER_VERIFY_OK(workspace->saveDraft(caseId(1), draft));
        workspace = nullptr;
        workspace = room.open();
        QCOMPARE(workspace->loadDraft(caseId(1)).value(), draft);
        QCOMPARE(workspace->loadCase(caseId(1))->draft, draft);
        QCOMPARE(workspace->saveDraft(u"C-none"_s, draft).error().code, ErrorCode::NotFound);
    }

    void recordsADecision_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::newRow("approve") << int(DecisionKind::Approve) << int(CaseState::Approved);
        QTest::newRow("ask") << int(DecisionKind::AskForFiles) << int(CaseState::FilesAsked);
        QTest::newRow("reject") << int(DecisionKind::Reject) << int(CaseState::Rejected);
    }

    void recordsADecision()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 1);
        SCRUTINEER_VERIFY_OK(workspace->saveDraft(caseId(1), {}));
        const Decision decision = decisionOn(caseId(1), DecisionKind(kind), u"D-1"_s);
        SCRUTINEER_VERIFY_OK(workspace->recordDecision(decision));
        const StoredCase stored = workspace->loadCase(caseId(1)).value();
        QCOMPARE(stored.decisions, QList<Decision>{decision});
        QCOMPARE(int(stored.state), state);
        QVERIFY(!stored.draft);
        // A new analysis does not open the case again.
        SCRUTINEER_VERIFY_OK(workspace->saveAnalysis(caseId(1), analysisOf(stored.input, 3)));
        QCOMPARE(int(workspace->loadCase(caseId(1))->state), state);
        QVERIFY(workspace->verify()->holds());
    }

    void refusesHalfDecisions_data()
    {
        QTest::addColumn<Decision>("decision");
        QTest::addColumn<int>("code");
        const Decision good = decisionOn(caseId(1), DecisionKind::Reject, u"D-2"_s);
        const auto row = [&](const char *name, const std::function<void(Decision &)> &spoil, ErrorCode code) {
            Decision decision = good;
            spoil(decision);
            QTest::newRow(name) << decision << int(code);
        };
        row(
            "no id", [](Decision &d) { d.id.clear(); }, ErrorCode::InvalidArgument);
        row(
            "nobody", [](Decision &d) { d.who.clear(); }, ErrorCode::InvalidArgument);
        row(
            "no time", [](Decision &d) { d.at = {}; }, ErrorCode::InvalidArgument);
        row(
            "no such case", [](Decision &d) { d.caseId = u"C-none"_s; }, ErrorCode::NotFound);
        row(
            "taken id", [](Decision &d) { d.id = u"D-1"_s; }, ErrorCode::AlreadyExists);
    }

    void refusesHalfDecisions()
    {
        QFETCH(Decision, decision);
        QFETCH(int, code);
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 1);
        SCRUTINEER_VERIFY_OK(
            workspace->recordDecision(decisionOn(caseId(1), DecisionKind::Approve, u"D-1"_s)));
        SCRUTINEER_VERIFY_OK(workspace->saveDraft(caseId(1), {}));
        const qint64 entries = workspace->verify()->auditEntries;
        const auto recorded = workspace->recordDecision(decision);
        QVERIFY(!recorded);
        QCOMPARE(int(recorded.error().code), code);
        QCOMPARE(workspace->verify()->auditEntries, entries);
        QVERIFY(workspace->loadCase(caseId(1))->draft);
        QVERIFY(workspace->verify()->holds());
    }

    void takesBackAndPilesUp()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 1);
        const auto decide = [&](DecisionKind kind, const QString &id) {
            SCRUTINEER_VERIFY_OK(workspace->recordDecision(decisionOn(caseId(1), kind, id)));
        };
        decide(DecisionKind::Reject, u"D-1"_s);
        decide(DecisionKind::Approve, u"D-2"_s);
        Draft draft;
        draft.note = u"back"_s;
        // Only the newest can be taken back, and only once.
        QCOMPARE(workspace->withdrawDecision(u"D-1"_s, u"Reviewer"_s, noon(), draft).error().code,
                 ErrorCode::Conflict);
        SCRUTINEER_VERIFY_OK(workspace->withdrawDecision(u"D-2"_s, u"Reviewer"_s, noon(), draft));
        QCOMPARE(workspace->withdrawDecision(u"D-2"_s, u"Reviewer"_s, noon(), draft).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(workspace->withdrawDecision(u"D-9"_s, u"Reviewer"_s, noon(), draft).error().code,
                 ErrorCode::NotFound);
        StoredCase stored = workspace->loadCase(caseId(1)).value();
        QCOMPARE(stored.state, CaseState::Rejected);
        QCOMPARE(stored.decisions.size(), 2);
        QCOMPARE(stored.decisions[1].withdrawnAt, noon());
        QCOMPARE(stored.standingDecision()->id, u"D-1"_s);
        QCOMPARE(stored.draft, draft);
        decide(DecisionKind::AskForFiles, u"D-3"_s);
        QCOMPARE(workspace->loadCase(caseId(1))->state, CaseState::FilesAsked);
        const auto report = workspace->verify();
        QVERIFY(report->holds());
        QCOMPARE(report->decisions, 3);
    }

    void remembersWhatWasSeen()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 1);
        const auto look = [&](const QDateTime &at, bool trueSize) {
            SCRUTINEER_VERIFY_OK(
                workspace->markViewed(caseId(1), {u"front.jpg"_s, 0, u"Reviewer"_s, at, trueSize}));
        };
        look(noon(), false);
        look(noon().addSecs(5), true);
        look(noon().addSecs(9), false);
        const QList<ViewedMark> expected{{u"front.jpg"_s, 0, u"Reviewer"_s, noon(), true}};
        QCOMPARE(workspace->loadCase(caseId(1))->viewed, expected);
    }

    void refusesToChangeTheLog_data()
    {
        QTest::addColumn<QString>("sql");
        for (const QString &table : {u"audit"_s, u"decisions"_s, u"verdicts"_s, u"withdrawals"_s}) {
            const auto row = [&](const QString &sql) { QTest::newRow(qPrintable(sql)) << sql; };
            row(u"DELETE FROM %1"_s.arg(table));
            row(u"INSERT OR REPLACE INTO %1 SELECT * FROM %1"_s.arg(table));
        }
        QTest::newRow("update audit") << u"UPDATE audit SET actor = 'x'"_s;
        QTest::newRow("update decisions") << u"UPDATE decisions SET kind = 'approve'"_s;
        QTest::newRow("update verdicts") << u"UPDATE verdicts SET why = 'x'"_s;
        QTest::newRow("update withdrawals") << u"UPDATE withdrawals SET at = 0"_s;
        QTest::newRow("replace by hash")
            << u"INSERT OR REPLACE INTO audit SELECT seq + 1000, at, actor, action, payload, previous, hash"
               " FROM audit"_s;
        QTest::newRow("replace by id") << u"INSERT OR REPLACE INTO decisions SELECT seq + 1000, id, case_key,"
                                          " kind, who, at, body, audit_seq FROM decisions"_s;
    }

    void refusesToChangeTheLog()
    {
        QFETCH(QString, sql);
        Room room;
        {
            auto workspace = room.open();
            room.importCases(*workspace, 1, 1);
            SCRUTINEER_VERIFY_OK(
                workspace->recordDecision(decisionOn(caseId(1), DecisionKind::Reject, u"D-1"_s)));
            SCRUTINEER_VERIFY_OK(workspace->withdrawDecision(u"D-1"_s, u"Reviewer"_s, noon(), {}));
        }
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stranger"_s);
            database.setDatabaseName(room.databaseFile());
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(!query.exec(sql));
            QVERIFY2(query.lastError().databaseText().contains(u"append only"),
                     qPrintable(query.lastError().databaseText()));
        }
        QSqlDatabase::removeDatabase(u"stranger"_s);
        QVERIFY(room.open()->verify()->holds());
    }
};

QTEST_GUILESS_MAIN(TestDecisions)
#include "test_decisions.moc"
