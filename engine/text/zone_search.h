// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::text {

/// A long row of print that may be a line of a machine-readable zone.
struct LineSeed
{
    cv::Point2d centre;
    double angle = 0;      ///< radians; of the row's direction, which may read to either side
    double length = 0;     ///< pixels along the row
    double thickness = 0;  ///< pixels across it, about the height of the print
    double likelihood = 0; ///< for sorting only
};

enum class RowDirection { Across, Down };

/// Rows of print that run across the picture (or down, on its side), skewed by up to 25 degrees, the
/// likeliest first. grey: CV_8UC1. Rows shorter than a quarter of the picture's longer side are left out.
[[nodiscard]] std::vector<LineSeed> findLineSeeds(const cv::Mat &grey, RowDirection direction);

} // namespace scrutineer::text
