// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/shadow_lines.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace scrutineer::image {

namespace {

constexpr int directions = 180; ///< of the light, all around
constexpr int cell = 2;         ///< pixels between parallel lines

/// A place on the crest of an edge.
struct Crest
{
    cv::Point2f at;
    cv::Point2f towardsLight; ///< of length 1
};

/// A line and the side from which the light comes.
struct LightLine
{
    cv::Point2f towardsLight; ///< of length 1
    float offset = 0;         ///< of its points along towardsLight, pixels

    [[nodiscard]] float distance(const cv::Point2f &at) const { return at.dot(towardsLight) - offset; }
};

/// Where light falls by an amount and in colours that a shadow may have.
std::vector<Crest> crestsOf(const PaperLight &light, const LightSteps &steps)
{
    cv::Mat soft;
    cv::GaussianBlur(light.mean, soft, {}, 2);
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(soft, dx, CV_32F, 1, 0, 3, 1 / 8.0);
    cv::Sobel(soft, dy, CV_32F, 0, 1, 3, 1 / 8.0);
    cv::Mat slope;
    cv::magnitude(dx, dy, slope);
    constexpr float leastSlope = 0.008F; // a drop of leastDrop in the widest penumbra, 20 px
    std::vector<Crest> crests;
    for (int y = 2; y + 2 < slope.rows; ++y) {
        for (int x = 2; x + 2 < slope.cols; ++x) {
            const float here = slope.at<float>(y, x);
            if (here < leastSlope)
                continue;
            const cv::Point2f normal(dx.at<float>(y, x) / here, dy.at<float>(y, x) / here);
            const cv::Point next(cvRound(1.5F * normal.x), cvRound(1.5F * normal.y));
            const cv::Point at(x, y);
            if (slope.at<float>(at + next) > here || slope.at<float>(at - next) > here)
                continue;
            constexpr float reach = 6; // pixels
            const std::optional<LightStep> step = steps.across(at, normal, reach);
            if (step && step->mayBeShadow())
                crests.push_back({at, normal});
        }
    }
    return crests;
}

cv::Point2f normalOf(int direction)
{
    const double angle = direction * 2 * std::numbers::pi / directions;
    return {float(std::cos(angle)), float(std::sin(angle))};
}

/// How many crests lie on each line (Hough transform with the gradient's direction), CV_32F.
cv::Mat votesOf(const std::vector<Crest> &crests, float mostOffset)
{
    cv::Mat votes = cv::Mat::zeros(directions, 2 * int(mostOffset / cell) + 3, CV_32F);
    for (const Crest &crest : crests) {
        const double turn = std::atan2(crest.towardsLight.y, crest.towardsLight.x) / (2 * std::numbers::pi);
        const int nearest = cvRound(turn * directions) + directions;
        constexpr int spread = 3; // directions: texture turns gradients
        for (int direction = nearest - spread; direction <= nearest + spread; ++direction) {
            const int row = direction % directions;
            ++votes.at<float>(row, int((crest.at.dot(normalOf(row)) + mostOffset) / cell));
        }
    }
    cv::blur(votes, votes, {3, 1}, {-1, -1}, cv::BORDER_CONSTANT);
    return votes;
}

/// The lines that most crests lie on, the best first.
std::vector<LightLine> linesThrough(const std::vector<Crest> &crests, const cv::Size &size)
{
    const auto mostOffset = float(std::hypot(size.width, size.height));
    cv::Mat votes = votesOf(crests, mostOffset);
    constexpr std::size_t most = 16;
    constexpr double leastVotes = 20; // a mean of three; a shadow's side crosses at least 50 px of document
    std::vector<LightLine> lines;
    while (lines.size() < most) {
        double highest = 0;
        cv::Point at;
        cv::minMaxLoc(votes, nullptr, &highest, nullptr, &at);
        if (highest < leastVotes)
            break;
        lines.push_back({normalOf(at.y), (float(at.x) + 0.5F) * cell - mostOffset});
        constexpr int near = 4;
        for (int direction = at.y - near; direction <= at.y + near; ++direction) {
            const int row = (direction + directions) % directions;
            votes.row(row).colRange(std::max(0, at.x - near), std::min(votes.cols, at.x + near + 1)) = 0;
        }
    }
    return lines;
}

/// The line moved and turned to the crests beside it.
LightLine fitted(const LightLine &line, const std::vector<Crest> &crests)
{
    constexpr float near = 4;      // pixels
    constexpr float alike = 0.95F; // cosine
    std::vector<cv::Point2f> beside;
    for (const Crest &crest : crests) {
        if (std::abs(line.distance(crest.at)) < near && crest.towardsLight.dot(line.towardsLight) > alike)
            beside.push_back(crest.at);
    }
    if (beside.size() < 3)
        return line;
    cv::Vec4f along;
    constexpr double accuracy = 0.01;
    cv::fitLine(beside, along, cv::DIST_HUBER, 0, accuracy, accuracy);
    cv::Point2f normal(-along[1], along[0]);
    if (normal.dot(line.towardsLight) < 0)
        normal = -normal;
    return {normal, normal.dot({along[2], along[3]})};
}

/// The point of a line that lies nearest to another one.
cv::Point2f nearestOn(const LightLine &line, const cv::Point2f &at)
{
    return at - line.distance(at) * line.towardsLight;
}

cv::Point2f middleOf(const cv::Size &size)
{
    return {float(size.width) / 2, float(size.height) / 2};
}

struct Side
{
    LightLine line;
    OutlineProof proof;
};

std::vector<LightStep> stepsAlong(const LightLine &line, const cv::Size &size, const LightSteps &steps,
                                  float reach)
{
    const cv::Point2f along(-line.towardsLight.y, line.towardsLight.x);
    const cv::Point2f start = nearestOn(line, middleOf(size));
    const int half = int(std::hypot(size.width, size.height)) / 2;
    std::vector<LightStep> found;
    for (int at = -half; at <= half; ++at) {
        if (const std::optional<LightStep> step =
                steps.across(start + float(at) * along, line.towardsLight, reach))
            found.push_back(*step);
    }
    return found;
}

/// Sharp shadows are looked at closely, where patterns on both sides are seldom different, soft ones from
/// beyond their penumbra.
Side provenSide(const LightLine &line, const cv::Size &size, const LightSteps &steps)
{
    constexpr float close = 4; // pixels
    Side side{line, proofOf(stepsAlong(line, size, steps, close))};
    const OutlineProof soft = proofOf(stepsAlong(line, size, steps, LightSteps::beyondPenumbra));
    if (soft.shares() > side.proof.shares())
        side.proof = soft;
    return side;
}

std::vector<Side> sidesIn(const PaperLight &light, const LightSteps &steps)
{
    const cv::Size size = light.mean.size();
    const std::vector<Crest> crests = crestsOf(light, steps);
    std::vector<Side> sides;
    for (const LightLine &rough : linesThrough(crests, size)) {
        const Side side = provenSide(fitted(fitted(rough, crests), crests), size, steps);
        if (side.proof.isLongEnough())
            sides.push_back(side);
    }
    return sides;
}

/// The side that faces a shadow's best one: light falls by the same amount, from the other direction.
const Side *facing(const Side &best, const std::vector<Side> &sides, const cv::Point2f &middle)
{
    constexpr double leastShares = 0.6; // the arm's other side may cross little of the document
    constexpr float opposite = -0.8F;   // cosine: arms are no bars
    const Side *other = nullptr;
    for (const Side &side : sides) {
        if (side.line.towardsLight.dot(best.line.towardsLight) < opposite &&
            best.line.distance(nearestOn(side.line, middle)) < 0 &&
            isOneDrop(std::min(side.proof.drop, best.proof.drop),
                      std::max(side.proof.drop, best.proof.drop)) &&
            side.proof.shares() > leastShares && (!other || side.proof.shares() > other->proof.shares()))
            other = &side;
    }
    return other;
}

/// Leaves of a mask what lies in the dark.
void keepDark(cv::Mat &mask, const LightLine &line)
{
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            if (line.distance(cv::Point2f(float(x), float(y))) > 0)
                mask.at<uchar>(y, x) = 0;
        }
    }
}

} // namespace

std::optional<ProvenShadow> findStraightShadow(const PaperLight &light, const LightSteps &steps)
{
    const std::vector<Side> sides = sidesIn(light, steps);
    const auto best = std::max_element(sides.begin(), sides.end(), [](const Side &a, const Side &b) {
        return a.proof.shares() < b.proof.shares();
    });
    if (best == sides.end())
        return std::nullopt;
    ProvenShadow shadow{cv::Mat(light.mean.size(), CV_8U, cv::Scalar(255)), best->proof.shares()};
    keepDark(shadow.mask, best->line);
    if (const Side *other = facing(*best, sides, middleOf(light.mean.size())))
        keepDark(shadow.mask, other->line);
    return shadow;
}

} // namespace scrutineer::image
