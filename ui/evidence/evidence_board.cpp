// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_board.h"

#include "ui/evidence/evidence_board_p.h"
#include "ui/evidence/pane_notice.h"
#include "ui/evidence/picture_view.h"
#include "ui/icons/icons.h"

#include <QAction>
#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace scrutineer::ui {

EvidenceBoard::EvidenceBoard(PictureCache &cache, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, cache))
{
    setObjectName(QStringLiteral("evidenceBoard"));
    setAccessibleName(tr("Evidence"));
    d->notice = new PaneNotice(this);
    d->notice->showEmpty();
    d->column = new QSplitter(Qt::Vertical, this);
    d->column->setChildrenCollapsible(false);
    d->stack = new QStackedWidget(this);
    d->stack->addWidget(d->notice);
    d->stack->addWidget(d->column);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->stack);
    d->makeActions();
    connect(d->column, &QSplitter::splitterMoved, this, [this] { d->isSizedByHand = true; });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (EvidencePane *pane : panes()) {
            if (now && pane->isAncestorOf(now))
                d->lastFocused = pane;
        }
    });
}

EvidenceBoard::~EvidenceBoard()
{
    // The panes go while what they report to is still there.
    disconnect(qApp, nullptr, this, nullptr);
    qDeleteAll(d->detached);
    delete d->stack;
}

QAction *EvidenceBoard::Private::addKey(const QString &name, const QString &text, const QKeySequence &key,
                                        const std::function<void()> &call)
{
    auto *action = new QAction(text, &board);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(action, &QAction::triggered, &board, call);
    board.addAction(action);
    if (key.toString().size() == 1)
        singleKeys.insert(action, key);
    return action;
}

void EvidenceBoard::Private::makeActions()
{
    const auto withCurrent = [this](auto call) {
        return [this, call] {
            if (EvidencePane *pane = board.currentPane())
                call(pane);
        };
    };
    addKey(QStringLiteral("fillKeyAction"), tr("Fill the board"), Qt::Key_F,
           withCurrent([](EvidencePane *pane) { Q_EMIT pane->fillRequested(); }));
    addKey(QStringLiteral("detachKeyAction"), tr("Window of its own"), Qt::Key_O,
           withCurrent([](EvidencePane *pane) { Q_EMIT pane->detachRequested(); }));
    link = addKey(QStringLiteral("linkAction"), tr("Link zoom and place"), Qt::Key_L, [] {});
    link->setIcon(icon(Icon::Link));
    link->setCheckable(true);
    link->setToolTip(tr("Link zoom and place of all pictures (L)"));
    connect(link, &QAction::toggled, &board, &EvidenceBoard::linkedChanged);
    addKey(QStringLiteral("nextPaneAction"), tr("Next picture"), Qt::Key_F6,
           [this] { board.focusNextPane(1); });
    addKey(QStringLiteral("previousPaneAction"), tr("Previous picture"), Qt::SHIFT | Qt::Key_F6,
           [this] { board.focusNextPane(-1); });
    const struct
    {
        const char *name;
        QString text;
        Qt::Key key;
        int dx, dy;
    } moves[] = {{"moveLeftAction", tr("Move the picture left"), Qt::Key_Left, -1, 0},
                 {"moveRightAction", tr("Move the picture right"), Qt::Key_Right, 1, 0},
                 {"moveUpAction", tr("Move the picture up"), Qt::Key_Up, 0, -1},
                 {"moveDownAction", tr("Move the picture down"), Qt::Key_Down, 0, 1}};
    for (const auto &row : moves)
        addKey(QString::fromLatin1(row.name), row.text, QKeySequence(Qt::CTRL | Qt::SHIFT | row.key),
               withCurrent([this, dx = row.dx, dy = row.dy](EvidencePane *pane) { move(pane, dx, dy); }));
}

