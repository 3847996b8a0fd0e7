// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/photo.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

namespace scrutineer::samples {

QPolygonF intersection(const QPolygonF &a, const QPolygonF &b)
{
    QPolygonF both = a.intersected(b);
    if (both.size() > 1 && both.first() == both.last())
        both.removeLast();
    return both;
}

QPolygonF mapPolygon(const cv::Matx33d &homography, const QPolygonF &polygon)
{
    std::vector<cv::Point2d> from;
    for (const QPointF &point : polygon)
        from.emplace_back(point.x(), point.y());
    if (from.empty())
        return {};
    std::vector<cv::Point2d> to;
    cv::perspectiveTransform(from, to, homography);
    QPolygonF mapped;
    for (const cv::Point2d &point : to)
        mapped << QPointF(point.x, point.y);
    return mapped;
}

QPolygonF Photo::mapped(const QPolygonF &onDocument) const
{
    return intersection(mapPolygon(fromDocument, onDocument), QPolygonF(frame()));
}

QPolygonF Photo::onDocument(const QPolygonF &polygon) const
{
    return intersection(intersection(polygon, quad), QPolygonF(frame()));
}

double Photo::documentWidth() const
{
    return quad.size() == 4 ? std::hypot(quad[1].x() - quad[0].x(), quad[1].y() - quad[0].y()) : 0;
}

cv::Mat toBgr(const QImage &image)
{
    const QImage flat = image.convertToFormat(QImage::Format_RGB32);
    const cv::Mat bgra(flat.height(), flat.width(), CV_8UC4, const_cast<uchar *>(flat.constBits()),
                       static_cast<size_t>(flat.bytesPerLine()));
    cv::Mat bgr;
    cv::cvtColor(bgra, bgr, cv::COLOR_BGRA2BGR);
    return bgr;
}

cv::Mat toBgra(const QImage &image)
{
    const QImage flat = image.convertToFormat(QImage::Format_ARGB32);
    return cv::Mat(flat.height(), flat.width(), CV_8UC4, const_cast<uchar *>(flat.constBits()),
                   static_cast<size_t>(flat.bytesPerLine()))
        .clone();
}

QImage toImage(const cv::Mat &bgr)
{
    return QImage(bgr.data, bgr.cols, bgr.rows, static_cast<qsizetype>(bgr.step), QImage::Format_BGR888)
        .copy();
}

std::vector<cv::Point> toPoints(const QPolygonF &polygon)
{
    std::vector<cv::Point> points;
    for (const QPointF &point : polygon)
        points.emplace_back(qRound(point.x()), qRound(point.y()));
    return points;
}

QPolygonF ellipse(const QPointF &centre, double radiusX, double radiusY, double degrees)
{
    constexpr int steps = 32;
    const double turn = degrees * std::numbers::pi / 180;
    QPolygonF outline;
    for (int i = 0; i < steps; ++i) {
        const double angle = 2 * std::numbers::pi * i / steps;
        const double x = radiusX * std::cos(angle);
        const double y = radiusY * std::sin(angle);
        outline << centre + QPointF(x * std::cos(turn) - y * std::sin(turn),
                                    x * std::sin(turn) + y * std::cos(turn));
    }
    return outline;
}

void blend(cv::Mat &below, const cv::Mat &above, const cv::Mat &mask)
{
    for (int j = 0; j < below.rows; ++j) {
        auto *to = below.ptr<cv::Vec3b>(j);
        const auto *from = above.ptr<cv::Vec3b>(j);
        const auto *share = mask.ptr<uchar>(j);
        for (int i = 0; i < below.cols; ++i) {
            if (share[i] == 0)
                continue;
            for (int c = 0; c < 3; ++c)
                to[i][c] = static_cast<uchar>((to[i][c] * (255 - share[i]) + from[i][c] * share[i]) / 255);
        }
    }
}

void darken(cv::Mat &bgr, const cv::Mat &mask, double factor)
{
    for (int j = 0; j < bgr.rows; ++j) {
        auto *to = bgr.ptr<cv::Vec3b>(j);
        const auto *share = mask.ptr<float>(j);
        for (int i = 0; i < bgr.cols; ++i) {
            if (share[i] <= 0)
                continue;
            const double gain = 1 - share[i] * (1 - factor);
            for (int c = 0; c < 3; ++c)
                to[i][c] = cv::saturate_cast<uchar>(to[i][c] * gain);
        }
    }
}

cv::Mat polygonMask(cv::Size size, const QPolygonF &polygon, double softPixels)
{
    cv::Mat mask(size, CV_8U, cv::Scalar(0));
    const std::vector<cv::Point> points = toPoints(polygon);
    if (points.size() > 2)
        cv::fillPoly(mask, std::vector{points}, cv::Scalar(255), cv::LINE_AA);
    if (softPixels <= 0.3)
        return mask;
    // Far softer than the detail of a photo: blurred small.
    const double small = std::min(1.0, 3 / softPixels);
    cv::Mat reduced;
    cv::resize(mask, reduced, {}, small, small, cv::INTER_AREA);
    cv::GaussianBlur(reduced, reduced, {}, softPixels * small);
    cv::resize(reduced, mask, size, 0, 0, cv::INTER_LINEAR);
    return mask;
}

} // namespace scrutineer::samples
