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
    cv::Mat relief; ///< bumps and hollows nobody else has
    cv::Mat tone;   ///< where this skin is paler or darker
};

constexpr double toneShare = 0.24;
constexpr double reliefHeight = 0.08; // units

SkinTexture makeTexture(const PortraitCanvas &canvas, const Person &person)
{
    const double unit = canvas.pixelsPerUnit;
    return {smoothNoise(canvas.height.size(), unit * 0.016, unit * 0.016, person.textureSeed),
            smoothNoise(canvas.height.size(), unit * 0.35, unit * 0.30, person.textureSeed + 1),
            ownNoise(canvas.height.size(), 0.34, 0.8, person.textureSeed + 21),
            ownNoise(canvas.height.size(), 0.42, 0.75, person.textureSeed + 22)};
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
    const double shade =
        bell(side - person.eyeDistance, y + 0.08, 0.26, 0.17) * (person.socketShade + person.age * 0.002);
    cv::Vec3d colour = person.skin;
    colour[0] *= 1 - 0.20 * person.flush * flush;
    colour[1] *= 1 - 0.16 * person.flush * flush;
    colour[2] *= 1 + 0.03 * person.flush * flush;
    return colour * (1 - shade);
}

/// Lines that come with the years: beside the nose, on the forehead, at the corners of the eyes.
double wrinkleAt(const Person &person, double x, double y)
{
    const double years = std::clamp((person.age - 28) / 45, 0.0, 1.0);
    const double own = std::max(0.0, person.folds);
    if (years + own <= 0)
        return 0;
    const double side = std::abs(x);
    double depth = 0;
    const double foldX = person.noseWidth + 0.03 + (y - person.noseTipY) * 0.42;
    if (y > person.noseTipY - 0.05 && y < person.mouthY + 0.05)
        depth += (0.9 * years + 0.45 * own) * std::exp(-std::pow((side - foldX) / 0.022, 2));
    if (y < person.browY - 0.12 && side < 0.55)
        depth += 0.35 * years * std::pow(std::max(0.0, std::sin((y + 0.1 * x * x) * 42)), 6);
    const double cornerX = person.eyeDistance + person.eyeWidth;
    if (side > cornerX && side < cornerX + 0.18)
        depth += 0.5 * years *
                 std::pow(std::max(0.0, std::cos((y + 0.12) / (side - cornerX + 0.08) * 5)), 8) *
                 bell(side - cornerX - 0.06, y + 0.10, 0.10, 0.12);
    depth +=
        0.5 * years *
        std::exp(-std::pow((y - (-0.02 + 0.06 * std::cos((side - person.eyeDistance) * 6))) / 0.014, 2)) *
        bell(side - person.eyeDistance, 0, 0.17, 1);
    return depth;
}

