// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/outlines.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace scrutineer::forensics {

namespace {
constexpr double farOut = 0.015; ///< share of the cells left out at each end

/// The ends of many values but for a few.
std::pair<double, double> endsOf(std::vector<double> values)
{
    const auto skipped = std::ptrdiff_t(double(values.size()) * farOut);
    std::nth_element(values.begin(), values.begin() + skipped, values.end());
    const double low = values[std::size_t(skipped)];
    std::nth_element(values.begin(), values.end() - 1 - skipped, values.end());
    return {low, values[values.size() - 1 - std::size_t(skipped)]};
}
} // namespace

double angleOf(const QPolygonF &document)
{
    if (document.size() < 2)
        return 0;
    const QPointF along = document[1] - document[0];
    return std::atan2(along.y(), along.x()) * 180 / std::numbers::pi;
}

QPolygonF rectangleAround(const std::vector<cv::Point> &cells, double side, double angle)
{
    if (cells.empty())
        return {};
    const double turn = std::remainder(angle, 90.0) * std::numbers::pi / 180;
    const QPointF right(std::cos(turn), std::sin(turn));
    const QPointF down(-right.y(), right.x());
    std::vector<double> across;
    std::vector<double> along;
    for (const cv::Point &cell : cells) {
        const QPointF middle((cell.x + 0.5) * side, (cell.y + 0.5) * side);
        across.push_back(QPointF::dotProduct(middle, right));
        along.push_back(QPointF::dotProduct(middle, down));
    }
    const auto [left, rightEnd] = endsOf(std::move(across));
    const auto [top, bottom] = endsOf(std::move(along));
    const double half = side / 2;
    QPolygonF polygon;
    for (const auto &[x, y] :
         {std::pair(left - half, top - half), std::pair(rightEnd + half, top - half),
          std::pair(rightEnd + half, bottom + half), std::pair(left - half, bottom + half)})
        polygon << right * x + down * y;
    return polygon;
}

QPolygonF frameWithout(const QSize &frame, const QPolygonF &polygon)
{
    const QRectF box(QPointF(0, 0), QSizeF(frame));
    QPolygonF outside;
    outside << box.topLeft() << box.topRight() << box.bottomRight() << box.bottomLeft() << box.topLeft();
    for (qsizetype k = 0; k <= polygon.size(); ++k)
        outside << polygon[(polygon.size() - k) % polygon.size()];
    return outside;
}

cv::Mat cellsInside(const QPolygonF &polygon, cv::Size cells, double side)
{
    cv::Mat mask(cells, CV_8U, cv::Scalar(0));
    std::vector<cv::Point> outline;
    for (const QPointF &point : polygon)
        outline.emplace_back(int(std::floor(point.x() / side)), int(std::floor(point.y() / side)));
    if (outline.size() >= 3)
        cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(255));
    return mask;
}

} // namespace scrutineer::forensics
