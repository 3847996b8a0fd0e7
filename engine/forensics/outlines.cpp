// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/outlines.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scrutineer::forensics {

QPolygonF rectangleAround(const std::vector<cv::Point> &cells, double side)
{
    if (cells.empty())
        return {};
    std::vector<cv::Point2f> corners;
    for (const cv::Point &cell : cells) {
        for (const cv::Point &offset : {cv::Point(0, 0), cv::Point(1, 0), cv::Point(1, 1), cv::Point(0, 1)})
            corners.emplace_back(float((cell.x + offset.x) * side), float((cell.y + offset.y) * side));
    }
    cv::RotatedRect box = cv::minAreaRect(corners);
    if (box.size.width < box.size.height) { // the angle of the long side
        std::swap(box.size.width, box.size.height);
        box.angle += 90;
    }
    constexpr double nearlyLevel = 2; // degrees: the cells' own steps turn the box
    const double off = std::remainder(double(box.angle), 90.0);
    QPolygonF polygon;
    if (std::abs(off) < nearlyLevel) {
        const cv::Rect2f level = cv::boundingRect(corners);
        const QRectF rect(double(level.x), double(level.y), double(level.width - 1),
                          double(level.height - 1));
        polygon << rect.topLeft() << rect.topRight() << rect.bottomRight() << rect.bottomLeft();
        return polygon;
    }
    cv::Point2f points[4];
    box.points(points);
    for (const cv::Point2f &point : points)
        polygon << QPointF(double(point.x), double(point.y));
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
