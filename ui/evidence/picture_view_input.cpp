// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/picture_view.h"
#include "ui/evidence/picture_view_p.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace scrutineer::ui {

namespace {
constexpr double wheelBase = 1.0016; ///< to the power of the wheel's angle; a notch of 120 is about 1.2
constexpr double arrowShare = 0.12;  ///< of the view, for each press of an arrow key
constexpr int wheelNotch = 120;

QPointF arrowOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {1, 0};
    case Qt::Key_Right:
        return {-1, 0};
    case Qt::Key_Up:
        return {0, 1};
    case Qt::Key_Down:
        return {0, -1};
    default:
        return {};
    }
}
} // namespace

bool PictureView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Flag *flag = d->layer.at(help->pos());
        if (flag)
            QToolTip::showText(help->globalPos(),
                               QStringLiteral("<b>%1 %2</b><br>%3")
                                   .arg(flag->reason)
                                   .arg(flag->title.toHtmlEscaped(), flag->message.toHtmlEscaped()),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = key->modifiers() == Qt::NoModifier;
        if (plain && (key->key() == Qt::Key_Space || !arrowOf(key->key()).isNull())) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            d->zoomBy(1 + gesture->value(), gesture->position());
            return true;
        }
    }
    return QWidget::event(event);
}

void PictureView::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::AltModifier) {
        const int delta =
            angle.y() != 0 ? angle.y() : angle.x(); // Alt turns the wheel sideways on some desktops
        d->wheelRest += delta;
        const int steps = d->wheelRest / wheelNotch;
        d->wheelRest -= steps * wheelNotch;
        if (steps != 0)
            Q_EMIT pageTurned(-steps);
    } else if (angle.y() != 0) {
        d->zoomBy(std::pow(wheelBase, angle.y()), event->position());
    } else if (angle.x() != 0) {
        d->panBy({angle.x() / 2.0, 0});
    }
    event->accept();
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    d->pressedAt = event->position();
    d->draggedTo = event->position();
    d->isDragging = event->button() == Qt::MiddleButton;
    d->updateCursor();
}

void PictureView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    d->pointer = position;
    if (d->isLoupe)
        update();
    if (!d->pressedAt) {
        d->setHovered(position);
        return;
    }
    if (!d->isDragging && (position - *d->pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    d->isDragging = true;
    d->panBy(position - d->draggedTo);
    d->draggedTo = position;
    d->updateCursor();
}

void PictureView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = d->pressedAt && !d->isDragging && event->button() == Qt::LeftButton;
    d->pressedAt.reset();
    d->isDragging = false;
    d->updateCursor();
    const QString checkId = clicked ? flagAt(event->position()) : QString();
    if (!checkId.isEmpty())
        Q_EMIT findingActivated(checkId);
}

void PictureView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT fillRequested();
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat()) {
            d->isLoupe = true;
            d->pointer = underMouse() ? QPointF(mapFromGlobal(QCursor::pos())) : QRectF(rect()).center();
            d->updateCursor();
            update();
        }
        return;
    }
    const QPointF arrow = arrowOf(event->key());
    if (event->modifiers() == Qt::NoModifier && !arrow.isNull()) {
        d->panBy({arrow.x() * arrowShare * width(), arrow.y() * arrowShare * height()});
        return;
    }
    QWidget::keyPressEvent(event);
}

void PictureView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space)
        return QWidget::keyReleaseEvent(event);
    if (event->isAutoRepeat())
        return;
    d->isLoupe = false;
    d->updateCursor();
    update();
}

void PictureView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PictureView::focusOutEvent(QFocusEvent *event)
{
    d->isLoupe = false;
    d->updateCursor();
    QWidget::focusOutEvent(event);
    update();
}

void PictureView::leaveEvent(QEvent *event)
{
    if (!d->layer.hovered.isEmpty()) {
        d->layer.hovered.clear();
        update();
    }
    QWidget::leaveEvent(event);
}

void PictureView::Private::zoomBy(double factor, const QPointF &anchor)
{
    if (page.fullSize.isEmpty() || factor <= 0)
        return;
    stopFlight();
    const double before = transform.zoom();
    transform.zoomAt(before * factor, anchor);
    isFitted = false;
    changed();
    updateCursor();
    const double done = transform.zoom() / before;
    if (done != 1 && view.width() > 0 && view.height() > 0)
        Q_EMIT view.zoomedBy(done, {anchor.x() / view.width(), anchor.y() / view.height()});
}

void PictureView::Private::panBy(const QPointF &delta)
{
    stopFlight();
    const QPointF before = transform.center();
    transform.pan(delta);
    if (transform.center() == before)
        return;
    isFitted = false;
    changed();
    Q_EMIT view.pannedBy(delta);
}

void PictureView::Private::setHovered(const QPointF &position)
{
    const Flag *flag = layer.at(position);
    const QString checkId = flag ? flag->checkId : QString();
    if (checkId == layer.hovered)
        return;
    layer.hovered = checkId;
    updateCursor();
    view.update();
}

void PictureView::Private::updateCursor()
{
    if (isLoupe)
        view.setCursor(Qt::BlankCursor);
    else if (isDragging)
        view.setCursor(Qt::ClosedHandCursor);
    else if (!layer.hovered.isEmpty())
        view.setCursor(Qt::PointingHandCursor);
    else
        view.setCursor(page.fullSize.isEmpty() ? Qt::ArrowCursor : Qt::CrossCursor);
}

} // namespace scrutineer::ui
