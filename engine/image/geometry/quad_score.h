// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <optional>

namespace scrutineer::image {

/// Four corners, clockwise from the top left, in pixels of the search picture.
using Quad = std::array<cv::Point2d, 4>;

/// Levels per pixel: what is left of the noise of a phone's camera.
inline constexpr double weakestEdge = 2.2;

/// Where colour changes, and in which direction.
struct Gradients
{
    cv::Mat x; ///< CV_32F, of the channel that changes most at each pixel
    cv::Mat y;
    double threshold = 0; ///< change across an edge that counts as one, per pixel
};
[[nodiscard]] Gradients gradientsOf(const cv::Mat &bgr);

/// Change across a line at a point: the strongest within reach.
struct Crossing
{
    double strength = 0; ///< levels per pixel
    int offset = 0;      ///< pixels along the normal
};
/// slack: of the change across, how much change along the line an edge may have at most (0.6: within 31
/// degrees of the line).
[[nodiscard]] Crossing crossingAt(const Gradients &gradients, const cv::Point2d &point,
                                  const cv::Point2d &normal, int reach, double slack = 0.6);
/// What one pixel's change across a line says for an edge there, 0 to 1.
[[nodiscard]] double supportBy(const Gradients &gradients, double strength);

inline constexpr double cornerShare = 0.08; ///< of a side, at each end: corners are round

/// Share of a line's pixels, 0 to 1, where colour changes across it. Looks `reach` pixels to either side.
[[nodiscard]] double edgeSupport(const Gradients &gradients, const cv::Point2d &from, const cv::Point2d &to,
                                 int reach);

/// The edges of a quad's sides that have any to show.
struct Supports
{
    double product = 1;
    double weakest = 1;
    double second = 1; ///< weakest but one
    int sides = 0;

    void add(double support);
    /// Geometric mean.
    [[nodiscard]] double together() const;
};

/// What speaks for a quad.
struct QuadScore
{
    double total = 0;   ///< 0 to 1
    double support = 0; ///< of the sides together
    double weakest = 0; ///< of the weakest side
    double area = 0;    ///< share of the frame
    /// 0 to 1, what was seen where the quad was looked at closely; 1 where it was not.
    double evidence = 1;

    /// What quads are compared by.
    [[nodiscard]] double worth() const { return total * evidence; }
};
/// nullopt for a shape that no document can have (concave, tiny, hardly a perspective). cut: the frame cuts
/// it off, so that its own shape is not known.
[[nodiscard]] std::optional<QuadScore> scoreQuad(const cv::Size &frame, const Quad &quad,
                                                 const Supports &supports, bool cut);
/// The same with the edges looked up; nullopt too where a corner lies far outside. Sides that lie on the
/// frame get a fixed, low support.
[[nodiscard]] std::optional<QuadScore> scoreQuad(const Gradients &gradients, const Quad &quad);

/// Whether a side of a quad is the frame's.
[[nodiscard]] bool liesOnFrame(const Gradients &gradients, const cv::Point2d &a, const cv::Point2d &b);

/// The quad with each side moved onto the strongest edge within `reach` pixels; a side without one stays.
[[nodiscard]] Quad snapped(const Gradients &gradients, const Quad &quad, int reach);

/// Sorted clockwise, the corner nearest to the picture's top left first.
[[nodiscard]] Quad ordered(const Quad &quad);

/// Where two lines through point pairs meet; nullopt for (nearly) parallel ones.
[[nodiscard]] std::optional<cv::Point2d> meeting(const cv::Point2d &a, const cv::Point2d &b,
                                                 const cv::Point2d &c, const cv::Point2d &d);

[[nodiscard]] double areaOf(const Quad &quad);

/// image::trueAspect() of a quad in pixel centres of a picture of that size.
[[nodiscard]] double trueAspect(const Quad &quad, const cv::Size &frame);

/// How far an aspect is from the shapes that identity documents have (ICAO 9303-1: ID-1 1.586, ID-2 and
/// ID-3 1.42; upright and lying; a double page is an upright 1.42), as a factor: 1 at one of them, falling to
/// a floor.
[[nodiscard]] double aspectWeight(double aspect);
/// Whether it is one of them within `tolerance` of its logarithm.
[[nodiscard]] bool isDocumentShape(double aspect, double tolerance);

} // namespace scrutineer::image
