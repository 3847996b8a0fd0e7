// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::samples {

namespace {
using Paint = PortraitCanvas::Paint;
using enum HairStyle;

struct Strands
{
    Strands(const PortraitCanvas &canvas, const Person &person)
    {
        const double unit = canvas.pixelsPerUnit;
        const bool curly = person.hairStyle == Curly;
        const double width = curly ? 0.06 : 0.016;
        const double length = curly ? 0.06 : 0.40;
        fine = smoothNoise(canvas.height.size(), unit * width, unit * length, person.textureSeed + 11);
        broad =
            smoothNoise(canvas.height.size(), unit * width * 5, unit * length * 1.5, person.textureSeed + 12);
    }
    [[nodiscard]] double at(int row, int column) const
    {
        return 0.30 * fine.at<float>(row, column) + 0.28 * broad.at<float>(row, column);
    }
    cv::Mat fine;
    cv::Mat broad;
};

/// Puts hair at one pixel, over whatever is there.
void layHair(PortraitCanvas &canvas, const Person &person, const Strands &strands, int row, int column,
             double share, double height)
{
    if (share <= 0)
        return;
    const double tone = 1 + strands.at(row, column);
    auto &pixel = canvas.albedo.at<cv::Vec3f>(row, column);
    pixel =
        cv::Vec3d(pixel) * (1 - share) + (person.hair + cv::Vec3d::all(0.004)) * std::max(0.15, tone) * share;
    auto &z = canvas.height.at<float>(row, column);
    z = static_cast<float>(z * (1 - share) + (height + 0.05 * strands.at(row, column)) * share);
    auto &cover = canvas.cover.at<float>(row, column);
    cover = std::max(cover, static_cast<float>(share));
    auto &gloss = canvas.gloss.at<float>(row, column);
    gloss = static_cast<float>(gloss * (1 - share) + 0.12 * share * std::max(0.0, tone));
}

/// How far hair stands off the head above, by style.
double volume(HairStyle style)
{
    switch (style) {
    case Bald:
        return 0;
    case Receding:
        return 0.03;
    case Short:
        return 0.07;
    case Curly:
        return 0.24;
    case Tied:
        return 0.05;
    default:
        return 0.13;
    }
}

/// Height of the edge between forehead and hair at x.
double hairline(const Person &person, double x)
{
    const double side = std::abs(x) / person.cheekWidth;
    const double temple = 0.62 * std::pow(side, 3.2);
    switch (person.hairStyle) {
    case Receding:
        return person.hairlineY - 0.20 + 0.75 * std::pow(side, 2.6) -
               0.16 * std::exp(-std::pow((side - 0.5) / 0.2, 2));
    case Fringe:
        return person.browY - 0.10 + 0.10 * side * side;
    case SidePart:
        return person.hairlineY + 0.24 * smoothStep(-0.4, 0.8, x) - 0.05 + temple * 0.9;
    case Curly:
        return person.hairlineY + 0.03 * std::sin(x * 17) + temple;
    default:
        return person.hairlineY + temple;
    }
}

bool reachesShoulders(HairStyle style)
{
    return style == Long;
}
} // namespace

void paintHairBehind(PortraitCanvas &canvas, const Person &person)
{
    if (!reachesShoulders(person.hairStyle))
        return;
    const Strands strands(canvas, person);
    for (int j = 0; j < canvas.albedo.rows; ++j) {
        const double y = canvas.yOf(j);
        for (int i = 0; i < canvas.albedo.cols; ++i) {
            const double x = std::abs(canvas.xOf(i));
            const double dome = std::sqrt(std::max(0.0, 1 - std::pow(std::max(0.0, -y) / 1.3, 2.4)));
            const double half = person.cheekWidth * (1.16 + 0.10 * smoothStep(-0.6, 1.2, y)) * dome;
            const double ends = 1.60 + 0.10 * strands.at(j, i) + 0.12 * x;
            const double share = smoothStep(half + 0.04, half - 0.03, x) *
                                 smoothStep(ends + 0.08, ends - 0.08, y) * (half > 0.05 ? 1 : 0);
            layHair(canvas, person, strands, j, i, share, -0.35 - 0.2 * x);
        }
    }
}

