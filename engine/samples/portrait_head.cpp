// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::samples {

namespace {
struct SkinTexture
{
    cv::Mat pores;
    cv::Mat patches;
};

SkinTexture makeTexture(const PortraitCanvas &canvas, const Person &person)
{
    const double unit = canvas.pixelsPerUnit;
    return {smoothNoise(canvas.height.size(), unit * 0.016, unit * 0.016, person.textureSeed),
            smoothNoise(canvas.height.size(), unit * 0.35, unit * 0.30, person.textureSeed + 1)};
}

double bell(double x, double y, double width, double tall)
{
    return std::exp(-(x * x) / (width * width) - (y * y) / (tall * tall));
}

/// Skin is redder on cheeks, nose and chin, paler on the forehead, darker around the eyes.
cv::Vec3d skinAt(const Person &person, double x, double y)
{
    const double side = std::abs(x);
    const double flush = 0.9 * bell(side - 0.55, y - 0.25, 0.28, 0.22) +
                         0.8 * bell(x, y - person.noseTipY, 0.16, 0.14) +
                         0.3 * bell(x, y - person.chinY + 0.15, 0.2, 0.12);
    const double shade = bell(side - person.eyeDistance, y + 0.08, 0.26, 0.17) * (0.18 + person.age * 0.002);
    cv::Vec3d colour = person.skin;
    colour[0] *= 1 - 0.20 * flush;
    colour[1] *= 1 - 0.16 * flush;
    colour[2] *= 1 + 0.03 * flush;
    return colour * (1 - shade);
}

/// Lines that come with the years: beside the nose, on the forehead, at the corners of the eyes.
double wrinkleAt(const Person &person, double x, double y)
{
    const double years = std::clamp((person.age - 28) / 45, 0.0, 1.0);
    if (years <= 0)
        return 0;
    const double side = std::abs(x);
    double depth = 0;
    const double foldX = person.noseWidth + 0.03 + (y - person.noseTipY) * 0.42;
    if (y > person.noseTipY - 0.05 && y < person.mouthY + 0.05)
        depth += 0.9 * std::exp(-std::pow((side - foldX) / 0.022, 2));
    if (y < person.browY - 0.12 && side < 0.55)
        depth += 0.35 * std::pow(std::max(0.0, std::sin((y + 0.1 * x * x) * 42)), 6);
    const double cornerX = person.eyeDistance + person.eyeWidth;
    if (side > cornerX && side < cornerX + 0.18)
        depth += 0.5 * std::pow(std::max(0.0, std::cos((y + 0.12) / (side - cornerX + 0.08) * 5)), 8) *
                 bell(side - cornerX - 0.06, y + 0.10, 0.10, 0.12);
    depth +=
        0.5 *
        std::exp(-std::pow((y - (-0.02 + 0.06 * std::cos((side - person.eyeDistance) * 6))) / 0.014, 2)) *
        bell(side - person.eyeDistance, 0, 0.17, 1);
    return depth * years;
}

void raiseFeatures(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    for (const double side : {-1.0, 1.0}) {
        canvas.bump(side * person.eyeDistance, -0.13, 0.24, 0.15, -person.eyeDepth);
        canvas.bump(side * person.eyeDistance, person.browY + 0.02, 0.28, 0.09, 0.05 + person.eyeDepth * 0.3);
        canvas.bump(side * 0.56, 0.14, 0.22, 0.16, person.cheekbones + 0.05 * shot.smile);
        canvas.bump(side * person.noseWidth * 0.72, person.noseTipY + 0.02, 0.075, 0.075, 0.075);
    }
    const int steps = 14;
    for (int i = 0; i <= steps; ++i) {
        const double t = i / static_cast<double>(steps);
        const double y = -0.22 + (person.noseTipY + 0.17) * t;
        const double width = 0.085 + 0.05 * t;
        canvas.bump(0, y, width, 0.085, (person.noseBridge * (0.35 + 0.65 * t)) * 0.30);
    }
    canvas.bump(0, person.noseTipY, 0.105, 0.085, person.noseTip);
    canvas.bump(0, person.noseTipY + 0.11, 0.13, 0.045, -0.09);
    canvas.bump(0, person.mouthY - 0.13, 0.035, 0.06, -0.02);
    canvas.bump(0, person.mouthY - person.upperLip * 0.5, person.mouthWidth * 0.62, 0.05,
                person.upperLip * 0.75);
    canvas.bump(0, person.mouthY + person.lowerLip * 0.5, person.mouthWidth * 0.52, 0.055,
                person.lowerLip * 0.75);
    canvas.bump(0, person.mouthY + person.lowerLip + 0.09, 0.20, 0.05, -0.05);
    canvas.bump(0, person.chinY - 0.12, 0.22, 0.15, person.chinBump);
}

void paintNostrils(PortraitCanvas &canvas, const Person &person)
{
    const double y = person.noseTipY + 0.085;
    canvas.tint(-0.4, y - 0.1, 0.4, y + 0.1, [&](double px, double py) {
        const double dx = (std::abs(px) - person.noseWidth * 0.47) / 0.062;
        const double dy = (py - y + 0.10 * std::abs(px)) / 0.027;
        return PortraitCanvas::Paint{person.skin * 0.12, 0.9 * smoothStep(1.25, 0.6, dx * dx + dy * dy)};
    });
    canvas.tint(-0.5, y - 0.25, 0.5, y + 0.1, [&](double px, double py) {
        const double wing =
            std::hypot((std::abs(px) - person.noseWidth * 0.80) / 0.10, (py - person.noseTipY - 0.02) / 0.10);
        const bool outer = std::abs(px) > person.noseWidth * 0.80;
        return PortraitCanvas::Paint{person.skin * 0.45,
                                     outer ? 0.55 * std::exp(-std::pow((wing - 1) / 0.16, 2)) : 0};
    });
}

/// One row of skin: colour, texture, wrinkles, height of the head's round.
void paintHeadRow(PortraitCanvas &canvas, const Person &person, const SkinTexture &texture, int row)
{
    const double y = canvas.yOf(row);
    const double half = faceHalfWidth(person, y);
    if (half <= 0)
        return;
    for (int i = 0; i < canvas.albedo.cols; ++i) {
        const double x = canvas.xOf(i);
        const double edge = smoothStep(half + 0.006, half - 0.012, std::abs(x));
        if (edge <= 0)
            continue;
        const double pores = texture.pores.at<float>(row, i);
        const double patches = texture.patches.at<float>(row, i);
        cv::Vec3d colour = skinAt(person, x, y) * (1 + 0.035 * pores + 0.05 * patches);
        const double freckle =
            person.freckles * smoothStep(0.62, 0.8, pores) * bell(std::abs(x) - 0.35, y - 0.12, 0.4, 0.25);
        colour *= 1 - 0.35 * freckle;
        if (person.mole != cv::Point2d(0, 0))
            colour *= 1 - 0.7 * smoothStep(0.028, 0.018, std::hypot(x - person.mole.x, y - person.mole.y));
        const double wrinkle = wrinkleAt(person, x, y);
        colour *= 1 - 0.22 * wrinkle;
        auto &pixel = canvas.albedo.at<cv::Vec3f>(row, i);
        pixel = cv::Vec3d(pixel) * (1 - edge) + colour * edge;
        const double round = 0.80 * std::sqrt(std::max(0.0, half * half - x * x)) - 0.10 * y * y;
        auto &height = canvas.height.at<float>(row, i);
        height = static_cast<float>(height * (1 - edge) + (round - 0.012 * wrinkle + 0.0018 * pores) * edge);
        canvas.cover.at<float>(row, i) = std::max(canvas.cover.at<float>(row, i), static_cast<float>(edge));
        canvas.gloss.at<float>(row, i) = static_cast<float>(0.10 * (1 + 0.5 * patches) * edge);
    }
}

void paintEars(PortraitCanvas &canvas, const Person &person)
{
    for (int j = 0; j < canvas.albedo.rows; ++j) {
        for (int i = 0; i < canvas.albedo.cols; ++i) {
            const double x = std::abs(canvas.xOf(i)) - person.cheekWidth - 0.02;
            const double y = canvas.yOf(j) - 0.06;
            const double r = std::hypot(x / 0.13, y / (0.30 - 0.10 * (y > 0 ? y : 0)));
            const double share = smoothStep(1.03, 0.95, r);
            if (share <= 0)
                continue;
            const double groove = std::exp(-std::pow((r - 0.62) / 0.13, 2));
            auto &pixel = canvas.albedo.at<cv::Vec3f>(j, i);
            pixel = cv::Vec3d(pixel) * (1 - share) + person.skin * (0.88 - 0.35 * groove) * share;
            auto &height = canvas.height.at<float>(j, i);
            height = static_cast<float>(height * (1 - share) + (-0.25 - 0.06 * groove) * share);
            canvas.cover.at<float>(j, i) = std::max(canvas.cover.at<float>(j, i), static_cast<float>(share));
        }
    }
}
} // namespace

