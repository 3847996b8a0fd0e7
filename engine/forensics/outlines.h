// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QSize>

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::forensics {

/// The direction of a document's lines, in degrees; 0 for no document.
[[nodiscard]] double angleOf(const QPolygonF &document);

/// The rectangle at an angle (degrees) around the cells of a map but for single ones far out; `side`: pixels
/// of a cell. Empty for no cells.
[[nodiscard]] QPolygonF rectangleAround(const std::vector<cv::Point> &cells, double side, double angle);

/// The frame but for what a polygon covers: its outline with a slit to the polygon's.
[[nodiscard]] QPolygonF frameWithout(const QSize &frame, const QPolygonF &polygon);

/// The inside of a polygon (pixels) on a map whose cells are `side` pixels wide, as CV_8U 0 and 255.
[[nodiscard]] cv::Mat cellsInside(const QPolygonF &polygon, cv::Size cells, double side);

} // namespace scrutineer::forensics
