// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/workstation.h"
#include "desk_fixture.h"
#include "engine/case/bundle_reader.h"
#include "translations/translations.h"
#include "ui/decision/decision_bar.h"
#include "ui/decision/take_back_banner.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/commands.h"
#include "ui/shell/desk.h"
#include "ui/training/course_banner.h"
#include "ui/training/lesson_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <thread>

using namespace Qt::StringLiterals;
using namespace scrutineer;
using namespace scrutineer::ui;

namespace {
const QStringList courseIds{u"COURSE-0001"_s, u"COURSE-0002"_s, u"COURSE-0003"_s};

QByteArray truth()
{
    return R"({"flagged": ["document.glare"], "clear": ["document.expired"], "decision": "ask_for_files",
               "reasons": [112], "difficulty": 1, "lesson": "A lamp.",
               "regions": [{"id": "document.glare", "path": "front.jpg", "page": 0,
                            "polygon": [[640, 200], [940, 200], [940, 380], [640, 380]]}],
               "lesson_texts": {"en": {"title": "The lamp", "wrong": "A lamp is reflected.",
                                       "look": "In the middle.", "answer": "Ask for a new photo."}}})";
}
} // namespace

/// The course in the real window over a real workspace; its cases are invented and small.
class CourseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void isOfferedOnTheEmptyDesk();
    void aCaseIsDecidedAndTaught();
    void aRightAnswerIsPraised();
    void staysApartFromRealCases();
    void canBeCancelled();
    void failureIsTold();
    void isDrawnOnce();

private:
    template <typename T>
    T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    Result<void> draw(const QString &folder, const std::function<void(int, int)> &progressed,
                      const std::atomic_bool &cancelled);
    void start() { m_window->commands()->action(Command::StartCourse)->trigger(); }
    void analyse(bool flagged);
    void reject(const QString &checkId, review::DecisionKind kind);
    [[nodiscard]] QString openCaseId() const
    {
        return m_window->desk()->session() ? m_window->desk()->session()->caseId() : QString();
    }
    [[nodiscard]] LessonPanel *lesson() const { return child<LessonPanel>(u"lessonPanel"_s); }
    [[nodiscard]] QString textOf(const QString &name) const { return child<QLabel>(name)->text(); }

    QDateTime m_now;
    std::unique_ptr<QTemporaryDir> m_folder;
    test::ScriptedPrompt m_prompt;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<workstation::Workstation> m_station;
    std::atomic_int m_drawn = 0;
    std::atomic_bool m_hold = false; ///< drawing waits until it is cancelled
    std::atomic_bool m_fail = false;
};

void CourseTest::init()
{
    m_now = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    m_folder = std::make_unique<QTemporaryDir>();
    m_drawn = 0;
    m_hold = false;
    m_fail = false;
    Settings settings;
    settings.reviewer = u"Mo"_s;
    settings.reducedMotion = true;
    m_window = std::make_unique<MainWindow>(MainWindow::Parts{
        policy::builtIn(), settings, &m_prompt, [this] { return m_now; }, translations::languages()});
    worker::PoolSettings pool;
    pool.program = m_folder->filePath(u"no-worker"_s);
    const workstation::Course course{
        courseIds, [this](const QString &folder, const std::function<void(int, int)> &progressed,
                          const std::atomic_bool &cancelled) { return draw(folder, progressed, cancelled); }};
    m_station = std::make_unique<workstation::Workstation>(
        *m_window,
        workstation::Workstation::Parts{policy::builtIn(), pool, [this] { return m_now; }, course});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_station->openWorkspace(m_folder->filePath(u"workspace"_s)));
}

void CourseTest::cleanup()
{
    m_station.reset();
    m_window.reset();
    m_folder.reset();
}

Result<void> CourseTest::draw(const QString &folder, const std::function<void(int, int)> &progressed,
                              const std::atomic_bool &cancelled)
{
    ++m_drawn;
    progressed(0, 3);
    while (m_hold && !cancelled)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    if (cancelled)
        return failure(ErrorCode::Cancelled, folder);
    if (m_fail)
        return failure(ErrorCode::DiskFull, folder);
    for (int i = 0; i < courseIds.size(); ++i) {
        const QString bundle =
            test::writeBundle(test::inventedCase(courseIds[i], Level::Primary, m_now, 5 - i), folder);
        QFile file(bundle + u"/truth.json"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(truth()) <= 0)
            return failure(ErrorCode::WriteFailed, bundle);
        progressed(i + 1, 3);
    }
    return {};
}

/// As the worker processes would have done.
void CourseTest::analyse(bool flagged)
{
    const auto workspace = m_station->workspace()->anotherConnection();
    QVERIFY(workspace);
    for (const QString &id : courseIds) {
        const auto stored = (*workspace)->loadCase(id);
        QVERIFY(stored);
        QVERIFY((*workspace)->saveAnalysis(id, test::inventedAnalysis(stored->input, flagged)));
    }
    m_window->desk()->queue()->refresh();
}

void CourseTest::reject(const QString &checkId, review::DecisionKind kind)
{
    review::ReviewSession *session = m_window->desk()->session();
    QVERIFY(session->confirm(checkId));
    m_window->desk()->decision()->choose(kind);
    m_window->desk()->decision()->record();
    QTRY_VERIFY(lesson()->isVisible());
}

