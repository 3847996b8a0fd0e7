// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QSize>

#include <opencv2/core.hpp>

namespace scrutineer::forensics {

/// Between the pixels of a picture as its file stores it and of the upright page (EXIF orientation, JEITA
/// CP-3451, 4.6.4).
struct StoredFrame
{
    QSize stored;
    int orientation = 1;

    [[nodiscard]] QPointF toUpright(const QPointF &point) const;
    [[nodiscard]] QPointF toStored(const QPointF &point) const;
    [[nodiscard]] QPolygonF toUpright(const QPolygonF &polygon) const;
    [[nodiscard]] QPolygonF toStored(const QPolygonF &polygon) const;
    /// A picture of the upright page turned as the file stores it.
    [[nodiscard]] cv::Mat toStored(const cv::Mat &upright) const;
};

} // namespace scrutineer::forensics