void raiseFeatures(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    for (const double side : {-1.0, 1.0}) {
        canvas.bump(side * person.eyeDistance, -0.13, 0.24, 0.15, -person.eyeDepth);
        canvas.bump(side * person.eyeDistance, person.browY + 0.02, 0.28, 0.09, 0.05 + person.eyeDepth * 0.3);
        canvas.bump(side * 0.56, 0.14, 0.22, 0.16, person.cheekbones + 0.05 * shot.smile);
        canvas.bump(side * 0.55, 0.55, 0.20, 0.24, -person.cheekHollow);
        canvas.bump(side * person.eyeDistance, person.browY + 0.06, 0.26, 0.10, person.browRidge);
        canvas.bump(side * person.eyeDistance, 0.07, 0.15, 0.05, 0.035 * person.eyeBags);
        canvas.bump(side * person.noseWidth * 0.72, person.noseTipY + 0.02, 0.075, 0.075, 0.075);
    }
    const int steps = 14;
    for (int i = 0; i <= steps; ++i) {
        const double t = i / static_cast<double>(steps);
        const double y = -0.22 + (person.noseTipY + 0.17) * t;
        const double width = person.noseRidge + 0.05 * t;
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
        const double dx = (std::abs(px) - person.noseWidth * 0.47) / (0.062 * person.nostrils);
        const double dy = (py - y + 0.10 * std::abs(px)) / (0.027 * person.nostrils);
        return PortraitCanvas::Paint{person.skin * 0.12, 0.9 * smoothStep(1.25, 0.6, dx * dx + dy * dy)};
    });
    canvas.tint(-0.5, y - 0.25, 0.5, y + 0.1, [&](double px, double py) {
        const double wing =
            std::hypot((std::abs(px) - person.noseWidth * 0.80) / 0.10, (py - person.noseTipY - 0.02) / 0.10);
        const bool outer = std::abs(px) > person.noseWidth * 0.80;
        return PortraitCanvas::Paint{
            person.skin * 0.45, outer ? person.noseWings * std::exp(-std::pow((wing - 1) / 0.16, 2)) : 0};
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
        cv::Vec3d colour = skinAt(person, x, y) * (1 + 0.035 * person.roughness * pores + 0.05 * patches +
                                                   toneShare * texture.tone.at<float>(row, i));
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
        height = static_cast<float>(height * (1 - edge) +
                                    (round - 0.012 * wrinkle + 0.0018 * person.roughness * pores +
                                     reliefHeight * texture.relief.at<float>(row, i)) *
                                        edge);
        canvas.cover.at<float>(row, i) = std::max(canvas.cover.at<float>(row, i), static_cast<float>(edge));
        canvas.gloss.at<float>(row, i) = static_cast<float>(person.shine * (1 + 0.5 * patches) * edge);
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

namespace {
/// Half the width of the neck, and of the body with its upper arms, at height y; 0 above them.
double neckHalfWidth(const Person &person, double y)
{
    const double neck = person.cheekWidth * (0.50 + 0.035 * person.jawPower);
    return neck + 0.30 * std::pow(smoothStep(1.20, 1.85, y), 2);
}

double shoulderY(double x)
{
    const double out = std::min(0.999, x / bodyHalfWidth);
    return 1.56 + 0.30 * out * out + 0.55 * (1 - std::sqrt(1 - std::pow(out, 7))) -
           0.08 * smoothStep(0.7, 0.3, x);
}

/// Where cloth begins below the throat.
double collarY(const Shot &shot, double x)
{
    switch (shot.neckline) {
    case Neckline::Round:
        return 1.50 + 0.20 * std::sqrt(std::max(0.0, 1 - std::pow(x / 0.62, 2)));
    case Neckline::Shirt:
        return 1.36 + 0.42 * smoothStep(0.34, 0.0, x);
    default:
        return 1.48 + 0.40 * smoothStep(0.52, 0.0, x);
    }
}

/// Seams, collars and folds: what cloth's own colour is multiplied with.
double clothShade(const Shot &shot, double x, double y)
{
    const double side = std::abs(x);
    const double below = y - collarY(shot, side);
    double shade = 1;
    if (shot.neckline == Neckline::Shirt) {
        const double wing = 1.64 + 0.26 * smoothStep(0.62, 0.30, side); // the collar's lower edge
        shade *= y < wing && side < 0.66
                     ? 1.10
                     : 1 - 0.45 * std::exp(-std::pow((y - wing) / 0.03, 2)) * (side < 0.66);
        shade *= 1 - 0.30 * std::exp(-std::pow((x - 0.07) / 0.012, 2)) * (y > 1.8); // the button border
    } else {
        shade *= 1 - 0.22 * std::exp(-std::pow((below - 0.075) / 0.010, 2)); // the hem's seam
    }
    shade *=
        1 - 0.32 * std::exp(-std::pow((side - 1.30 - 0.25 * (y - 1.6)) / 0.05, 2)) * smoothStep(1.75, 2.3, y);
    return shade;
}
} // namespace

void paintBody(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const double unit = canvas.pixelsPerUnit;
    const cv::Mat weave =
        smoothNoise(canvas.height.size(), unit * 0.012, unit * 0.02, person.textureSeed + 7);
    const cv::Mat folds = ownNoise(canvas.height.size(), 0.38, 0.3, person.textureSeed + 8);
    for (int j = 0; j < canvas.albedo.rows; ++j) {
        const double y = canvas.yOf(j);
        if (y < 0.5)
            continue;
        const double neckHalf = neckHalfWidth(person, y);
        for (int i = 0; i < canvas.albedo.cols; ++i) {
            const double x = canvas.xOf(i);
            const double side = std::abs(x);
            const double onNeck = smoothStep(neckHalf + 0.012, neckHalf - 0.012, side);
            const double onCloth =
                smoothStep(-0.012, 0.012, y - std::max(collarY(shot, side), shoulderY(side) - 0.06));
            const double cover = std::max(onNeck * smoothStep(2.2, 2.0, y), onCloth) *
                                 smoothStep(bodyHalfWidth + 0.012, bodyHalfWidth - 0.012, side);
            if (cover <= 0)
                continue;
            // the jaw shades the throat
            const double throat = 0.58 + 0.42 * smoothStep(person.chinY - 0.05, person.chinY + 0.50, y);
            cv::Vec3d colour = person.skin * 0.90 * throat;
            double height = 0.34 * std::sqrt(std::max(0.0, neckHalf * neckHalf - x * x)) - 0.30 +
                            0.04 * std::exp(-std::pow((side - 0.16 - 0.5 * (1.9 - y)) / 0.07, 2));
            if (onCloth > 0) {
                const double fold = folds.at<float>(j, i);
                const double dim = (1 + 0.10 * weave.at<float>(j, i) + 0.06 * fold) * clothShade(shot, x, y);
                colour = colour * (1 - onCloth) + shot.clothes * dim * onCloth;
                const double out = side / bodyHalfWidth;
                const double round = -0.05 - 0.55 * (1 - std::sqrt(1 - std::pow(std::min(out, 0.99), 4)));
                height = height * (1 - onCloth) +
                         (round - 0.12 * smoothStep(2.0, 1.55, y) + 0.05 * fold) * onCloth;
            }
            const bool bare = canvas.cover.at<float>(j, i) <= 0;
            auto &pixel = canvas.albedo.at<cv::Vec3f>(j, i);
            pixel = bare ? cv::Vec3f(colour) : cv::Vec3f(cv::Vec3d(pixel) * (1 - cover) + colour * cover);
            canvas.height.at<float>(j, i) = static_cast<float>(height);
            canvas.cover.at<float>(j, i) = std::max(canvas.cover.at<float>(j, i), static_cast<float>(cover));
            canvas.gloss.at<float>(j, i) *= static_cast<float>(1 - cover);
        }
    }
}

} // namespace scrutineer::samples