EvidencePane *EvidenceBoard::Private::makePane()
{
    auto *pane = new EvidencePane(cache, column);
    pane->setReducedMotion(isReduced);
    pane->setSingleKeysEnabled(hasSingleKeys);
    pane->addActions(board.actions()); // so that they work in a window of its own, too
    connect(pane, &EvidencePane::findingActivated, &board, &EvidenceBoard::findingActivated);
    connect(pane, &EvidencePane::seenAtTrueSize, &board, &EvidenceBoard::seenAtTrueSize);
    connect(pane, &EvidencePane::heatMapsWanted, &board, &EvidenceBoard::heatMapsWanted);
    connect(pane, &EvidencePane::pageSizeChanged, &board, [this] { arrangeAgain(); });
    connect(pane, &EvidencePane::fillRequested, &board,
            [this, pane] { board.setFilled(pane, board.filledPane() != pane); });
    connect(pane, &EvidencePane::detachRequested, &board,
            [this, pane] { board.setDetached(pane, !detached.contains(pane)); });
    connect(pane, &EvidencePane::moveRequested, &board,
            [this, pane](EvidencePane *source) { board.swapPanes(source, pane); });
    linkView(pane);
    return pane;
}

/// Calls the views of all other panes, where panes are linked; what they do in turn is not passed on.
template <typename Call>
void EvidenceBoard::Private::forOthers(const EvidencePane *pane, const Call &call)
{
    if (isFollowing || !link->isChecked())
        return;
    isFollowing = true;
    for (EvidencePane *other : board.panes()) {
        if (other != pane && other->state() == EvidencePane::State::Showing)
            call(other->view());
    }
    isFollowing = false;
}

void EvidenceBoard::Private::linkView(EvidencePane *pane)
{
    PictureView *view = pane->view();
    connect(view, &PictureView::zoomedBy, &board, [this, pane](double factor, const QPointF &anchor) {
        forOthers(pane, [&](PictureView *other) { other->followZoom(factor, anchor); });
    });
    connect(view, &PictureView::pannedBy, &board, [this, pane](const QPointF &delta) {
        forOthers(pane, [&](PictureView *other) { other->followPan(delta); });
    });
    connect(view, &PictureView::fitted, &board,
            [this, pane] { forOthers(pane, [](PictureView *other) { other->fit(); }); });
    connect(view, &PictureView::trueSized, &board,
            [this, pane] { forOthers(pane, [](PictureView *other) { other->trueSize(); }); });
}

void EvidenceBoard::setCase(const Case &input, const QList<facts::DisplayPage> &pages,
                            const QList<Role> &requiredRoles)
{
    QList<EvidenceFile> files = input.files;
    for (const Role role : requiredRoles) {
        if (!input.fileOf(role))
            files.append({role, {}});
    }
    std::stable_sort(files.begin(), files.end(),
                     [](const EvidenceFile &a, const EvidenceFile &b) { return a.role < b.role; });
    d->caseId = input.id;
    d->findings.clear();
    d->filled.clear();
    setUpdatesEnabled(false);
    d->assign(files);
    for (const facts::DisplayPage &page : pages)
        d->take(page);
    d->stack->setCurrentWidget(files.isEmpty() ? static_cast<QWidget *>(d->notice) : d->column);
    d->arrangeAgain();
    d->applyFill();
    setUpdatesEnabled(true);
}

void EvidenceBoard::Private::take(const facts::DisplayPage &page)
{
    if (EvidencePane *pane = board.paneOf(page.path))
        pane->addPage(page);
}

void EvidenceBoard::addPage(const facts::DisplayPage &page)
{
    d->take(page);
}

void EvidenceBoard::setHeatMap(const facts::HeatMap &map)
{
    if (EvidencePane *pane = paneOf(map.path))
        pane->setHeatMap(map);
}

void EvidenceBoard::setPageCount(const QString &path, int pages)
{
    if (EvidencePane *pane = paneOf(path))
        pane->setPageCount(pages);
}

void EvidenceBoard::fileProgressed(const QString &path, const QString &stage, double fraction)
{
    if (EvidencePane *pane = paneOf(path))
        pane->setProgress(stage, fraction);
}

void EvidenceBoard::fileUnreadable(const QString &path, const QString &sentence)
{
    EvidencePane *pane = paneOf(path);
    if (!pane)
        return;
    pane->setUnreadable(sentence);
    d->arrangeAgain(); // a sentence needs less room than a picture
}

void EvidenceBoard::setFindings(const QList<Finding> &findings)
{
    d->findings = findings;
    for (EvidencePane *pane : panes())
        pane->setFindings(findings);
}

