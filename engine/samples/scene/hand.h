// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"
#include "engine/samples/scene/photo.h"

#include <QLineF>

namespace scrutineer::samples {

/// One finger or forearm, pixels of the picture.
struct Finger
{
    QPointF base;
    QPointF tip;
    double radius = 40; ///< half its width
    bool nail = true;   ///< seen from its back
};

/// Paints a finger with its shadow; gives its outline. Skin: linear BGR, as in Person.
QPolygonF paintFinger(cv::Mat &bgr, const Finger &finger, const cv::Vec3d &skin, Random &random);

/// A sleeve from one point to another.
void paintSleeve(cv::Mat &bgr, const QPointF &from, const QPointF &to, double radius, const cv::Vec3d &cloth,
                 Random &random);

/// The fingers that lie behind what a hand holds at one edge, and the palm below them. `edge` runs along the
/// held edge, the hand comes from the left of that direction.
void paintFingersBehind(cv::Mat &bgr, const QLineF &edge, double width, const cv::Vec3d &skin,
                        Random &random);

} // namespace scrutineer::samples
