// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/workstation.h"
#include "desk_fixture.h"
#include "translations/translations.h"
#include "ui/decision/decision_bar.h"
#include "ui/decision/take_back_banner.h"
#include "ui/evidence/evidence_board.h"
#include "ui/findings/finding_row.h"
#include "ui/findings/findings_panel.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/commands.h"
#include "ui/shell/desk.h"

#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace scrutineer;
using namespace scrutineer::ui;

/// Whole reviews in the real window over a real workspace. Cases are analysed beforehand from invented facts,
/// so that no worker process, model or text recognition is needed.
class ReviewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aReviewByKeyboardAlone();
    void aReviewByMouse();
    void decisionIsTakenBack();
    void takingBackEndsWithItsTime();
    void singleKeysDoNotFireWhileTyping();
    void singleKeysCanBeSwitchedOff();
    void keysAreListed();
    void droppedFoldersAreImported();
    void brokenFoldersAreNamed();
    void emptyWorkspaceSaysSo();
    void heldWorkspaceSaysWhoHoldsIt();
    void changedPolicyJudgesAnew();
    void judgedTooLateToTell();
    void windowSpeaksChinese();
    void switchingIsQuick();

private:
    template <typename T>
    T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    void addCase(const Case &input, bool flagged);
    void openDesk();
    void openUnderChangedPolicy();
    MainWindow::Parts windowParts();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    [[nodiscard]] static QMenu *popup() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    [[nodiscard]] QString openCaseId() const
    {
        return m_window->desk()->session() ? m_window->desk()->session()->caseId() : QString();
    }
    [[nodiscard]] store::StoredCase stored(const QString &caseId) const
    {
        return *m_station->workspace()->loadCase(caseId);
    }
    FindingRow *row(const QString &checkId) const { return child<FindingRow>(u"finding_"_s + checkId); }

    QDateTime m_now;
    std::unique_ptr<QTemporaryDir> m_folder;
    test::ScriptedPrompt m_prompt;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<workstation::Workstation> m_station;
};

void ReviewTest::initTestCase()
{
    applyTheme(*qApp, Scheme::Light);
}

void ReviewTest::init()
{
    // What the offscreen platform cannot do is no fault of the window.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_now = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    m_folder = std::make_unique<QTemporaryDir>();
    m_prompt = {};
    addCase(test::inventedCase(u"C-1"_s, Level::Primary, m_now, 5), true);
    addCase(test::inventedCase(u"C-2"_s, Level::Advanced, m_now, 4), false);
    addCase(test::inventedCase(u"C-3"_s, Level::Primary, m_now, 3), true);
    openDesk();
    QCOMPARE(openCaseId(), u"C-1"_s);
}

void ReviewTest::cleanup()
{
    m_station.reset();
    m_window.reset();
    m_folder.reset();
}

void ReviewTest::addCase(const Case &input, bool flagged)
{
    const QString bundle = test::writeBundle(input, m_folder->filePath(u"bundles"_s));
    auto workspace =
        store::Workspace::open(m_folder->filePath(u"workspace"_s), store::OpenMode::ReadWrite, u"test"_s);
    QVERIFY(workspace);
    store::ImportOptions options;
    options.who = u"test"_s;
    options.at = m_now;
    QVERIFY((*workspace)->importCase(input, bundle, options));
    QVERIFY((*workspace)->saveAnalysis(input.id, test::inventedAnalysis(input, flagged)));
}

MainWindow::Parts ReviewTest::windowParts()
{
    Settings settings;
    settings.reviewer = u"Mo"_s;
    settings.reducedMotion = true;
    return {policy::builtIn(), settings, &m_prompt, [this] { return m_now; }, translations::languages()};
}

void ReviewTest::openDesk()
{
    m_window = std::make_unique<MainWindow>(windowParts());
    worker::PoolSettings pool;
    pool.program = m_folder->filePath(u"no-worker"_s);
    m_station = std::make_unique<workstation::Workstation>(
        *m_window, workstation::Workstation::Parts{policy::builtIn(), pool, [this] { return m_now; }});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_station->openWorkspace(m_folder->filePath(u"workspace"_s)));
}

