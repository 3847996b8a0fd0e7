// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"
#include "engine/review/review_session.h"

#include <QSignalSpy>
#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::review;
using namespace Qt::StringLiterals;

namespace {
const QString glare = u"document.glare"_s;     // 112, flagged
const QString blurred = u"document.blurred"_s; // 115, to look at
const QString mismatch = u"face.mismatch"_s;   // 221, not assessed
const QString dark = u"document.too_dark"_s;   // 111, clear

/// Remembers what it was told and can be made to fail.
class FakeLedger : public Ledger
{
public:
    Result<void> saveDraft(const QString &, const store::Draft &draft) override
    {
        return done([&] { drafts.append(draft); });
    }
    Result<void> markViewed(const QString &, const store::ViewedMark &mark) override
    {
        return done([&] { marks.append(mark); });
    }
    Result<void> record(const store::Decision &decision) override
    {
        return done([&] { decisions.append(decision); });
    }
    Result<void> withdraw(const QString &id, const QString &, const QDateTime &,
                          const store::Draft &draft) override
    {
        return done([&] {
            withdrawn.append(id);
            drafts.append(draft);
        });
    }

    QList<store::Draft> drafts;
    QList<store::ViewedMark> marks;
    QList<store::Decision> decisions;
    QStringList withdrawn;
    bool diskFull = false;

private:
    Result<void> done(const std::function<void()> &action)
    {
        if (diskFull)
            return failure(ErrorCode::DiskFull, u"workspace.sqlite"_s);
        action();
        return {};
    }
};

Finding finding(const QString &id, Outcome outcome)
{
    Finding finding;
    finding.checkId = id;
    finding.reason = policy::checkById(id)->reason;
    finding.outcome = outcome;
    return finding;
}

store::StoredCase analysedCase()
{
    store::StoredCase stored;
    stored.input.id = u"C-1"_s;
    stored.input.files = {{Role::DocumentFront, u"front.jpg"_s}, {Role::Selfie, u"selfie.jpg"_s}};
    for (const EvidenceFile &file : stored.input.files) {
        store::StoredFile storedFile;
        storedFile.file = file;
        stored.files.append(storedFile);
    }
    stored.facts = facts::Facts{};
    stored.facts->complete = true;
    stored.state = store::CaseState::Ready;
    stored.policySha256 = QString(64, u'a');
    stored.findings = {finding(dark, Outcome::Clear), finding(glare, Outcome::Flagged),
                       finding(blurred, Outcome::Review), finding(mismatch, Outcome::NotAssessed)};
    return stored;
}

/// A session with a clock that the test turns.
struct Desk
{
    explicit Desk(store::StoredCase stored = analysedCase(), ReviewRules rules = {ReviewRules::Unseen::Allow},
                  const QString &reviewer = u"Reviewer"_s)
    {
        SessionSettings settings;
        settings.reviewer = reviewer;
        settings.rules = rules;
        settings.now = [this] { return clock; };
        settings.autosaveAfter = std::chrono::milliseconds(1);
        session = std::make_unique<ReviewSession>(std::move(stored), settings, ledger);
    }

    QDateTime clock{QDate(2026, 11, 20), QTime(12, 0), Qt::UTC};
    FakeLedger ledger;
    std::unique_ptr<ReviewSession> session;
};

QList<int> kindsOf(const QList<Objection> &objections)
{
    QList<int> kinds;
    for (const Objection &objection : objections)
        kinds.append(int(objection.kind));
    return kinds;
}

using Steps = std::function<void(ReviewSession &)>;
} // namespace
Q_DECLARE_METATYPE(Steps)

class TestReviewSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void proposesReasons_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<QList<int>>("reasons");
        const auto row = [](const char *name, const Steps &steps, const QList<int> &reasons) {
            QTest::newRow(name) << steps << reasons;
        };
        row("nothing judged", [](ReviewSession &) {}, {});
        row("a confirmed flag", [](ReviewSession &s) { QVERIFY(s.confirm(glare)); }, {112});
        row("in the order of the catalogue",
            [](ReviewSession &s) { QVERIFY(s.confirm(mismatch) && s.confirm(blurred) && s.confirm(glare)); },
            {112, 115, 221});
        row("a person sees what the engine did not", [](ReviewSession &s) { QVERIFY(s.confirm(dark)); },
            {111});
        row("dismissed", [](ReviewSession &s) { QVERIFY(s.confirm(glare) && s.dismiss(glare, u"no"_s)); },
            {});
        row("cleared", [](ReviewSession &s) { QVERIFY(s.confirm(glare) && s.clearVerdict(glare)); }, {});
        row("taken out by hand", [](ReviewSession &s) { QVERIFY(s.confirm(glare) && s.removeReason(112)); },
            {});
        row("taken out and put back",
            [](ReviewSession &s) { QVERIFY(s.confirm(glare) && s.removeReason(112) && s.addReason(112)); },
            {112});
        row("taken out and confirmed again",
            [](ReviewSession &s) { QVERIFY(s.confirm(glare) && s.removeReason(112) && s.confirm(glare)); },
            {112});
        row("added by hand comes last",
            [](ReviewSession &s) { QVERIFY(s.addReason(111) && s.confirm(glare)); }, {112, 111});
        row("once only",
            [](ReviewSession &s) { QVERIFY(s.addReason(112) && s.addReason(112) && s.confirm(glare)); },
            {112});
    }

    void proposesReasons()
    {
        QFETCH(Steps, steps);
        QFETCH(QList<int>, reasons);
        Desk desk;
        steps(*desk.session);
        QCOMPARE(desk.session->reasons(), reasons);
        QCOMPARE(desk.session->message(), composeMessage(reasons, u"en"_s, policy::builtIn()));
        QCOMPARE(desk.session->message().isEmpty(), reasons.isEmpty());
    }

    void refusesWhatIsNotThere()
    {
        Desk desk;
        QCOMPARE(desk.session->confirm(u"document.no_such"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.session->dismiss(glare, u"  "_s).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(desk.session->addReason(999).error().code, ErrorCode::NotFound);
        QVERIFY(!desk.session->verdictOn(glare));
    }

    void weighsDecisions_data()
    {
        using Kind = Objection::Kind;
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QList<int>>("against");
        const auto row = [](const char *name, const Steps &steps, DecisionKind kind,
                            const QList<Kind> &against) {
            QList<int> numbers;
            for (const Kind objection : against)
                numbers.append(int(objection));
            QTest::newRow(name) << steps << int(kind) << numbers;
        };
        const Steps nothing = [](ReviewSession &) {};
        const Steps confirmed = [](ReviewSession &s) { QVERIFY(s.confirm(glare)); };
        const Steps dismissed = [](ReviewSession &s) { QVERIFY(s.dismiss(glare, u"a reflex"_s)); };
        row("approve with an open flag", nothing, DecisionKind::Approve, {Kind::OpenFlags});
        row("approve with a confirmed flag", confirmed, DecisionKind::Approve, {Kind::OpenFlags});
        row("approve with every flag dismissed", dismissed, DecisionKind::Approve, {});
        row("approve against a judgement by hand",
            [](ReviewSession &s) { QVERIFY(s.dismiss(glare, u"a reflex"_s) && s.confirm(mismatch)); },
            DecisionKind::Approve, {Kind::OpenFlags});
        row("approve with a reason by hand",
            [](ReviewSession &s) { QVERIFY(s.dismiss(glare, u"a reflex"_s) && s.addReason(115)); },
            DecisionKind::Approve, {Kind::ReasonsStand});
        row("reject without a reason", nothing, DecisionKind::Reject, {Kind::NeedsReason});
        row("reject with one", confirmed, DecisionKind::Reject, {});
        row("ask without a reason", dismissed, DecisionKind::AskForFiles, {Kind::NeedsReason});
        row("ask with one by hand", [](ReviewSession &s) { QVERIFY(s.addReason(115)); },
            DecisionKind::AskForFiles, {});
    }

    void weighsDecisions()
    {
        QFETCH(Steps, steps);
        QFETCH(int, kind);
        QFETCH(QList<int>, against);
        Desk desk;
        steps(*desk.session);
        QCOMPARE(kindsOf(desk.session->objections(DecisionKind(kind))), against);
        const auto decision = desk.session->decide(DecisionKind(kind), Warnings::Accept);
        QCOMPARE(decision.has_value(), against.isEmpty());
        QCOMPARE(desk.ledger.decisions.size(), against.isEmpty() ? 1 : 0);
    }

    void guardsUnseenPictures_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<bool>("looked");
        QTest::addColumn<bool>("goesThrough");
        QTest::addColumn<bool>("goesThroughWhenAccepted");
        using Unseen = ReviewRules::Unseen;
        QTest::newRow("allow") << int(Unseen::Allow) << false << true << true;
        QTest::newRow("warn") << int(Unseen::Warn) << false << false << true;
        QTest::newRow("refuse") << int(Unseen::Refuse) << false << false << false;
        QTest::newRow("refuse, looked") << int(Unseen::Refuse) << true << true << true;
    }

    void guardsUnseenPictures()
    {
        QFETCH(int, rule);
        QFETCH(bool, looked);
        QFETCH(bool, goesThrough);
        QFETCH(bool, goesThroughWhenAccepted);
        for (const Warnings warnings : {Warnings::Stop, Warnings::Accept}) {
            Desk desk(analysedCase(), {ReviewRules::Unseen(rule)});
            desk.session->markViewed(u"front.jpg"_s, 0, false);
            QCOMPARE(desk.session->unseenFiles(), QStringList{u"selfie.jpg"_s});
            if (looked)
                desk.session->markViewed(u"selfie.jpg"_s, 0, true);
            QVERIFY(desk.session->confirm(glare));
            const bool through = desk.session->decide(DecisionKind::Reject, warnings).has_value();
            QCOMPARE(through, warnings == Warnings::Stop ? goesThrough : goesThroughWhenAccepted);
        }
    }

    void filesThatCannotBeShownNeedNoLook()
    {
        store::StoredCase stored = analysedCase();
        stored.files[0].problem = Error{ErrorCode::FileMissing, u"front.jpg"_s, {}};
        facts::FileFacts selfie;
        selfie.path = u"selfie.jpg"_s;
        selfie.unreadable = Error{ErrorCode::FileDamaged, u"selfie.jpg"_s, {}};
        stored.facts->files = {selfie};
        Desk desk(stored);
        QVERIFY(desk.session->unseenFiles().isEmpty());
    }

    void someoneElsesLookDoesNotCount()
    {
        store::StoredCase stored = analysedCase();
        stored.viewed = {{u"front.jpg"_s, 0, u"Somebody"_s, {}, true}};
        Desk desk(stored);
        QVERIFY(!desk.session->wasViewed(u"front.jpg"_s));
        desk.session->markViewed(u"front.jpg"_s, 0, false);
        QVERIFY(desk.session->wasViewed(u"front.jpg"_s));
        QVERIFY(!desk.session->wasViewed(u"front.jpg"_s, true));
        desk.session->markViewed(u"front.jpg"_s, 0, true);
        desk.session->markViewed(u"front.jpg"_s, 0, false);
        QVERIFY(desk.session->wasViewed(u"front.jpg"_s, true));
        QCOMPARE(desk.ledger.marks.size(), 2);
    }

    void waitsForTheAnalysis()
    {
        store::StoredCase stored = analysedCase();
        const QList<Finding> findings = std::exchange(stored.findings, {});
        stored.facts.reset();
        stored.state = store::CaseState::Imported;
        Desk desk(stored);
        QCOMPARE(kindsOf(desk.session->objections(DecisionKind::Approve)),
                 QList<int>{int(Objection::Kind::NotAnalysed)});
        QVERIFY(!desk.session->objections(DecisionKind::Approve).first().warning);
        facts::Facts facts;
        facts.complete = true;
        desk.session->setAnalysis(facts, findings, QString(64, u'b'));
        QVERIFY(desk.session->dismiss(glare, u"a reflex"_s));
        const auto decision = desk.session->decide(DecisionKind::Approve);
        QVERIFY(decision);
        QCOMPARE(decision->policySha256, QString(64, u'b'));
    }

    void leavesAnEditedMessageAlone()
    {
        Desk desk;
        QVERIFY(desk.session->confirm(glare));
        const QString composed = desk.session->message();
        QVERIFY(desk.session->setMessage(composed)); // the editor's echo is no edit
        QVERIFY(!desk.session->messageEdited());
        QVERIFY(desk.session->setMessage(u"In my own words."_s));
        QVERIFY(desk.session->messageEdited());
        QVERIFY(desk.session->confirm(blurred));
        QVERIFY(desk.session->setLanguage(u"zh_CN"_s));
        QCOMPARE(desk.session->message(), u"In my own words."_s);
        QVERIFY(desk.session->recomposeMessage());
        QCOMPARE(desk.session->message(), composeMessage({112, 115}, u"zh_CN"_s, policy::builtIn()));
        QVERIFY(desk.session->message() != composeMessage({112, 115}, u"en"_s, policy::builtIn()));
    }

    void savesTheDraftByItself()
    {
        Desk desk;
        QVERIFY(desk.session->confirm(glare) && desk.session->setNote(u"ask the boss"_s));
        QTRY_COMPARE(desk.ledger.drafts.size(), 1);
        QCOMPARE(desk.ledger.drafts[0].note, u"ask the boss"_s);
        QCOMPARE(desk.ledger.drafts[0].verdicts.size(), 1);
        QVERIFY(desk.session->setNote(u"no need"_s));
        desk.session.reset(); // closing saves at once
        QCOMPARE(desk.ledger.drafts.last().note, u"no need"_s);
    }

    void saysWhenTheDraftCannotBeSaved()
    {
        Desk desk;
        QSignalSpy failed(desk.session.get(), &ReviewSession::draftSaveFailed);
        desk.ledger.diskFull = true;
        QVERIFY(desk.session->setNote(u"x"_s));
        QVERIFY(!desk.session->saveDraft());
        QCOMPARE(failed.size(), 1);
        desk.ledger.diskFull = false;
        QVERIFY(desk.session->saveDraft());
        QCOMPARE(desk.ledger.drafts.size(), 1);
    }

    void goesOnFromADraft()
    {
        Desk first;
        QVERIFY(first.session->confirm(glare) && first.session->addReason(111) &&
                first.session->setNote(u"note"_s) && first.session->saveDraft());
        store::StoredCase stored = analysedCase();
        stored.draft = first.ledger.drafts.last();
        Desk second(stored);
        QCOMPARE(second.session->reasons(), (QList<int>{112, 111}));
        QCOMPARE(second.session->note(), u"note"_s);
        QCOMPARE(second.session->message(), first.session->message());
    }

    void holdsEverythingInTheDecision()
    {
        Desk desk;
        QVERIFY(desk.session->confirm(glare) && desk.session->dismiss(blurred, u" sharp enough "_s) &&
                desk.session->setNote(u"note"_s));
        QSignalSpy decided(desk.session.get(), &ReviewSession::decided);
        const auto decision = desk.session->decide(DecisionKind::AskForFiles);
        QVERIFY(decision);
        QCOMPARE(decided.size(), 1);
        QCOMPARE(desk.ledger.decisions, QList<Decision>{*decision});
        QCOMPARE(decision->who, u"Reviewer"_s);
        QCOMPARE(decision->at, desk.clock);
        QCOMPARE(decision->policySha256, QString(64, u'a'));
        QCOMPARE(decision->reasons, QList<int>{112});
        QCOMPARE(decision->message, composeMessage({112}, u"en"_s, policy::builtIn()));
        QCOMPARE(decision->note, u"note"_s);
        const QList<FindingVerdict> verdicts{
            {glare, 112, Outcome::Flagged, Verdict::Confirmed, {}},
            {blurred, 115, Outcome::Review, Verdict::Dismissed, u"sharp enough"_s}};
        QCOMPARE(decision->verdicts, verdicts);
        QCOMPARE(desk.session->storedCase().state, store::CaseState::FilesAsked);
    }

    void keepsTheDraftWhenRecordingFails()
    {
        Desk desk;
        QVERIFY(desk.session->confirm(glare));
        desk.ledger.diskFull = true;
        QCOMPARE(desk.session->decide(DecisionKind::Reject).error().code, ErrorCode::DiskFull);
        QVERIFY(!desk.session->standingDecision());
        desk.ledger.diskFull = false;
        QVERIFY(desk.session->decide(DecisionKind::Reject));
    }

    void canBeTakenBack_data()
    {
        QTest::addColumn<int>("afterMs");
        QTest::addColumn<bool>("possible");
        QTest::newRow("at once") << 0 << true;
        QTest::newRow("in time") << 9'999 << true;
        QTest::newRow("too late") << 10'000 << false;
    }

    void canBeTakenBack()
    {
        QFETCH(int, afterMs);
        QFETCH(bool, possible);
        Desk desk;
        QVERIFY(desk.session->confirm(glare));
        const auto decision = desk.session->decide(DecisionKind::Reject);
        QVERIFY(decision);
        desk.clock = desk.clock.addMSecs(afterMs);
        QCOMPARE(desk.session->canTakeBackUntil().has_value(), possible);
        QCOMPARE(desk.session->takeBack().has_value(), possible);
        QCOMPARE(desk.ledger.withdrawn.contains(decision->id), possible);
        QCOMPARE(desk.session->standingDecision() == nullptr, possible);
        QVERIFY(desk.session->verdictOn(glare));
        if (possible) {
            QCOMPARE(desk.session->storedCase().state, store::CaseState::Ready);
            QCOMPARE(desk.ledger.drafts.last().verdicts.size(), 1);
        }
    }

    void isClosedWhileItCanBeTakenBack()
    {
        Desk desk;
        QVERIFY(desk.session->confirm(glare) && desk.session->decide(DecisionKind::Reject));
        QCOMPARE(desk.session->confirm(blurred).error().code, ErrorCode::Conflict);
        QCOMPARE(desk.session->setNote(u"x"_s).error().code, ErrorCode::Conflict);
        QVERIFY(kindsOf(desk.session->objections(DecisionKind::Reject))
                    .contains(int(Objection::Kind::AlreadyDecided)));
        // Once it is final, a change is a new decision on top.
        desk.clock = desk.clock.addSecs(11);
        QVERIFY(desk.session->dismiss(glare, u"a reflex"_s));
        QVERIFY(desk.session->decide(DecisionKind::Approve));
        QCOMPARE(desk.ledger.decisions.size(), 2);
        QCOMPARE(desk.session->storedCase().state, store::CaseState::Approved);
        // Taking the second back leaves the first.
        QVERIFY(desk.session->takeBack());
        QCOMPARE(desk.session->storedCase().state, store::CaseState::Rejected);
        QCOMPARE(desk.session->standingDecision()->id, desk.ledger.decisions.first().id);
    }

    void canBeTakenBackAfterACrash_data()
    {
        QTest::addColumn<QString>("reviewer");
        QTest::addColumn<int>("afterSeconds");
        QTest::addColumn<bool>("possible");
        QTest::newRow("in time") << u"Reviewer"_s << 5 << true;
        QTest::newRow("too late") << u"Reviewer"_s << 15 << false;
        QTest::newRow("somebody else") << u"Somebody"_s << 5 << false;
    }

    void canBeTakenBackAfterACrash()
    {
        QFETCH(QString, reviewer);
        QFETCH(int, afterSeconds);
        QFETCH(bool, possible);
        Desk before;
        QVERIFY(before.session->confirm(glare) && before.session->confirm(blurred) &&
                before.session->removeReason(115) && before.session->addReason(111) &&
                before.session->setMessage(u"In my own words."_s));
        const auto decision = before.session->decide(DecisionKind::Reject);
        QVERIFY(decision);
        store::StoredCase stored = analysedCase();
        stored.decisions = {*decision};
        stored.state = store::CaseState::Rejected;
        Desk after(stored, {ReviewRules::Unseen::Allow}, reviewer);
        after.clock = before.clock.addSecs(afterSeconds);
        QCOMPARE(after.session->takeBack().has_value(), possible);
        // The draft comes back from the decision itself.
        QCOMPARE(after.session->reasons(), (QList<int>{112, 111}));
        QCOMPARE(after.session->message(), u"In my own words."_s);
        QVERIFY(after.session->messageEdited());
        if (possible) {
            QVERIFY(after.session->confirm(mismatch));
            QCOMPARE(after.session->reasons(), (QList<int>{112, 221, 111}));
        }
    }
};

QTEST_GUILESS_MAIN(TestReviewSession)
#include "test_review_session.moc"
