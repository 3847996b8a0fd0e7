// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/ocrb/glyph_cells.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::text {

namespace {

constexpr double neighbourhood = 2.6; ///< pitches to both sides within which paper and ink are measured
constexpr double samplesPerUnit = 16;

struct Tones
{
    float paper = 255;
    float ink = 0;
};

/// Paper and ink around a cell, so that shadows and coloured grounds even out.
Tones tonesAround(const cv::Mat &strip, const CellGrid &grid, int index)
{
    std::array<int, 256> counts{};
    int total = 0;
    const double x = grid.xOf(index);
    const double pitch = grid.pitchAt(index);
    const int left = std::clamp(static_cast<int>(x - neighbourhood * pitch), 0, strip.cols - 1);
    const int right = std::clamp(static_cast<int>(x + neighbourhood * pitch), left, strip.cols - 1);
    for (int column = left; column <= right; column += 2) {
        const double y = grid.yAt(column);
        const int top = std::clamp(static_cast<int>(y - 0.62 * grid.height), 0, strip.rows - 1);
        const int bottom = std::clamp(static_cast<int>(y + 0.62 * grid.height), top, strip.rows - 1);
        for (int row = top; row <= bottom; ++row)
            ++counts[strip.at<uchar>(row, column)];
        total += bottom - top + 1;
    }
    const auto tone = [&](double share) {
        int seen = 0;
        for (std::size_t value = 0; value < counts.size(); ++value) {
            seen += counts[value];
            if (seen > share * total)
                return static_cast<float>(value);
        }
        return 255.0F;
    };
    return {tone(0.78), tone(0.05)};
}

float valueAt(const cv::Mat &strip, double x, double y)
{
    const double clampedX = std::clamp(x, 0.0, strip.cols - 1.001);
    const double clampedY = std::clamp(y, 0.0, strip.rows - 1.001);
    const int column = static_cast<int>(clampedX);
    const int row = static_cast<int>(clampedY);
    const float right = static_cast<float>(clampedX - column);
    const float down = static_cast<float>(clampedY - row);
    const uchar *upper = strip.ptr<uchar>(row) + column;
    const uchar *lower = strip.ptr<uchar>(row + 1) + column;
    const float above = static_cast<float>(upper[0]) * (1 - right) + static_cast<float>(upper[1]) * right;
    const float below = static_cast<float>(lower[0]) * (1 - right) + static_cast<float>(lower[1]) * right;
    return above * (1 - down) + below * down;
}

} // namespace

std::vector<float> cellsOf(const cv::Mat &strip, const CellGrid &grid, const std::vector<int> &indices)
{
    std::vector<float> cells;
    if (strip.rows < 2 || strip.cols < 2)
        return cells;
    cells.reserve(indices.size() * cellArea);
    for (const int index : indices) {
        const Tones tones = tonesAround(strip, grid, index);
        const float contrast = std::max(6.0F, tones.paper - tones.ink);
        const double x = grid.xOf(index);
        const double stepX = grid.pitchAt(index) / samplesPerUnit;
        const double stepY = grid.height / samplesPerUnit;
        for (int row = 0; row < cellHeight; ++row) {
            for (int column = 0; column < cellWidth; ++column) {
                const double atX = x + (column - (cellWidth - 1) / 2.0) * stepX;
                const double down = (row - (cellHeight - 1) / 2.0) * stepY;
                const float seen = valueAt(strip, atX + grid.lean * down, grid.yAt(atX) + down);
                const float value = (tones.paper - seen) / contrast;
                cells.push_back(std::clamp(value, -0.5F, 1.5F));
            }
        }
    }
    return cells;
}

} // namespace scrutineer::text
