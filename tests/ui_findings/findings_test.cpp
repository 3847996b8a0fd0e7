// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/finding_row.h"
#include "ui/findings/findings_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace scrutineer;
using namespace scrutineer::ui;

namespace {
Finding finding(const QString &checkId, int reason, Outcome outcome, const QString &text = u"Seen."_s)
{
    Finding made;
    made.checkId = checkId;
    made.reason = reason;
    made.outcome = outcome;
    made.message = {text, {}};
    if (outcome == Outcome::Flagged)
        made.evidence = {Region{u"front.jpg"_s, 0, QPolygonF(QRectF(10, 20, 100, 50)), {}}};
    return made;
}

QList<Finding> someFindings()
{
    return {finding(u"document.too_dark"_s, 111, Outcome::Clear),
            finding(u"document.glare"_s, 112, Outcome::NotAssessed, u"No reader."_s),
            finding(u"document.blurred"_s, 115, Outcome::Review),
            finding(u"document.expired"_s, 141, Outcome::Flagged),
            finding(u"document.altered"_s, 151, Outcome::Clear),
            finding(u"face.mismatch"_s, 221, Outcome::Flagged),
            finding(u"poa.too_old"_s, 431, Outcome::NotApplicable)};
}
} // namespace

class FindingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void severityOrdersWithinGroups();
    void clearIsFoldedAndUnfolds();
    void whatIsNotAssessedAsksThePerson();
    void longSentencesAreShownWhole();
    void clickFliesToThePlace();
    void keysMoveConfirmAndFly();
    void dismissalNeedsAReason();
    void ownWordsDismiss();
    void escapeLeavesTheWordsAndNothingElse();
    void verdictsAreShownAndTakenBack();
    void lockedRowsOfferNothing();
    void overlayIsSwitched();
    void analysisThatGoesOnKeepsTheSelection();

private:
    FindingRow *row(const QString &checkId) const
    {
        return m_panel->findChild<FindingRow *>(u"finding_"_s + checkId);
    }
    QToolButton *button(const QString &checkId, const QString &name) const
    {
        return row(checkId)->findChild<QToolButton *>(name);
    }
    void show(const QList<Finding> &findings)
    {
        m_panel->setFindings(findings, [this](const QString &checkId) -> const review::FindingVerdict * {
            const auto found = m_verdicts.constFind(checkId);
            return found == m_verdicts.cend() ? nullptr : &*found;
        });
    }
    QMenu *openMenu() const { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }

    std::unique_ptr<FindingsPanel> m_panel;
    QMap<QString, review::FindingVerdict> m_verdicts;
};