void ReviewTest::aReviewByKeyboardAlone()
{
    // C-1: both flags are looked at, one confirmed, one dismissed; new files are asked for.
    press(Qt::Key_J);
    QCOMPARE(m_window->desk()->findings()->currentCheck(), u"document.glare"_s);
    press(Qt::Key_Return);
    press(Qt::Key_C);
    QVERIFY(m_window->desk()->session()->verdictOn(u"document.glare"_s));
    QCOMPARE(m_window->desk()->findings()->currentCheck(), u"document.expired"_s);
    press(Qt::Key_D);
    QTRY_VERIFY(popup());
    QTest::keyClick(popup(), Qt::Key_2);
    QCOMPARE(m_window->desk()->session()->verdictOn(u"document.expired"_s)->verdict,
             review::Verdict::Dismissed);
    press(Qt::Key_N);
    QVERIFY(m_window->desk()->decision()->chosen() == review::DecisionKind::AskForFiles);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(openCaseId(), u"C-2"_s);
    const store::StoredCase first = stored(u"C-1"_s);
    const store::Decision *asked = first.standingDecision();
    QVERIFY(asked);
    QCOMPARE(asked->kind, store::DecisionKind::AskForFiles);
    QCOMPARE(asked->who, u"Mo"_s);
    QCOMPARE(asked->reasons, QList<int>{112});
    QVERIFY(!asked->message.isEmpty());

    // C-2 is clean: approved, with a note.
    press(Qt::Key_I);
    QTest::keyClicks(QApplication::focusWidget(), u"all well"_s);
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(openCaseId(), u"C-3"_s);
    const store::StoredCase second = stored(u"C-2"_s);
    QCOMPARE(second.state, store::CaseState::Approved);
    QCOMPARE(second.standingDecision()->note, u"all well"_s);

    // C-3: rejected for a reason from the catalogue.
    m_window->desk()->findings()->focusList();
    press(Qt::Key_W);
    QTRY_VERIFY(popup());
    const QMenu *groups = popup();
    QTest::keyClick(popup(), Qt::Key_1);
    QTRY_VERIFY(popup() && popup() != groups);
    QTest::keyClick(popup(), Qt::Key_Return);
    QTRY_VERIFY(!m_window->desk()->session()->reasons().isEmpty());
    press(Qt::Key_X);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(stored(u"C-3"_s).state, store::CaseState::Rejected);
    QCOMPARE(openCaseId(), QString());
}

void ReviewTest::aReviewByMouse()
{
    QListView *queue = m_window->desk()->queue()->view();
    QTest::mouseClick(queue->viewport(), Qt::LeftButton, {},
                      queue->visualRect(queue->model()->index(2, 0)).center());
    QTRY_COMPARE(openCaseId(), u"C-3"_s);
    QSignalSpy flights(m_window->desk()->findings(), &FindingsPanel::regionRequested);
    QTest::mouseClick(row(u"document.expired"_s), Qt::LeftButton, {}, QPoint(40, 12));
    QCOMPARE(flights.size(), 1);
    QTest::mouseClick(row(u"document.expired"_s)->findChild<QToolButton *>(u"confirmButton"_s),
                      Qt::LeftButton);
    QTest::mouseClick(row(u"document.glare"_s)->findChild<QToolButton *>(u"dismissButton"_s), Qt::LeftButton);
    QTRY_VERIFY(popup());
    QTest::mouseClick(popup(), Qt::LeftButton, {},
                      popup()->actionGeometry(popup()->actions().at(0)).center());
    QVERIFY(child<QPushButton>(u"reasonChip_141"_s));
    QTest::mouseClick(child<QPushButton>(u"rejectButton"_s), Qt::LeftButton);
    QVERIFY(child<QPlainTextEdit>(u"messageEdit"_s)->isVisible());
    QTest::mouseClick(child<QPushButton>(u"rejectButton"_s), Qt::LeftButton);
    QTRY_COMPARE(stored(u"C-3"_s).state, store::CaseState::Rejected);
    QCOMPARE(stored(u"C-3"_s).decisions.constFirst().reasons, QList<int>{141});
    QVERIFY(!openCaseId().isEmpty());
    QVERIFY(openCaseId() != u"C-3"_s);
}

