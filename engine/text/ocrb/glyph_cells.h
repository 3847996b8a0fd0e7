// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::text {

/// Where the cells of one line of fixed-pitch print stand in a strip, in pixels of the strip. The centre of
/// cell i lies at x = first + i pitch + bend i²; the middle of the capitals at x lies at
/// y = middle + slope x + sag x².
struct CellGrid
{
    double first = 0;
    double pitch = 16;
    double bend = 0;
    double middle = 0;
    double slope = 0;
    double sag = 0;
    double height = 16; ///< of the capitals
    double lean = 0;    ///< how far the characters lean: x for each y down

    [[nodiscard]] double xOf(double cell) const { return first + cell * pitch + bend * cell * cell; }
    [[nodiscard]] double yAt(double x) const { return middle + slope * x + sag * x * x; }
    [[nodiscard]] double pitchAt(double cell) const { return pitch + 2 * bend * cell; }
};

/// One cell by itself, in pixels of a strip.
struct CellPlace
{
    cv::Point2d middle; ///< of the cell, halfway up the capitals
    double pitch = 16;
    double height = 16; ///< of the capitals
    double slope = 0;   ///< of the row there
    double lean = 0;
};

/// drift: by how much the cell stands off its grid.
[[nodiscard]] CellPlace placeOf(const CellGrid &grid, double cell, const cv::Point2d &drift = {});

constexpr int cellWidth = 20;  ///< samples; 16 of them are one pitch
constexpr int cellHeight = 24; ///< samples; 16 of them are the height of the capitals
constexpr int cellArea = cellWidth * cellHeight;

/// Grey values of cells, evened out: 0 is the paper around, 1 the ink. strip: CV_8UC1. Each place gives
/// cellArea values, row by row.
[[nodiscard]] std::vector<float> cellsOf(const cv::Mat &strip, const std::vector<CellPlace> &places);
/// The same for cells of a grid; indices: any whole numbers, the grid goes on to both sides.
[[nodiscard]] std::vector<float> cellsOf(const cv::Mat &strip, const CellGrid &grid,
                                         const std::vector<int> &indices);

} // namespace scrutineer::text
