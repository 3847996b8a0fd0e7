// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/document_quad.h"
#include "engine/image/quality_measures/measures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::image {

namespace {

constexpr double exactness = 0.005; ///< of the frame's long side: how exact a corner is
constexpr double shownHalf = 0.03;  ///< of the frame's long side: half the box that shows a lost corner

/// Far from the shape of every document: ID-1 1.586, ID-2 and ID-3 1.42, and a double page, 0.71.
bool lacksSomething(double aspect)
{
    const double shape = std::abs(std::log(aspect));
    constexpr double tolerance = 0.045; // of the logarithm
    return std::abs(shape - std::log(1.586)) > tolerance && std::abs(shape - std::log(1.42)) > tolerance;
}

} // namespace

bool isFrame(const Picture &picture, const QPolygonF &quad)
{
    const QRectF box = quad.boundingRect();
    return quad.size() >= 4 && std::abs(box.width() - picture.fullSize.width()) < 1 &&
           std::abs(box.height() - picture.fullSize.height()) < 1 && std::abs(box.x()) < 1 &&
           std::abs(box.y()) < 1;
}

Measured measureCropping(const Picture &picture, const QPolygonF &quad)
{
    if (isFrame(picture, quad))
        return facts::Measurement{};
    const double width = picture.fullSize.width();
    const double height = picture.fullSize.height();
    const double reach = exactness * std::max(width, height);
    const bool cut = lacksSomething(trueAspect(quad, picture.fullSize));
    QList<QPolygonF> regions;
    for (int corner = 0; corner < 4; ++corner) {
        const QPointF &at = quad[corner];
        const double inside = std::min({at.x(), at.y(), width - at.x(), height - at.y()});
        // A corner on the border may be whole; a document that also lacks its shape goes on behind it.
        if (inside > -reach && !(cut && inside < reach))
            continue;
        const double half = shownHalf * std::max(width, height);
        const QPointF shown(std::clamp(at.x(), 0.0, width), std::clamp(at.y(), 0.0, height));
        const QRectF box(shown.x() - half, shown.y() - half, 2 * half, 2 * half);
        regions.append(QPolygonF(box.intersected(QRectF(0, 0, width, height))));
    }
    return facts::Measurement{double(regions.size()), regions};
}

} // namespace scrutineer::image
