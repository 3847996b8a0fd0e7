// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <optional>

namespace scrutineer::forensics {

/// A piece of paper in grey levels: how light it is, and how far it is from one even colour, by noise and by
/// the light that falls on it.
struct PaperShade
{
    double level = 0;
    double spread = 0; ///< standard deviation
};

/// The marked pixels of a picture, without those that are no paper (outliers from a plane of grey levels).
/// values: CV_32F; mask: CV_8U; along: direction of the line of print, of length 1; length: pixels over which
/// the light counts. Nothing where there is too little paper.
[[nodiscard]] std::optional<PaperShade> paperShade(const cv::Mat &values, const cv::Mat &mask,
                                                   const cv::Point2d &along, double length);

} // namespace scrutineer::forensics
