// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <array>

namespace scrutineer::samples {

namespace {
constexpr double coarseUnit = 56; // pixels: soft shadows need no more

/// How much of the surroundings' light, and of the main light, comes to each place: 1 all.
struct Shadows
{
    cv::Mat1f open;
    cv::Mat1f lit;
};

/// Places that lie below what is around them get less light from the surroundings.
cv::Mat1f openness(const cv::Mat1f &height, double unit)
{
    cv::Mat1f closed(height.size(), 0.0F);
    const std::array<std::array<double, 2>, 3> scales{{{0.05, 3.2}, {0.14, 2.2}, {0.34, 1.1}}};
    for (const auto &[reach, weight] : scales) {
        cv::Mat1f around;
        cv::GaussianBlur(height, around, {}, reach * unit);
        closed += (around - height) * weight;
    }
    cv::Mat1f open(height.size());
    std::transform(closed.begin(), closed.end(), open.begin(),
                   [](float below) { return std::clamp(1 - below, 0.22F, 1.14F); });
    return open;
}

/// Marches from each place to the light; whatever stands above the ray shades it, softly.
cv::Mat1f castShadows(const cv::Mat1f &height, const cv::Vec3d &light, double unit)
{
    constexpr int steps = 14;
    constexpr double reach = 0.75; // units
    cv::Mat1f lit(height.size(), 1.0F);
    const double rise = light[2] / std::max(0.05, std::hypot(light[0], light[1]));
    const double across = light[0] / std::max(0.05, std::hypot(light[0], light[1]));
    const double down = light[1] / std::max(0.05, std::hypot(light[0], light[1]));
    for (int j = 0; j < height.rows; ++j) {
        for (int i = 0; i < height.cols; ++i) {
            float most = 0;
            for (int k = 1; k <= steps; ++k) {
                const double far = reach * k / steps;
                const int column = i + static_cast<int>(std::lround(across * far * unit));
                const int row = j + static_cast<int>(std::lround(down * far * unit));
                if (column < 0 || row < 0 || column >= height.cols || row >= height.rows)
                    break;
                const auto above = height(row, column) - height(j, i) - static_cast<float>(far * rise);
                most = std::max(most, above / static_cast<float>(0.05 + 0.35 * far));
            }
            lit(j, i) = 1 - 0.85F * smoothStep(0.0F, 1.0F, most);
        }
    }
    cv::GaussianBlur(lit, lit, {}, 0.028 * unit);
    return lit;
}

Shadows shadowsOf(const PortraitCanvas &canvas, const Shot &shot)
{
    const double scale = std::min(1.0, coarseUnit / canvas.pixelsPerUnit);
    cv::Mat1f coarse;
    cv::resize(canvas.height, coarse, {}, scale, scale, cv::INTER_AREA);
    const double unit = canvas.pixelsPerUnit * scale;
    Shadows shadows{openness(coarse, unit), castShadows(coarse, shot.light / cv::norm(shot.light), unit)};
    cv::resize(shadows.open, shadows.open, canvas.height.size(), 0, 0, cv::INTER_LINEAR);
    cv::resize(shadows.lit, shadows.lit, canvas.height.size(), 0, 0, cv::INTER_LINEAR);
    return shadows;
}

cv::Vec3f direction(const Shot &shot)
{
    return cv::Vec3f(shot.light / cv::norm(shot.light));
}

/// More comes from above and from the front.
float ambientOn(const cv::Vec3f &normal)
{
    return 0.50F - 0.36F * normal[1] + 0.32F * normal[2];
}

/// Light goes into skin and comes out beside: red widest (Jensen et al. 2001).
void scatter(cv::Mat3f &light, double unit)
{
    constexpr std::array widths{0.010, 0.018, 0.036}; // units: blue, green, red
    std::array<cv::Mat1f, 3> channels;
    cv::split(light, channels.data());
    for (size_t c = 0; c < channels.size(); ++c) {
        if (const double width = widths[c] * unit; width > 0.4)
            cv::GaussianBlur(channels[c], channels[c], {}, width);
    }
    cv::merge(channels.data(), channels.size(), light);
}
} // namespace

float lightOn(const cv::Vec3f &normal, const Shot &shot)
{
    const auto ambient = static_cast<float>(shot.ambient);
    const float wrapped = std::max(0.0F, (normal.dot(direction(shot)) + 0.12F) / 1.12F);
    return ambient * ambientOn(normal) * 1.25F + (1 - ambient) * wrapped * 1.12F;
}

cv::Mat3f lightUp(const PortraitCanvas &canvas, const Shot &shot)
{
    const double unit = canvas.pixelsPerUnit;
    cv::Mat1f smooth;
    cv::GaussianBlur(canvas.height, smooth, {}, std::max(0.5, unit * 0.007));
    cv::Mat1f slopeX;
    cv::Mat1f slopeY;
    cv::Sobel(smooth, slopeX, CV_32F, 1, 0, 3, unit / 8);
    cv::Sobel(smooth, slopeY, CV_32F, 0, 1, 3, unit / 8);
    const Shadows shadows = shadowsOf(canvas, shot);
    const cv::Vec3f to = direction(shot);
    cv::Vec3f half = to + cv::Vec3f(0, 0, 1);
    half /= static_cast<float>(cv::norm(half));
    const auto ambient = static_cast<float>(shot.ambient);
    cv::Mat3f light(canvas.height.size());
    cv::Mat1f shine(canvas.height.size());
    const cv::Vec3f key = cv::Vec3f(shot.lightColour) * static_cast<float>(shot.exposure);
    const cv::Vec3f fill = (key + cv::Vec3f::all(static_cast<float>(shot.exposure))) * 0.5F;
    for (int j = 0; j < light.rows; ++j) {
        for (int i = 0; i < light.cols; ++i) {
            cv::Vec3f normal(-slopeX(j, i), -slopeY(j, i), 1);
            normal /= std::sqrt(normal.dot(normal));
            const float open = shadows.open(j, i);
            const float wrapped = std::max(0.0F, (normal.dot(to) + 0.12F) / 1.12F);
            const float main = (1 - ambient) * wrapped * 1.12F * shadows.lit(j, i);
            light(j, i) =
                fill * (ambient * ambientOn(normal) * 1.25F * open) + key * (main * (0.45F + 0.55F * open));
            const float facing = std::max(0.0F, normal.dot(half));
            const float lobe = square(square(facing));
            shine(j, i) = canvas.gloss(j, i) * (0.5F * lobe * lobe + square(square(lobe * lobe))) *
                          (0.3F + 0.7F * shadows.lit(j, i)) * open;
        }
    }
    scatter(light, unit);
    for (int j = 0; j < light.rows; ++j) {
        for (int i = 0; i < light.cols; ++i)
            light(j, i) = light(j, i).mul(canvas.albedo(j, i)) + key * shine(j, i);
    }
    return light;
}

} // namespace scrutineer::samples
