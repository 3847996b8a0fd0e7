// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::samples {

PortraitCanvas::PortraitCanvas(double unit) : pixelsPerUnit(unit)
{
    const cv::Size size(static_cast<int>(std::lround(portraitWidth * unit)),
                        static_cast<int>(std::lround(portraitHeight * unit)));
    albedo = cv::Mat(size, CV_32FC3, cv::Scalar::all(0));
    height = cv::Mat(size, CV_32F, cv::Scalar(-1.2));
    cover = cv::Mat(size, CV_32F, cv::Scalar(0));
    gloss = cv::Mat(size, CV_32F, cv::Scalar(0));
}

void PortraitCanvas::tint(double left, double top, double right, double bottom,
                          const std::function<Paint(double x, double y)> &layer)
{
    const auto column = [&](double x) {
        return std::clamp(static_cast<int>((x + portraitCentreX) * pixelsPerUnit), 0, albedo.cols);
    };
    const auto row = [&](double y) {
        return std::clamp(static_cast<int>((y + portraitCentreY) * pixelsPerUnit), 0, albedo.rows);
    };
    for (int j = row(top); j < row(bottom); ++j) {
        auto *colours = albedo.ptr<cv::Vec3f>(j);
        for (int i = column(left); i < column(right); ++i) {
            const Paint paint = layer(xOf(i), yOf(j));
            if (paint.share > 0)
                colours[i] = cv::Vec3d(colours[i]) * (1 - paint.share) + paint.colour * paint.share;
        }
    }
}

void PortraitCanvas::bump(double x, double y, double width, double tall, double amount)
{
    const auto column = [&](double at) {
        return std::clamp(static_cast<int>((at + portraitCentreX) * pixelsPerUnit), 0, height.cols);
    };
    const auto row = [&](double at) {
        return std::clamp(static_cast<int>((at + portraitCentreY) * pixelsPerUnit), 0, height.rows);
    };
    for (int j = row(y - 3 * tall); j < row(y + 3 * tall); ++j) {
        const double dy = (yOf(j) - y) / tall;
        auto *heights = height.ptr<float>(j);
        for (int i = column(x - 3 * width); i < column(x + 3 * width); ++i) {
            const double dx = (xOf(i) - x) / width;
            heights[i] += static_cast<float>(amount * std::exp(-(dx * dx + dy * dy)));
        }
    }
}

double smoothStep(double low, double high, double value)
{
    const double t = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

cv::Mat smoothNoise(cv::Size size, double featureWidth, double featureHeight, uint64_t seed)
{
    Random random(seed);
    cv::Mat coarse(std::max(2, static_cast<int>(size.height / std::max(1.0, featureHeight)) + 2),
                   std::max(2, static_cast<int>(size.width / std::max(1.0, featureWidth)) + 2), CV_32F);
    for (auto value = coarse.begin<float>(); value != coarse.end<float>(); ++value)
        *value = static_cast<float>(random.between(-1, 1));
    cv::Mat noise;
    cv::resize(coarse, noise, size, 0, 0, cv::INTER_CUBIC);
    return noise;
}

cv::Mat ownNoise(cv::Size size, double feature, double evenness, uint64_t seed)
{
    Random random(seed);
    const auto extreme = [&] { // rather far out than near nothing
        const double t = random.between(-1, 1);
        return std::copysign(std::sqrt(std::abs(t)), t);
    };
    cv::Mat coarse(static_cast<int>(portraitHeight / feature) + 2,
                   2 * static_cast<int>(portraitWidth / feature / 2) + 2, CV_32F);
    for (int j = 0; j < coarse.rows; ++j) {
        for (int i = 0; i < coarse.cols / 2; ++i) {
            const double both = evenness * extreme();
            coarse.at<float>(j, i) = static_cast<float>(both + (1 - evenness) * extreme());
            coarse.at<float>(j, coarse.cols - 1 - i) = static_cast<float>(both + (1 - evenness) * extreme());
        }
    }
    cv::Mat noise;
    cv::resize(coarse, noise, size, 0, 0, cv::INTER_CUBIC);
    return noise;
}

} // namespace scrutineer::samples