void FindingsTest::init()
{
    // What the offscreen platform cannot do is no fault of the window.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_verdicts.clear();
    m_panel = std::make_unique<FindingsPanel>();
    m_panel->resize(320, 700);
    show(someFindings());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void FindingsTest::cleanup()
{
    m_panel.reset();
}

void FindingsTest::severityOrdersWithinGroups()
{
    QCOMPARE(m_panel->listedChecks(), (QStringList{u"document.expired"_s, u"document.blurred"_s,
                                                   u"document.glare"_s, u"face.mismatch"_s}));
}

void FindingsTest::clearIsFoldedAndUnfolds()
{
    auto *fold = m_panel->findChild<QToolButton *>(u"foldButton_1"_s);
    QVERIFY(fold->text().startsWith(u"2 "_s));
    QTest::mouseClick(fold, Qt::LeftButton);
    QVERIFY(m_panel->listedChecks().contains(u"document.altered"_s));
    QTest::mouseClick(fold, Qt::LeftButton);
    QVERIFY(!m_panel->listedChecks().contains(u"document.altered"_s));
    m_panel->select(u"document.too_dark"_s);
    QVERIFY(m_panel->listedChecks().contains(u"document.too_dark"_s));
}

void FindingsTest::whatIsNotAssessedAsksThePerson()
{
    QCOMPARE(row(u"document.glare"_s)->accessibleDescription(), u"No reader. Please look yourself."_s);
    QVERIFY(row(u"document.expired"_s)->accessibleName().contains(u"141"_s));
}

void FindingsTest::longSentencesAreShownWhole()
{
    QList<Finding> findings = someFindings();
    const QString sentence =
        u"A sentence that is so long that it cannot stand in one line of this narrow panel. "_s;
    findings[3].message = {sentence.repeated(2), {}};
    findings[1].message = {sentence.repeated(2), {}};
    show(findings);
    m_panel->resize(330, 710);
    const auto messageOf = [this](const QString &checkId) {
        return row(checkId)->findChild<QLabel *>(u"findingMessage"_s);
    };
    const QLabel *flagged = messageOf(u"document.expired"_s);
    QTRY_VERIFY(flagged->height() >= flagged->heightForWidth(flagged->width()));
    // What was not assessed has one line until it is selected.
    const QLabel *notAssessed = messageOf(u"document.glare"_s);
    QTRY_VERIFY(notAssessed->height() < 2 * notAssessed->fontMetrics().lineSpacing());
    m_panel->select(u"document.glare"_s);
    QTRY_VERIFY(notAssessed->height() >= 3 * notAssessed->fontMetrics().lineSpacing());
}

void FindingsTest::clickFliesToThePlace()
{
    QSignalSpy flights(m_panel.get(), &FindingsPanel::regionRequested);
    QSignalSpy selections(m_panel.get(), &FindingsPanel::findingSelected);
    QTest::mouseClick(row(u"document.expired"_s), Qt::LeftButton, {}, QPoint(20, 10));
    QCOMPARE(flights.size(), 1);
    QCOMPARE(flights.first().first().value<QList<Region>>().first().path, u"front.jpg"_s);
    QVERIFY(!selections.isEmpty());
    QCOMPARE(m_panel->currentCheck(), u"document.expired"_s);
    QTest::mouseClick(row(u"document.blurred"_s), Qt::LeftButton, {}, QPoint(20, 10));
    QCOMPARE(flights.size(), 1); // no place to fly to
}

void FindingsTest::keysMoveConfirmAndFly()
{
    QSignalSpy flights(m_panel.get(), &FindingsPanel::regionRequested);
    QSignalSpy confirmations(m_panel.get(), &FindingsPanel::confirmRequested);
    m_panel->focusList();
    QTRY_COMPARE(m_panel->currentCheck(), u"document.expired"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(m_panel->currentCheck(), u"document.blurred"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(m_panel->currentCheck(), u"face.mismatch"_s);
    flights.clear();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(flights.size(), 1);
    m_panel->confirmCurrent();
    QCOMPARE(confirmations.first().first().toString(), u"face.mismatch"_s);
    m_verdicts.insert(u"face.mismatch"_s,
                      {u"face.mismatch"_s, 221, Outcome::Flagged, review::Verdict::Confirmed, {}});
    m_panel->stepToOpen();
    QCOMPARE(m_panel->currentCheck(), u"document.expired"_s);
}

void FindingsTest::dismissalNeedsAReason()
{
    QSignalSpy dismissals(m_panel.get(), &FindingsPanel::dismissRequested);
    QTest::mouseClick(button(u"document.expired"_s, u"dismissButton"_s), Qt::LeftButton);
    QTRY_VERIFY(openMenu());
    QCOMPARE(dismissals.size(), 0);
    QTest::keyClick(openMenu(), Qt::Key_2);
    QCOMPARE(dismissals.size(), 1);
    QCOMPARE(dismissals.first().at(0).toString(), u"document.expired"_s);
    QVERIFY(!dismissals.first().at(1).toString().isEmpty());
}

void FindingsTest::ownWordsDismiss()
{
    QSignalSpy dismissals(m_panel.get(), &FindingsPanel::dismissRequested);
    m_panel->select(u"face.mismatch"_s);
    m_panel->dismissCurrent();
    QTRY_VERIFY(openMenu());
    QTest::keyClick(openMenu(), Qt::Key_5);
    auto *words = row(u"face.mismatch"_s)->findChild<QLineEdit *>(u"dismissReasonEdit"_s);
    QTRY_VERIFY(words->hasFocus());
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(dismissals.size(), 0); // nothing typed
    QTest::keyClicks(words, u"A twin"_s);
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(dismissals.size(), 1);
    QCOMPARE(dismissals.first().at(1).toString(), u"A twin"_s);
    QVERIFY(!words->isVisible());
}

void FindingsTest::escapeLeavesTheWordsAndNothingElse()
{
    QSignalSpy dismissals(m_panel.get(), &FindingsPanel::dismissRequested);
    QAction cancel(m_panel.get());
    cancel.setShortcut(Qt::Key_Escape);
    m_panel->addAction(&cancel);
    QSignalSpy cancelled(&cancel, &QAction::triggered);
    m_panel->select(u"face.mismatch"_s);
    m_panel->dismissCurrent();
    QTRY_VERIFY(openMenu());
    QTest::keyClick(openMenu(), Qt::Key_5);
    auto *words = row(u"face.mismatch"_s)->findChild<QLineEdit *>(u"dismissReasonEdit"_s);
    QTRY_VERIFY(words->hasFocus());
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!words->isVisible());
    QCOMPARE(cancelled.size(), 0);
    QCOMPARE(dismissals.size(), 0);
}

void FindingsTest::verdictsAreShownAndTakenBack()
{
    const review::FindingVerdict verdict{
        u"document.expired"_s, 141, Outcome::Flagged, review::Verdict::Confirmed, {}};
    m_verdicts.insert(verdict.checkId, verdict);
    m_panel->setVerdict(verdict.checkId, &verdict);
    QToolButton *confirm = button(verdict.checkId, u"confirmButton"_s);
    QVERIFY(confirm->isChecked());
    QSignalSpy cleared(m_panel.get(), &FindingsPanel::clearVerdictRequested);
    QTest::mouseClick(confirm, Qt::LeftButton);
    QCOMPARE(cleared.size(), 1);
    QVERIFY(confirm->isChecked()); // until whoever keeps verdicts says otherwise
    m_panel->setVerdict(verdict.checkId, nullptr);
    QVERIFY(!confirm->isChecked());
}

void FindingsTest::lockedRowsOfferNothing()
{
    QSignalSpy confirmations(m_panel.get(), &FindingsPanel::confirmRequested);
    m_panel->setLocked(true);
    m_panel->select(u"document.expired"_s);
    m_panel->confirmCurrent();
    m_panel->dismissCurrent();
    QCOMPARE(confirmations.size(), 0);
    QVERIFY(!openMenu());
    QVERIFY(!button(u"document.expired"_s, u"confirmButton"_s)->isEnabled());
}

void FindingsTest::overlayIsSwitched()
{
    QSignalSpy overlays(m_panel.get(), &FindingsPanel::overlayToggled);
    QTest::mouseClick(button(u"document.expired"_s, u"overlayButton"_s), Qt::LeftButton);
    QCOMPARE(overlays.first(), (QVariantList{u"document.expired"_s, false}));
    QVERIFY(!button(u"document.blurred"_s, u"overlayButton"_s)->isVisible()); // nothing to show
}

void FindingsTest::analysisThatGoesOnKeepsTheSelection()
{
    m_panel->select(u"face.mismatch"_s);
    QList<Finding> more = someFindings();
    more[0].outcome = Outcome::Flagged;
    show(more);
    QCOMPARE(m_panel->currentCheck(), u"face.mismatch"_s);
    QCOMPARE(m_panel->listedChecks().first(), u"document.too_dark"_s);
    m_panel->startCase();
    show({});
    QCOMPARE(m_panel->currentCheck(), QString());
    QVERIFY(m_panel->listedChecks().isEmpty());
}

QTEST_MAIN(FindingsTest)
#include "findings_test.moc"