void paintHairInFront(PortraitCanvas &canvas, const Person &person)
{
    if (person.hairStyle == Bald)
        return;
    const Strands strands(canvas, person);
    const double lift = volume(person.hairStyle);
    const double crown = person.crownY - lift;
    const double sideburns = 0.02 + 0.03 * static_cast<double>(person.textureSeed % 7);
    const double lowest = reachesShoulders(person.hairStyle) ? 1.5 : sideburns;
    for (int j = 0; j < canvas.albedo.rows; ++j) {
        const double y = canvas.yOf(j);
        for (int i = 0; i < canvas.albedo.cols; ++i) {
            const double x = canvas.xOf(i);
            const double ragged = 0.10 * strands.at(j, i);
            const double half = (person.cheekWidth + lift) *
                                std::sqrt(std::max(0.0, 1 - std::pow(std::max(0.0, -y) / -crown, 2.5))) *
                                (1 + 0.06 * ragged);
            if (half < 0.05)
                continue;
            const double outer = smoothStep(half + 0.03, half - 0.03, std::abs(x)) *
                                 smoothStep(lowest + 0.06, lowest - 0.06, y);
            const double above = smoothStep(0.035, -0.035, y - hairline(person, x) + ragged);
            const double face = faceHalfWidth(person, y);
            const double beside = reachesShoulders(person.hairStyle) || y < 0.02
                                      ? smoothStep(face - 0.07, face - 0.02, std::abs(x) + ragged * 0.4) *
                                            (y > -0.9 && face > 0 ? 1 : 0)
                                      : smoothStep(face - 0.03, face + 0.01, std::abs(x)) * 0.9;
            const double share = outer * std::max(above, beside);
            const double round =
                0.86 * std::sqrt(std::max(0.0, half * half - x * x)) - 0.10 * y * y + lift * 0.6;
            layHair(canvas, person, strands, j, i, share, round);
        }
    }
}

void paintBeard(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    if (person.beard == Beard::None)
        return;
    const double unit = canvas.pixelsPerUnit;
    const cv::Mat hairs =
        smoothNoise(canvas.height.size(), unit * 0.014, unit * 0.03, person.textureSeed + 5);
    const double strength = person.beard == Beard::Stubble ? 0.42 : 0.90;
    const double smile = person.mouthWidth * 0.16 * shot.smile;
    canvas.tint(-1.1, person.noseTipY, 1.1, person.chinY + 0.05, [&](double x, double y) {
        const double half = faceHalfWidth(person, y);
        const double side = std::abs(x);
        const bool wide = person.beard == Beard::Full || person.beard == Beard::Stubble;
        const double jaw =
            wide ? smoothStep(0.16 + 0.40 * std::max(0.0, half - side),
                              0.30 + 0.40 * std::max(0.0, half - side), y - 0.18 + 0.25 * (side - 0.6))
                 : 0;
        const double lip =
            smoothStep(0.09, 0.03, std::abs(y - (person.mouthY - person.upperLip - 0.075 + 0.25 * x * x))) *
            smoothStep(person.mouthWidth + smile + 0.07, person.mouthWidth + smile - 0.03, side);
        const double chin = smoothStep(0.34, 0.24, std::hypot(x, (y - person.chinY + 0.10) * 1.1));
        double share = 0;
        if (wide)
            share = std::max({jaw, lip, chin});
        else if (person.beard == Beard::Moustache)
            share = lip;
        else
            share = std::max(lip, chin);
        const double lipsX = x / (person.mouthWidth * 1.02 + smile);
        const double lipsY = (y - person.mouthY - 0.01) / (std::max(person.upperLip, person.lowerLip) + 0.02);
        share *= smoothStep(0.8, 1.15, lipsX * lipsX + lipsY * lipsY);
        share *= smoothStep(half + 0.01, half - 0.02, side);
        const int row = std::clamp(static_cast<int>((y + portraitCentreY) * unit), 0, hairs.rows - 1);
        const int column = std::clamp(static_cast<int>((x + portraitCentreX) * unit), 0, hairs.cols - 1);
        const double grain = 0.75 + 0.45 * hairs.at<float>(row, column);
        return Paint{person.hair * (0.8 + 0.5 * hairs.at<float>(row, column)) + person.skin * 0.05,
                     std::clamp(share * strength * grain, 0.0, 0.97)};
    });
}

void paintGlasses(PortraitCanvas &canvas, const Person &person)
{
    const double power = 2 + 5 * (1 - person.glassesRound);
    const double wide = 0.255;
    const double tall = 0.17 + 0.06 * person.glassesRound;
    const double y = -0.09;
    canvas.tint(-1.1, y - 0.4, 1.1, y + 0.4, [&](double px, double py) {
        const double side = std::abs(px);
        const double r = std::pow(std::abs((side - person.eyeDistance - 0.02) / wide), power) +
                         std::pow(std::abs((py - y) / tall), power);
        const double ring = std::abs(std::pow(r, 1 / power) - 1) * tall;
        const double bridge =
            side < person.eyeDistance + 0.02 - wide ? std::abs(py - y + 0.06 + 0.3 * side * side) : 1;
        const double temple = side > person.eyeDistance + wide ? std::abs(py - y + 0.05) : 1;
        const double share = smoothStep(0.024, 0.014, std::min({ring, bridge, temple}));
        return Paint{person.glassesColour, share};
    });
}

} // namespace scrutineer::samples