void ReviewTest::decisionIsTakenBack()
{
    m_station->openCase(u"C-2"_s);
    press(Qt::Key_A);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(openCaseId() != u"C-2"_s);
    QVERIFY(m_window->desk()->decision()->takeBack()->isOpen());
    QCOMPARE(stored(u"C-2"_s).state, store::CaseState::Approved);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(openCaseId(), u"C-2"_s);
    QCOMPARE(stored(u"C-2"_s).state, store::CaseState::Ready);
    QVERIFY(child<QPushButton>(u"approveButton"_s)->isEnabled());
    QVERIFY(!m_window->desk()->decision()->takeBack()->isOpen());
    press(Qt::Key_A);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(stored(u"C-2"_s).state, store::CaseState::Approved);
}

void ReviewTest::takingBackEndsWithItsTime()
{
    m_station->openCase(u"C-2"_s);
    press(Qt::Key_A);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_window->desk()->decision()->takeBack()->isOpen());
    m_now = m_now.addSecs(11);
    QTRY_VERIFY(!m_window->desk()->decision()->takeBack()->isOpen());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored(u"C-2"_s).state, store::CaseState::Approved);
}

void ReviewTest::singleKeysDoNotFireWhileTyping()
{
    auto *search = child<QLineEdit>(u"queueSearch"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    for (const Qt::Key key :
         {Qt::Key_A, Qt::Key_N, Qt::Key_X, Qt::Key_C, Qt::Key_D, Qt::Key_J, Qt::Key_W, Qt::Key_B})
        press(key);
    QCOMPARE(search->text(), u"anxcdjwb"_s);
    QVERIFY(!m_window->desk()->decision()->chosen());
    QVERIFY(m_window->desk()->findings()->currentCheck().isEmpty());
    QVERIFY(!popup());
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *message = child<QPlainTextEdit>(u"messageEdit"_s);
    QTRY_VERIFY(message->hasFocus());
    press(Qt::Key_X);
    press(Qt::Key_Slash);
    QVERIFY(message->toPlainText().contains(u"x/"_s));
    QVERIFY(!m_window->desk()->decision()->chosen());
}

void ReviewTest::singleKeysCanBeSwitchedOff()
{
    m_window->commands()->setSingleKeysEnabled(false);
    m_window->desk()->findings()->focusList();
    press(Qt::Key_X);
    QVERIFY(!m_window->desk()->decision()->chosen());
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->desk()->decision()->chosen() == review::DecisionKind::Reject);
    press(Qt::Key_Escape);
    QVERIFY(!m_window->desk()->decision()->chosen());
}

void ReviewTest::keysAreListed()
{
    m_window->desk()->findings()->focusList();
    press(Qt::Key_F1);
    auto *sheet = child<QDialog>(u"keySheet"_s);
    QVERIFY(sheet);
    QTRY_VERIFY(sheet->isVisible());
    QStringList keys;
    for (const QLabel *label : sheet->findChildren<QLabel *>())
        keys.append(label->text());
    for (const Commands::Line &line : m_window->commands()->lines())
        QVERIFY2(keys.contains(line.keys.first().toString(QKeySequence::NativeText)), qPrintable(line.what));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!child<QDialog>(u"keySheet"_s));
}

void ReviewTest::droppedFoldersAreImported()
{
    const QString bundle = test::writeBundle(test::inventedCase(u"C-9"_s, Level::Primary, m_now, 1),
                                             m_folder->filePath(u"dropped"_s));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(bundle)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(*m_station->workspace()->contains(u"C-9"_s));
    QTRY_COMPARE(m_window->desk()->queue()->model()->rowCount(), 4);
    // It cannot be analysed here, and the window says so instead of hanging.
    const auto *notice = child<QLabel>(u"noticeText"_s);
    QTRY_VERIFY(notice->text().startsWith(u"Cases cannot be analysed."_s));
}

void ReviewTest::brokenFoldersAreNamed()
{
    m_prompt.answer = m_folder->path();
    m_window->commands()->action(Command::Import)->trigger();
    QCOMPARE(m_prompt.asked.size(), 1);
    QTRY_VERIFY(child<QFrame>(u"noticeBanner"_s)->isVisible());
    QVERIFY(child<QLabel>(u"noticeText"_s)->text().contains(u"could not be imported"_s));
}

