// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/geometry/quad_score.h"

namespace scrutineer::image {

/// The picture (CV_8UC3) with a shadow's dark side lit like its other one, where a side of the quad (its
/// pixels) is a shadow's edge and no document's: light falls there by one amount and in all colours alike,
/// and so it does behind the corners, where the neighbouring side goes on too. nullopt where no side is.
/// gradients: of the same picture.
[[nodiscard]] std::optional<cv::Mat> litAtShadowSide(const cv::Mat &bgr, const Gradients &gradients,
                                                     const Quad &quad);

} // namespace scrutineer::image
