// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/quad_evidence.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::image {

namespace {

/// Of the shorter side: how far from its corner a side may begin. Round corners take 0.059 (ISO/IEC 7810:
/// radius 3.18 mm of 53.98 mm), of which the last third hardly leaves the line. Measured: at most 0.052,
/// 0.078 at three ends of 300.
constexpr double rounding = 0.06;
constexpr double mostMissing = 0.12; ///< that one end counts: a finger
constexpr double followed = 0.3;     ///< of a side, from each end
constexpr double mostlyGap = 0.45;   ///< support below which what was followed so far is a gap
constexpr double leastReached = 0.7;

constexpr double inner = 0.85; ///< of the quad: its own border is no print
/// Of its pixels, on edges at all, and on edges that are strong for the picture. Measured: backs with little
/// print 0.11 and 0.024; arms beside a document at most 0.08 of the first, walls 0.02 of the second, whatever
/// their direction. Of the second the rarer direction counts, twice.
constexpr double enoughEdges = 0.15;
constexpr double enoughStrong = 0.035;
constexpr double strongest = 0.995; ///< of the picture's pixels are weaker
constexpr double strong = 0.25;     ///< of the strongest

/// From the corner along a side: how long hardly anything of it is there, pixels.
double gapAtCorner(const Gradients &gradients, const cv::Point2d &corner, const cv::Point2d &other)
{
    const double span = cv::norm(other - corner);
    const cv::Point2d along = (other - corner) * (1 / std::max(1.0, span));
    const cv::Point2d normal(-along.y, along.x);
    const cv::Rect2d frame(0, 0, gradients.x.cols, gradients.x.rows);
    double sum = 0;
    double gap = 0;
    int seen = 0;
    for (double place = 1; place < followed * span; ++place) {
        const cv::Point2d point = corner + along * place;
        if (!frame.contains(point))
            continue;
        ++seen;
        sum += supportBy(gradients, crossingAt(gradients, point, normal, 2).strength);
        if (sum < mostlyGap * seen)
            gap = place;
    }
    return gap;
}

} // namespace

double cornersReached(const Gradients &gradients, const Quad &quad)
{
    double shorter = cv::norm(quad[0] - quad[3]);
    for (std::size_t i = 0; i < 3; ++i)
        shorter = std::min(shorter, cv::norm(quad[i + 1] - quad[i]));
    double missing = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d &from = quad[i];
        const cv::Point2d &to = quad[(i + 1) % 4];
        if (liesOnFrame(gradients, from, to))
            continue;
        for (const double gap : {gapAtCorner(gradients, from, to), gapAtCorner(gradients, to, from)})
            missing += std::clamp(gap / shorter - rounding, 0.0, mostMissing);
    }
    return std::max(leastReached, 1 - missing);
}

double strongEdge(const Gradients &gradients)
{
    constexpr int everyRow = 4;
    std::vector<float> values;
    for (int row = 0; row < gradients.x.rows; row += everyRow) {
        cv::Mat strength;
        cv::magnitude(gradients.x.row(row), gradients.y.row(row), strength);
        values.insert(values.end(), strength.begin<float>(), strength.end<float>());
    }
    const auto at = values.begin() + std::ptrdiff_t(strongest * double(values.size()));
    std::nth_element(values.begin(), at, values.end());
    return std::max(weakestEdge, strong * double(*at));
}

double printWithin(const Gradients &gradients, const Quad &quad, double strongEdge)
{
    const cv::Point2d middle = (quad[0] + quad[1] + quad[2] + quad[3]) * 0.25;
    std::vector<cv::Point> outline;
    for (const cv::Point2d &corner : quad)
        outline.emplace_back(middle + (corner - middle) * inner);
    const cv::Rect box = cv::boundingRect(outline) & cv::Rect({0, 0}, gradients.x.size());
    cv::Mat within = cv::Mat::zeros(box.size(), CV_8U);
    cv::fillConvexPoly(
        within,
        [&] {
            for (cv::Point &corner : outline)
                corner -= box.tl();
            return outline;
        }(),
        255);
    cv::Mat strength;
    cv::magnitude(gradients.x(box), gradients.y(box), strength);
    // Print changes along a row and across it; windows and curtains beside each other only across.
    const cv::Point2d side = quad[1] - quad[0];
    const cv::Mat along = cv::abs(side.x * gradients.x(box) + side.y * gradients.y(box));
    const cv::Mat across = cv::abs(side.x * gradients.y(box) - side.y * gradients.x(box));
    const double area = std::max(1, cv::countNonZero(within));
    const auto shareAbove = [&](double least) {
        return cv::countNonZero((strength > least) & within) / area;
    };
    const double edges = shareAbove(weakestEdge) / enoughEdges;
    const cv::Mat strongest = (strength > strongEdge) & within;
    const int oneWay = cv::countNonZero((along > across) & strongest);
    const int otherWay = cv::countNonZero(strongest) - oneWay;
    const double strongEdges = 2 * std::min(oneWay, otherWay) / area / enoughStrong;
    return std::sqrt(std::min({1.0, edges, strongEdges}));
}

} // namespace scrutineer::image
