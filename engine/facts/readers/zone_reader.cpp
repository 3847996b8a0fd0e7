// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/zone_reader.h"

#include "engine/image/document_quad.h"
#include "engine/text/mrz_reader.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

namespace {

constexpr int widest = 1600;  ///< pixels at which a zone is looked for on a page
constexpr double finer = 1.6; ///< times the picture's own pixels: straightening must not blur small print

/// As many pixels as the quad's longer horizontal side needs.
int widthOf(const image::Picture &picture, const QPolygonF &quad)
{
    const double top = QLineF(quad.at(0), quad.at(1)).length();
    const double bottom = QLineF(quad.at(3), quad.at(2)).length();
    return std::min(widest, int(std::ceil(finer * std::max(top, bottom) * picture.scale)));
}

bool isFrame(const QPolygonF &quad, const QSize &size)
{
    return quad.boundingRect() == QRectF(QPointF(), QSizeF(size)) && quad.size() == 4 &&
           quad.first().isNull();
}

template <typename ToFull>
ZoneFound placed(text::MrzFinding found, ToFull toFull)
{
    for (QPolygonF &region : found.mrz.lineRegions) {
        for (QPointF &corner : region)
            corner = toFull(cv::Point2d(corner.x(), corner.y()));
    }
    return ZoneFound{found.mrz, found.quarterTurns};
}

} // namespace

std::optional<ZoneFound> readZone(const image::Picture &picture, const QPolygonF &quad, const QDate &day)
{
    if (isFrame(quad, picture.fullSize)) {
        const std::optional<text::MrzFinding> found = text::readMrz(picture.bgr, day);
        return found ? std::optional(
                           placed(*found, [&](const cv::Point2d &corner) { return picture.toFull(corner); }))
                     : std::nullopt;
    }
    const image::Rectified view = image::rectify(picture, quad, widthOf(picture, quad), 0);
    if (view.bgr.empty())
        return std::nullopt;
    const std::optional<text::MrzFinding> found = text::readMrz(view.bgr, day);
    return found ? std::optional(placed(*found, [&](const cv::Point2d &c) { return view.mapToFull(c); }))
                 : std::nullopt;
}

} // namespace scrutineer::facts
