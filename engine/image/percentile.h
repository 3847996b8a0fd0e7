// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace scrutineer::image {

/// The value below which `share` (0 to 1) of the pixels (CV_8U) under the mask lie; -1 where the mask is
/// empty.
[[nodiscard]] double percentile(const cv::Mat &plane, double share, const cv::Mat &mask = {});

} // namespace scrutineer::image
