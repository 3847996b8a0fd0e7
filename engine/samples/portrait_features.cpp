// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

#include <algorithm>
#include <cmath>

namespace scrutineer::samples {

namespace {
using Paint = PortraitCanvas::Paint;

constexpr double eyeY = -0.12;

/// An eye in its own coordinates: u from -1 (inner corner) to 1 (outer), v in units downwards.
struct EyeShape
{
    double upper(double u) const
    {
        return -height * std::pow(std::max(0.0, 1 - u * u), round) * (1 - skew * u);
    }
    double lower(double u) const { return height * 0.62 * std::pow(std::max(0.0, 1 - u * u), 0.85); }
    double height;
    double round;
    double skew;
};

Paint eyeball(const Person &person, const EyeShape &shape, double u, double v, double x)
{
    const double inside =
        smoothStep(-0.006, 0.006, v - shape.upper(u)) * smoothStep(0.006, -0.006, v - shape.lower(u));
    if (inside <= 0 || std::abs(u) >= 1)
        return {};
    const double r = std::hypot(x, v + 0.012) / person.irisRadius;
    cv::Vec3d colour =
        cv::Vec3d(0.97, 1.0, 1.06) * person.eyeWhite * (1 - 0.25 * u * u); // the white of the eye
    const double iris = smoothStep(1.04, 0.94, r);
    const double ray = 0.85 + 0.3 * std::pow(std::sin(std::atan2(v, x) * 11 + x * 40), 2);
    cv::Vec3d irisColour = person.iris * ray * (0.6 + 0.8 * r) * (1 - 0.75 * smoothStep(0.80, 1.0, r));
    colour = colour * (1 - iris) + irisColour * iris;
    colour *= 1 - smoothStep(0.46, 0.38, r) * 0.97;
    colour *= 1 - 0.55 * smoothStep(0.045, 0.0, v - shape.upper(u)); // the lid's shadow
    const double glint = smoothStep(0.020, 0.010, std::hypot(x + 0.030, v + 0.045));
    colour += cv::Vec3d::all(0.85 * glint);
    return {colour, inside};
}

Paint lashes(const Person &person, const EyeShape &shape, double u, double v)
{
    if (std::abs(u) > 1.06)
        return {};
    const double clamped = std::clamp(u, -0.999, 0.999);
    const double thick = (0.012 + 0.008 * std::max(0.0, u)) * person.lashes;
    const double line = smoothStep(thick, thick * 0.4, std::abs(v - shape.upper(clamped) + 0.004));
    const double below = 0.35 * smoothStep(0.008, 0.002, std::abs(v - shape.lower(clamped)));
    return {person.skin * 0.06 + person.hair * 0.3, std::max(line * 0.95, below)};
}

Paint crease(const Person &person, const EyeShape &shape, double u, double v)
{
    if (std::abs(u) > 1.1)
        return {};
    const double clamped = std::clamp(u, -0.999, 0.999);
    const double y = shape.upper(clamped) - 0.048 - 0.01 * u;
    return {person.skin * 0.42,
            (0.12 + 0.5 * person.lidCrease) * std::exp(-std::pow((v - y) / 0.011, 2)) * (1 - 0.5 * u * u)};
}
} // namespace

void paintEyes(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const EyeShape shape{person.eyeHeight * std::max(0.08, shot.eyesOpen) * (1 - 0.18 * shot.smile),
                         person.eyeRound, person.eyeSkew};
    for (const double side : {-1.0, 1.0}) {
        const double centre = side * person.eyeDistance;
        const double tilt = std::tan(person.eyeTilt) * side;
        const auto local = [&](double px, double py, auto &&layer) {
            const double x = px - centre;
            const double u = side * x / person.eyeWidth;
            const double v = py - eyeY + tilt * x;
            return layer(u, v, x);
        };
        const double reach = person.eyeWidth * 1.3;
        const auto paint = [&](auto &&layer) {
            canvas.tint(centre - reach, eyeY - 0.25, centre + reach, eyeY + 0.2,
                        [&](double px, double py) { return local(px, py, layer); });
        };
        paint([&](double u, double v, double) { return crease(person, shape, u, v); });
        paint([&](double u, double v, double x) {
            return eyeball(person, shape, u, v - shot.gaze[1] * 0.02, x - shot.gaze[0] * 0.04);
        });
        paint([&](double u, double v, double) { return lashes(person, shape, u, v); });
    }
}

void paintBrows(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const double unit = canvas.pixelsPerUnit;
    const cv::Mat hairs =
        smoothNoise(canvas.height.size(), unit * 0.030, unit * 0.010, person.textureSeed + 3);
    const cv::Vec3d colour = person.hair * 0.8 + person.skin * 0.08;
    for (const double side : {-1.0, 1.0}) {
        const double centre = side * (person.eyeDistance + 0.015);
        canvas.tint(
            centre - 0.5, person.browY - 0.3, centre + 0.5, person.browY + 0.3, [&](double px, double py) {
                const double u = side * (px - centre) / person.browLength;
                if (std::abs(u) > 1.1)
                    return Paint{};
                const double arch = person.browArch * (1 - std::pow((u - 0.25) / 1.2, 2)) -
                                    0.015 * shot.smile + person.browTilt * u * person.browLength;
                const double middle = person.browY - arch + 0.05;
                const double thick = person.browThickness * (1 - 0.62 * smoothStep(0.1, 1.1, u)) *
                                     smoothStep(-1.08, -0.8, u) * smoothStep(1.1, 0.9, u);
                const int row =
                    std::clamp(static_cast<int>((py + portraitCentreY) * unit), 0, hairs.rows - 1);
                const int column =
                    std::clamp(static_cast<int>((px + portraitCentreX) * unit), 0, hairs.cols - 1);
                const double ragged = 1 + 0.55 * hairs.at<float>(row, column);
                return Paint{colour, person.browDensity *
                                         smoothStep(1.0, 0.35,
                                                    std::abs(py - middle) / std::max(0.001, thick * ragged))};
            });
    }
}

void paintMouth(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const double half = person.mouthWidth * (1 + 0.16 * shot.smile);
    const double open = 0.055 * std::max(0.0, shot.smile - 0.55) / 0.45;
    canvas.tint(-0.6, person.mouthY - 0.3, 0.6, person.mouthY + 0.35, [&](double x, double y) {
        const double u = x / half;
        if (std::abs(u) > 1)
            return Paint{};
        const double line = person.mouthY - (0.07 * shot.smile + person.mouthCurve) * u * u +
                            0.012 * std::cos(u * 9) * (1 - std::abs(u));
        const double arch = std::sqrt(1 - u * u);
        const double bow = 1 - person.cupidBow * std::exp(-std::pow(u / 0.13, 2));
        const double top = line - open * arch - person.upperLip * bow * std::pow(arch, 1.3);
        const double bottom = line + open * arch + person.lowerLip * std::pow(arch, 0.9);
        const double inside = smoothStep(-0.006, 0.010, y - top) * smoothStep(0.010, -0.008, y - bottom);
        if (inside <= 0)
            return Paint{};
        const double upper = line - open * arch;
        const double lower = line + open * arch;
        cv::Vec3d colour = person.lips * (y < line ? 0.80 : 1.0);
        if (open > 0.004 && y > upper && y < lower)
            colour =
                y < lower - open * 0.5 * arch ? cv::Vec3d(0.55, 0.60, 0.64) : cv::Vec3d(0.04, 0.04, 0.12);
        const double seam = std::exp(-std::pow((y - (open > 0.004 ? upper : line)) / 0.011, 2));
        return Paint{colour * (1 - 0.78 * seam), inside * 0.92};
    });
}

} // namespace scrutineer::samples
