// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/person.h"

#include <opencv2/core.hpp>

namespace scrutineer::samples {

enum class Neckline { Round, Pointed, Shirt };
enum class Pattern { Plain, Heather, Stripes, Checks };

/// How a person is seen in one picture.
struct Shot
{
    double yaw = 0;         ///< radians, positive: the face turns to the right of the picture
    double pitch = 0;       ///< radians, positive: the face looks down
    double roll = 0;        ///< radians, clockwise
    double smile = 0;       ///< 0 to 1
    double nearness = 0.03; ///< of the camera, one over its distance in units: what is close looks larger
    double eyesOpen = 1;    ///< 0 to 1
    cv::Vec2d gaze{0, 0};   ///< -1 to 1
    cv::Vec3d light{-0.35, -0.45,
                    0.82}; ///< where the main light comes from: x right, y down, z to the viewer
    double ambient = 0.42; ///< share of light from everywhere
    double exposure = 1;
    cv::Vec3d lightColour{1, 1, 1}; ///< linear BGR
    cv::Vec3d clothes{0.20, 0.12, 0.08};
    cv::Vec3d otherClothes{0.20, 0.12, 0.08}; ///< of a pattern
    Pattern pattern = Pattern::Plain;
    Neckline neckline = Neckline::Shirt;
    bool glasses = true; ///< worn where the person has some
};

/// Linear BGR: most clothes are dark, grey, white or blue.
[[nodiscard]] cv::Vec3d clothColour(Random &random);

/// A rectangle in units of Person, from the middle of the face.
struct Region
{
    double left;
    double top;
    double right;
    double bottom;
};

/// All that can be seen of a person: from the hair down, and from arm to arm.
constexpr double highestHair = -2.15;
constexpr double widestBody = 3.5;

/// The part of a person that lies in the view, with what lies behind left transparent: 8UC4, BGRA, not
/// premultiplied. pixelsPerUnit: Person's unit in pixels.
[[nodiscard]] cv::Mat paintPortrait(const Person &person, const Shot &shot, double pixelsPerUnit,
                                    const Region &view);

} // namespace scrutineer::samples
