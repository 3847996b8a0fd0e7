// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decision/decision_bar.h"
#include "ui/decision/take_back_banner.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace scrutineer;
using namespace scrutineer::ui;
using review::DecisionKind;

namespace {
/// Remembers what was recorded; can be told to fail.
class MemoryLedger : public review::Ledger
{
public:
    Result<void> saveDraft(const QString &, const store::Draft &draft) override
    {
        lastDraft = draft;
        return {};
    }
    Result<void> markViewed(const QString &, const store::ViewedMark &) override { return {}; }
    Result<void> record(const store::Decision &decision) override
    {
        if (full)
            return failure(ErrorCode::DiskFull, u"workspace.sqlite"_s);
        decisions.append(decision);
        return {};
    }
    Result<void> withdraw(const QString &decisionId, const QString &, const QDateTime &,
                          const store::Draft &) override
    {
        withdrawn.append(decisionId);
        return {};
    }

    bool full = false;
    store::Draft lastDraft;
    QList<store::Decision> decisions;
    QStringList withdrawn;
};

store::StoredCase someCase()
{
    store::StoredCase stored;
    stored.input.id = u"C-1"_s;
    stored.input.submittedAt = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
    stored.input.applicant.fullName = u"Anna Maria Eriksson"_s;
    stored.state = store::CaseState::Ready;
    stored.facts = facts::Facts{};
    stored.facts->complete = true;
    Finding glare;
    glare.checkId = u"document.glare"_s;
    glare.reason = 112;
    glare.outcome = Outcome::Flagged;
    glare.message = {u"Glare covers it."_s, {}};
    stored.findings = {glare};
    return stored;
}
} // namespace

class DecisionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void withoutACaseNothingIsOffered();
    void confirmedFlagProposesReasonAndMessage();
    void rejectingNeedsAReason();
    void secondPressRecords();
    void escapeWay();
    void writtenMessageIsKept();
    void failureIsTold();
    void decidedCaseIsLocked();
    void bannerCountsDown();

private:
    template <typename T>
    T *child(const QString &name) const
    {
        return m_bar->findChild<T *>(name);
    }

    QDateTime m_now;
    MemoryLedger m_ledger;
    std::unique_ptr<review::ReviewSession> m_session;
    std::unique_ptr<DecisionBar> m_bar;
};

void DecisionTest::init()
{
    // What the offscreen platform cannot do is no fault of the window.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_now = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    m_ledger = MemoryLedger();
    review::SessionSettings settings;
    settings.reviewer = u"mo"_s;
    settings.now = [this] { return m_now; };
    m_session = std::make_unique<review::ReviewSession>(someCase(), settings, m_ledger);
    m_bar = std::make_unique<DecisionBar>([this] { return m_now; });
    m_bar->resize(1200, 120);
    m_bar->setSession(m_session.get());
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
}

void DecisionTest::cleanup()
{
    m_bar.reset();
    m_session.reset();
}

void DecisionTest::withoutACaseNothingIsOffered()
{
    m_bar->setSession(nullptr);
    for (const auto *name : {"approveButton", "askButton", "rejectButton"})
        QVERIFY(!child<QPushButton>(QLatin1StringView(name))->isEnabled());
    m_bar->choose(DecisionKind::Approve);
    QVERIFY(!m_bar->chosen());
    m_bar->record();
    QVERIFY(m_ledger.decisions.isEmpty());
}

void DecisionTest::confirmedFlagProposesReasonAndMessage()
{
    QVERIFY(!child<QPushButton>(u"reasonChip_112"_s));
    QVERIFY(m_session->confirm(u"document.glare"_s));
    QVERIFY(child<QPushButton>(u"reasonChip_112"_s));
    QVERIFY(!child<QPlainTextEdit>(u"messageEdit"_s)->toPlainText().isEmpty());
    QTest::mouseClick(child<QPushButton>(u"reasonChip_112"_s), Qt::LeftButton);
    QVERIFY(m_session->reasons().isEmpty());
}

void DecisionTest::rejectingNeedsAReason()
{
    QTest::mouseClick(child<QPushButton>(u"rejectButton"_s), Qt::LeftButton);
    QVERIFY(m_bar->chosen() == DecisionKind::Reject);
    QVERIFY(child<QFrame>(u"decisionNotice"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"recordButton"_s)->isEnabled());
    m_bar->record();
    QVERIFY(m_ledger.decisions.isEmpty());
    QVERIFY(m_session->addReason(151));
    QVERIFY(child<QPushButton>(u"recordButton"_s)->isEnabled());
    QTest::mouseClick(child<QPushButton>(u"recordButton"_s), Qt::LeftButton);
    QCOMPARE(m_ledger.decisions.size(), 1);
    QCOMPARE(m_ledger.decisions.first().kind, DecisionKind::Reject);
    QCOMPARE(m_ledger.decisions.first().reasons, QList<int>{151});
}

