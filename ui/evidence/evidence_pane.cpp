// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_pane.h"

#include "engine/case/case.h"
#include "ui/evidence/evidence_pane_p.h"
#include "ui/evidence/picture_cache.h"

#include <QAction>
#include <QProgressBar>
#include <QStackedWidget>

namespace scrutineer::ui {

EvidencePane::EvidencePane(PictureCache &cache, QWidget *parent)
    : QFrame(parent), d(std::make_unique<Private>(*this))
{
    setObjectName(QStringLiteral("evidencePane"));
    setProperty("kind", QStringLiteral("panel"));
    setFrameShape(QFrame::StyledPanel);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    d->build(cache);
    d->showState();
}

EvidencePane::~EvidencePane() = default;

void EvidencePane::setFile(Role role, const QString &path)
{
    d->role = role;
    d->path = path;
    d->state = path.isEmpty() ? State::Missing : State::Reading;
    d->pages.clear();
    d->expectedPages = 0;
    d->current = -1;
    d->stage = QStringLiteral("waiting");
    d->fraction = 0;
    d->unreadable.clear();
    d->isDamaged = false;
    d->findings.clear();
    d->seen.clear();
    d->wantedMap.reset();
    d->maps.clear();
    d->askedMaps.clear();
    d->view->clear();
    d->showState();
}

void EvidencePane::addPage(const facts::DisplayPage &page)
{
    const bool known = d->pages.contains(page.page);
    d->pages.insert(page.page, page);
    d->unreadable.clear();
    d->state = State::Showing;
    if (d->current < 0) {
        showPage(page.page);
    } else if (d->current == page.page && known) {
        d->view->setPage(page, true);
    } else if (page.page == 0 && !known && d->view->isFitted()) {
        showPage(0); // pages may come in any order; a reader starts at the first
    }
    d->showState();
}

void EvidencePane::setPageCount(int pages)
{
    d->expectedPages = pages;
    d->showState();
}

void EvidencePane::setProgress(const QString &stage, double fraction)
{
    d->stage = stage;
    d->fraction = qBound(0.0, fraction, 1.0);
    d->showState();
}

void EvidencePane::setUnreadable(const QString &sentence)
{
    d->unreadable = sentence;
    d->fraction = 1;
    if (d->pages.isEmpty())
        d->state = State::Unreadable;
    d->showState();
}

void EvidencePane::setFindings(const QList<Finding> &findings)
{
    d->findings = findings;
    d->showFlags();
}

void EvidencePane::setSelectedCheck(const QString &checkId)
{
    d->view->setSelectedCheck(checkId);
    d->view->setSpotlight({});
}

void EvidencePane::setHiddenChecks(const QSet<QString> &checkIds)
{
    d->view->setHiddenChecks(checkIds);
}

void EvidencePane::setSeenPages(const QSet<int> &pages)
{
    d->seen = pages;
    d->showCounts();
}

void EvidencePane::setReducedMotion(bool reduced)
{
    d->view->setReducedMotion(reduced);
}

void EvidencePane::setFilling(bool filling)
{
    d->fill->setChecked(filling);
    d->fill->setText(filling ? tr("Show all pictures (F)") : tr("Fill the board (F)"));
}

void EvidencePane::setDetached(bool detached)
{
    d->detach->setIcon(icon(detached ? Icon::Attach : Icon::Detach));
    d->detach->setText(detached ? tr("Back to the board (O)") : tr("Window of its own (O)"));
}

void EvidencePane::setSingleKeysEnabled(bool enabled)
{
    for (auto entry = d->singleKeys.cbegin(); entry != d->singleKeys.cend(); ++entry)
        entry.key()->setShortcuts(enabled ? entry.value() : QList<QKeySequence>());
}

EvidencePane::State EvidencePane::state() const
{
    return d->state;
}

Role EvidencePane::role() const
{
    return d->role;
}

QString EvidencePane::path() const
{
    return d->path;
}

int EvidencePane::page() const
{
    return qMax(0, d->current);
}

int EvidencePane::pageCount() const
{
    const int highest = d->pages.isEmpty() ? 0 : d->pages.lastKey() + 1;
    return qMax(highest, d->expectedPages);
}

QSize EvidencePane::pageSize() const
{
    return d->pages.value(d->current).fullSize;
}

PictureView *EvidencePane::view() const
{
    return d->view;
}

QList<QAction *> EvidencePane::tools() const
{
    return d->tools;
}

QSet<int> EvidencePane::seenPages() const
{
    return d->seen;
}

void EvidencePane::showPage(int page)
{
    const auto found = d->pages.constFind(page);
    if (found == d->pages.cend() || page == d->current)
        return;
    const bool sizeChanges = pageSize() != found->fullSize;
    d->current = page;
    d->isDamaged = false;
    d->view->setPage(*found);
    d->showFlags();
    d->showHeatMap();
    d->showState();
    if (sizeChanges)
        Q_EMIT pageSizeChanged();
    Q_EMIT pageShown(d->path, page);
}

void EvidencePane::flyTo(const QList<Region> &regions, bool spotlight)
{
    QList<Region> own;
    for (const Region &region : regions) {
        if (region.path == d->path)
            own.append(region);
    }
    if (own.isEmpty())
        return;
    // The page that is open if something of it is meant, else the first that is.
    int page = own.first().page;
    for (const Region &region : own)
        page = region.page == d->current ? d->current : page;
    showPage(page);
    if (d->current != page)
        return;
    QRectF box;
    QList<QPolygonF> polygons;
    for (const Region &region : own) {
        if (region.page != page)
            continue;
        polygons.append(region.polygon);
        box = box.united(region.polygon.boundingRect());
    }
    d->view->setSpotlight(spotlight ? polygons : QList<QPolygonF>());
    d->view->flyTo(box);
}

void EvidencePane::Private::showState()
{
    const bool damaged = isDamaged && !view->hasPicture();
    if (state == State::Missing)
        notice->showMissing(toLabel(role));
    else if (state == State::Reading)
        notice->showReading(stage, fraction);
    else if (state == State::Unreadable)
        notice->showUnreadable(unreadable);
    else if (damaged)
        notice->showUnreadable(
            EvidencePane::tr("The picture made for the screen is damaged. Read the file again."));
    const bool shows = state == State::Showing && !damaged;
    stack->setCurrentWidget(shows ? static_cast<QWidget *>(view) : notice);
    pane.setFocusProxy(stack->currentWidget());
    progress->setVisible(shows && fraction > 0 && fraction < 1);
    progress->setValue(qRound(fraction * 100));
    progress->setToolTip(stageLabel(stage));
    QString warning = shows && isDamaged ? EvidencePane::tr("Preview only") : QString();
    if (shows && !unreadable.isEmpty())
        warning = EvidencePane::tr("Not read to its end");
    header->setWarning(warning, unreadable);
    header->setTitle(toLabel(role));
    for (QAction *action : {zoomIn, zoomOut, fit, trueSize, rotate, heatMap})
        action->setEnabled(shows);
    showCounts();
}

void EvidencePane::Private::showCounts()
{
    const bool shows = stack->currentWidget() == view;
    const int total = pane.pageCount();
    header->setPage(qMax(0, current), shows ? total : 0);
    header->setZoom(shows ? view->transform().zoom() : 0);
    header->setSeen(seen.contains(current), static_cast<int>(seen.size()), total);
    previousPage->setEnabled(shows && current > 0);
    nextPage->setEnabled(shows && current + 1 < total && pages.contains(current + 1));
    describe();
}

void EvidencePane::setHeatMap(const facts::HeatMap &map)
{
    d->maps.insert({map.page, map.kind}, map);
    if (map.page == d->current && map.kind == d->wantedMap)
        d->showHeatMap();
}

void EvidencePane::showNextHeatMap()
{
    const int next = d->wantedMap ? static_cast<int>(*d->wantedMap) + 1 : 0;
    d->wantedMap = next < facts::mapKinds ? std::optional(static_cast<facts::MapKind>(next)) : std::nullopt;
    d->showHeatMap();
}

/// The map that is wanted, if it is there; else it is asked for, once for each page.
void EvidencePane::Private::showHeatMap()
{
    if (!wantedMap || current < 0) {
        view->clearHeatMap();
        return;
    }
    const auto found = maps.constFind({current, *wantedMap});
    if (found != maps.cend()) {
        view->setHeatMap(*wantedMap, found->jpeg.isEmpty() ? QImage() : decodeJpeg(found->jpeg));
        return;
    }
    view->setHeatMapWaiting(*wantedMap);
    if (askedMaps.contains(current))
        return;
    askedMaps.insert(current);
    Q_EMIT pane.heatMapsWanted(path, current);
}

void EvidencePane::Private::showFlags()
{
    view->setFlags(current < 0 ? QList<Flag>() : flagsOf(findings, path, current));
    describe();
}

/// What a screen reader says about the picture.
void EvidencePane::Private::describe()
{
    QString name = toLabel(role);
    if (pane.pageCount() > 1)
        name = EvidencePane::tr("%1, page %2 of %3").arg(name).arg(current + 1).arg(pane.pageCount());
    view->setAccessibleName(name);
    QStringList lines;
    for (const Flag &flag : current < 0 ? QList<Flag>() : flagsOf(findings, path, current)) {
        if (flag.outcome == Outcome::Flagged || flag.outcome == Outcome::Review)
            lines.append(EvidencePane::tr("%1 %2, %3: %4")
                             .arg(flag.reason)
                             .arg(flag.title, toLabel(flag.outcome), flag.message));
    }
    view->setAccessibleDescription(lines.isEmpty() ? EvidencePane::tr("No flags on this page")
                                                   : lines.join(QLatin1Char('\n')));
}

} // namespace scrutineer::ui
