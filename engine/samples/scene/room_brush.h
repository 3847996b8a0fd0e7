// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"

#include <opencv2/core.hpp>

namespace scrutineer::samples {

/// Paints into the picture of a room (8UC3, BGR). Places and sizes are shares of the picture's width and
/// height.
class RoomBrush
{
public:
    /// Both must outlive the brush.
    RoomBrush(cv::Mat &picture, Random &random) : m_picture(picture), m_random(random) {}

    [[nodiscard]] cv::Mat &picture() { return m_picture; }
    [[nodiscard]] Random &random() { return m_random; }
    [[nodiscard]] cv::Point at(double x, double y) const; ///< in pixels

    void fill(const cv::Vec3d &colour);
    void box(double left, double top, double width, double height, const cv::Vec3d &colour);
    /// An ellipse with these half axes.
    void blob(double x, double y, double wide, double high, double degrees, const cv::Vec3d &colour);
    /// Adds light around a place, or with less than nothing takes some away. reach: share of the width.
    void glow(double x, double y, double reach, const cv::Vec3d &light);
    /// A shadow below and beside what is drawn next.
    void shadow(double left, double top, double width, double height);
    /// Blurs what is far away, by the picture's width over perWidth. where: pixels.
    void soften(const cv::Rect &where, double perWidth);
    /// The colour of a thing in a room: mostly dull, and warm rather than any other.
    [[nodiscard]] cv::Vec3d faded(double darkest = 35, double brightest = 190);

private:
    cv::Mat &m_picture;
    Random &m_random;
};

} // namespace scrutineer::samples
