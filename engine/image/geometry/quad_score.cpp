// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/quad_score.h"

#include "engine/image/document_quad.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::image {

namespace {

constexpr double leastArea = 0.035;      ///< of the frame: a document in less can hardly be read
constexpr double outsideMargin = 0.03;   ///< of the frame's sides: how far a corner may lie outside
constexpr double leastAngleCosine = 0.6; ///< corners between 53 and 127 degrees
constexpr double frameSideSupport = 0.4; ///< neither for nor against
constexpr double onFrame = 1.5;          ///< pixels
constexpr double aspectSpread =
    0.09; ///< of the logarithm: two aspects 9 % apart are hard to tell in perspective
constexpr double aspectFloor = 0.55;
constexpr int sideSamples = 48;
constexpr double cornerShare = 0.08; ///< of a side, at each end: corners are round

double length(const cv::Point2d &vector)
{
    return std::hypot(vector.x, vector.y);
}

/// Change across the line at a point, the strongest within reach.
struct Crossing
{
    double strength = 0;
    int offset = 0;
};

Crossing crossingAt(const Gradients &gradients, const cv::Point2d &point, const cv::Point2d &normal,
                    int reach)
{
    Crossing best;
    for (int offset = -reach; offset <= reach; ++offset) {
        const int x = int(std::lround(point.x + normal.x * offset));
        const int y = int(std::lround(point.y + normal.y * offset));
        if (x < 0 || y < 0 || x >= gradients.x.cols || y >= gradients.x.rows)
            continue;
        const double gx = double(gradients.x.at<float>(y, x));
        const double gy = double(gradients.y.at<float>(y, x));
        const double across = std::abs(gx * normal.x + gy * normal.y);
        const double along = std::abs(gx * normal.y - gy * normal.x);
        if (across > best.strength && along < across * 0.6) // within 31 degrees of the line's normal
            best = {across, offset};
    }
    return best;
}

bool liesOnFrame(const Gradients &gradients, const cv::Point2d &a, const cv::Point2d &b)
{
    const double right = gradients.x.cols - 1 - onFrame;
    const double bottom = gradients.x.rows - 1 - onFrame;
    return (a.x <= onFrame && b.x <= onFrame) || (a.x >= right && b.x >= right) ||
           (a.y <= onFrame && b.y <= onFrame) || (a.y >= bottom && b.y >= bottom);
}

bool isPlausible(const Gradients &gradients, const Quad &quad)
{
    const double marginX = outsideMargin * gradients.x.cols;
    const double marginY = outsideMargin * gradients.x.rows;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d &corner = quad[i];
        if (corner.x < -marginX || corner.y < -marginY || corner.x > gradients.x.cols + marginX ||
            corner.y > gradients.x.rows + marginY)
            return false;
        const cv::Point2d before = quad[(i + 3) % 4] - corner;
        const cv::Point2d after = quad[(i + 1) % 4] - corner;
        const double lengths = length(before) * length(after);
        if (lengths < 1 || before.cross(after) >= 0 ||
            std::abs(before.dot(after)) / lengths > leastAngleCosine)
            return false;
    }
    for (std::size_t i = 0; i < 2;
         ++i) { // no camera that reads a document sees one side twice as long as its twin
        const double ratio = length(quad[i + 1] - quad[i]) / length(quad[(i + 3) % 4] - quad[i + 2]);
        if (ratio > 1.7 || ratio < 1 / 1.7)
            return false;
    }
    return true;
}

} // namespace

Gradients gradientsOf(const cv::Mat &bgr)
{
    cv::Mat smooth;
    cv::GaussianBlur(bgr, smooth, {}, 1.2);
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
    constexpr double weakestEdge = 2.2; // levels per pixel: what is left of the noise of a phone's camera
    cv::Mat magnitude;
    cv::magnitude(gradients.x, gradients.y, magnitude);
    gradients.threshold = std::max(weakestEdge, 0.7 * cv::mean(magnitude)[0]);
    return gradients;
}

double edgeSupport(const Gradients &gradients, const cv::Point2d &from, const cv::Point2d &to, int reach)
{
    const cv::Point2d along = to - from;
    const double span = length(along);
    if (span < 4)
        return 0;
    const cv::Point2d normal(-along.y / span, along.x / span);
    double found = 0;
    for (int sample = 0; sample < sideSamples; ++sample) {
        const double at = cornerShare + (1 - 2 * cornerShare) * (sample + 0.5) / sideSamples;
        const double strength = crossingAt(gradients, from + along * at, normal, reach).strength;
        found += std::clamp((strength / gradients.threshold - 0.5) / 1.0, 0.0, 1.0);
    }
    return found / sideSamples;
}

std::optional<QuadScore> scoreQuad(const Gradients &gradients, const Quad &quad, double least)
{
    QuadScore score;
    score.area = areaOf(quad) / (double(gradients.x.cols) * gradients.x.rows);
    if (score.area < leastArea || !isPlausible(gradients, quad))
        return std::nullopt;
    QPolygonF polygon;
    for (const cv::Point2d &corner : quad)
        polygon << QPointF(corner.x, corner.y);
    const double aspect = trueAspect(polygon, QSize(gradients.x.cols, gradients.x.rows));
    // Of two quads with equal edges the larger one is the document and the smaller one is printed on it.
    const double shape = aspectWeight(aspect) * (0.7 + 0.3 * std::min(1.0, std::sqrt(score.area / 0.5)));
    // A real side is an edge almost all along; lines of clutter that happen to meet are edges here and there.
    const auto total = [&](double support, double weakest) {
        return std::pow(0.6 * support + 0.4 * weakest, 1.5) * shape;
    };
    score.weakest = 1;
    double product = 1;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d &from = quad[i];
        const cv::Point2d &to = quad[(i + 1) % 4];
        const double support =
            liesOnFrame(gradients, from, to) ? frameSideSupport : edgeSupport(gradients, from, to, 2);
        product *= std::max(support, 0.01);
        score.weakest = std::min(score.weakest, support);
        if (total(std::pow(product, 0.25), score.weakest) < least)
            return std::nullopt;
    }
    score.support = std::pow(product, 0.25);
    score.total = total(score.support, score.weakest);
    return score;
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

double aspectWeight(double aspect)
{
    double nearest = 10;
    for (const double known : {1.586, 1.42}) {
        const double distance = std::abs(std::abs(std::log(std::max(aspect, 0.01))) - std::log(known));
        nearest = std::min(nearest, distance);
    }
    const double fit = std::exp(-0.5 * nearest * nearest / (aspectSpread * aspectSpread));
    return aspectFloor + (1 - aspectFloor) * fit;
}

} // namespace scrutineer::image
