// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/quad_candidates.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::image {

namespace {

constexpr double stripDepth = 0.05; ///< of the frame: at its rim, inside the quad and beside it
constexpr double nearEdge = 0.12;   ///< of the frame's side: what is compared of it
constexpr int sideGap = 6;          ///< pixels to either side of an edge that are nobody's
constexpr int leastStrip = 6;       ///< pixels that are needed to tell anything
constexpr double leastContrast = 7; ///< CIE L*a*b*, of 255; colour counts twice
/// Of the deviation inside: means of a texture differ by that much by themselves.
constexpr double ofTexture = 1;

constexpr double pageAspect = 1.42; ///< ICAO 9303-4: ID-3
/// Support of a fold. Measured: folds 0.62 and more, most of them 0.98; print at most 0.44.
constexpr double leastFold = 0.55;
constexpr double leastPart = 0.15;      ///< of each sixth of it
constexpr double foreshortening = 0.12; ///< of a page's height, at a tilt of 28 degrees
/// Of a page's height: how far a fold's ends are nearer and further than its middle, where the page is turned
/// and tilted. Measured: at most 0.053.
constexpr double askew = 0.06;

struct Look
{
    cv::Scalar mean;
    cv::Scalar deviation;
};

Look lookOf(const cv::Mat &lab, const cv::Rect &strip)
{
    Look look;
    cv::meanStdDev(lab(strip), look.mean, look.deviation);
    return look;
}

bool differ(const Look &a, const Look &b)
{
    const cv::Scalar apart = a.mean - b.mean;
    const double distance = std::sqrt(apart[0] * apart[0] + 4 * (apart[1] * apart[1] + apart[2] * apart[2]) +
                                      std::pow(a.deviation[0] - b.deviation[0], 2));
    return distance > std::max(leastContrast, ofTexture * std::min(a.deviation[0], b.deviation[0]));
}

/// The rim of the frame at one of its sides (0 top, 1 right, 2 bottom, 3 left), from one place along it to
/// another.
cv::Rect rimOf(const cv::Size &frame, int side, double from, double to)
{
    const bool lies = side % 2 == 0;
    const int depth = std::max(2, cvRound(stripDepth * (lies ? frame.height : frame.width)));
    const int first = cvRound(from);
    const int length = cvRound(to) - first;
    if (length < leastStrip)
        return {};
    const cv::Rect strip = lies ? cv::Rect(first, side == 0 ? 0 : frame.height - depth, length, depth)
                                : cv::Rect(side == 3 ? 0 : frame.width - depth, first, depth, length);
    const cv::Rect shown = strip & cv::Rect({0, 0}, frame);
    return (lies ? shown.width : shown.height) < leastStrip ? cv::Rect() : shown;
}

/// How much lighter it gets in a direction at a point, levels per pixel, within a pixel of it; 0 where the
/// edge there runs another way.
double stepAt(const Gradients &gradients, const cv::Point2d &point, const cv::Point2d &direction)
{
    constexpr double slack = 0.6; // change along the edge: 31 degrees
    double most = 0;
    for (int offset = -1; offset <= 1; ++offset) {
        const cv::Point at(cvRound(point.x + direction.x * offset), cvRound(point.y + direction.y * offset));
        if (!cv::Rect({0, 0}, gradients.x.size()).contains(at))
            continue;
        const cv::Point2d change(double(gradients.x.at<float>(at)), double(gradients.y.at<float>(at)));
        const double across = change.dot(direction);
        if (std::abs(change.cross(direction)) < across * slack)
            most = std::max(most, across);
    }
    return most;
}

/// Share of a line, 0 to 1, along which the picture turns darker, or lighter, to one side of it: 0 where a
/// sixth of it does not. A fold does so all along; strokes of print turn darker and lighter again, and leave
/// gaps between them.
double foldSupport(const Gradients &gradients, const cv::Point2d &from, const cv::Point2d &to)
{
    constexpr int parts = 6;
    constexpr int samples = 12; // in each part
    const cv::Point2d along = to - from;
    const cv::Point2d normal = cv::Point2d(-along.y, along.x) * (1 / std::max(1.0, cv::norm(along)));
    double best = 0;
    for (const cv::Point2d &direction : {normal, -normal}) {
        double sum = 0;
        for (int part = 0; part < parts; ++part) {
            double support = 0;
            for (int sample = 0; sample < samples; ++sample) {
                const double at = (part + (sample + 0.5) / samples) / parts;
                support += supportBy(gradients, stepAt(gradients, from + along * at, direction)) / samples;
            }
            if (support < leastPart) {
                sum = 0;
                break;
            }
            sum += support;
        }
        best = std::max(best, sum / parts);
    }
    return best;
}

bool goesOnAt(const cv::Mat &lab, const Quad &quad, int side)
{
    const cv::Size frame = lab.size();
    const bool lies = side % 2 == 0;
    const double most = lies ? frame.width : frame.height;
    double low = most;
    double high = 0;
    for (const cv::Point2d &corner : quad) {
        const double inside = side == 0   ? corner.y
                              : side == 1 ? frame.width - 1 - corner.x
                              : side == 2 ? frame.height - 1 - corner.y
                                          : corner.x;
        if (inside > 1.5)
            continue;
        low = std::min(low, lies ? corner.x : corner.y);
        high = std::max(high, lies ? corner.x : corner.y);
    }
    if (rimOf(frame, side, low + sideGap, high - sideGap).empty())
        return false;
    // Close to the edge that runs into the frame: light falls off along a table as well.
    const double reach = nearEdge * most + sideGap;
    const auto goesOnAlike = [&](double edge, double inwards) {
        const auto rim = [&](double direction) {
            const double from = edge + direction * sideGap;
            const double to = std::clamp(edge + direction * reach, 0.0, most);
            return rimOf(frame, side, std::min(from, to), std::max(from, to));
        };
        const cv::Rect inner = rim(inwards);
        const cv::Rect outer = rim(-inwards);
        return !inner.empty() && !outer.empty() && !differ(lookOf(lab, inner), lookOf(lab, outer));
    };
    return !goesOnAlike(low, 1) && !goesOnAlike(high, -1);
}

} // namespace