void ReviewTest::emptyWorkspaceSaysSo()
{
    m_prompt.answer = m_folder->filePath(u"other"_s);
    m_window->commands()->action(Command::OpenWorkspace)->trigger();
    QTRY_COMPARE(m_window->desk()->queue()->model()->rowCount(), 0);
    QVERIFY(!m_window->desk()->session());
    QTRY_VERIFY(child<QPushButton>(u"restImportButton"_s)->isVisible());
}

void ReviewTest::heldWorkspaceSaysWhoHoldsIt()
{
    MainWindow second(windowParts());
    workstation::Workstation station(second, {policy::builtIn(), {}, [this] { return m_now; }});
    second.show();
    QVERIFY(!station.openWorkspace(m_folder->filePath(u"workspace"_s)));
    auto *again = second.findChild<QPushButton *>(u"tryAgainButton"_s);
    QVERIFY(again);
    QTRY_VERIFY(again->isVisible());
    bool named = false;
    for (const QLabel *label : second.findChildren<QLabel *>(u"pageDetail"_s))
        named = named || label->text().contains(u"Mo"_s);
    QVERIFY(named);
    m_station.reset(); // the first one closes
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(station.workspace());
    QCOMPARE(second.desk()->queue()->model()->rowCount(), 3);
}

void ReviewTest::openUnderChangedPolicy()
{
    m_station.reset();
    policy::Policy changed = policy::builtIn();
    changed.sha256 = u"0123"_s;
    m_station = std::make_unique<workstation::Workstation>(
        *m_window, workstation::Workstation::Parts{changed, {}, [this] { return m_now; }});
    QVERIFY(m_station->openWorkspace(m_folder->filePath(u"workspace"_s)));
}

void ReviewTest::changedPolicyJudgesAnew()
{
    openUnderChangedPolicy();
    for (const QString &caseId : {u"C-1"_s, u"C-2"_s, u"C-3"_s})
        QTRY_COMPARE(stored(caseId).policySha256, u"0123"_s);
    QTRY_VERIFY(child<QLabel>(u"noticeText"_s)->text().contains(u"judged anew"_s));
}

void ReviewTest::judgedTooLateToTell()
{
    openUnderChangedPolicy();
    // No event is handled meanwhile: the answer is on its way to a workspace that closes.
    QElapsedTimer clock;
    clock.start();
    while (stored(u"C-3"_s).policySha256 != u"0123"_s && clock.elapsed() < 20'000)
        QThread::msleep(5);
    QCOMPARE(stored(u"C-3"_s).policySha256, u"0123"_s);
    QThread::msleep(50); // it counts what it did
    m_station.reset();
    QCoreApplication::processEvents();
    QVERIFY(!child<QLabel>(u"noticeText"_s)->text().contains(u"judged anew"_s));
}

void ReviewTest::windowSpeaksChinese()
{
    QCOMPARE(translations::install(*qApp, u"zh_CN"_s), u"zh_CN"_s);
    {
        const MainWindow chinese(windowParts());
        QCOMPARE(chinese.findChild<QPushButton *>(u"approveButton"_s)->text(), u"通过"_s);
    }
    QCOMPARE(translations::install(*qApp, u"en"_s), u"en"_s);
    QCOMPARE(DecisionBar::tr("Approve"), u"Approve"_s);
    QCOMPARE(translations::install(*qApp, u"zh_TW"_s), u"en"_s);
}

void ReviewTest::switchingIsQuick()
{
    // Each once, so that pages are at hand as they are when the next case was prepared.
    for (const QString &caseId : {u"C-2"_s, u"C-3"_s, u"C-2"_s}) {
        m_station->openCase(caseId);
        QTRY_VERIFY(m_window->desk()->evidence()->panes().size() >= 3);
        QCoreApplication::processEvents();
    }
    QElapsedTimer clock;
    clock.start();
    m_station->openCase(u"C-3"_s);
    m_window->repaint();
    const qint64 elapsed = clock.elapsed();
    qInfo("switching to painted pictures: %lld ms", elapsed);
    QVERIFY2(elapsed < 500, qPrintable(QString::number(elapsed)));
}

QTEST_MAIN(ReviewTest)
#include "review_test.moc"
