// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace scrutineer::image::test {

/// A highlight of a lamp: light is added that falls off from `middle` (shares of the sides) with standard
/// deviation `spread` (share of the width); `strength` levels in its middle.
[[nodiscard]] cv::Mat withHighlight(const cv::Mat &bgr, const cv::Point2d &middle, double spread,
                                    double strength);

/// Out of focus: standard deviation in pixels of a picture 1,000 wide.
[[nodiscard]] cv::Mat outOfFocus(const cv::Mat &bgr, double sigma);

/// A hand that moves while the shutter is open: pixels of a picture 1,000 wide, degrees clockwise from right.
[[nodiscard]] cv::Mat shaken(const cv::Mat &bgr, double length, double degrees = 0);

/// Less light, and a camera's noise on top.
[[nodiscard]] cv::Mat darkened(const cv::Mat &bgr, double factor);

} // namespace scrutineer::image::test
