// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/person.h"

#include <QPolygonF>
#include <QString>

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::samples {

struct Shot;

/// A picture of somebody, upright, with the place of the face.
struct FacePicture
{
    QString name;
    cv::Mat bgr;
    cv::Rect2d face; ///< a square from the forehead to the chin, pixels
};

/// A real person who has given pictures to be used in sample cases.
struct PicturedPerson
{
    QString name;
    std::vector<FacePicture> pictures; ///< at least one; the first is the document's
};

/// Somebody as whom the pictures show: Person's measures are those of an average face, skin and hair are
/// taken from the first picture, for hands that hold something.
[[nodiscard]] Person toPerson(std::shared_ptr<const PicturedPerson> pictured);

/// The colour of the clothes below the face, linear BGR.
[[nodiscard]] cv::Vec3d clothesOf(const FacePicture &picture);

/// Cut as a passport's portrait: the head takes three quarters of the height. aspect: width over height.
[[nodiscard]] cv::Mat passportCrop(const FacePicture &picture, double aspect);

/// The whole frame filled with a picture whose face takes a given place, lit as the shot says. What lies
/// beyond the picture are its borders, blurred.
[[nodiscard]] cv::Mat fillFrame(const FacePicture &picture, cv::Size frame, const cv::Rect2d &face,
                                const Shot &shot);

} // namespace scrutineer::samples