void paintHead(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    paintEars(canvas, person);
    const SkinTexture texture = makeTexture(canvas, person);
    for (int row = 0; row < canvas.albedo.rows; ++row)
        paintHeadRow(canvas, person, texture, row);
    raiseFeatures(canvas, person, shot);
    paintNostrils(canvas, person);
}

void paintBody(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const double unit = canvas.pixelsPerUnit;
    const cv::Mat weave =
        smoothNoise(canvas.height.size(), unit * 0.012, unit * 0.02, person.textureSeed + 7);
    const cv::Mat folds = smoothNoise(canvas.height.size(), unit * 0.25, unit * 0.7, person.textureSeed + 8);
    const double neck = person.cheekWidth * (0.50 + 0.035 * person.jawPower);
    for (int j = 0; j < canvas.albedo.rows; ++j) {
        const double y = canvas.yOf(j);
        for (int i = 0; i < canvas.albedo.cols; ++i) {
            const double x = std::abs(canvas.xOf(i));
            const double neckHalf = neck + 0.35 * smoothStep(1.35, 1.9, y);
            const double shoulderY = 1.62 + 0.42 * std::pow(x / 1.7, 2.2) - 0.10 * smoothStep(0.6, 0.2, x);
            const double collarY = 1.52 + 0.32 * smoothStep(0.50, 0.0, x);
            const double onNeck = y > 0.55 ? smoothStep(neckHalf + 0.01, neckHalf - 0.01, x) : 0;
            const double onCloth = smoothStep(-0.012, 0.012, y - std::max(collarY, shoulderY - 0.1));
            if (onNeck + onCloth <= 0)
                continue;
            cv::Vec3d colour = person.skin * 0.86;
            double height = 0.30 * std::sqrt(std::max(0.0, neckHalf * neckHalf - x * x)) - 0.25;
            if (onCloth > 0) {
                const double dim = 1 + 0.10 * weave.at<float>(j, i) + 0.12 * folds.at<float>(j, i);
                colour = colour * (1 - onCloth) + shot.clothes * dim * onCloth;
                height =
                    height * (1 - onCloth) + (-0.1 - 0.25 * x * x + 0.03 * folds.at<float>(j, i)) * onCloth;
            }
            canvas.albedo.at<cv::Vec3f>(j, i) = colour;
            canvas.height.at<float>(j, i) = static_cast<float>(height);
            canvas.cover.at<float>(j, i) = static_cast<float>(std::clamp(onNeck + onCloth, 0.0, 1.0));
        }
    }
}

} // namespace scrutineer::samples
