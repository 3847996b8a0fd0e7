// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/ocrb/glyph_cells.h"

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::text {

/// Pixels of a strip beyond both ends of the row that it shows.
inline constexpr double stripMargin = 48;

/// Grids of cells that the ink of a strip beats like, the likeliest first. strip: CV_8UC1, a row of print in
/// its middle, sized so that a whole line of 30 to 44 cells fills it between its margins. The grids begin at
/// the left margin.
[[nodiscard]] std::vector<CellGrid> gridsOf(const cv::Mat &strip);

} // namespace scrutineer::text
