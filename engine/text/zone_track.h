// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/ocrb/glyph_cells.h"
#include "engine/text/ocrb/glyph_net.h"

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::text {

/// The best a single cell can count for; one blot is not the end of a line.
inline constexpr float worstScore = -5;

/// How much cells look like characters: the mean of each one's best score.
[[nodiscard]] double qualityOf(const std::vector<ClassScores> &cells);

/// By how much the cells of a line stand off their grid, in pixels of the strip, for cells from
/// firstIndex on: followed cell by cell to both sides from where the grid fits best, so that lines which
/// perspective or a curled page bends are read to their ends. count: cells from index 0 that the line is
/// taken to hold; beyond them the drift goes on as it was. 5 to 10 ms.
[[nodiscard]] std::vector<cv::Point2d> followed(const cv::Mat &strip, const CellGrid &grid, int count,
                                                int firstIndex, int cells, const GlyphNet &net);

} // namespace scrutineer::text
