// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/analyst.h"
#include "app/workstation/course_run.h"
#include "app/workstation/importer.h"
#include "app/workstation/page_loader.h"
#include "app/workstation/workstation.h"
#include "engine/review/ledger.h"
#include "engine/review/queue_source.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"

#include <QThreadPool>

#include <atomic>

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

} // namespace scrutineer::workstation