void CourseTest::isOfferedOnTheEmptyDesk()
{
    auto *offer = child<QPushButton>(u"restCourseButton"_s);
    QVERIFY(offer && offer->isVisible());
    QVERIFY(!child<QComboBox>(u"queueTrainingCombo"_s)->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton);
    QTRY_COMPARE(openCaseId(), courseIds[0]);
    QVERIFY(!m_window->courseBanner()->isVisible());
    QVERIFY(child<QComboBox>(u"queueTrainingCombo"_s)->isVisible());
    QCOMPARE(m_window->desk()->queue()->model()->rowCount(), 3);
}

void CourseTest::aCaseIsDecidedAndTaught()
{
    start();
    QTRY_COMPARE(openCaseId(), courseIds[0]);
    analyse(true);
    m_station->openCase(courseIds[1]);
    QVERIFY(!lesson()->isVisible());
    reject(u"document.expired"_s, review::DecisionKind::Reject);
    // It stays until it is read: what was missed, what was too much, and no way back.
    QCOMPARE(openCaseId(), courseIds[1]);
    QCOMPARE(textOf(u"lessonTitle"_s), u"The lamp"_s);
    QCOMPARE(textOf(u"lessonWrong"_s), u"A lamp is reflected."_s);
    QCOMPARE(textOf(u"lessonAnswer"_s), u"Ask for a new photo."_s);
    QCOMPARE(textOf(u"lessonState_112"_s), u"missed"_s);
    QCOMPARE(textOf(u"lessonState_141"_s), u"too much"_s);
    QVERIFY(child<QToolButton>(u"lessonShow_112"_s)->isVisible());
    QVERIFY(!child<QToolButton>(u"lessonShow_141"_s));
    QVERIFY(!m_window->desk()->decision()->takeBack()->isOpen());
    QTRY_VERIFY(child<QPushButton>(u"lessonNextButton"_s)->height() > 20);
    QTest::mouseClick(child<QPushButton>(u"lessonNextButton"_s), Qt::LeftButton);
    QTRY_COMPARE(openCaseId(), courseIds[0]);
    QVERIFY(!lesson()->isVisible());
    // Whoever opens it again reads the lesson again.
    m_station->openCase(courseIds[1]);
    QVERIFY(lesson()->isVisible());
}

void CourseTest::aRightAnswerIsPraised()
{
    start();
    QTRY_COMPARE(openCaseId(), courseIds[0]);
    analyse(true);
    m_station->openCase(courseIds[2]);
    reject(u"document.glare"_s, review::DecisionKind::AskForFiles);
    QCOMPARE(textOf(u"lessonVerdict"_s), u"All right."_s);
    QCOMPARE(textOf(u"lessonState_112"_s), u"found"_s);
    QVERIFY(!child<QLabel>(u"lessonState_141"_s));
}

void CourseTest::staysApartFromRealCases()
{
    const Case real = test::inventedCase(u"C-1"_s, Level::Primary, m_now, 9);
    m_station->importFolders({test::writeBundle(real, m_folder->filePath(u"bundles"_s))});
    QTRY_COMPARE(openCaseId(), u"C-1"_s);
    start();
    auto *choice = child<QComboBox>(u"queueTrainingCombo"_s);
    QTRY_VERIFY(choice->isVisible());
    // Nobody is taken away from the case at hand.
    QCOMPARE(openCaseId(), u"C-1"_s);
    const QueueModel *queue = m_window->desk()->queue()->model();
    QCOMPARE(queue->rowCount(), 1);
    choice->setCurrentIndex(1);
    QCOMPARE(queue->rowCount(), 3);
    QCOMPARE(queue->idAt(0), courseIds[0]);
    choice->setCurrentIndex(2);
    QCOMPARE(queue->rowCount(), 4);
    choice->setCurrentIndex(0);
    QCOMPARE(queue->rowCount(), 1);
}

void CourseTest::canBeCancelled()
{
    m_hold = true;
    start();
    auto *cancel = child<QPushButton>(u"courseCancelButton"_s);
    QTRY_VERIFY(m_window->courseBanner()->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY(!m_window->courseBanner()->isVisible());
    QCOMPARE(m_station->workspace()->count({}).value(), 0);
    m_hold = false;
    start();
    QTRY_COMPARE(openCaseId(), courseIds[0]);
    QCOMPARE(m_drawn.load(), 2);
}

void CourseTest::failureIsTold()
{
    m_fail = true;
    start();
    QTRY_VERIFY(child<QLabel>(u"noticeText"_s)->isVisible());
    QTRY_VERIFY(!m_window->courseBanner()->isVisible());
    QVERIFY(!textOf(u"noticeText"_s).isEmpty());
    QCOMPARE(m_station->workspace()->count({}).value(), 0);
}

void CourseTest::isDrawnOnce()
{
    start();
    QTRY_COMPARE(openCaseId(), courseIds[0]);
    start();
    QCOMPARE(openCaseId(), courseIds[0]);
    QCOMPARE(m_drawn.load(), 1);
}

QTEST_MAIN(CourseTest)
#include "course_test.moc"
