// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/queue_source.h"
#include "engine/review/review_session.h"

#include <QDir>
#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::review;
using namespace Qt::StringLiterals;

/// The session on a real workspace: what it says is what is stored.
class TestReviewWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void reviewsFromDraftToTakenBack()
    {
        QTemporaryDir folder;
        QVERIFY(QDir().mkpath(folder.filePath(u"bundle"_s)));
        QFile front(folder.filePath(u"bundle/front.jpg"_s));
        QVERIFY(front.open(QIODevice::WriteOnly) && front.write("picture") > 0);
        front.close();
        Case input;
        input.id = u"C-1"_s;
        input.submittedAt = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
        input.applicant.fullName = u"Anna Maria Eriksson"_s;
        input.files = {{Role::DocumentFront, u"front.jpg"_s}};
        Finding glare;
        glare.checkId = u"document.glare"_s;
        glare.reason = 112;
        glare.outcome = Outcome::Flagged;
        store::Analysis analysis;
        analysis.facts.complete = true;
        analysis.findings = {glare};
        analysis.policySha256 = QString(64, u'a');
        auto opened =
            store::Workspace::open(folder.filePath(u"workspace"_s), store::OpenMode::ReadWrite, u"Test"_s);
        QVERIFY(opened);
        store::Workspace &workspace = **opened;
        QVERIFY(workspace.importCase(input, folder.filePath(u"bundle"_s), {u"Test"_s, input.submittedAt}));
        QVERIFY(workspace.saveAnalysis(input.id, analysis));

        WorkspaceLedger ledger(workspace);
        const WorkspaceQueue queue(workspace);
        SessionSettings settings;
        settings.reviewer = u"Reviewer"_s;
        {
            ReviewSession session(workspace.loadCase(input.id).value(), settings, ledger);
            session.markViewed(u"front.jpg"_s, 0, true);
            QVERIFY(session.confirm(u"document.glare"_s));
        }
        QVERIFY(queue.window({}, QueueSort::OldestFirst, 0, 10)->first().hasDraft);

        ReviewSession session(workspace.loadCase(input.id).value(), settings, ledger);
        QCOMPARE(session.reasons(), QList<int>{112});
        QVERIFY(session.unseenFiles().isEmpty());
        const auto decision = session.decide(DecisionKind::AskForFiles);
        QVERIFY(decision);
        QueueFilter waiting;
        waiting.states = {store::CaseState::Imported, store::CaseState::Ready};
        QCOMPARE(queue.count(waiting).value(), 0);
        QCOMPARE(queue.positionOf(input.id, waiting, QueueSort::OldestFirst).value(), std::nullopt);
        QCOMPARE(workspace.loadCase(input.id)->decisions, QList<Decision>{*decision});

        QVERIFY(session.takeBack());
        QCOMPARE(queue.count(waiting).value(), 1);
        const store::StoredCase after = workspace.loadCase(input.id).value();
        QVERIFY(after.decisions.first().withdrawnAt);
        QVERIFY(after.draft);
        QCOMPARE(after.draft->message, decision->message);
        QVERIFY(workspace.verify()->holds());
    }
};

QTEST_GUILESS_MAIN(TestReviewWorkspace)
#include "test_review_workspace.moc"
