// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/portrait.h"
#include "engine/samples/random.h"
#include "engine/samples/scene/photo.h"

#include <optional>

namespace scrutineer::samples {

enum class Cover { None, Mask, DarkGlasses, Hand, Scarf };

/// A person in a picture.
struct Sitter
{
    Person person;
    Shot shot;
    QPointF face;      ///< middle, pixels
    double unit = 100; ///< pixels a Person's unit; a face is about 2.5 units tall
    Cover cover = Cover::None;
    double coverage = 1; ///< share of the cover that is put on
};

/// How a person is seen in an everyday selfie.
[[nodiscard]] Shot makeSelfieShot(Random &random);

/// Paints one person over what is there; gives the box of the face as a polygon in the frame, and what covers
/// it.
struct Seated
{
    QPolygonF face;
    QPolygonF cover;
};
Seated paintSitter(cv::Mat &bgr, const Sitter &sitter, Random &random);

/// A person before a room, not yet exposed.
struct Selfie
{
    cv::Mat bgr;
    QPolygonF face;
    QPolygonF cover;
    QPolygonF secondFace;
};

struct SelfieScene
{
    cv::Size frame{1200, 1600};
    Person person;
    Shot shot;
    double faceShare = 0.42; ///< height of the face in the frame
    Cover cover = Cover::None;
    double coverage = 1;
    std::optional<Person> second; ///< beside the first
    double secondShare = 0.85;    ///< size against the first
};

[[nodiscard]] Selfie takeSelfie(const SelfieScene &scene, Random &random);

} // namespace scrutineer::samples
