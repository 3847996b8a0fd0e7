// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/quality_measures/measures.h"

namespace scrutineer::image {

/// The document and a strip of what lies around it, small: enough for faults that are seen from afar. What
/// crosses the document's border was not printed on it.
struct Surroundings
{
    static constexpr int longSide = 320; ///< of the document, pixels
    static constexpr int margin = 40;    ///< on every side of it, pixels

    cv::Mat bgr;            ///< CV_8UC3, document and margin
    cv::Mat valid;          ///< CV_8U: what the frame shows
    cv::Rect document;      ///< the document's place in it
    double toCanonical = 1; ///< canonical pixels to one of these

    /// Outlines of a mask's parts on the document, the largest first, full-size pixels.
    [[nodiscard]] QList<QPolygonF> outlines(const cv::Mat &mask, const Canonical &canonical) const;
};

[[nodiscard]] Surroundings surroundingsOf(const Picture &picture, const Canonical &canonical);

} // namespace scrutineer::image
