// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QSizeF>

namespace scrutineer::ui {

/// A label that wants to stand beside a shape. View coordinates.
struct LabelRequest
{
    QRectF shape; ///< what it names; null: it gets no place
    QSizeF size;
};

/// A place for each label, in the order of the requests: outside of every shape and every other label where
/// the view has room for that, else where it covers least; always inside the view. Null for a label whose
/// shape is out of sight. Ties go to the place above the shape's leading end.
[[nodiscard]] QList<QRectF> placeLabels(const QList<LabelRequest> &requests, const QList<QRectF> &keepFree,
                                        const QRectF &view);

} // namespace scrutineer::ui
