// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/image/document_quad.h"
#include "engine/image/percentile.h"

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

struct Surroundings;

using Measured = facts::Reading<facts::Measurement>;

/// 90th percentile of luma: what paper is there is that bright.
[[nodiscard]] Measured measureDarkness(const Canonical &document);

/// Share of the document under highlights that are blown in all channels, fade out softly into darker paper
/// and lie among print. White paper, white print and sharp-edged white shapes are none.
[[nodiscard]] Measured measureGlare(const Canonical &document);

/// 10-90 % width of the strongest edges, the worse of upright and lying ones (a moving hand blurs in one
/// direction).
[[nodiscard]] Measured measureBlur(const Canonical &document);

/// Corners of the document outside the frame, and those where a side of the frame cuts it off. The frame
/// itself (a borderless scan) has none to lose.
[[nodiscard]] Measured measureCropping(const Picture &picture, const QPolygonF &quad, Qt::Edges cutAt);

/// How sure it is that colours or levels were changed as a whole: one colour, cut ends, a crushed range,
/// colours that are too strong.
[[nodiscard]] Measured measureFiltering(const Picture &picture, const Canonical &document,
                                        const Surroundings &around, bool isFrame);

/// The first of these alone, in a picture where no document is known.
[[nodiscard]] Measured measureOneColour(const Canonical &frame);

/// Share of the document under a cast shadow: light falls by one amount, in all colours alike, along a line
/// that goes on beside the document. What does not go on may be printed, and counts for nothing.
[[nodiscard]] Measured measureShadow(const Canonical &document, const Surroundings &around);

/// Share of the document under things that cross its border: of one colour inside and outside, which is
/// neither the document's margin nor the table's, with a smooth outline. Print ends at the border.
[[nodiscard]] Measured measureObstruction(const Canonical &document, const Surroundings &around);

/// Whether a quad is the whole frame.
[[nodiscard]] bool isFrame(const Picture &picture, const QPolygonF &quad);

} // namespace scrutineer::image
