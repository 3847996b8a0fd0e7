// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/comb_tiles.h"

#include <opencv2/core/hal/intrin.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace scrutineer::forensics {

namespace {
constexpr int block = 8;               ///< pixels
constexpr std::size_t mostTiles = 340; ///< 1.4 megapixels
constexpr int perLevel = 2;            ///< histogram cells a grey level
constexpr int cells = 48;              ///< of a histogram: up to 24 grey levels
constexpr int steps = 16;              ///< earlier steps that are looked for
constexpr int smallCells = 20;         ///< half of every step lies below
constexpr double smallestStep = 3.5;   ///< grey levels
constexpr double stepRatio = 1.11;     ///< between steps: a tenth of a period at two multiples
constexpr float leastCount = 4;        ///< coefficients that could tell
constexpr float searchCost = 3;        ///< nats: the logarithm of the steps that are tried
constexpr double leastDetail = 0.8; ///< grey levels between neighbours, mean: else there is nothing to tell

using Histogram = std::array<unsigned short, cells>;

constexpr int rates = 3; ///< of change along a side of a block that the modes use
/// Change down and change right of each mode.
constexpr std::array<std::array<int, 2>, combModes> modeRates{{{0, 1}, {1, 0}, {1, 1}, {0, 2}, {2, 0}}};

/// The first rows of the DCT's matrix (ITU-T T.81, A.3.3).
using Basis = std::array<std::array<float, block>, rates>;

const Basis &basis()
{
    static const Basis values = [] {
        Basis rows{};
        for (int rate = 0; rate < rates; ++rate) {
            for (int i = 0; i < block; ++i)
                rows[std::size_t(rate)][std::size_t(i)] =
                    float((rate == 0 ? std::sqrt(0.125) : 0.5) *
                          std::cos((2 * i + 1) * rate * std::numbers::pi / 16));
        }
        return rows;
    }();
    return values;
}

/// Cosine of each histogram cell's phase for each step; 0 where a value is too small to tell.
struct Phases
{
    std::array<float, steps> step{};
    std::array<std::array<float, steps>, cells> cosine{};

    Phases()
    {
        for (std::size_t i = 0; i < steps; ++i) {
            step[i] = float(smallestStep * std::pow(stepRatio, double(i)));
            for (std::size_t cell = 0; cell < cells; ++cell) {
                const double value = double(cell) / perLevel;
                cosine[cell][i] = value > double(step[i]) / 2
                                      ? float(std::cos(2 * std::numbers::pi * value / double(step[i])))
                                      : 0;
            }
        }
    }
};

const Phases &phases()
{
    static const Phases values;
    return values;
}

/// Sums of eight neighbours along a row or across rows, `apart` values apart.
void weigh(const float *from, std::size_t apart, const std::array<float, block> &weights, float *to,
           int count)
{
    for (int x = 0; x < count; x += 4) {
        cv::v_float32x4 sum = cv::v_setzero_f32();
        for (std::size_t i = 0; i < block; ++i)
            sum = cv::v_fma(cv::v_load(from + x + i * apart), cv::v_setall_f32(weights[i]), sum);
        cv::v_store(to + x, sum);
    }
}

/// Answers of the modes at each pixel of one tile.
class TileModes
{
public:
    explicit TileModes(const cv::Mat &tile) // a tile and 7 pixels more
    {
        for (std::size_t rate = 0; rate < rates; ++rate) {
            for (int row = 0; row < rows; ++row)
                weigh(tile.ptr<float>(row), 1, basis()[rate], m_across[rate].data() + row * columns, columns);
        }
    }

    /// One row of a mode.
    void row(std::size_t mode, int row, float *to) const
    {
        const auto &[down, across] = modeRates[mode];
        weigh(m_across[std::size_t(across)].data() + row * columns, std::size_t(columns),
              basis()[std::size_t(down)], to, columns);
    }

private:
    static constexpr int columns = combTileWidth;
    static constexpr int rows = combTileHeight + block - 1;
    std::array<std::array<float, std::size_t(rows *columns)>, rates> m_across{};
};

/// The best step for a histogram: its number and its evidence.
std::pair<int, float> bestStep(const Histogram &histogram)
{
    const Phases &table = phases();
    std::array<cv::v_float32x4, steps / 4> parts;
    parts.fill(cv::v_setzero_f32());
    std::array<int, smallCells> below{}; // how many lie in smaller cells
    int count = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (cell < smallCells)
            below[cell] = count;
        if (histogram[cell] == 0)
            continue;
        count += histogram[cell];
        const cv::v_float32x4 weight = cv::v_setall_f32(float(histogram[cell]));
        const float *cosines = table.cosine[cell].data();
        for (std::size_t i = 0; i < parts.size(); ++i)
            parts[i] = cv::v_fma(weight, cv::v_load(cosines + 4 * i), parts[i]);
    }
    std::array<float, steps> sums{};
    for (std::size_t i = 0; i < parts.size(); ++i)
        cv::v_store(sums.data() + 4 * i, parts[i]);
    std::pair<int, float> best{-1, 0};
    for (std::size_t i = 0; i < steps; ++i) {
        const auto large = float(count - below[std::size_t(table.step[i] / 2 * perLevel) + 1]);
        if (sums[i] > 0 && large > leastCount && sums[i] * sums[i] > best.second * large)
            best = {int(i), sums[i] * sums[i] / large};
    }
    return best;
}

