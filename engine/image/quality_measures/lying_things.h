// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/quality_measures/surroundings.h"

namespace scrutineer::image {

/// Where thin dark strokes are: letters, lines and bars, told by the share of light that ink takes, in shade
/// as in light. CV_8U, canonical pixels.
[[nodiscard]] cv::Mat strokesOf(const Canonical &document);

/// Things that lie on the document and end within it, such as stickers and coins (CV_8U, canonical pixels):
/// plain patches with a sharp, convex outline and no print in them, of which print does not know. Print keeps
/// clear of what is printed beside it and stands square to the document; a thing cuts off letters, lies
/// askew or is a large disc.
[[nodiscard]] cv::Mat lyingThings(const Canonical &document, const cv::Mat &strokes);

/// Those that lie over the document's border and end beside it: the border does not show in them. A mask of
/// the surroundings (CV_8U), on the document and beside it.
[[nodiscard]] cv::Mat straddlingThings(const Surroundings &around);

} // namespace scrutineer::image