void EvidenceBoard::setSelectedCheck(const QString &checkId)
{
    for (EvidencePane *pane : panes())
        pane->setSelectedCheck(checkId);
}

void EvidenceBoard::setHiddenChecks(const QSet<QString> &checkIds)
{
    for (EvidencePane *pane : panes())
        pane->setHiddenChecks(checkIds);
}

void EvidenceBoard::setSeen(const QString &path, const QSet<int> &pages)
{
    if (EvidencePane *pane = paneOf(path))
        pane->setSeenPages(pages);
}

void EvidenceBoard::flyTo(const QList<Region> &regions, bool spotlight)
{
    // A filled pane gives way when the place is in another one.
    const EvidencePane *filled = d->filled;
    const bool isElsewhere = filled && !regions.isEmpty() &&
                             std::none_of(regions.cbegin(), regions.cend(), [filled](const Region &region) {
                                 return region.path == filled->path();
                             });
    if (isElsewhere)
        setFilled(d->filled, false);
    for (EvidencePane *pane : panes())
        pane->flyTo(regions, spotlight);
}

void EvidenceBoard::clear()
{
    setCase({}, {});
}

void EvidenceBoard::setReducedMotion(bool reduced)
{
    d->isReduced = reduced;
    for (EvidencePane *pane : panes())
        pane->setReducedMotion(reduced);
}

void EvidenceBoard::setSingleKeysEnabled(bool enabled)
{
    d->hasSingleKeys = enabled;
    for (auto entry = d->singleKeys.cbegin(); entry != d->singleKeys.cend(); ++entry)
        entry.key()->setShortcut(enabled ? entry.value() : QKeySequence());
    for (EvidencePane *pane : panes())
        pane->setSingleKeysEnabled(enabled);
}

void EvidenceBoard::setLinked(bool linked)
{
    d->link->setChecked(linked);
}

bool EvidenceBoard::isLinked() const
{
    return d->link->isChecked();
}

QAction *EvidenceBoard::linkAction() const
{
    return d->link;
}

QList<EvidencePane *> EvidenceBoard::panes() const
{
    QList<EvidencePane *> all;
    for (const auto &row : d->rows)
        all += row;
    return all + d->detached.keys();
}

EvidencePane *EvidenceBoard::paneOf(const QString &path) const
{
    for (EvidencePane *pane : panes()) {
        if (!path.isEmpty() && pane->path() == path)
            return pane;
    }
    return nullptr;
}

EvidencePane *EvidenceBoard::currentPane() const
{
    const QList<EvidencePane *> all = panes();
    if (d->lastFocused && all.contains(d->lastFocused))
        return d->lastFocused;
    return all.isEmpty() ? nullptr : all.first();
}

bool EvidenceBoard::allSeenAtTrueSize() const
{
    for (const EvidencePane *pane : panes()) {
        const bool shows = pane->state() == EvidencePane::State::Showing;
        if (shows && pane->seenPages().size() < pane->pageCount())
            return false;
    }
    return true;
}

QList<EvidenceBoard::Key> EvidenceBoard::keys() const
{
    return {{Qt::Key_Plus, tr("Zoom in")},
            {Qt::Key_Minus, tr("Zoom out")},
            {Qt::Key_0, tr("Whole page")},
            {Qt::Key_1, tr("True size")},
            {Qt::Key_R, tr("Rotate")},
            {Qt::Key_H, tr("Next heat map: error level, noise, later changes, none")},
            {Qt::Key_Space, tr("Loupe, while it is held")},
            {Qt::Key_PageDown, tr("Next page")},
            {Qt::Key_PageUp, tr("Previous page")},
            {Qt::Key_F, tr("Fill the board with one picture, and back")},
            {Qt::Key_O, tr("Picture in a window of its own, and back")},
            {Qt::Key_L, tr("Link zoom and place of all pictures")},
            {Qt::Key_F6, tr("Next picture")},
            {Qt::SHIFT | Qt::Key_F6, tr("Previous picture")},
            {Qt::CTRL | Qt::SHIFT | Qt::Key_Left, tr("Move the picture; also with right, up and down")}};
}

void EvidenceBoard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrangeAgain();
}

} // namespace scrutineer::ui
