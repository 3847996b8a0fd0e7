// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/tone_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace scrutineer::image {

namespace {

constexpr int mostLevels = 8; ///< more lie closer together than a photo's noise is wide
constexpr int fewestLevels = 4;
constexpr int even = 10;                ///< levels between neighbours: edges run through all levels
constexpr double mostSamples = 100'000; ///< pixels that are looked at
constexpr int leastPixels = 5000;       ///< even ones
/// Levels lie at multiples of their distance; what is mixed in, or a later compression, shifts them by this
/// much of it. Tried in so many steps.
constexpr double farthest = 0.2;
constexpr int phases = 7;
constexpr double level = 0.25;      ///< of the distance: to either side of a level
constexpr double between = 0.3;     ///< of the distance from a level: from here on lies nothing
constexpr double populated = 0.003; ///< of all even pixels: a level that counts
constexpr double empty = 0.15;      ///< of the less populated level
constexpr int leastGaps = 2;        ///< in each channel
/// Gaps in all channels, less twice what lies between levels that is not empty. Measured: 4 and 11 on drawn
/// photos that were filtered, 0 on 622 others, real ones among them (docs/decisions/0036-photo-faults.md).
constexpr double perhaps = 2.5;
constexpr double surely = 5;

/// Share of pixels below each value.
using Sums = std::array<double, 257>;

struct Histograms
{
    std::array<Sums, 3> channels{};
    int pixels = 0;
};

/// Of the even pixels of a grid over the picture.
Histograms histogramsOf(const cv::Mat &bgr)
{
    const int stride = std::max(1, int(std::sqrt(double(bgr.total()) / mostSamples)));
    std::array<std::array<int, 256>, 3> counts{};
    Histograms histograms;
    const auto far = [](const cv::Vec3b &a, const cv::Vec3b &b) {
        return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
    };
    for (int row = 1; row < bgr.rows - 1; row += stride) {
        const auto *above = bgr.ptr<cv::Vec3b>(row - 1);
        const auto *here = bgr.ptr<cv::Vec3b>(row);
        const auto *below = bgr.ptr<cv::Vec3b>(row + 1);
        for (int column = 1; column < bgr.cols - 1; column += stride) {
            const cv::Vec3b &pixel = here[column];
            if (std::max({far(pixel, above[column]), far(pixel, below[column]), far(pixel, here[column - 1]),
                          far(pixel, here[column + 1])}) >= even)
                continue;
            ++histograms.pixels;
            for (std::size_t channel = 0; channel < 3; ++channel)
                ++counts[channel][pixel[int(channel)]];
        }
    }
    for (std::size_t channel = 0; channel < 3; ++channel) {
        Sums &sums = histograms.channels[channel];
        for (std::size_t i = 0; i < 256; ++i)
            sums[i + 1] = sums[i] + double(counts[channel][i]) / std::max(1, histograms.pixels);
    }
    return histograms;
}

double shareOf(const Sums &sums, double from, double to)
{
    const auto at = [](double value) { return std::size_t(std::clamp(std::ceil(value), 0.0, 256.0)); };
    return at(to) > at(from) ? sums[at(to)] - sums[at(from)] : 0;
}

struct Gaps
{
    int empty = 0;
    int filled = 0;
};

/// Between levels that are populated, one after the other.
Gaps gapsOf(const Sums &sums, double distance, double first)
{
    Gaps gaps;
    double last = -1;
    double lastShare = 0;
    for (double at = first; at < 256 + farthest * distance; at += distance) {
        const double share = shareOf(sums, at - level * distance, at + level * distance);
        if (share < populated)
            continue;
        if (lastShare > 0) {
            const double within = shareOf(sums, last + between * distance, at - between * distance);
            ++(within < empty * std::min(share, lastShare) ? gaps.empty : gaps.filled);
        }
        last = at;
        lastShare = share;
    }
    return gaps;
}

} // namespace

double toneSteps(const cv::Mat &bgr)
{
    const Histograms histograms = histogramsOf(bgr);
    if (histograms.pixels < leastPixels)
        return 0;
    double best = 0;
    for (int levels = fewestLevels; levels <= mostLevels; ++levels) {
        for (const double distance : {255.0 / (levels - 1), 256.0 / levels}) { // rounded, or bits cut off
            for (int phase = 0; phase < phases; ++phase) {
                int score = 0;
                bool inAll = true;
                for (const Sums &channel : histograms.channels) {
                    const Gaps gaps =
                        gapsOf(channel, distance, farthest * (2.0 * phase / (phases - 1) - 1) * distance);
                    inAll = inAll && gaps.empty >= leastGaps;
                    score += gaps.empty - 2 * gaps.filled;
                }
                if (inAll)
                    best = std::max(best, double(score));
            }
        }
    }
    return std::clamp((best - perhaps) / (surely - perhaps), 0.0, 1.0);
}

} // namespace scrutineer::image
