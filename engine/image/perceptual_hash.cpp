// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/perceptual_hash.h"

#include "engine/image/display.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace scrutineer::image {

namespace {
constexpr int sampleSide = 32; // pixels
constexpr int frequencySide = 8;
} // namespace

std::uint64_t perceptualHash(const cv::Mat &picture)
{
    if (picture.empty())
        return 0;
    double shrink = double(std::min(picture.cols, picture.rows)) / sampleSide;
    cv::Mat small = halved(picture, shrink);
    cv::resize(small, small, cv::Size(sampleSide, sampleSide), 0, 0, cv::INTER_AREA);
    cv::Mat grey;
    if (small.channels() == 3)
        cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    else
        grey = small;
    cv::Mat samples;
    grey.convertTo(samples, CV_32F);
    cv::Mat frequencies;
    cv::dct(samples, frequencies);

    // Row and column 0 hold the mean and plain gradients of light; the hash starts behind them.
    std::array<float, std::size_t{frequencySide} * frequencySide> low{};
    for (int row = 0; row < frequencySide; ++row) {
        for (int column = 0; column < frequencySide; ++column)
            low[std::size_t(row) * frequencySide + std::size_t(column)] =
                frequencies.at<float>(row + 1, column + 1);
    }
    auto sorted = low;
    std::nth_element(sorted.begin(), sorted.begin() + sorted.size() / 2, sorted.end());
    const float median = sorted[sorted.size() / 2];

    std::uint64_t hash = 0;
    for (std::size_t bit = 0; bit < low.size(); ++bit) {
        if (low[bit] > median)
            hash |= std::uint64_t{1} << bit;
    }
    return hash;
}

int hashDistance(std::uint64_t a, std::uint64_t b)
{
    return std::popcount(a ^ b);
}

} // namespace scrutineer::image