bool goesOnBeyondFrame(const cv::Mat &lab, const ScoredQuad &quad)
{
    for (int side = 0; side < 4; ++side) {
        if (quad.cut[std::size_t(side)] && !goesOnAt(lab, quad.quad, side))
            return false;
    }
    return true;
}

std::optional<ScoredQuad> pageBeforeFold(const Gradients &gradients, const ScoredQuad &booklet)
{
    if (std::count(booklet.cut.begin(), booklet.cut.end(), true) != 1)
        return std::nullopt;
    // ordered(): corner 0 is the top left one, so that side i of the quad lies at side i of the frame.
    const auto cutSide =
        std::size_t(std::find(booklet.cut.begin(), booklet.cut.end(), true) - booklet.cut.begin());
    const std::size_t near = (cutSide + 2) % 4; // the whole side runs from corner near to corner near + 1
    const cv::Point2d &a = booklet.quad[near];
    const cv::Point2d &b = booklet.quad[(near + 1) % 4];
    const cv::Point2d alongA = booklet.quad[(near + 3) % 4] - a;
    const cv::Point2d alongB = booklet.quad[(near + 2) % 4] - b;
    const double visible = std::min(cv::norm(alongA), cv::norm(alongB));
    const double page = cv::norm(b - a) / pageAspect;
    const double furthest = std::min(page * (1 + foreshortening), visible - 2);
    std::optional<ScoredQuad> best;
    double most = 0;
    constexpr double step = 1.5; // pixels
    for (double at = page * (1 - foreshortening); at <= furthest; at += step) {
        for (double turn = -askew * page; turn <= askew * page; turn += step) {
            if (at + std::abs(turn) > visible)
                continue;
            Quad quad = booklet.quad;
            quad[(near + 3) % 4] = a + alongA * ((at + turn) / cv::norm(alongA));
            quad[(near + 2) % 4] = b + alongB * ((at - turn) / cv::norm(alongB));
            const double away = (at / page - 1) / foreshortening;
            const double support = foldSupport(gradients, quad[(near + 2) % 4], quad[(near + 3) % 4]);
            const double worth = support * (1 - 0.3 * away * away);
            if (support < leastFold || worth <= most)
                continue;
            most = worth;
            best = booklet;
            best->quad = quad;
            best->cut = {};
            best->score.area = areaOf(quad) / (double(gradients.x.cols) * gradients.x.rows);
        }
    }
    return best;
}

} // namespace scrutineer::image
