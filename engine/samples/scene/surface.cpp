// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/surface.h"

#include "engine/samples/portrait_canvas.h"
#include "engine/samples/scene/room.h"

#include <QtGlobal>

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>

namespace scrutineer::samples {

namespace {
constexpr double tau = 2 * std::numbers::pi;

/// A tone times one plus a gain (32F).
cv::Mat coloured(const cv::Mat &gain, const cv::Vec3d &tone)
{
    cv::Mat picture(gain.size(), CV_8UC3);
    for (int j = 0; j < gain.rows; ++j) {
        auto *row = picture.ptr<cv::Vec3b>(j);
        const auto *gains = gain.ptr<float>(j);
        for (int i = 0; i < gain.cols; ++i) {
            for (int c = 0; c < 3; ++c)
                row[i][c] = cv::saturate_cast<uchar>(tone[c] * (1 + gains[i]));
        }
    }
    return picture;
}

/// White noise, deviation 1, the same for the same seed.
cv::Mat grain(cv::Size size, Random &random)
{
    cv::RNG source(random.generator()());
    cv::Mat noise(size, CV_32F);
    source.fill(noise, cv::RNG::NORMAL, 0, 1);
    return noise;
}

cv::Mat wood(cv::Size size, Random &random)
{
    const std::array<cv::Vec3d, 5> tones{
        cv::Vec3d{58, 88, 122}, {40, 62, 96}, {92, 132, 170}, {120, 158, 188}, {34, 42, 58}};
    const cv::Mat wander = smoothNoise(size, size.width / 2.2, size.height / 5.0, random.generator()());
    const cv::Mat fibres = smoothNoise(size, size.width / 9.0, 2.0, random.generator()());
    const cv::Mat pores = smoothNoise(size, 26, 1.6, random.generator()());
    const cv::Mat patches = smoothNoise(size, size.width / 1.5, size.height / 4.0, random.generator()());
    const double rings = size.height / random.between(9, 22);
    const int plank = random.chance(0.5) ? static_cast<int>(size.height / random.between(2.2, 4.5)) : 0;
    const double strength = random.between(0.04, 0.12);
    cv::Mat gain(size, CV_32F);
    for (int j = 0; j < size.height; ++j) {
        const double own = plank > 0 ? 0.07 * std::sin(7.3 * (j / plank)) : 0;
        const bool seam = plank > 0 && j % plank < 2;
        for (int i = 0; i < size.width; ++i) {
            const double ring = std::sin(tau * (j / rings + 1.7 * wander.at<float>(j, i)) +
                                         (plank > 0 ? 11.0 * (j / plank) : 0));
            const double pore = std::max(0.0, pores.at<float>(j, i) - 0.45) * -0.35;
            gain.at<float>(j, i) =
                static_cast<float>(strength * ring + 0.06 * fibres.at<float>(j, i) + pore +
                                   0.08 * patches.at<float>(j, i) + own - (seam ? 0.5 : 0));
        }
    }
    cv::Mat picture = coloured(gain, random.pick(tones));
    if (random.chance(0.5))
        cv::rotate(picture, picture, cv::ROTATE_180);
    return picture;
}

cv::Mat cloth(cv::Size size, Random &random)
{
    const std::array<cv::Vec3d, 7> tones{
        cv::Vec3d{120, 88, 62}, {70, 70, 74},    {60, 62, 130}, {150, 170, 184},
        {90, 108, 92},          {176, 182, 186}, {40, 38, 40}};
    const cv::Mat folds = smoothNoise(size, size.width / random.between(2, 4),
                                      size.height / random.between(1.5, 4), random.generator()());
    const cv::Mat uneven = grain(size, random);
    const double thread = random.between(3.2, 6.5);
    const double stripes = random.chance(0.35) ? random.between(60, 160) : 0;
    const double turn = random.between(-0.5, 0.5);
    cv::Mat gain(size, CV_32F);
    for (int j = 0; j < size.height; ++j) {
        for (int i = 0; i < size.width; ++i) {
            const double x = i * std::cos(turn) + j * std::sin(turn) + 6 * folds.at<float>(j, i);
            const double y = j * std::cos(turn) - i * std::sin(turn) + 6 * folds.at<float>(j, i);
            const double weave = std::sin(tau * x / thread) * std::sin(tau * y / thread);
            const double stripe =
                stripes > 0 ? 0.28 * (std::fmod(std::abs(x), stripes) < stripes * 0.42 ? -1.0 : 0.35) : 0;
            gain.at<float>(j, i) = static_cast<float>(0.07 * weave + 0.05 * uneven.at<float>(j, i) +
                                                      0.20 * folds.at<float>(j, i) + stripe);
        }
    }
    return coloured(gain, random.pick(tones));
}

cv::Mat granite(cv::Size size, Random &random)
{
    const std::array<cv::Vec3d, 4> tones{
        cv::Vec3d{150, 156, 160}, {110, 128, 146}, {66, 66, 68}, {178, 182, 184}};
    const double scale = random.between(0.35, 0.9);
    const cv::Mat fine = grain(size, random);
    const cv::Mat coarse = smoothNoise(size, 7 * scale, 7 * scale, random.generator()());
    const cv::Mat dark = smoothNoise(size, 15 * scale, 13 * scale, random.generator()());
    const cv::Mat pale = smoothNoise(size, 24 * scale, 20 * scale, random.generator()());
    cv::Mat gain(size, CV_32F);
    for (int j = 0; j < size.height; ++j) {
        for (int i = 0; i < size.width; ++i) {
            const double speck = -0.75 * smoothStep(0.36, 0.55, dark.at<float>(j, i));
            const double light = 0.25 * smoothStep(0.2, 0.5, pale.at<float>(j, i));
            gain.at<float>(j, i) = static_cast<float>(speck + light + 0.16 * coarse.at<float>(j, i) +
                                                      0.05 * fine.at<float>(j, i));
        }
    }
    cv::GaussianBlur(gain, gain, {}, 0.8);
    return coloured(gain, random.pick(tones));
}

cv::Mat plain(cv::Size size, Random &random, const cv::Vec3d &tone, double unevenness)
{
    const cv::Mat broad = smoothNoise(size, size.width / 2.0, size.height / 2.0, random.generator()());
    const cv::Mat middle = smoothNoise(size, 60, 60, random.generator()());
    cv::Mat gain = grain(size, random) * 0.02 + broad * unevenness + middle * 0.02;
    for (int k = random.integer(0, 6); k > 0; --k) { // scratches and crumbs
        const cv::Point from(random.integer(0, size.width), random.integer(0, size.height));
        const cv::Point to = from + cv::Point(random.integer(-90, 90), random.integer(-60, 60));
        cv::line(gain, from, to, cv::Scalar(random.between(-0.12, 0.12)), 1, cv::LINE_AA);
    }
    return coloured(gain, tone);
}

/// A bed sheet: broad folds with one steep side.
cv::Mat sheet(cv::Size size, Random &random)
{
    const cv::Mat wander = smoothNoise(size, size.width / 2.5, size.height / 2.5, random.generator()());
    const cv::Mat fine = grain(size, random);
    const double turn = random.between(0, std::numbers::pi);
    const double period = size.width / random.between(1.5, 3.5);
    cv::Mat gain(size, CV_32F);
    for (int j = 0; j < size.height; ++j) {
        for (int i = 0; i < size.width; ++i) {
            const double along = i * std::cos(turn) + j * std::sin(turn);
            const double phase = along / period + 0.7 * wander.at<float>(j, i);
            const double fold = phase - std::floor(phase);
            const double shade = 0.14 * smoothStep(0, 0.8, fold) * smoothStep(1, 0.8, fold);
            gain.at<float>(j, i) = static_cast<float>(-shade + 0.012 * fine.at<float>(j, i));
        }
    }
    const std::array<cv::Vec3d, 4> tones{
        cv::Vec3d{206, 208, 212}, {196, 190, 184}, {170, 178, 190}, {186, 170, 170}};
    return coloured(gain, random.pick(tones));
}

cv::Mat painted(Surface surface, cv::Size size, Random &random)
{
    const std::array<cv::Vec3d, 5> laminates{
        cv::Vec3d{214, 216, 218}, {188, 196, 204}, {120, 124, 128}, {150, 176, 196}, {96, 84, 70}};
    switch (surface) {
    case Surface::Wood:
        return wood(size, random);
    case Surface::Cloth:
        return cloth(size, random);
    case Surface::Granite:
        return granite(size, random);
    case Surface::Laminate:
        return plain(size, random, random.pick(laminates), 0.04);
    case Surface::Desk:
        return plain(size, random, {44, 44, 48}, 0.08);
    case Surface::Sheet:
        return sheet(size, random);
    case Surface::Room:
        return paintRoom(size, random);
    }
    return {};
}
} // namespace

cv::Mat paintSurface(Surface surface, cv::Size size, Random &random)
{
    // Behind a document little detail is wanted: painted at about a megapixel, then enlarged.
    constexpr double longSide = 1000;
    const double reduce = std::min(1.0, longSide / std::max(size.width, size.height));
    const cv::Size small(std::max(8, qRound(size.width * reduce)), std::max(8, qRound(size.height * reduce)));
    cv::Mat picture = painted(surface, small, random);
    if (small != size)
        cv::resize(picture, picture, size, 0, 0, cv::INTER_LINEAR);
    return picture;
}

} // namespace scrutineer::samples
