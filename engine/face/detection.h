// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace scrutineer::face {

/// A face found in a picture, in that picture's pixels.
struct Detection
{
    cv::Rect2f box;
    float score = 0; ///< 0 to 1
    /// Right eye, left eye, tip of the nose, right and left corner of the mouth; right as the person sees it.
    std::array<cv::Point2f, 5> landmarks{};
    bool hasLandmarks = false;
};

/// The same face in a picture that is so many times as large.
[[nodiscard]] Detection scaled(Detection face, float factor);

/// Keeps the best of those that overlap by more than maxOverlap (intersection over union). Best first.
[[nodiscard]] std::vector<Detection> withoutOverlaps(std::vector<Detection> detections, float maxOverlap);

} // namespace scrutineer::face
