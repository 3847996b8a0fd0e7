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
Tones tonesAround(const cv::Mat &strip, const CellPlace &place)
{
    std::array<int, 256> counts{};
    int total = 0;
    const double half = 0.62 * place.height;
    const double x = place.middle.x;
    const int left = std::clamp(static_cast<int>(x - neighbourhood * place.pitch), 0, strip.cols - 1);
    const int right = std::clamp(static_cast<int>(x + neighbourhood * place.pitch), left, strip.cols - 1);
    for (int column = left; column <= right; column += 2) {
        const double y = place.middle.y + place.slope * (column - x);
        const int top = std::clamp(static_cast<int>(y - half), 0, strip.rows - 1);
        const int bottom = std::clamp(static_cast<int>(y + half), top, strip.rows - 1);
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

/// Samples one cell: bilinear, the strip's border repeated.
void sampleCell(const cv::Mat &strip, const CellPlace &place, const Tones &tones, float *out)
{
    const auto x = static_cast<float>(place.middle.x);
    const auto y = static_cast<float>(place.middle.y);
    const auto stepX = static_cast<float>(place.pitch / samplesPerUnit);
    const auto stepY = static_cast<float>(place.height / samplesPerUnit);
    const auto slope = static_cast<float>(place.slope);
    const auto lean = static_cast<float>(place.lean);
    const float mostX = static_cast<float>(strip.cols) - 1.001F;
    const float mostY = static_cast<float>(strip.rows) - 1.001F;
    const float scale = 1 / std::max(6.0F, tones.paper - tones.ink);
    for (int row = 0; row < cellHeight; ++row) {
        const float down = (static_cast<float>(row) - (cellHeight - 1) / 2.0F) * stepY;
        for (int column = 0; column < cellWidth; ++column) {
            const float along = (static_cast<float>(column) - (cellWidth - 1) / 2.0F) * stepX;
            const float atX = std::clamp(x + along + lean * down, 0.0F, mostX);
            const float atY = std::clamp(y + slope * along + down, 0.0F, mostY);
            const int left = static_cast<int>(atX);
            const int top = static_cast<int>(atY);
            const float right = atX - static_cast<float>(left);
            const float below = atY - static_cast<float>(top);
            const uchar *upper = strip.data + strip.step[0] * static_cast<std::size_t>(top) + left;
            const uchar *lower = upper + strip.step[0];
            const float a = static_cast<float>(upper[0]) + right * static_cast<float>(upper[1] - upper[0]);
            const float b = static_cast<float>(lower[0]) + right * static_cast<float>(lower[1] - lower[0]);
            *out++ = std::clamp((tones.paper - a - below * (b - a)) * scale, -0.5F, 1.5F);
        }
    }
}

} // namespace

CellPlace placeOf(const CellGrid &grid, double cell, const cv::Point2d &drift)
{
    const double x = grid.xOf(cell);
    return {cv::Point2d(x, grid.yAt(x)) + drift, grid.pitchAt(cell), grid.height,
            grid.slope + 2 * grid.sag * x, grid.lean};
}

std::vector<float> cellsOf(const cv::Mat &strip, const std::vector<CellPlace> &places)
{
    if (strip.rows < 2 || strip.cols < 2)
        return {};
    std::vector<float> cells(places.size() * cellArea);
    float *next = cells.data();
    for (const CellPlace &place : places) {
        sampleCell(strip, place, tonesAround(strip, place), next);
        next += cellArea;
    }
    return cells;
}

std::vector<float> cellsOf(const cv::Mat &strip, const CellGrid &grid, const std::vector<int> &indices)
{
    std::vector<CellPlace> places;
    places.reserve(indices.size());
    for (const int index : indices)
        places.push_back(placeOf(grid, index));
    return cellsOf(strip, places);
}

} // namespace scrutineer::text
