// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace scrutineer::image {

/// How surely a picture (CV_8UC3) was reduced to a few levels a
/// channel ("posterised"), 0 to 1. Light, paper and noise fill the range without gaps; such a picture has
/// levels at equal distances in all channels, and next to nothing between them where it is even.
[[nodiscard]] double toneSteps(const cv::Mat &bgr);

} // namespace scrutineer::image
