// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

#include <algorithm>
#include <cmath>

namespace scrutineer::samples {

using Paint = PortraitCanvas::Paint;

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
