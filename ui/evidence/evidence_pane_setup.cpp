// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_pane.h"
#include "ui/evidence/evidence_pane_p.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace scrutineer::ui {

namespace {
constexpr int progressHeight = 3;

bool isPane(const QMimeData *data)
{
    return data->hasFormat(QString::fromLatin1(PaneHeader::mimeType));
}

EvidencePane *paneOf(const QDropEvent *event)
{
    const QObject *source = event->source();
    return source ? qobject_cast<EvidencePane *>(source->parent()) : nullptr;
}
} // namespace

QAction *EvidencePane::Private::addTool(const QString &name, const QString &text, Icon sign,
                                        const QList<QKeySequence> &keys, const std::function<void()> &call)
{
    auto *action = new QAction(icon(sign), text, &pane);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    const QString key = keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
    QObject::connect(action, &QAction::triggered, &pane, call);
    pane.addAction(action);
    if (!keys.isEmpty() && keys.first().toString().size() == 1)
        singleKeys.insert(action, keys);
    return action;
}

void EvidencePane::Private::makeActions()
{
    const auto show = [this](int step) { pane.showPage(current + step); };
    zoomIn = addTool(QStringLiteral("zoomInAction"), EvidencePane::tr("Zoom in"), Icon::ZoomIn,
                     {Qt::Key_Plus, Qt::Key_Equal}, [this] { view->zoomIn(); });
    zoomOut = addTool(QStringLiteral("zoomOutAction"), EvidencePane::tr("Zoom out"), Icon::ZoomOut,
                      {Qt::Key_Minus}, [this] { view->zoomOut(); });
    fit = addTool(QStringLiteral("fitAction"), EvidencePane::tr("Whole page"), Icon::Fit, {Qt::Key_0},
                  [this] { view->fit(); });
    trueSize = addTool(QStringLiteral("trueSizeAction"), EvidencePane::tr("True size"), Icon::TrueSize,
                       {Qt::Key_1}, [this] { view->trueSize(); });
    rotate = addTool(QStringLiteral("rotateAction"), EvidencePane::tr("Rotate"), Icon::Rotate, {Qt::Key_R},
                     [this] { view->rotate(); });
    previousPage = addTool(QStringLiteral("previousPageAction"), EvidencePane::tr("Previous page"),
                           Icon::Previous, {Qt::Key_PageUp}, [show] { show(-1); });
    nextPage = addTool(QStringLiteral("nextPageAction"), EvidencePane::tr("Next page"), Icon::Next,
                       {Qt::Key_PageDown}, [show] { show(1); });
    heatMap = addTool(QStringLiteral("heatMapAction"),
                      EvidencePane::tr("Next heat map: error level, noise, later changes"), Icon::Overlay,
                      {Qt::Key_H}, [this] { pane.showNextHeatMap(); });
    tools = {zoomIn, zoomOut, fit, trueSize, rotate, heatMap, previousPage, nextPage};
    // Their keys belong to the board, which knows which pane is meant.
    fill = addTool(QStringLiteral("fillAction"), {}, Icon::Fill, {}, [this] { Q_EMIT pane.fillRequested(); });
    fill->setCheckable(true);
    detach = addTool(QStringLiteral("detachAction"), {}, Icon::Detach, {},
                     [this] { Q_EMIT pane.detachRequested(); });
    pane.setFilling(false);
    pane.setDetached(false);
}

void EvidencePane::Private::build(PictureCache &cache)
{
    view = new PictureView(cache, &pane);
    makeActions();
    header = new PaneHeader({previousPage, nextPage, fit, trueSize, rotate, fill, detach}, &pane);
    notice = new PaneNotice(&pane);
    notice->setFocusPolicy(Qt::StrongFocus);
    stack = new QStackedWidget(&pane);
    stack->addWidget(view);
    stack->addWidget(notice);
    progress = new QProgressBar(&pane);
    progress->setTextVisible(false);
    progress->setFixedHeight(progressHeight);
    progress->setRange(0, 100);
    auto *layout = new QVBoxLayout(&pane);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(progress);
    layout->addWidget(stack, 1);
    connectView();
}

void EvidencePane::Private::connectView()
{
    connect(header, &PaneHeader::fillRequested, &pane, &EvidencePane::fillRequested);
    connect(view, &PictureView::fillRequested, &pane, &EvidencePane::fillRequested);
    connect(view, &PictureView::findingActivated, &pane, &EvidencePane::findingActivated);
    connect(view, &PictureView::pageTurned, &pane, [this](int steps) { pane.showPage(current + steps); });
    connect(view, &PictureView::viewChanged, &pane,
            [this] { header->setZoom(state == State::Showing ? view->transform().zoom() : 0); });
    connect(view, &PictureView::damaged, &pane, [this] {
        isDamaged = true;
        showState();
    });
    connect(view, &PictureView::trueSizeSeen, &pane, [this] {
        if (current < 0 || seen.contains(current))
            return;
        seen.insert(current);
        showCounts();
        Q_EMIT pane.seenAtTrueSize(path, current);
    });
}

void EvidencePane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!isPane(event->mimeData()) || paneOf(event) == this)
        return;
    d->isDropTarget = true;
    update();
    event->acceptProposedAction();
}

void EvidencePane::dragLeaveEvent(QDragLeaveEvent *)
{
    d->isDropTarget = false;
    update();
}

void EvidencePane::dropEvent(QDropEvent *event)
{
    d->isDropTarget = false;
    update();
    EvidencePane *source = paneOf(event);
    if (!source || source == this)
        return;
    event->acceptProposedAction();
    Q_EMIT moveRequested(source);
}

void EvidencePane::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!d->isDropTarget)
        return;
    QPainter painter(this);
    painter.setPen(QPen(tokensFor(palette()).accent, 3));
    painter.drawRect(rect().adjusted(1, 1, -2, -2));
}

} // namespace scrutineer::ui
