// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/document_quad.h"

namespace scrutineer::forensics {

/// A document cut out of a picture, for what looks at its print.
struct Sheet
{
    cv::Mat luma;         ///< CV_8U: the box around it, reduced by a whole factor to 1,600 pixels and more
    double scale = 1;     ///< of luma's pixels to the picture's
    cv::Point2d corner;   ///< of luma, pixels of the picture
    cv::Mat page;         ///< CV_8U: as seen from straight above, 1,000 pixels wide
    image::Rectified way; ///< from the page to the picture; holds no picture of its own
    double documentWidth = 0; ///< pixels of the picture
};

/// luma: CV_8U, the picture at full size; document: its four corners, pixels.
[[nodiscard]] Sheet sheetOf(const cv::Mat &luma, const QPolygonF &document);

/// Boxes of the lines of print on a page as above; words that stand apart are lines of their own.
[[nodiscard]] std::vector<cv::Rect> printLines(const cv::Mat &page);

} // namespace scrutineer::forensics
