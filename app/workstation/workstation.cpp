// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/workstation.h"

#include "app/workstation/analyst.h"
#include "app/workstation/importer.h"
#include "app/workstation/page_loader.h"
#include "app/workstation/pages.h"
#include "app/workstation/reports.h"
#include "engine/review/ledger.h"
#include "engine/review/queue_source.h"
#include "ui/decision/decision_bar.h"
#include "ui/decision/take_back_banner.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/commands.h"
#include "ui/shell/desk.h"
#include "ui/training/course_banner.h"

#include <QDir>
#include <QThreadPool>
#include <QtConcurrent>

#include <atomic>

using namespace Qt::StringLiterals;

namespace scrutineer::workstation {

using Tone = ui::NoticeBanner::Tone;

/// What lives as long as one workspace is open. Order matters: what uses comes after what is used.
struct OpenWorkspace
{
    OpenWorkspace() = default;
    OpenWorkspace(const OpenWorkspace &) = delete;
    OpenWorkspace &operator=(const OpenWorkspace &) = delete;
    ~OpenWorkspace() { closing = true; }

    std::atomic_bool closing = false;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<review::WorkspaceQueue> queue;
    std::unique_ptr<review::WorkspaceLedger> ledger;
    QObject answers;                                ///< where those below report; they end first
    QThreadPool reports;                            ///< export, verify, judging anew
    std::unique_ptr<review::ReviewSession> session; ///< of the case on the desk
    std::unique_ptr<review::ReviewSession> decided; ///< the one before, while its decision can be taken back
    std::unique_ptr<PageLoader> pages;
    std::unique_ptr<Importer> importer;
    std::unique_ptr<CourseRun> course; ///< while the course is drawn and imported
    std::unique_ptr<Analyst> analyst;
};

class Workstation::Private
{
public:
    Private(Workstation &station, ui::MainWindow &shown, Parts given)
        : q(station), window(shown), desk(*shown.desk()), parts(std::move(given))
    {
    }

    void connectWindow();
    void connectWorkspace();
    void connectAnalyst();
    void use(std::unique_ptr<store::Workspace> workspace);
    void show(std::unique_ptr<review::ReviewSession> session);
    void openNext(const QString &caseId);
    void rest();
    void prepareNext();
    void refreshQueue();
    void decisionRecorded(const store::Decision &decision);
    void takeBack();
    void caseStored(const QString &caseId);
    void reloadAnalysis();
    void importFinished(const ImportReport &report);
    void drawCourse();
    void courseImported(const ImportReport &report);
    void endCourse(Tone tone, const QString &text);
    [[nodiscard]] bool hasTraining() const;
    void showLesson(const store::Decision &decision);
    void showAnalysisProgress(const QString &caseId, const QString &path, const QString &stage,
                              double fraction);
    void showTakeBack(const review::ReviewSession &session);
    void tell(const Error &error) { window.tell(Tone::Error, sentence(error)); }
    [[nodiscard]] review::SessionSettings sessionSettings() const;
    [[nodiscard]] QString currentId() const
    {
        return open && open->session ? open->session->caseId() : QString();
    }

