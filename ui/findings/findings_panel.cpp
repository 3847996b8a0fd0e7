// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findings_panel.h"

#include "ui/findings/finding_list.h"
#include "ui/findings/finding_row.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

class FindingsPanel::Private
{
public:
    explicit Private(FindingsPanel &panel) : q(panel) {}

    void build();
    void connectList();
    void showSummary(const QList<Finding> &findings);
    void goTo(const QString &checkId);

    FindingsPanel &q;
    bool locked = false;
    QLabel *summary = nullptr;
    FindingList *list = nullptr;
};

void FindingsPanel::Private::build()
{
    auto *heading = new QLabel(q.tr("Findings"), &q);
    setKind(heading, "title"_L1);
    summary = new QLabel(&q);
    summary->setObjectName(u"findingsSummary"_s);
    setKind(summary, "dim"_L1);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(10, 8, 10, 4);
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(summary);
    list = new FindingList(&q);
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(list, 1);
}

void FindingsPanel::Private::connectList()
{
    QObject::connect(list, &FindingList::selected, &q, &FindingsPanel::findingSelected);
    QObject::connect(list, &FindingList::activated, &q, &FindingsPanel::showCurrentPlace);
    QObject::connect(list, &FindingList::moveRequested, &q, &FindingsPanel::step);
    QObject::connect(list, &FindingList::confirmRequested, &q, &FindingsPanel::confirmRequested);
    QObject::connect(list, &FindingList::dismissRequested, &q, &FindingsPanel::dismissRequested);
    QObject::connect(list, &FindingList::clearVerdictRequested, &q, &FindingsPanel::clearVerdictRequested);
    QObject::connect(list, &FindingList::overlayToggled, &q, &FindingsPanel::overlayToggled);
}

void FindingsPanel::Private::showSummary(const QList<Finding> &findings)
{
    int flagged = 0;
    int look = 0;
    for (const Finding &finding : findings) {
        flagged += finding.outcome == Outcome::Flagged;
        look += finding.outcome == Outcome::Review;
    }
    if (findings.isEmpty())
        summary->clear();
    else if (flagged == 0 && look == 0)
        summary->setText(q.tr("nothing found"));
    else
        summary->setText(q.tr("%1 flagged, %2 to look at").arg(flagged).arg(look));
}

void FindingsPanel::Private::goTo(const QString &checkId)
{
    list->setCurrent(checkId);
    Q_EMIT q.findingSelected(checkId);
    list->row(checkId)->setFocus(Qt::OtherFocusReason);
    q.showCurrentPlace();
}

FindingsPanel::FindingsPanel(QWidget *parent) : QFrame(parent), d(std::make_unique<Private>(*this))
{
    setObjectName(u"findingsPanel"_s);
    setAccessibleName(tr("Findings"));
    setKind(this, "panel"_L1);
    setMinimumWidth(230);
    setFocusPolicy(Qt::StrongFocus);
    d->build();
    d->connectList();
}

FindingsPanel::~FindingsPanel() = default;

void FindingsPanel::setFindings(const QList<Finding> &findings, const VerdictOf &verdictOf)
{
    d->list->setFindings(findings, verdictOf);
    d->showSummary(findings);
}

void FindingsPanel::startCase()
{
    d->list->startCase();
}

void FindingsPanel::setVerdict(const QString &checkId, const review::FindingVerdict *verdict)
{
    if (FindingRow *row = d->list->row(checkId))
        row->setVerdict(verdict);
}

void FindingsPanel::setLanguage(const QString &language)
{
    d->list->setLanguage(language);
}

void FindingsPanel::setLocked(bool locked)
{
    d->locked = locked;
    d->list->setLocked(locked);
}

void FindingsPanel::setSingleKeysEnabled(bool enabled)
{
    d->list->setSingleKeysEnabled(enabled);
}

QString FindingsPanel::currentCheck() const
{
    return d->list->current();
}

QStringList FindingsPanel::listedChecks() const
{
    return d->list->listed();
}

void FindingsPanel::select(const QString &checkId)
{
    d->list->setCurrent(checkId);
    Q_EMIT findingSelected(checkId);
}

void FindingsPanel::step(int by)
{
    const QStringList listed = d->list->listed();
    if (listed.isEmpty())
        return;
    const auto at = listed.indexOf(d->list->current());
    const auto next =
        at < 0 ? (by > 0 ? 0 : listed.size() - 1) : std::clamp<qsizetype>(at + by, 0, listed.size() - 1);
    d->goTo(listed.at(next));
}

void FindingsPanel::stepToOpen()
{
    const QStringList listed = d->list->listed();
    const auto start = listed.indexOf(d->list->current());
    for (qsizetype i = 1; i <= listed.size(); ++i) {
        const QString &checkId = listed.at((start + i) % listed.size());
        const Finding *finding = d->list->finding(checkId);
        const bool asks =
            finding && (finding->outcome == Outcome::Flagged || finding->outcome == Outcome::Review);
        if (asks && !d->list->verdictOn(checkId)) {
            d->goTo(checkId);
            return;
        }
    }
}

void FindingsPanel::showCurrentPlace()
{
    const Finding *finding = d->list->finding(d->list->current());
    if (finding && !finding->evidence.isEmpty())
        Q_EMIT regionRequested(finding->evidence);
}

void FindingsPanel::confirmCurrent()
{
    const Finding *finding = d->list->finding(d->list->current());
    if (!finding || d->locked)
        return;
    const review::FindingVerdict *verdict = d->list->verdictOn(d->list->current());
    if (verdict && verdict->verdict == review::Verdict::Confirmed)
        Q_EMIT clearVerdictRequested(d->list->current());
    else
        Q_EMIT confirmRequested(d->list->current());
}

void FindingsPanel::dismissCurrent()
{
    FindingRow *row = d->list->row(d->list->current());
    if (!row || !d->list->finding(d->list->current()) || d->locked)
        return;
    const review::FindingVerdict *verdict = d->list->verdictOn(d->list->current());
    if (verdict && verdict->verdict == review::Verdict::Dismissed)
        Q_EMIT clearVerdictRequested(d->list->current());
    else
        row->askWhy();
}

void FindingsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        step(event->key() == Qt::Key_Down ? 1 : -1);
    else
        QFrame::keyPressEvent(event);
}

void FindingsPanel::focusList()
{
    const QString current = d->list->current();
    if (FindingRow *row = d->list->row(current.isEmpty() ? d->list->listed().value(0) : current))
        row->setFocus(Qt::ShortcutFocusReason);
}

} // namespace scrutineer::ui
