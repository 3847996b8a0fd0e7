// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/quad_score.h"

#include "engine/image/document_quad.h"
#include "engine/image/percentile.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::image {

namespace {

constexpr double leastArea = 0.035;      ///< of the frame: a document in less can hardly be read
constexpr double outsideMargin = 0.12;   ///< of the frame's sides: how far a corner may lie outside
constexpr double leastAngleCosine = 0.6; ///< corners between 53 and 127 degrees
constexpr double frameSideSupport = 0.4; ///< neither for nor against
constexpr double onFrame = 1.5;          ///< pixels
constexpr double aspectSpread =
    0.09; ///< of the logarithm: two aspects 9 % apart are hard to tell in perspective
constexpr double aspectFloor = 0.55;
constexpr double documentShape = 0.8; ///< weight of an aspect within 9 % of a document's
constexpr double lostCorner = 0.9;    ///< of the score: a corner that the frame does not show is a guess
constexpr int sideSamples = 48;

double length(const cv::Point2d &vector)
{
    return std::hypot(vector.x, vector.y);
}

bool isPlausible(const Quad &quad)
{
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d before = quad[(i + 3) % 4] - quad[i];
        const cv::Point2d after = quad[(i + 1) % 4] - quad[i];
        const double lengths = length(before) * length(after);
        if (lengths < 1 || before.cross(after) >= 0 ||
            std::abs(before.dot(after)) / lengths > leastAngleCosine)
            return false;
    }
    for (std::size_t i = 0; i < 2; ++i) {
        // No camera that reads a document sees one side twice as long as its twin.
        const double ratio = length(quad[i + 1] - quad[i]) / length(quad[(i + 3) % 4] - quad[i + 2]);
        if (ratio > 1.7 || ratio < 1 / 1.7)
            return false;
    }
    return true;
}

bool isNearFrame(const cv::Size &frame, const Quad &quad)
{
    const double marginX = outsideMargin * frame.width;
    const double marginY = outsideMargin * frame.height;
    return std::all_of(quad.begin(), quad.end(), [&](const cv::Point2d &corner) {
        return corner.x > -marginX && corner.y > -marginY && corner.x < frame.width + marginX &&
               corner.y < frame.height + marginY;
    });
}

/// A picture that is dark all over, as if it had been exposed well: an edge is a ratio of brightness.
cv::Mat lit(const cv::Mat &bgr)
{
    constexpr double well = 200; // levels that few pixels exceed
    constexpr double few = 0.02;
    constexpr double most = 8; // what lies below is noise
    cv::Mat green;
    cv::extractChannel(bgr, green, 1);
    const double gain = std::min(most, well / std::max(1.0, percentile(green, 1 - few)));
    constexpr double dim = 1.5;
    if (gain < dim)
        return bgr;
    cv::Mat bright;
    bgr.convertTo(bright, -1, gain);
    return bright;
}

} // namespace

bool liesOnFrame(const Gradients &gradients, const cv::Point2d &a, const cv::Point2d &b)
{
    const double right = gradients.x.cols - 1 - onFrame;
    const double bottom = gradients.x.rows - 1 - onFrame;
    return (a.x <= onFrame && b.x <= onFrame) || (a.x >= right && b.x >= right) ||
           (a.y <= onFrame && b.y <= onFrame) || (a.y >= bottom && b.y >= bottom);
}

Gradients gradientsOf(const cv::Mat &bgr)
{
    cv::Mat smooth;
    cv::GaussianBlur(lit(bgr), smooth, {}, 1.2);
    cv::Mat lab;
    cv::cvtColor(smooth, lab, cv::COLOR_BGR2Lab);
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(lab, dx, CV_16S, 1, 0);
    cv::Sobel(lab, dy, CV_16S, 0, 1);
    Gradients gradients;
    gradients.x = cv::Mat(bgr.size(), CV_32F);
    gradients.y = cv::Mat(bgr.size(), CV_32F);
    constexpr float perPixel = 1.0F / 8; // the sum of Sobel's weights on one side, twice the distance
    for (int row = 0; row < bgr.rows; ++row) {
        const auto *fromX = dx.ptr<cv::Vec3s>(row);
        const auto *fromY = dy.ptr<cv::Vec3s>(row);
        auto *toX = gradients.x.ptr<float>(row);
        auto *toY = gradients.y.ptr<float>(row);
        for (int column = 0; column < bgr.cols; ++column) {
            int strongest = -1;
            for (int channel = 0; channel < 3; ++channel) {
                const int gx =
                    fromX[column][channel] * (channel == 0 ? 2 : 3); // colour changes less than light
                const int gy = fromY[column][channel] * (channel == 0 ? 2 : 3);
                if (gx * gx + gy * gy > strongest) {
                    strongest = gx * gx + gy * gy;
                    toX[column] = float(gx) * 0.5F * perPixel;
                    toY[column] = float(gy) * 0.5F * perPixel;
                }
            }
        }
    }
    cv::Mat magnitude;
    cv::magnitude(gradients.x, gradients.y, magnitude);
    gradients.threshold = std::max(weakestEdge, 0.7 * cv::mean(magnitude)[0]);
    return gradients;
}