    Workstation &q;
    ui::MainWindow &window;
    ui::Desk &desk;
    Parts parts;
    std::unique_ptr<OpenWorkspace> open;
};

void Workstation::Private::connectWindow()
{
    QObject::connect(&window, &ui::MainWindow::importRequested, &q, &Workstation::importFolders);
    QObject::connect(&window, &ui::MainWindow::workspaceChosen, &q, &Workstation::openWorkspace);
    QObject::connect(&window, &ui::MainWindow::exportRequested, &q, [this](const QString &file) {
        if (open)
            exportTo(file, *open->workspace, open->reports, window);
    });
    QObject::connect(&window, &ui::MainWindow::verifyRequested, &q, [this] {
        if (open)
            verify(*open->workspace, open->reports, window);
    });
    QObject::connect(&window, &ui::MainWindow::courseRequested, &q, &Workstation::startCourse);
    QObject::connect(window.courseBanner(), &ui::CourseBanner::cancelRequested, &q, [this] {
        if (open && open->course)
            open->course->cancel();
    });
    QObject::connect(&desk, &ui::Desk::lessonRead, &q, [this] {
        const QString next = desk.queue()->caseAfter(currentId());
        next.isEmpty() ? rest() : openNext(next);
    });
    QObject::connect(&window, &ui::MainWindow::takeBackRequested, &q, [this] { takeBack(); });
    QObject::connect(&window, &ui::MainWindow::nextCaseRequested, &q,
                     [this] { openNext(desk.queue()->caseAfter(currentId())); });
    QObject::connect(&window, &ui::MainWindow::previousCaseRequested, &q,
                     [this] { openNext(desk.queue()->caseBefore(currentId())); });
    QObject::connect(desk.queue(), &ui::QueuePanel::caseChosen, &q, &Workstation::openCase);
    QObject::connect(&desk, &ui::Desk::failed, &q, [this](const Error &error) { tell(error); });
    QObject::connect(&desk, &ui::Desk::decided, &q,
                     [this](const store::Decision &decision) { decisionRecorded(decision); });
    QObject::connect(desk.decision()->takeBack(), &ui::TakeBackBanner::expired, &q, [this] {
        if (open)
            open->decided.reset();
    });
}

void Workstation::Private::use(std::unique_ptr<store::Workspace> workspace)
{
    desk.closeCase();
    desk.queue()->setSource(nullptr);
    desk.decision()->takeBack()->dismiss();
    window.showProgress(QString(), -1);
    open.reset();
    open = std::make_unique<OpenWorkspace>();
    open->workspace = std::move(workspace);
    open->queue = std::make_unique<review::WorkspaceQueue>(*open->workspace);
    open->ledger = std::make_unique<review::WorkspaceLedger>(*open->workspace);
    open->pages = std::make_unique<PageLoader>();
    open->importer = std::make_unique<Importer>(*open->workspace, parts.policy.limits.bytesPerFile,
                                                reviewerName(window.settings()));
    open->analyst = std::make_unique<Analyst>(*open->workspace, parts.policy, parts.pool);
    connectWorkspace();
    connectAnalyst();
    window.courseBanner()->hide();
    desk.queue()->offerTraining(hasTraining());
    desk.queue()->setSource(open->queue.get());
    window.setWorkspaceName(open->workspace->folder());
    window.showDesk();
    openNext(desk.queue()->caseAfter(QString()));
    judgeUnder(parts.policy, *open->workspace, reviewerName(window.settings()), open->reports, open->closing,
               window, open->answers, [this] {
                   refreshQueue();
                   if (open->session)
                       reloadAnalysis();
               });
    open->analyst->wake();
}

void Workstation::Private::connectWorkspace()
{
    QObject::connect(open->pages.get(), &PageLoader::loaded, &q,
                     [this](const QString &caseId, const QList<facts::DisplayPage> &pages) {
                         if (caseId != currentId()) {
                             desk.prefetch(pages);
                             return;
                         }
                         for (const facts::DisplayPage &page : pages)
                             desk.addPage(page);
                         prepareNext();
                     });
    QObject::connect(open->importer.get(), &Importer::progressed, &q, [this](int done, int total) {
        window.showProgress(tr("Importing case %1 of %2").arg(done + 1).arg(total),
                            static_cast<double>(done) / std::max(1, total));
    });
    QObject::connect(open->importer.get(), &Importer::finished, &q,
                     [this](const ImportReport &report) { importFinished(report); });
}

void Workstation::Private::connectAnalyst()
{
    Analyst *analyst = open->analyst.get();
    QObject::connect(analyst, &Analyst::fileProgressed, &q,
                     [this](const QString &caseId, const QString &path, const QString &stage,
                            double fraction) { showAnalysisProgress(caseId, path, stage, fraction); });
    QObject::connect(analyst, &Analyst::pageRendered, &q,
                     [this](const QString &caseId, const facts::DisplayPage &page) {
                         if (caseId == currentId())
                             desk.addPage(page);
                     });
    QObject::connect(analyst, &Analyst::findingsChanged, &q,
                     [this](const QString &caseId, const QList<Finding> &findings) {
                         if (caseId == currentId())
                             desk.showInterimFindings(findings);
                     });
    QObject::connect(analyst, &Analyst::caseStored, &q,
                     [this](const QString &caseId) { caseStored(caseId); });
    QObject::connect(analyst, &Analyst::caseFailed, &q, [this](const QString &caseId, const Error &error) {
        window.tell(Tone::Error, tr("%1 could not be analysed. %2").arg(caseId, sentence(error)));
    });
    QObject::connect(analyst, &Analyst::workersUnavailable, &q, [this](const Error &error) {
        window.tell(Tone::Error, tr("Cases cannot be analysed. Those analysed before can be reviewed."),
                    {sentence(error)});
    });
    QObject::connect(analyst, &Analyst::idle, &q, [this] {
        if (!open->importer->isRunning())
            window.showProgress(QString(), -1);
    });
}

review::SessionSettings Workstation::Private::sessionSettings() const
{
    review::SessionSettings settings;
    settings.reviewer = reviewerName(window.settings());
    settings.now = parts.now;
    return settings;
}

void Workstation::Private::show(std::unique_ptr<review::ReviewSession> session)
{
    // The desk lets go of the old session before it goes.
    std::unique_ptr<review::ReviewSession> before = std::exchange(open->session, std::move(session));
    const QString caseId = open->session->caseId();
    const store::StoredCase &stored = open->session->storedCase();
    const bool running = open->analyst->isAnalysing(caseId);
    const QList<facts::DisplayPage> pages =
        running ? open->analyst->pagesOf(caseId) : open->pages->pagesOf(caseId);
    desk.openCase(open->session.get(), pages);
    before.reset();
    if (stored.state == store::CaseState::Imported && !stored.facts) {
        if (running)
            desk.showInterimFindings(open->analyst->findingsOf(caseId));
        open->analyst->analyseNow(caseId);
        prepareNext();
    } else if (pages.isEmpty() && !stored.pages.isEmpty()) {
        open->pages->load(caseId, stored.pages);
    } else {
        prepareNext();
    }
    if (const store::Decision *decision = open->session->standingDecision(); decision && stored.training)
        showLesson(*decision);
}

void Workstation::Private::openNext(const QString &caseId)
{
    if (caseId.isEmpty()) {
        if (!open || !open->session)
            rest();
        return;
    }
    q.openCase(caseId);
}

void Workstation::Private::rest()
{
    desk.closeCase();
    if (open)
        open->session.reset();
    store::QueueFilter real;
    real.training = false;
    const auto all = open ? open->workspace->count(real) : Result<qint64>(0);
    std::function<void()> startCourse;
    if (open && !parts.course.caseIds.isEmpty())
        startCourse = [this] { q.startCourse(); };
    desk.setRestPage(restPage(
        all && *all > 0, [this] { window.commands()->action(ui::Command::Import)->trigger(); },
        std::move(startCourse)));
}

/// Reads and decodes the pages of the case that follows, while the person looks at this one.
void Workstation::Private::prepareNext()
{
    const QString next = desk.queue()->caseAfter(currentId());
    if (next.isEmpty() || next == currentId() || open->pages->has(next))
        return;
    if (const auto stored = open->workspace->loadCase(next); stored && !stored->pages.isEmpty())
        open->pages->load(next, stored->pages);
}

void Workstation::Private::refreshQueue()
{
    desk.queue()->refresh();
}

void Workstation::Private::decisionRecorded(const store::Decision &decision)
{
    if (open->session->storedCase().training) {
        // It stays on the desk with its lesson. Whoever has read that does not take the decision back.
        refreshQueue();
        showLesson(decision);
        return;
    }
    const QString next = desk.queue()->caseAfter(decision.caseId);
    open->decided = std::move(open->session);
    showTakeBack(*open->decided);
    refreshQueue();
    if (next.isEmpty() || next == decision.caseId)
        rest();
    else
        q.openCase(next);
}

void Workstation::Private::showTakeBack(const review::ReviewSession &session)
{
    const review::Decision *decision = session.standingDecision();
    const auto until = session.canTakeBackUntil();
    if (decision && until)
        desk.decision()->takeBack()->showFor(
            tr("%1: %2").arg(session.caseId(), toLabel(store::stateAfter(decision->kind))), *until);
}

void Workstation::Private::takeBack()
{
    if (!open || !open->decided)
        return;
    desk.decision()->takeBack()->dismiss();
    std::unique_ptr<review::ReviewSession> session = std::move(open->decided);
    if (const auto done = session->takeBack(); !done) {
        tell(done.error());
        return;
    }
    refreshQueue();
    show(std::move(session));
}

void Workstation::Private::caseStored(const QString &caseId)
{
    open->pages->forget(caseId);
    refreshQueue();
    if (caseId != currentId()) {
        if (currentId().isEmpty() && desk.queue()->model()->rowOf(caseId) >= 0)
            openNext(caseId);
        return;
    }
    reloadAnalysis();
}

void Workstation::Private::reloadAnalysis()
{
    const auto stored = open->workspace->loadCase(currentId());
    if (stored && stored->facts)
        open->session->setAnalysis(*stored->facts, stored->findings, stored->policySha256);
    else if (!stored)
        tell(stored.error());
}

bool Workstation::Private::hasTraining() const
{
    store::QueueFilter training;
    training.training = true;
    return open->workspace->count(training).value_or(0) > 0;
}

void Workstation::Private::drawCourse()
{
    open->course = std::make_unique<CourseRun>(parts.course);
    CourseRun *run = open->course.get();
    QObject::connect(run, &CourseRun::progressed, window.courseBanner(), &ui::CourseBanner::showProgress);
    QObject::connect(run, &CourseRun::drawn, &q, [this](const QString &folder) {
        window.courseBanner()->hide();
        open->importer->importTraining(folder);
    });
    QObject::connect(run, &CourseRun::cancelled, &q,
                     [this] { endCourse(Tone::Warning, tr("The course was cancelled.")); });
    QObject::connect(run, &CourseRun::failed, &q,
                     [this](const Error &error) { endCourse(Tone::Error, sentence(error)); });
    run->start();
}

void Workstation::Private::endCourse(Tone tone, const QString &text)
{
    window.courseBanner()->hide();
    open->course.release()->deleteLater(); // it may be the one that calls
    window.tell(tone, text);
}

void Workstation::Private::courseImported(const ImportReport &report)
{
    window.showProgress(QString(), -1);
    desk.queue()->offerTraining(hasTraining());
    open->analyst->wake();
    if (!report.problems.isEmpty()) {
        endCourse(Tone::Error, report.problems.join(u' '));
    } else if (currentId().isEmpty()) {
        endCourse(Tone::Done, tr("The course is ready."));
        q.startCourse();
    } else {
        endCourse(Tone::Done, tr("The course is ready. Choose “Training cases” above the queue."));
    }
}

void Workstation::Private::showLesson(const store::Decision &decision)
{
    const auto truth = open->workspace->trainingTruth(decision.caseId);
    if (!truth)
        tell(truth.error());
    else if (*truth) {
        if (const auto shown = desk.showLesson(**truth, decision); !shown)
            tell(shown.error());
    }
}

void Workstation::Private::importFinished(const ImportReport &report)
{
    if (report.training) {
        courseImported(report);
        return;
    }
    window.showProgress(QString(), -1);
    const int count = static_cast<int>(report.imported.size());
    QStringList details = report.problems;
    for (const QString &caseId : report.known)
        details.append(tr("%1 is in the workspace already.").arg(caseId));
    if (!report.problems.isEmpty())
        window.tell(
            Tone::Error,
            tr("%n folder(s) could not be imported.", nullptr, static_cast<int>(report.problems.size())) +
                u' ' + tr("%n case(s) imported.", nullptr, count),
            details);
    else if (count == 0)
        window.tell(Tone::Warning, tr("Nothing new was imported."), details);
    else
        window.tell(Tone::Done, tr("%n case(s) imported.", nullptr, count), details);
    refreshQueue();
    if (currentId().isEmpty())
        openNext(desk.queue()->caseAfter(QString()));
    open->analyst->wake();
}

void Workstation::Private::showAnalysisProgress(const QString &caseId, const QString &path,
                                                const QString &stage, double fraction)
{
    if (caseId == currentId())
        desk.fileProgressed(path, stage, fraction);
    if (!open->importer->isRunning())
        window.showProgress(tr("Analysing %1, %2").arg(caseId, path), fraction);
}

Workstation::Workstation(ui::MainWindow &window, Parts parts, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, window, std::move(parts)))
{
    d->connectWindow();
    d->window.commands()->action(ui::Command::StartCourse)->setVisible(!d->parts.course.caseIds.isEmpty());
    d->rest();
}