void readTile(const cv::Mat &tile, std::array<float, gridShifts> &evidence)
{
    const TileModes modes(tile);
    std::vector<Histogram> histograms(gridShifts);
    std::array<float, std::size_t(combTileWidth)> line{};
    for (std::size_t mode = 0; mode < combModes; ++mode) {
        std::fill(histograms.begin(), histograms.end(), Histogram{});
        for (int row = 0; row < combTileHeight; ++row) {
            modes.row(mode, row, line.data());
            Histogram *const own = histograms.data() + row % block * block;
            for (int column = 0; column < combTileWidth; ++column) {
                const int cell = int(std::abs(line[std::size_t(column)]) * perLevel + 0.5F);
                if (cell < cells)
                    ++own[column % block][std::size_t(cell)];
            }
        }
        for (std::size_t shift = 0; shift < gridShifts; ++shift)
            evidence[shift] += std::max(0.0F, bestStep(histograms[shift]).second - searchCost);
    }
}

/// Mean step between neighbours in a tile, grey levels; every fourth row.
double detailOf(const cv::Mat &tile)
{
    int sum = 0;
    for (int row = 0; row < tile.rows; row += 4) {
        const uchar *values = tile.ptr(row);
        for (int column = 1; column < tile.cols; ++column)
            sum += std::abs(values[column] - values[column - 1]);
    }
    return 4 * double(sum) / double(tile.total());
}

float modeOf(const cv::Mat &luma, const cv::Point &corner, int mode)
{
    const std::array<float, block> &down = basis()[std::size_t(modeRates[std::size_t(mode)][0])];
    const std::array<float, block> &across = basis()[std::size_t(modeRates[std::size_t(mode)][1])];
    float sum = 0;
    for (std::size_t row = 0; row < block; ++row) {
        const uchar *values = luma.ptr(corner.y + int(row)) + corner.x;
        float line = 0;
        for (std::size_t column = 0; column < block; ++column)
            line += float(values[column]) * across[column];
        sum += line * down[row];
    }
    return sum;
}

/// Where the first block of a grid lies in a part, and how many there are.
cv::Rect blocksOf(const cv::Rect &part, const cv::Point &grid)
{
    const cv::Point first(part.x + ((grid.x - part.x) % block + block) % block,
                          part.y + ((grid.y - part.y) % block + block) % block);
    return {first.x, first.y, std::max(0, (part.br().x - first.x) / block),
            std::max(0, (part.br().y - first.y) / block)};
}
} // namespace

CombTiles combTiles(const cv::Mat &luma)
{
    CombTiles tiles;
    tiles.size = {(luma.cols - block + 1) / combTileWidth, (luma.rows - block + 1) / combTileHeight};
    const auto count = std::size_t(tiles.size.area());
    tiles.evidence.assign(count, {});
    tiles.isTelling.assign(count, false);
    const auto placeOf = [&](std::size_t tile, const cv::Size &size) {
        const int row = int(tile) / tiles.size.width;
        const int column = int(tile) % tiles.size.width;
        return luma(cv::Rect(cv::Point(column * combTileWidth, row * combTileHeight), size));
    };
    std::vector<std::pair<double, std::size_t>> order(count);
    for (std::size_t tile = 0; tile < count; ++tile)
        order[tile] = {detailOf(placeOf(tile, {combTileWidth, combTileHeight})), tile};
    const std::size_t kept = std::min(count, mostTiles);
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(kept), order.end(), std::greater<>());
    cv::Mat exact;
    for (std::size_t i = 0; i < kept && order[i].first > leastDetail; ++i) {
        const std::size_t tile = order[i].second;
        tiles.isTelling[tile] = true;
        placeOf(tile, {combTileWidth + block - 1, combTileHeight + block - 1}).convertTo(exact, CV_32F);
        readTile(exact, tiles.evidence[tile]);
    }
    return tiles;
}

std::array<float, combModes> combSteps(const cv::Mat &luma, const cv::Rect &part, const cv::Point &grid)
{
    const cv::Rect blocks = blocksOf(part, grid);
    std::array<float, combModes> found{};
    for (int mode = 0; mode < combModes; ++mode) {
        Histogram histogram{};
        for (int i = 0; i < blocks.area(); ++i) {
            const cv::Point corner(blocks.x + i % blocks.width * block, blocks.y + i / blocks.width * block);
            const int cell = int(std::abs(modeOf(luma, corner, mode)) * perLevel + 0.5F);
            if (cell < cells)
                ++histogram[std::size_t(cell)];
        }
        const auto [step, evidence] = bestStep(histogram);
        if (step >= 0 && evidence > searchCost)
            found[std::size_t(mode)] = phases().step[std::size_t(step)];
    }
    return found;
}

cv::Mat combBlocks(const cv::Mat &luma, const cv::Rect &part, const cv::Point &grid,
                   const std::array<float, combModes> &steps)
{
    const cv::Rect blocks = blocksOf(part, grid);
    cv::Mat result(blocks.height, blocks.width, CV_32FC2, cv::Scalar::all(0));
    for (int i = 0; i < blocks.area(); ++i) {
        auto &cell = result.at<cv::Vec2f>(i / blocks.width, i % blocks.width);
        const cv::Point corner(blocks.x + i % blocks.width * block, blocks.y + i / blocks.width * block);
        for (int mode = 0; mode < combModes; ++mode) {
            const float step = steps[std::size_t(mode)];
            const float value = step > 0 ? std::abs(modeOf(luma, corner, mode)) : 0;
            if (value > step / 2)
                cell += cv::Vec2f(std::cos(2 * float(std::numbers::pi) * value / step), 1);
        }
    }
    return result;
}

} // namespace scrutineer::forensics
