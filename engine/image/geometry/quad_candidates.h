// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/geometry/quad_score.h"

#include <vector>

namespace scrutineer::image {

struct ScoredQuad
{
    Quad quad{};
    QuadScore score;
};

/// Quads that straight lines of the picture and its frame enclose, best first, at most `most`.
[[nodiscard]] std::vector<ScoredQuad> quadsFromLines(const cv::Mat &bgr, const Gradients &gradients,
                                                     std::size_t most);

/// Quads around regions that stand out by lightness, by saturation or from the colour of the frame's rim.
[[nodiscard]] std::vector<ScoredQuad> quadsFromRegions(const cv::Mat &bgr, const Gradients &gradients);

} // namespace scrutineer::image
