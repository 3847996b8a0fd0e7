// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait.h"

#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scrutineer::samples {

namespace {
/// Turns a direction of the picture into the head's own space, in which the canvas is lit.
cv::Vec3d intoHead(const cv::Vec3d &direction, const Shot &shot)
{
    const double cy = std::cos(-shot.yaw);
    const double sy = std::sin(-shot.yaw);
    cv::Vec3d turned(direction[0] * cy + direction[2] * sy, direction[1],
                     -direction[0] * sy + direction[2] * cy);
    const double cp = std::cos(shot.pitch);
    const double sp = std::sin(shot.pitch);
    turned = {turned[0], turned[1] * cp + turned[2] * sp, -turned[1] * sp + turned[2] * cp};
    return turned / cv::norm(turned);
}

/// Diffuse light with ambient occlusion (how far a place lies below its surroundings) and a soft highlight.
void light(PortraitCanvas &canvas, const Shot &shot)
{
    cv::Mat smooth;
    cv::GaussianBlur(canvas.height, smooth, {}, canvas.pixelsPerUnit * 0.012);
    cv::Mat slopeX;
    cv::Mat slopeY;
    cv::Sobel(smooth, slopeX, CV_32F, 1, 0, 3, canvas.pixelsPerUnit / 8);
    cv::Sobel(smooth, slopeY, CV_32F, 0, 1, 3, canvas.pixelsPerUnit / 8);
    cv::Mat around;
    cv::GaussianBlur(canvas.height, around, {}, canvas.pixelsPerUnit * 0.10);

    const cv::Vec3d direction = intoHead(shot.light / cv::norm(shot.light), shot);
    cv::Vec3d half = direction + cv::Vec3d(0, 0, 1);
    half /= cv::norm(half);
    for (int j = 0; j < canvas.albedo.rows; ++j) {
        auto *colours = canvas.albedo.ptr<cv::Vec3f>(j);
        for (int i = 0; i < canvas.albedo.cols; ++i) {
            if (canvas.cover.at<float>(j, i) <= 0)
                continue;
            cv::Vec3d normal(-slopeX.at<float>(j, i), -slopeY.at<float>(j, i), 1);
            normal /= cv::norm(normal);
            const double lambert =
                std::max(0.0, normal.dot(direction) * 0.85 + 0.15); // skin lets light around
            const double below = around.at<float>(j, i) - canvas.height.at<float>(j, i);
            const double open = std::clamp(1 - 2.2 * below, 0.35, 1.15);
            const double shine = canvas.gloss.at<float>(j, i) * std::pow(std::max(0.0, normal.dot(half)), 22);
            const double diffuse = (shot.ambient + (1 - shot.ambient) * lambert) * open;
            cv::Vec3d lit = cv::Vec3d(colours[i]) * diffuse + cv::Vec3d::all(shine * open);
            for (int c = 0; c < 3; ++c)
                lit[c] *= shot.lightColour[c] * shot.exposure;
            colours[i] = lit;
        }
    }
}

/// How this face departs from all others beyond what Person names: each place is drawn from a little beside
/// itself. Fades out below the chin. Units.
struct OwnShape
{
    static constexpr double feature = 0.42;
    static constexpr double strength = 0.15;
    static constexpr double broad = 0.85; ///< moves whole eyes, noses and mouths
    static constexpr double broadStrength = 0.10;
    static constexpr double unevenness = 0.30;

