// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/quad_candidates.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace scrutineer::image {

namespace {

constexpr std::size_t mostLines =
    34; ///< the longest; with the frame's four they make some ten thousand quads
constexpr double leastSegment = 0.035; ///< of the picture's diagonal
constexpr double sameLineAngle = 2.5 * std::numbers::pi / 180;
constexpr double sameLineDistance = 4; ///< pixels
constexpr double leastGap = 0.12;      ///< of the frame's shorter side, between opposite sides
constexpr double oppositeAngle =
    28 * std::numbers::pi / 180; ///< the most that perspective turns opposite sides apart

struct Line
{
    cv::Point2d a;
    cv::Point2d b;
    double angle = 0;  ///< 0 to pi
    double weight = 0; ///< length of all segments on it, pixels
};

Line lineThrough(const cv::Point2d &a, const cv::Point2d &b)
{
    double angle = std::atan2(b.y - a.y, b.x - a.x);
    if (angle < 0)
        angle += std::numbers::pi;
    return {a, b, angle, std::hypot(b.x - a.x, b.y - a.y)};
}

double angleBetween(double a, double b)
{
    const double difference = std::abs(a - b);
    return std::min(difference, std::numbers::pi - difference);
}

double distanceTo(const Line &line, const cv::Point2d &point)
{
    const cv::Point2d along = line.b - line.a;
    return std::abs(along.cross(point - line.a)) / std::hypot(along.x, along.y);
}

/// Segments on one line become one, spanning them all; what the longest says about the angle stands.
std::vector<Line> joined(std::vector<Line> segments)
{
    std::sort(segments.begin(), segments.end(),
              [](const Line &a, const Line &b) { return a.weight > b.weight; });
    std::vector<Line> lines;
    for (const Line &segment : segments) {
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line &line) {
            return angleBetween(line.angle, segment.angle) < sameLineAngle &&
                   distanceTo(line, segment.a) < sameLineDistance &&
                   distanceTo(line, segment.b) < sameLineDistance;
        });
        if (same == lines.end()) {
            lines.push_back(segment);
            continue;
        }
        same->weight += segment.weight;
    }
    std::sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.weight > b.weight; });
    if (lines.size() > mostLines)
        lines.resize(mostLines);
    return lines;
}

std::vector<Line> linesOf(const cv::Mat &bgr)
{
    const double diagonal = std::hypot(bgr.cols, bgr.rows);
    std::vector<Line> segments;
    cv::Mat channels[3];
    cv::Mat lab;
    cv::cvtColor(bgr, lab, cv::COLOR_BGR2Lab);
    cv::split(lab, channels);
    // Colour alone parts a white card from a pink table; its range is stretched to that of lightness.
    channels[1] = (channels[1] - 128) * 2 + 128;
    channels[2] = (channels[2] - 128) * 2 + 128;
    const auto detector = cv::createLineSegmentDetector(cv::LSD_REFINE_NONE, 0.8);
    for (const cv::Mat &channel : channels) {
        std::vector<cv::Vec4f> found;
        detector->detect(channel, found);
        for (const cv::Vec4f &segment : found) {
            const Line line = lineThrough({segment[0], segment[1]}, {segment[2], segment[3]});
            if (line.weight > leastSegment * diagonal)
                segments.push_back(line);
        }
    }
    std::vector<Line> lines = joined(std::move(segments));
    const double right = bgr.cols - 1;
    const double bottom = bgr.rows - 1;
    lines.push_back(lineThrough({0, 0}, {right, 0}));
    lines.push_back(lineThrough({0, bottom}, {right, bottom}));
    lines.push_back(lineThrough({0, 0}, {0, bottom}));
    lines.push_back(lineThrough({right, 0}, {right, bottom}));
    return lines;
}

struct Opposite
{
    const Line *first;
    const Line *second;
    double angle;
};

std::vector<Opposite> oppositesOf(const std::vector<Line> &lines, const cv::Size &frame)
{
    const double gap = leastGap * std::min(frame.width, frame.height);
    std::vector<Opposite> pairs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            if (angleBetween(lines[i].angle, lines[j].angle) > oppositeAngle)
                continue;
            const cv::Point2d middle = (lines[j].a + lines[j].b) * 0.5;
            if (distanceTo(lines[i], middle) > gap)
                pairs.push_back({&lines[i], &lines[j], lines[i].angle});
        }
    }
    return pairs;
}

std::optional<Quad> enclosed(const Opposite &one, const Opposite &other)
{
    const auto a = meeting(one.first->a, one.first->b, other.first->a, other.first->b);
    const auto b = meeting(one.first->a, one.first->b, other.second->a, other.second->b);
    const auto c = meeting(one.second->a, one.second->b, other.second->a, other.second->b);
    const auto d = meeting(one.second->a, one.second->b, other.first->a, other.first->b);
    if (!a || !b || !c || !d)
        return std::nullopt;
    return ordered({*a, *b, *c, *d});
}

} // namespace

std::vector<ScoredQuad> quadsFromLines(const cv::Mat &bgr, const Gradients &gradients, std::size_t most)
{
    const std::vector<Line> lines = linesOf(bgr);
    const std::vector<Opposite> pairs = oppositesOf(lines, bgr.size());
    const auto better = [](const ScoredQuad &a, const ScoredQuad &b) {
        return a.score.total > b.score.total;
    };
    std::vector<ScoredQuad> quads; // a heap with the worst of the best on top
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        for (std::size_t j = i + 1; j < pairs.size(); ++j) {
            if (angleBetween(pairs[i].angle, pairs[j].angle) < std::numbers::pi / 4)
                continue;
            const auto quad = enclosed(pairs[i], pairs[j]);
            if (!quad)
                continue;
            const bool full = quads.size() == most;
            const auto score = scoreQuad(gradients, *quad, full ? quads.front().score.total : 0);
            if (!score)
                continue;
            if (full) {
                std::pop_heap(quads.begin(), quads.end(), better);
                quads.pop_back();
            }
            quads.push_back({*quad, *score});
            std::push_heap(quads.begin(), quads.end(), better);
        }
    }
    std::sort(quads.begin(), quads.end(), better);
    return quads;
}

} // namespace scrutineer::image
