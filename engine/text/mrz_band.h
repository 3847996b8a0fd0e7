// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::text {

/// Lines of print that stand as those of a machine-readable zone do: long, of one height and pitch, one under
/// another.
struct MrzBand
{
    cv::RotatedRect box;                ///< around all lines; width runs along them
    std::vector<cv::RotatedRect> lines; ///< from top to bottom
    double likelihood = 0;              ///< for sorting only
};

/// Bands whose lines run across at least that share of the picture's width, the likeliest first, at most
/// four. grey: CV_8UC1, at most 1,400 px wide.
[[nodiscard]] std::vector<MrzBand> findMrzBands(const cv::Mat &grey, double leastWidthShare);

/// The band as a straight grey picture whose lines are about lineHeight pixels high, with a margin of a line
/// around it. toPicture: 2 x 3 matrix from its pixels to those of grey.
[[nodiscard]] cv::Mat straightened(const cv::Mat &grey, const MrzBand &band, double lineHeight,
                                   cv::Mat &toPicture);

} // namespace scrutineer::text