    OwnShape(const PortraitCanvas &canvas, const Person &person)
    {
        const cv::Size size = canvas.height.size();
        const uint64_t seed = person.textureSeed;
        const cv::Mat uneven = ownNoise(size, feature, 0, seed + 31);
        down = ownNoise(size, feature, 1 - unevenness, seed + 32) * strength +
               ownNoise(size, broad, 0.85, seed + 34) * broadStrength;
        across = ownNoise(size, feature, 1, seed + 33) * (0.9 * strength) +
                 ownNoise(size, broad, 1, seed + 35) * broadStrength;
        for (int j = 0; j < across.rows; ++j) {
            const double y = canvas.yOf(j) - 0.25;
            for (int i = 0; i < across.cols; ++i) {
                const double x = canvas.xOf(i);
                const double fade =
                    0.22 * smoothStep(1.5, 0.9, y) + 0.78 * smoothStep(1.15, 0.65, std::hypot(x, 0.85 * y));
                auto &value = across.at<float>(j, i); // what is mirrored must vanish on the mirror
                value = static_cast<float>(
                    fade * (value * std::tanh(x / 0.2) + unevenness * strength * uneven.at<float>(j, i)));
                down.at<float>(j, i) *= static_cast<float>(fade);
            }
        }
    }
    cv::Mat across;
    cv::Mat down;
};

/// Where each pixel of the turned head lies on the canvas: height is displacement, solved by a few
/// fixed-point steps.
void turnMaps(const PortraitCanvas &canvas, const Person &person, const Shot &shot, cv::Mat &mapX,
              cv::Mat &mapY)
{
    const OwnShape own(canvas, person);
    const cv::Size size = canvas.height.size();
    cv::Mat relief;
    cv::GaussianBlur(canvas.height, relief, {}, canvas.pixelsPerUnit * 0.05);
    mapX.create(size, CV_32F);
    mapY.create(size, CV_32F);
    const double sinYaw = std::sin(shot.yaw);
    const double sinPitch = std::sin(shot.pitch);
    for (int j = 0; j < size.height; ++j) {
        const double still = smoothStep(1.9, 1.2, canvas.yOf(j)); // shoulders stay
        const double cosRoll = std::cos(-shot.roll * still);
        const double sinRoll = std::sin(-shot.roll * still);
        for (int i = 0; i < size.width; ++i) {
            const double px = canvas.xOf(i);
            const double py = canvas.yOf(j) - 0.6; // heads roll about the neck
            const double x = px * cosRoll - py * sinRoll;
            const double y = px * sinRoll + py * cosRoll + 0.6;
            double u = x;
            double v = y;
            for (int step = 0; step < 4; ++step) {
                const int column = std::clamp(static_cast<int>((u + portraitCentreX) * canvas.pixelsPerUnit),
                                              0, size.width - 1);
                const int row = std::clamp(static_cast<int>((v + portraitCentreY) * canvas.pixelsPerUnit), 0,
                                           size.height - 1);
                const double z = (relief.at<float>(row, column) - 0.3) * still;
                u = x / (1 - still * (1 - std::cos(shot.yaw))) - z * sinYaw;
                v = y / (1 - still * (1 - std::cos(shot.pitch))) - z * sinPitch;
            }
            const int column =
                std::clamp(static_cast<int>((u + portraitCentreX) * canvas.pixelsPerUnit), 0, size.width - 1);
            const int row = std::clamp(static_cast<int>((v + portraitCentreY) * canvas.pixelsPerUnit), 0,
                                       size.height - 1);
            u += own.across.at<float>(row, column);
            v += own.down.at<float>(row, column);
            mapX.at<float>(j, i) = static_cast<float>((u + portraitCentreX) * canvas.pixelsPerUnit - 0.5);
            mapY.at<float>(j, i) = static_cast<float>((v + portraitCentreY) * canvas.pixelsPerUnit - 0.5);
        }
    }
}

uchar displayed(double linear)
{
    const double shoulder = linear < 0.8 ? linear : 0.8 + (1 - std::exp(-(linear - 0.8) / 0.25)) * 0.25;
    const double value = std::clamp(shoulder, 0.0, 1.0);
    const double coded =
        value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055; // sRGB
    return static_cast<uchar>(std::lround(255 * coded));
}

cv::Mat develop(const cv::Mat &linear, const cv::Mat &cover)
{
    cv::Mat picture(linear.size(), CV_8UC4);
    for (int j = 0; j < linear.rows; ++j) {
        for (int i = 0; i < linear.cols; ++i) {
            const auto &colour = linear.at<cv::Vec3f>(j, i);
            const double share = std::clamp(cover.at<float>(j, i), 0.0F, 1.0F);
            picture.at<cv::Vec4b>(j, i) = {displayed(colour[0]), displayed(colour[1]), displayed(colour[2]),
                                           static_cast<uchar>(std::lround(255 * share))};
        }
    }
    return picture;
}
} // namespace

cv::Mat paintPortrait(const Person &person, const Shot &shot, double pixelsPerUnit)
{
    PortraitCanvas canvas(pixelsPerUnit);
    paintHairBehind(canvas, person);
    paintBody(canvas, person, shot);
    paintHead(canvas, person, shot);
    paintEyes(canvas, person, shot);
    paintBrows(canvas, person, shot);
    paintMouth(canvas, person, shot);
    paintBeard(canvas, person, shot);
    paintHairInFront(canvas, person);
    if (person.glasses && shot.glasses)
        paintGlasses(canvas, person);
    light(canvas, shot);

    cv::Mat mapX;
    cv::Mat mapY;
    turnMaps(canvas, person, shot, mapX, mapY);
    cv::Mat colours;
    cv::Mat cover;
    cv::remap(canvas.albedo, colours, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::remap(canvas.cover, cover, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return develop(colours, cover);
}

} // namespace scrutineer::samples
