// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace scrutineer::forensics {

inline constexpr int gridShifts = 64; ///< block grids that a picture can have: eight rows, eight columns
inline constexpr int combModes =
    5; ///< AC modes that are looked at: right, down, aslant, twice right, twice down
inline constexpr int combTileWidth = 128; ///< pixels
inline constexpr int combTileHeight = 32;

/// Evidence in nats of an earlier compression on each grid (row times eight plus column, from the corner of
/// the picture), for each tile of a picture. Only the tiles with the most detail are looked at; the others
/// hold 0.
struct CombTiles
{
    cv::Size size; ///< tiles
    std::vector<std::array<float, gridShifts>> evidence;
    std::vector<bool> isTelling; ///< looked at

    [[nodiscard]] std::size_t at(int column, int row) const
    {
        return std::size_t(row) * std::size_t(size.width) + std::size_t(column);
    }
};

/// luma: CV_8U, its sides 7 pixels longer than whole tiles.
[[nodiscard]] CombTiles combTiles(const cv::Mat &luma);

/// The quantisation step of each mode that blocks on one grid tell of, grey levels; 0: none.
[[nodiscard]] std::array<float, combModes> combSteps(const cv::Mat &luma, const cv::Rect &part,
                                                     const cv::Point &grid);

/// How near each block on one grid is to multiples of the steps: a cell per block, CV_32FC2: the sum of the
/// cosines of its phases, and how many coefficients are large enough to tell.
[[nodiscard]] cv::Mat combBlocks(const cv::Mat &luma, const cv::Rect &part, const cv::Point &grid,
                                 const std::array<float, combModes> &steps);

} // namespace scrutineer::forensics
