// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace scrutineer::forensics {

inline constexpr int lookSide = 4;  ///< a corner's look: a grid of means of 4 x 4 pixels
inline constexpr int lookReach = 8; ///< pixels around a corner that its look takes in

/// A corner of print.
struct Corner
{
    cv::Point at;
    std::array<float, std::size_t(lookSide *lookSide)> look{}; ///< grey levels, without their mean
};

/// Corners that lie together and look like others at one shift.
struct MovedPrint
{
    cv::Point shift;
    std::vector<cv::Point> corners;
};

/// The clearest corners of print, at least lookReach from the border. luma: CV_8U.
[[nodiscard]] std::vector<Corner> cornersOf(const cv::Mat &luma);

/// Print that is found twice, as repetitions and copies are; both places are at least lookReach from the
/// border.
[[nodiscard]] std::vector<MovedPrint> movedPrint(std::vector<Corner> corners);

} // namespace scrutineer::forensics
