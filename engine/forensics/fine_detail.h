// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace scrutineer::forensics {

/// What lies between two blurs, CV_32F: neither the finest noise nor what changes slowly. luma: CV_8U; fine
/// and coarse: standard deviations of the blurs, pixels.
[[nodiscard]] cv::Mat detailBetween(const cv::Mat &luma, double fine, double coarse);

/// Without the finest noise, which outlives no compression, CV_32F. luma: CV_8U.
[[nodiscard]] cv::Mat evened(const cv::Mat &luma);

/// What is coarse enough to outlive a compression and finer than shades: the grain of paper. luma: CV_8U.
[[nodiscard]] cv::Mat grainOf(const cv::Mat &luma);

} // namespace scrutineer::forensics
