// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/label_layout.h"

#include <array>
#include <limits>

namespace scrutineer::ui {

namespace {
constexpr double gap = 3;       ///< logical pixels between a shape and its label
constexpr double overLabel = 4; ///< covering another label is this much worse than covering a shape

double overlap(const QRectF &a, const QRectF &b)
{
    const QRectF common = a.intersected(b);
    return common.width() * common.height();
}

std::array<QPointF, 8> places(const QRectF &shape, const QSizeF &size)
{
    const double above = shape.top() - gap - size.height();
    const double below = shape.bottom() + gap;
    const double right = shape.right() - size.width();
    return {QPointF(shape.left(), above),
            QPointF(right, above),
            QPointF(shape.left(), below),
            QPointF(right, below),
            QPointF(shape.left() - gap - size.width(), shape.top()),
            QPointF(shape.right() + gap, shape.top()),
            QPointF(shape.left() + gap, shape.top() + gap),
            QPointF(right - gap, shape.bottom() - size.height() - gap)};
}

QRectF movedInside(QRectF label, const QRectF &view)
{
    label.moveLeft(qBound(view.left(), label.left(), qMax(view.left(), view.right() - label.width())));
    label.moveTop(qBound(view.top(), label.top(), qMax(view.top(), view.bottom() - label.height())));
    return label;
}
} // namespace

QList<QRectF> placeLabels(const QList<LabelRequest> &requests, const QList<QRectF> &keepFree,
                          const QRectF &view)
{
    QList<QRectF> placed;
    for (const LabelRequest &request : requests) {
        QRectF best;
        if (!request.shape.isNull() && request.shape.intersects(view)) {
            double least = std::numeric_limits<double>::max();
            const QRectF seen = request.shape.intersected(view);
            for (const QPointF &place : places(seen, request.size)) {
                const QRectF label = movedInside(QRectF(place, request.size), view);
                double cost = 0;
                for (const QRectF &shape : keepFree)
                    cost += overlap(label, shape);
                for (const QRectF &other : placed)
                    cost += overLabel * overlap(label, other);
                if (cost < least) {
                    least = cost;
                    best = label;
                }
            }
        }
        placed.append(best);
    }
    return placed;
}

} // namespace scrutineer::ui