void DecisionTest::secondPressRecords()
{
    QSignalSpy decided(m_bar.get(), &DecisionBar::decided);
    QVERIFY(m_session->dismiss(u"document.glare"_s, u"Not there"_s));
    auto *approve = child<QPushButton>(u"approveButton"_s);
    QTest::mouseClick(approve, Qt::LeftButton);
    QCOMPARE(decided.size(), 0);
    QTest::mouseClick(approve, Qt::LeftButton);
    QCOMPARE(decided.size(), 1);
    QCOMPARE(m_ledger.decisions.first().who, u"mo"_s);
}

void DecisionTest::escapeWay()
{
    m_bar->choose(DecisionKind::AskForFiles);
    QVERIFY(child<QPlainTextEdit>(u"messageEdit"_s)->isVisible());
    m_bar->cancelChoice();
    QVERIFY(!m_bar->chosen());
    QVERIFY(!child<QFrame>(u"decisionNotice"_s)->isVisible());
    QVERIFY(!child<QPlainTextEdit>(u"messageEdit"_s)->isVisible());
}

void DecisionTest::writtenMessageIsKept()
{
    QVERIFY(m_session->confirm(u"document.glare"_s));
    m_bar->editMessage();
    auto *editor = child<QPlainTextEdit>(u"messageEdit"_s);
    QTest::keyClicks(editor, u"Dear Anna"_s);
    QVERIFY(m_session->messageEdited());
    QVERIFY(m_session->message().contains(u"Dear Anna"_s));
    QVERIFY(m_session->addReason(151));
    QVERIFY(editor->toPlainText().contains(u"Dear Anna"_s));
    QTest::mouseClick(child<QPushButton>(u"recomposeButton"_s), Qt::LeftButton);
    QVERIFY(!editor->toPlainText().contains(u"Dear Anna"_s));
    auto *languages = child<QComboBox>(u"messageLanguageCombo"_s);
    const QString english = editor->toPlainText();
    languages->setCurrentIndex(languages->findData(u"zh_CN"_s));
    QVERIFY(editor->toPlainText() != english);
    QTest::keyClicks(child<QLineEdit>(u"noteEdit"_s), u"Seen before"_s);
    QCOMPARE(m_session->note(), u"Seen before"_s);
}

void DecisionTest::failureIsTold()
{
    QSignalSpy failed(m_bar.get(), &DecisionBar::failed);
    QVERIFY(m_session->dismiss(u"document.glare"_s, u"Not there"_s));
    m_ledger.full = true;
    m_bar->choose(DecisionKind::Approve);
    m_bar->record();
    QCOMPARE(failed.size(), 1);
    QVERIFY(!m_session->standingDecision());
    QVERIFY(child<QPushButton>(u"approveButton"_s)->isEnabled());
}

void DecisionTest::decidedCaseIsLocked()
{
    QVERIFY(m_session->dismiss(u"document.glare"_s, u"Not there"_s));
    m_bar->choose(DecisionKind::Approve);
    m_bar->record();
    QVERIFY(!child<QPushButton>(u"rejectButton"_s)->isEnabled());
    QVERIFY(child<QLabel>(u"standingDecisionLabel"_s)->isVisible());
    QVERIFY(m_session->takeBack());
    QVERIFY(child<QPushButton>(u"rejectButton"_s)->isEnabled());
    QCOMPARE(m_ledger.withdrawn.size(), 1);
}

void DecisionTest::bannerCountsDown()
{
    TakeBackBanner *banner = m_bar->takeBack();
    QSignalSpy wanted(banner, &TakeBackBanner::takeBackRequested);
    QSignalSpy expired(banner, &TakeBackBanner::expired);
    banner->showFor(u"C-1: approved"_s, m_now.addSecs(10));
    auto *button = banner->findChild<QPushButton *>(u"takeBackButton"_s);
    QVERIFY(button->text().contains(u"10"_s));
    m_now = m_now.addSecs(7);
    QTRY_VERIFY(button->text().contains(u"3"_s));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    m_now = m_now.addSecs(4);
    QTRY_COMPARE(expired.size(), 1);
    QVERIFY(!banner->isVisible());
}

QTEST_MAIN(DecisionTest)
#include "decision_test.moc"
