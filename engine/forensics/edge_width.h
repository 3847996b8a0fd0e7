// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <optional>

namespace scrutineer::forensics {

/// The width of an edge is its contrast divided by its steepest step across one pixel: 1 for an edge that no
/// lens saw, 2.5 times the deviation of a Gaussian lens blur. It does not depend on the contrast.

inline constexpr int printMaskCell = 8; ///< pixels
inline constexpr int mostPrintZones = 9;

/// The width, pixels, that a quarter of the edges of print stay below, in the zone where print is sharpest:
/// lenses are not equally sharp everywhere. Every third row and column is looked at. Nothing where there is
/// little print. luma: CV_8U; mask: CV_8U, a cell per printMaskCell pixels: the zone, 0 where not to look.
[[nodiscard]] std::optional<double> sharpPrintWidth(const cv::Mat &luma, const cv::Mat &mask);

/// The width of one edge by two measures, pixels.
struct EdgeWidth
{
    double bySteepest = 0; ///< as above
    double byAllSteps = 0; ///< squared contrast over the sum of squared steps, which does not depend on where
                           ///< the edge falls between pixels: 3.5 times the deviation of a Gaussian lens blur
};

/// The width of a straight edge that lies within `slack` pixels of a line: the median along the line. Nothing
/// where there is no such edge, or it is no straight one. luma: CV_8U; expected: the width that it
/// may have, pixels.
[[nodiscard]] std::optional<EdgeWidth> straightEdgeWidth(const cv::Mat &luma, const cv::Point2d &from,
                                                         const cv::Point2d &to, double slack,
                                                         double expected);

} // namespace scrutineer::forensics
