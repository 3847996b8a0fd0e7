// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/paper_shade.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::forensics {

namespace {
constexpr std::size_t enough = 40;  ///< pixels
constexpr std::size_t plenty = 500; ///< pixels: of more, every so many are taken
constexpr int rounds = 3;
constexpr double farOff = 2.5;           ///< deviations: no paper
constexpr double leastOff = 1;           ///< grey levels, always paper
constexpr double ofNormal = 1.4826;      ///< deviation of a normal distribution by its median
constexpr double ofUniform = 0.28867513; ///< deviation of a ramp from 0 to 1

using Term = cv::Vec3d; ///< 1, pixels along the line, pixels across

struct Sample
{
    Term at;
    double value = 0;
};

std::vector<Sample> samplesUnder(const cv::Mat &values, const cv::Mat &mask, const cv::Point2d &along)
{
    std::vector<Sample> samples;
    const std::size_t every = std::size_t(cv::countNonZero(mask)) / plenty + 1;
    std::size_t seen = 0;
    for (int y = 0; y < values.rows; ++y) {
        const uchar *isPaper = mask.ptr(y);
        for (int x = 0; x < values.cols; ++x) {
            if (isPaper[x] != 0 && seen++ % every == 0)
                samples.push_back({{1, x * along.x + y * along.y, y * along.x - x * along.y},
                                   double(values.at<float>(y, x))});
        }
    }
    return samples;
}

/// The plane through the samples that lie within `most` of another one.
Term planeOf(const std::vector<Sample> &samples, const Term &other, double most)
{
    cv::Matx33d products = cv::Matx33d::zeros();
    Term sums(0, 0, 0);
    for (const Sample &sample : samples) {
        if (std::abs(sample.value - sample.at.dot(other)) > most)
            continue;
        products += sample.at * sample.at.t();
        sums += sample.at * sample.value;
    }
    return products.solve(sums, cv::DECOMP_SVD);
}

double deviationFrom(const std::vector<Sample> &samples, const Term &plane)
{
    std::vector<double> offs;
    offs.reserve(samples.size());
    for (const Sample &sample : samples)
        offs.push_back(std::abs(sample.value - sample.at.dot(plane)));
    const auto middle = offs.begin() + std::ptrdiff_t(offs.size() / 2);
    std::nth_element(offs.begin(), middle, offs.end());
    return ofNormal * *middle;
}
} // namespace

std::optional<PaperShade> paperShade(const cv::Mat &values, const cv::Mat &mask, const cv::Point2d &along,
                                     double length)
{
    const std::vector<Sample> samples = samplesUnder(values, mask, along);
    if (samples.size() < enough)
        return std::nullopt;
    Term plane = planeOf(samples, {}, INFINITY);
    double deviation = deviationFrom(samples, plane);
    for (int round = 1; round < rounds; ++round) {
        plane = planeOf(samples, plane, std::max(leastOff, farOff * deviation));
        deviation = deviationFrom(samples, plane);
    }
    Term middle(0, 0, 0);
    for (const Sample &sample : samples)
        middle += sample.at / double(samples.size());
    return PaperShade{middle.dot(plane), std::hypot(deviation, ofUniform * plane[1] * length)};
}

} // namespace scrutineer::forensics