Workstation::~Workstation()
{
    d->desk.closeCase();
    d->desk.queue()->setSource(nullptr);
}

bool Workstation::openWorkspace(const QString &folder)
{
    if (d->open && QDir(d->open->workspace->folder()) == QDir(folder))
        return true;
    auto workspace =
        store::Workspace::open(folder, store::OpenMode::ReadWrite, reviewerName(d->window.settings()));
    if (!workspace) {
        const ProblemActions actions{
            [this, folder] { openWorkspace(folder); },
            [this] { d->window.commands()->action(ui::Command::OpenWorkspace)->trigger(); },
        };
        if (d->open)
            d->tell(workspace.error()); // the one that is open stays
        else
            d->window.showProblem(workspaceProblem(workspace.error(), folder, actions));
        return false;
    }
    d->use(std::move(*workspace));
    Q_EMIT workspaceOpened(d->open->workspace->folder());
    return true;
}

void Workstation::importFolders(const QStringList &folders)
{
    if (d->open && !folders.isEmpty())
        d->open->importer->import(folders);
}

void Workstation::startCourse()
{
    if (!d->open || d->open->course || d->parts.course.caseIds.isEmpty())
        return;
    for (const QString &caseId : d->parts.course.caseIds) {
        if (!d->open->workspace->contains(caseId).value_or(false)) {
            d->drawCourse();
            return;
        }
    }
    d->desk.queue()->offerTraining(true);
    d->desk.queue()->showTraining();
    d->openNext(d->desk.queue()->caseAfter(QString()));
}

void Workstation::openCase(const QString &caseId)
{
    if (!d->open || caseId == d->currentId())
        return;
    if (d->open->decided && d->open->decided->caseId() == caseId) {
        d->show(std::move(d->open->decided));
        d->desk.decision()->takeBack()->dismiss();
        return;
    }
    auto stored = d->open->workspace->loadCase(caseId);
    if (!stored) {
        d->tell(stored.error());
        return;
    }
    d->show(
        std::make_unique<review::ReviewSession>(std::move(*stored), d->sessionSettings(), *d->open->ledger));
}

const store::Workspace *Workstation::workspace() const
{
    return d->open ? d->open->workspace.get() : nullptr;
}

} // namespace scrutineer::workstation