Crossing crossingAt(const Gradients &gradients, const cv::Point2d &point, const cv::Point2d &normal,
                    int reach, double slack)
{
    Crossing best;
    for (int offset = -reach; offset <= reach; ++offset) {
        const int x = cvRound(point.x + normal.x * offset);
        const int y = cvRound(point.y + normal.y * offset);
        if (x < 0 || y < 0 || x >= gradients.x.cols || y >= gradients.x.rows)
            continue;
        const double gx = double(gradients.x.at<float>(y, x));
        const double gy = double(gradients.y.at<float>(y, x));
        const double across = std::abs(gx * normal.x + gy * normal.y);
        const double along = std::abs(gx * normal.y - gy * normal.x);
        if (across > best.strength && along < across * slack)
            best = {across, offset};
    }
    return best;
}

double supportBy(const Gradients &gradients, double strength)
{
    return std::clamp(strength / gradients.threshold - 0.5, 0.0, 1.0);
}

double edgeSupport(const Gradients &gradients, const cv::Point2d &from, const cv::Point2d &to, int reach)
{
    const cv::Point2d along = to - from;
    const double span = length(along);
    if (span < 4)
        return 0;
    const cv::Point2d normal(-along.y / span, along.x / span);
    const cv::Rect2d frame(0, 0, gradients.x.cols, gradients.x.rows);
    double found = 0;
    int seen = 0;
    for (int sample = 0; sample < sideSamples; ++sample) {
        const double at = cornerShare + (1 - 2 * cornerShare) * (sample + 0.5) / sideSamples;
        const cv::Point2d point = from + along * at;
        if (!frame.contains(point))
            continue;
        ++seen;
        found += supportBy(gradients, crossingAt(gradients, point, normal, reach).strength);
    }
    return seen * 2 < sideSamples ? 0 : found / seen;
}

void Supports::add(double support)
{
    product *= std::max(support, 0.01);
    second = std::min(second, std::max(weakest, support));
    weakest = std::min(weakest, support);
    ++sides;
}

double Supports::together() const
{
    return sides == 0 ? 0 : std::pow(product, 1.0 / sides);
}

std::optional<QuadScore> scoreQuad(const cv::Size &frame, const Quad &quad, const Supports &supports,
                                   bool cut)
{
    QuadScore score;
    score.area = areaOf(quad) / (double(frame.width) * frame.height);
    if (score.area < leastArea || !isPlausible(quad))
        return std::nullopt;
    score.support = supports.together();
    score.weakest = supports.weakest;
    const double shape = cut ? 1 : aspectWeight(trueAspect(quad, frame));
    // Of two quads with equal edges the larger one is the document and the smaller one is printed on it.
    const double size = 0.7 + 0.3 * std::min(1.0, std::sqrt(score.area / 0.5));
    const bool leaves = std::any_of(quad.begin(), quad.end(), [&](const cv::Point2d &corner) {
        return corner.x < -onFrame || corner.y < -onFrame || corner.x > frame.width - 1 + onFrame ||
               corner.y > frame.height - 1 + onFrame;
    });
    const double seen = leaves ? lostCorner : 1;
    // A real side is an edge almost all along; lines of clutter that happen to meet are edges here and there.
    // A finger takes much of one side, or a little of two; then the other sides and the shape must tell.
    const bool hasShape = !cut && shape > documentShape;
    const double weak = hasShape ? supports.second : score.weakest;
    score.total = std::pow(0.6 * score.support + 0.4 * weak, 1.5) * shape * size * seen;
    return score;
}

