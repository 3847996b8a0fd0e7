// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/zone_track.h"

#include <algorithm>
#include <array>

namespace scrutineer::text {

namespace {

constexpr int window = 8;      ///< cells among which the walk begins
constexpr double reach = 0.09; ///< of pitch and height: how far a cell may stand off where it is expected
constexpr double steady = 0.7; ///< of the drift from cell to cell that is kept
constexpr double cost = 0.05;  ///< natural logarithm, of one step aside: less is noise

float bestOf(const ClassScores &cell)
{
    return std::max(worstScore, *std::max_element(cell.begin(), cell.begin() + glyphCount));
}

/// The cell from which the window that looks best reaches on.
int bestWindow(const cv::Mat &strip, const CellGrid &grid, int count, const GlyphNet &net)
{
    std::vector<int> all(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        all[static_cast<std::size_t>(i)] = i;
    const std::vector<ClassScores> scores = net.classify(cellsOf(strip, grid, all));
    int best = 0;
    float most = -1e9F;
    for (int first = 0; first + window <= count; ++first) {
        float sum = 0;
        for (int i = first; i < first + window; ++i)
            sum += bestOf(scores[static_cast<std::size_t>(i)]);
        if (sum > most) {
            most = sum;
            best = first;
        }
    }
    return best;
}

/// Nine places around the expected one, for a cell and the next: the drift at which both look best.
cv::Point2d settled(const cv::Mat &strip, const CellGrid &grid, int cell, int next,
                    const cv::Point2d &expected, const GlyphNet &net)
{
    constexpr std::array<int, 3> steps{0, -1, 1};
    std::vector<CellPlace> places;
    std::vector<cv::Point2d> drifts;
    for (const int x : steps) {
        for (const int y : steps) {
            drifts.push_back(expected + cv::Point2d(x * reach * grid.pitchAt(cell), y * reach * grid.height));
            places.push_back(placeOf(grid, cell, drifts.back()));
            places.push_back(placeOf(grid, next, drifts.back()));
        }
    }
    const std::vector<ClassScores> scores = net.classify(cellsOf(strip, places));
    std::size_t best = 0;
    double most = -1e9;
    for (std::size_t i = 0; i < drifts.size(); ++i) {
        const bool aside = i % 3 != 0;
        const bool along = i >= 3;
        const double here =
            bestOf(scores[2 * i]) + bestOf(scores[2 * i + 1]) - cost * ((aside ? 1 : 0) + (along ? 1 : 0));
        if (here > most) {
            most = here;
            best = i;
        }
    }
    return drifts[best];
}

/// Means over five neighbours: paper bends slowly.
std::vector<cv::Point2d> smoothed(const std::vector<cv::Point2d> &drifts)
{
    constexpr int half = 2;
    const int last = static_cast<int>(drifts.size()) - 1;
    std::vector<cv::Point2d> means;
    for (int i = 0; i <= last; ++i) {
        const int around = std::min({half, i, last - i}); // even on both sides, or ends would lag behind
        cv::Point2d sum;
        for (int j = i - around; j <= i + around; ++j)
            sum += drifts[static_cast<std::size_t>(j)];
        means.push_back(sum / (2 * around + 1));
    }
    return means;
}

} // namespace

double qualityOf(const std::vector<ClassScores> &cells)
{
    double sum = 0;
    for (const ClassScores &cell : cells)
        sum += bestOf(cell);
    return cells.empty() ? worstScore : sum / static_cast<double>(cells.size());
}

std::vector<cv::Point2d> followed(const cv::Mat &strip, const CellGrid &grid, int count, int firstIndex,
                                  int cells, const GlyphNet &net)
{
    std::vector<cv::Point2d> drifts(static_cast<std::size_t>(cells));
    if (count < window)
        return drifts;
    const auto at = [&](int cell) -> cv::Point2d & {
        return drifts[static_cast<std::size_t>(cell - firstIndex)];
    };
    const int start = bestWindow(strip, grid, count, net) + window / 2;
    const int last = firstIndex + cells - 1;
    for (const int way : {1, -1}) {
        cv::Point2d drift;
        cv::Point2d pace; // of the drift, from cell to cell
        for (int cell = start; cell >= firstIndex && cell <= last; cell += way) {
            const cv::Point2d expected = drift + pace;
            const bool inside = cell >= 0 && cell < count;
            const cv::Point2d found =
                inside ? settled(strip, grid, cell, cell + way, expected, net) : expected;
            pace = steady * pace + (1 - steady) * (found - drift);
            drift = found;
            at(cell) = drift;
        }
    }
    return smoothed(drifts);
}

} // namespace scrutineer::text
