// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/picture.h"
#include "engine/policy/policy.h"
#include "tests/image/support/scenes.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

/// What the tests of photo faults share.
namespace scrutineer::image::test {

/// As a phone stores it.
inline Picture stored(const cv::Mat &bgr)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, 88});
    const cv::Mat decoded = cv::imdecode(bytes, cv::IMREAD_COLOR);
    return {decoded, QSize(decoded.cols, decoded.rows), 1};
}

inline QPolygonF frameOf(const cv::Mat &bgr)
{
    const double right = bgr.cols;
    const double bottom = bgr.rows;
    return {{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
}

/// A drawn card on a table.
inline Scene onTable(std::uint64_t seed, const cv::Scalar &paper = {205, 214, 208},
                     Background background = Background::Wood)
{
    return placed(drawnCard(900, 1.586, paper), {1200, 900}, 820, double(seed % 7) - 3, background, seed);
}

inline double thresholdOf(const QString &check, const QString &name = QStringLiteral("flag"))
{
    return policy::builtIn().threshold(check, name).value;
}

/// Darkens a part of a picture; soft: deviation of its edge, pixels.
inline cv::Mat shaded(const cv::Mat &bgr, const cv::Mat &where, double factor, double soft)
{
    cv::Mat share;
    where.convertTo(share, CV_32F, 1 / 255.0);
    if (soft > 0)
        cv::GaussianBlur(share, share, {}, soft);
    cv::Mat result = bgr.clone();
    for (int row = 0; row < bgr.rows; ++row) {
        for (int column = 0; column < bgr.cols; ++column)
            result.at<cv::Vec3b>(row, column) *= 1 - (1 - factor) * double(share.at<float>(row, column));
    }
    return result;
}

inline cv::Mat areaOf(const cv::Size &size, const std::vector<cv::Point> &outline)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    cv::fillPoly(mask, std::vector{outline}, 255);
    return mask;
}

inline cv::Mat areaOf(const cv::Size &size, const QList<QPolygonF> &outlines)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    for (const QPolygonF &outline : outlines) {
        std::vector<cv::Point> points;
        for (const QPointF &point : outline)
            points.emplace_back(qRound(point.x()), qRound(point.y()));
        cv::fillPoly(mask, std::vector{points}, 255);
    }
    return mask;
}

inline double overlapOf(const cv::Mat &a, const cv::Mat &b)
{
    return cv::countNonZero(a & b) / double(std::max(1, cv::countNonZero(a | b)));
}

} // namespace scrutineer::image::test
