// SPDX-License-Identifier: GPL-3.0-or-later
// The course of training cases: drawn on first use, imported, explained case by case.
#include "app/workstation/workstation_p.h"
#include "ui/queue/queue_panel.h"
#include "ui/training/course_banner.h"

using namespace Qt::StringLiterals;

namespace scrutineer::workstation {

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

} // namespace scrutineer::workstation
