// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

#include <opencv2/core.hpp>

namespace scrutineer::image::test {

/// A made-up identity card, CV_8UC3: header band, portrait, lines of print, a machine-readable zone. paper:
/// its colour.
[[nodiscard]] cv::Mat drawnCard(int width, double aspect = 1.586, const cv::Scalar &paper = {205, 214, 208});

enum class Background { Plain, Dark, Wood, Fabric, Clutter };

struct Scene
{
    cv::Mat bgr;
    QPolygonF quad; ///< true corners, clockwise from the card's own top left
};

/// The card with round corners lying on a background, turned by `degrees`, seen in a perspective, with camera
/// noise. width: of the card in the scene, pixels. The seed fixes place, perspective and noise.
[[nodiscard]] Scene placed(const cv::Mat &card, const cv::Size &frame, int width, double degrees,
                           Background background, std::uint64_t seed);

/// Area of the intersection over area of the union, 0 to 1.
[[nodiscard]] double overlap(const QPolygonF &a, const QPolygonF &b);

} // namespace scrutineer::image::test
