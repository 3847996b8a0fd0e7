// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPolygonF>

#include <opencv2/core.hpp>

namespace scrutineer::samples {

/// A picture while it is made, and where things lie in it. Polygons are in pixels of the picture.
struct Photo
{
    cv::Mat bgr;    ///< 8UC3
    QPolygonF quad; ///< corners of the document, clockwise from its own top left; empty where there is none
    cv::Matx33d fromDocument = cv::Matx33d::eye(); ///< pixels of the flat document to pixels of the photo
    cv::Size document;                             ///< pixels of the flat document

    /// A polygon of the flat document as the photo shows it, cut at the frame. Convex ones stay convex.
    [[nodiscard]] QPolygonF mapped(const QPolygonF &onDocument) const;
    [[nodiscard]] QPolygonF mapped(const QRectF &onDocument) const { return mapped(QPolygonF(onDocument)); }
    /// The part of a polygon of the photo that lies on the document and in the frame.
    [[nodiscard]] QPolygonF onDocument(const QPolygonF &polygon) const;
    [[nodiscard]] QRectF frame() const { return QRectF(0, 0, bgr.cols, bgr.rows); }
    /// How wide the document is in the photo, in pixels.
    [[nodiscard]] double documentWidth() const;
};

/// Copies. The picture may have transparency, which is lost in the first and kept in the second.
[[nodiscard]] cv::Mat toBgr(const QImage &image);
[[nodiscard]] cv::Mat toBgra(const QImage &image);
[[nodiscard]] QImage toImage(const cv::Mat &bgr);

[[nodiscard]] std::vector<cv::Point> toPoints(const QPolygonF &polygon);
/// Where a homography takes a polygon.
[[nodiscard]] QPolygonF mapPolygon(const cv::Matx33d &homography, const QPolygonF &polygon);
/// An ellipse as a polygon.
[[nodiscard]] QPolygonF ellipse(const QPointF &centre, double radiusX, double radiusY, double degrees = 0);
/// A part of one polygon; closed rings are opened.
[[nodiscard]] QPolygonF intersection(const QPolygonF &a, const QPolygonF &b);

/// Lays a picture over another; the mask (8U) says how much of it.
void blend(cv::Mat &below, const cv::Mat &above, const cv::Mat &mask);
/// Multiplies by a factor where the mask (32F, 0 to 1) is 1.
void darken(cv::Mat &bgr, const cv::Mat &mask, double factor);
/// The inside of a polygon as 8U with soft edges.
[[nodiscard]] cv::Mat polygonMask(cv::Size size, const QPolygonF &polygon, double softPixels = 0);

} // namespace scrutineer::samples