std::optional<QuadScore> scoreQuad(const Gradients &gradients, const Quad &quad)
{
    if (!isNearFrame(gradients.x.size(), quad))
        return std::nullopt;
    Supports supports;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d &from = quad[i];
        const cv::Point2d &to = quad[(i + 1) % 4];
        supports.add(liesOnFrame(gradients, from, to) ? frameSideSupport
                                                      : edgeSupport(gradients, from, to, 2));
    }
    return scoreQuad(gradients.x.size(), quad, supports, false);
}

Quad snapped(const Gradients &gradients, const Quad &quad, int reach)
{
    std::array<cv::Vec4d, 4> sides; // two points each
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d from = quad[i];
        const cv::Point2d to = quad[(i + 1) % 4];
        sides[i] = {from.x, from.y, to.x, to.y};
        const cv::Point2d along = to - from;
        const double span = length(along);
        if (span < 4 || liesOnFrame(gradients, from, to))
            continue;
        const cv::Point2d normal(-along.y / span, along.x / span);
        std::vector<cv::Point2f> edge;
        for (int sample = 0; sample < sideSamples; ++sample) {
            const double at = cornerShare + (1 - 2 * cornerShare) * (sample + 0.5) / sideSamples;
            const cv::Point2d point = from + along * at;
            const Crossing crossing = crossingAt(gradients, point, normal, reach);
            if (crossing.strength > gradients.threshold)
                edge.emplace_back(point + normal * crossing.offset);
        }
        if (edge.size() < sideSamples / 3)
            continue;
        cv::Vec4f line;
        cv::fitLine(edge, line, cv::DIST_HUBER, 0, 0.01, 0.01);
        const double direction = std::abs(line[0] * along.x + line[1] * along.y) / span;
        if (direction > 0.99) // within 8 degrees of what it was
            sides[i] = {line[2], line[3], line[2] + line[0] * 100.0, line[3] + line[1] * 100.0};
    }
    Quad result = quad;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Vec4d &before = sides[(i + 3) % 4];
        const cv::Vec4d &after = sides[i];
        const auto corner = meeting({before[0], before[1]}, {before[2], before[3]}, {after[0], after[1]},
                                    {after[2], after[3]});
        if (corner && length(*corner - quad[i]) < reach * 6)
            result[i] = *corner;
    }
    return result;
}

Quad ordered(const Quad &quad)
{
    cv::Point2d middle = (quad[0] + quad[1] + quad[2] + quad[3]) * 0.25;
    Quad sorted = quad;
    std::sort(sorted.begin(), sorted.end(), [&](const cv::Point2d &a, const cv::Point2d &b) {
        return std::atan2(a.y - middle.y, a.x - middle.x) < std::atan2(b.y - middle.y, b.x - middle.x);
    });
    const auto first =
        std::min_element(sorted.begin(), sorted.end(),
                         [](const cv::Point2d &a, const cv::Point2d &b) { return a.x + a.y < b.x + b.y; });
    std::rotate(sorted.begin(), first, sorted.end());
    return sorted;
}

std::optional<cv::Point2d> meeting(const cv::Point2d &a, const cv::Point2d &b, const cv::Point2d &c,
                                   const cv::Point2d &d)
{
    const cv::Point2d first = b - a;
    const cv::Point2d second = d - c;
    const double cross = first.cross(second);
    if (std::abs(cross) < 1e-3 * length(first) * length(second))
        return std::nullopt;
    return a + first * ((c - a).cross(second) / cross);
}

double areaOf(const Quad &quad)
{
    return std::abs((quad[2] - quad[0]).cross(quad[3] - quad[1])) / 2;
}

namespace {
/// Of the logarithm, from the nearest shape that documents have.
double fromKnownShapes(double aspect)
{
    const double shape = std::abs(std::log(std::max(aspect, 0.01)));
    return std::min(std::abs(shape - std::log(1.586)), std::abs(shape - std::log(1.42)));
}
} // namespace

double aspectWeight(double aspect)
{
    const double distance = fromKnownShapes(aspect) / aspectSpread;
    return aspectFloor + (1 - aspectFloor) * std::exp(-0.5 * distance * distance);
}

bool isDocumentShape(double aspect, double tolerance)
{
    return fromKnownShapes(aspect) <= tolerance;
}

} // namespace scrutineer::image
