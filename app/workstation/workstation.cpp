// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/workstation.h"

#include "app/workstation/pages.h"
#include "app/workstation/reports.h"
#include "app/workstation/workstation_p.h"
#include "ui/decision/decision_bar.h"
#include "ui/decision/take_back_banner.h"
#include "ui/evidence/evidence_board.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/commands.h"
#include "ui/training/course_banner.h"

#include <QDir>

namespace scrutineer::workstation {

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
    QObject::connect(analyst, &Analyst::mapDrawn, &q,
                     [this](const QString &caseId, const facts::HeatMap &map) {
                         if (caseId == currentId())
                             desk.evidence()->setHeatMap(map);
                     });
    QObject::connect(
        desk.evidence(), &ui::EvidenceBoard::heatMapsWanted, analyst,
        [this](const QString &path, int page) { open->analyst->drawMaps(currentId(), path, page); });
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
