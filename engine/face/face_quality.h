// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/detection.h"

namespace scrutineer::face {

/// Light and focus of one face, measured on its 112 x 112 aligned crop (its box where there are no
/// landmarks).
struct FaceQuality
{
    double sharpness = 0;    ///< variance of the Laplacian
    double luma = 0;         ///< mean, 0 to 255
    double clippedShare = 0; ///< share of pixels at 250 and above, 0 to 1
};

/// The face, upright, in a square of 112 pixels as recognisers see it.
[[nodiscard]] cv::Mat alignedCrop(const cv::Mat &bgr, const Detection &face);

[[nodiscard]] FaceQuality measureQuality(const cv::Mat &bgr, const Detection &face);

} // namespace scrutineer::face
