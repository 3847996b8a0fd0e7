// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"

#include <opencv2/core.hpp>

namespace scrutineer::samples {

/// What light, lens and sensor do to a picture. Lengths in thousandths of the picture's long side, so that a
/// setting looks the same at any size.
struct Camera
{
    double exposure = 1;
    double defocus = 0.25;           ///< deviation of the blur
    double motion = 0;               ///< length of the smear
    double motionDegrees = 20;       ///< its direction
    double noise = 2.5;              ///< grey levels
    cv::Vec3d whiteBalance{1, 1, 1}; ///< BGR gains
    double fallOff = 0.14;           ///< how much darker the corners are
    double slope = 0.10;             ///< how much brighter it is towards the light than away from it
    double slopeDegrees = 30;        ///< where the light is
    double contrast = 1;
    double sharpening = 0; ///< as phones do to pictures of people: how much of the detail is added again
};

/// An everyday camera: a little of everything.
[[nodiscard]] Camera makeCamera(Random &random);

/// Takes the picture.
void expose(cv::Mat &bgr, const Camera &camera, Random &random);

/// Sensor noise alone.
void addNoise(cv::Mat &bgr, double deviation, Random &random);

} // namespace scrutineer::samples
