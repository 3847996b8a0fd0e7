// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/image/document_quad.h"

#include <QList>
#include <QPolygonF>

#include <opencv2/core.hpp>

namespace scrutineer::image {

/// The document at canonical scale: its longer side is canonicalWidth pixels.
struct Canonical
{
    Rectified flat;
    cv::Mat luma; ///< CV_8U

    [[nodiscard]] QPolygonF outline() const; ///< of the whole document, full-size pixels
    /// Outlines of a mask's parts (CV_8U), the largest first, full-size pixels.
    [[nodiscard]] QList<QPolygonF> outlines(const cv::Mat &mask) const;
};

using Measured = facts::Reading<facts::Measurement>;

/// 90th percentile of luma: what paper is there is that bright.
[[nodiscard]] Measured measureDarkness(const Canonical &document);

/// Share of the document under highlights that are blown in all channels, fade out softly into darker paper
/// and lie among print. White paper, white print and sharp-edged white shapes are none.
[[nodiscard]] Measured measureGlare(const Canonical &document);

/// 10-90 % width of the strongest edges, the worse of upright and lying ones (a moving hand blurs in one
/// direction).
[[nodiscard]] Measured measureBlur(const Canonical &document);

/// The value below which `share` (0 to 1) of the pixels under the mask lie; -1 where the mask is empty.
[[nodiscard]] double percentile(const cv::Mat &plane, double share, const cv::Mat &mask = {});

} // namespace scrutineer::image
