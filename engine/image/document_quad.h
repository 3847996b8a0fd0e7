// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/reading.h"
#include "engine/image/picture.h"

#include <QPolygonF>

namespace scrutineer::image {

/// A document that was found in a picture.
struct FoundDocument
{
    /// Four corners in full-size pixels, clockwise; the first is the top left one of the document as it lies
    /// in the picture. Which side the text calls its top is for the readers of text to say.
    QPolygonF quad;
    bool fillsFrame = false; ///< a scan or crop without borders: the quad is the frame
    /// Sides of the frame that cut the document off: there the quad ends at the frame, the document goes on.
    Qt::Edges cutAt;
    double score = 0;  ///< 0 to 1: how well edges, shape and contents speak for it
    double aspect = 0; ///< width to height of what is seen of the document, perspective taken out
};

/// Looks for documents (card, page or booklet) on any background, whole ones and such that the frame cuts
/// off. The best first, at most `most`; none overlap. NothingFound where no candidate is good enough. Any
/// thread. It works on at most 1,000 px, whatever the picture's size.
[[nodiscard]] facts::Reading<QList<FoundDocument>> findDocuments(const Picture &picture, int most = 3);
/// The best of them.
[[nodiscard]] facts::Reading<FoundDocument> findDocument(const Picture &picture);

/// The document as seen from straight above.
struct Rectified
{
    cv::Mat bgr;        ///< CV_8UC3
    cv::Matx33d toFull; ///< homography from its pixels to full-size pixels of the picture

    [[nodiscard]] QPointF mapToFull(const cv::Point2d &point) const;
    [[nodiscard]] QPolygonF
    mapToFull(const cv::Rect2d &box) const; ///< four corners, clockwise from the top left
    [[nodiscard]] QPolygonF mapToFull(const std::vector<cv::Point> &outline) const;
};

/// Cuts the quad (full-size pixels, as above) out of the picture, width pixels wide. quarterTurns: 1 makes
/// the quad's second corner the new top left, that is, turns the result counter-clockwise by 90 degrees;
/// width is that of the turned result. Empty where the quad is degenerate.
[[nodiscard]] Rectified rectify(const Picture &picture, const QPolygonF &quad, int width,
                                int quarterTurns = 0);
/// The same view, upside down.
[[nodiscard]] Rectified turnedOver(const Rectified &view);

/// Width to height of the document whose picture the quad is, perspective taken out as far as a camera with
/// square pixels and its principal point in the middle tells (Zhang and He, "Whiteboard scanning and image
/// enhancement", Digital Signal Processing 17, 2007, section 3).
[[nodiscard]] double trueAspect(const QPolygonF &quad, const QSize &pictureSize);

} // namespace scrutineer::image
