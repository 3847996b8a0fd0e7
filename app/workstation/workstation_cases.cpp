// SPDX-License-Identifier: GPL-3.0-or-later
// The case on the desk: opened, decided, taken back, followed by the next.
#include "app/workstation/pages.h"
#include "app/workstation/workstation_p.h"
#include "ui/decision/decision_bar.h"
#include "ui/decision/take_back_banner.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/commands.h"

#include <utility>

namespace scrutineer::workstation {

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

} // namespace scrutineer::workstation
