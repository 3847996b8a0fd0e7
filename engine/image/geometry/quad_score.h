// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <optional>

namespace scrutineer::image {

/// Four corners, clockwise from the top left, in pixels of the search picture.
using Quad = std::array<cv::Point2d, 4>;

/// Where colour changes, and in which direction.
struct Gradients
{
    cv::Mat x; ///< CV_32F, of the channel that changes most at each pixel
    cv::Mat y;
    double threshold = 0; ///< change across an edge that counts as one, per pixel
};
[[nodiscard]] Gradients gradientsOf(const cv::Mat &bgr);

/// Share of a line's pixels, 0 to 1, where colour changes across it. Looks `reach` pixels to either side.
[[nodiscard]] double edgeSupport(const Gradients &gradients, const cv::Point2d &from, const cv::Point2d &to,
                                 int reach);

/// What speaks for a quad. Sides that lie on the frame have no edge to show and get a fixed, low support.
struct QuadScore
{
    double total = 0;   ///< 0 to 1
    double support = 0; ///< of the sides together
    double weakest = 0; ///< of the weakest side
    double area = 0;    ///< share of the frame
};
/// nullopt for a shape that no document can have (concave, tiny, a corner far outside, hardly a perspective),
/// and for one that cannot reach a total of `least`.
[[nodiscard]] std::optional<QuadScore> scoreQuad(const Gradients &gradients, const Quad &quad,
                                                 double least = 0);

/// The quad with each side moved onto the strongest edge within `reach` pixels; a side without one stays.
[[nodiscard]] Quad snapped(const Gradients &gradients, const Quad &quad, int reach);

/// Sorted clockwise, the corner nearest to the picture's top left first.
[[nodiscard]] Quad ordered(const Quad &quad);

/// Where two lines through point pairs meet; nullopt for (nearly) parallel ones.
[[nodiscard]] std::optional<cv::Point2d> meeting(const cv::Point2d &a, const cv::Point2d &b,
                                                 const cv::Point2d &c, const cv::Point2d &d);

[[nodiscard]] double areaOf(const Quad &quad);

/// How far an aspect is from the shapes that identity documents have (ICAO 9303-1: ID-1 1.586, ID-2 and
/// ID-3 1.42; upright and lying; a double page is an upright 1.42), as a factor: 1 at one of them, falling to
/// a floor.
[[nodiscard]] double aspectWeight(double aspect);

} // namespace scrutineer::image
