// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <QSize>
#include <QString>

#include <opencv2/core.hpp>

namespace scrutineer::image {

/// No working picture is larger than this on its long side, in pixels.
inline constexpr int workingLongSide = 6000;

/// A decoded page: upright, 8 bits a channel, blue-green-red, transparent parts over white.
struct Picture
{
    cv::Mat bgr;      ///< CV_8UC3; the working picture, shrunk where the file holds more than workingLongSide
    QSize fullSize;   ///< pixels of the upright page as the file holds it; facts and findings are in these
    double scale = 1; ///< bgr.cols / fullSize.width(), at most 1

    /// From working pixels to full-size pixels and back.
    [[nodiscard]] QPointF toFull(const cv::Point2d &point) const
    {
        return {point.x / scale, point.y / scale};
    }
    [[nodiscard]] cv::Point2d fromFull(const QPointF &point) const
    {
        return {point.x() * scale, point.y() * scale};
    }
    [[nodiscard]] QRectF toFull(const cv::Rect2d &box) const
    {
        return {box.x / scale, box.y / scale, box.width / scale, box.height / scale};
    }
};

/// A word of a PDF's text layer.
struct Word
{
    QString text;
    QRectF box;              ///< full-size pixels of the upright page
    bool spaceAfter = false; ///< false: the next word follows without a gap, or on another line

    friend bool operator==(const Word &, const Word &) = default;
};

} // namespace scrutineer::image
