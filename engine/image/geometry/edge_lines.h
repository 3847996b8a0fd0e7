// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/geometry/quad_score.h"

#include <vector>

namespace scrutineer::image {

/// A straight line across the whole frame, and where along it colour changes across it.
class EdgeLine
{
public:
    /// Through a point in a direction; walks along it from border to border.
    EdgeLine(const Gradients &gradients, const cv::Point2d &point, const cv::Point2d &along);
    /// A side of the frame, which has no edge to show: 0 top, 1 right, 2 bottom, 3 left.
    EdgeLine(const cv::Size &frame, int frameSide);

    [[nodiscard]] const cv::Point2d &point() const { return m_point; }
    [[nodiscard]] const cv::Point2d &along() const { return m_along; }
    [[nodiscard]] bool isFrame() const { return m_frameSide >= 0; }
    [[nodiscard]] int frameSide() const { return m_frameSide; }
    /// Places on the line are pixels from point(); the frame shows those from first() to last().
    [[nodiscard]] double first() const { return m_first; }
    [[nodiscard]] double last() const { return m_last; }
    [[nodiscard]] double placeOf(const cv::Point2d &at) const { return (at - m_point).dot(m_along); }
    [[nodiscard]] cv::Point2d at(double place) const { return m_point + m_along * place; }
    /// Share of the pixels between two places, 0 to 1, where colour changes across; what lies outside the
    /// frame does not count. -1 where the frame shows nothing of it.
    [[nodiscard]] double support(double from, double to) const;

private:
    cv::Point2d m_point;
    cv::Point2d m_along;
    int m_frameSide = -1;
    double m_first = 0;
    double m_last = 0;
    std::vector<float> m_sums; ///< of the support up to each pixel from m_first on
};

/// The longest straight edges of a picture, broken ones joined, at most `most`, and after them the frame's
/// four sides. Every edge pixel votes for the lines that run through it along its edge (Duda and Hart, "Use
/// of the Hough transformation to detect lines and curves in pictures", CACM 15, 1972; with the gradient's
/// direction after O'Gorman and Clowes, IEEE Transactions on Computers C-25, 1976): covered corners, print
/// and noise interrupt a side, but do not turn it.
[[nodiscard]] std::vector<EdgeLine> edgeLinesOf(const Gradients &gradients, std::size_t most);

} // namespace scrutineer::image
