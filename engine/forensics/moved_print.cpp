// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/moved_print.h"

#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdlib>

namespace scrutineer::forensics {

namespace {
constexpr int cornerContrast = 24;         ///< grey levels of a corner of print
constexpr std::size_t mostCorners = 6000;  ///< the strongest are kept
constexpr std::size_t mostPairs = 200'000; ///< of corners that look alike
constexpr std::size_t mostShifts = 60;     ///< that are tried, those with the most pairs first
constexpr float alike = 3;                 ///< grey levels between two looks, root mean square
constexpr float leastRelief = 10;          ///< grey levels within a look, root mean square
constexpr double leastShift = 16;          ///< pixels
constexpr std::size_t leastPoints = 6;     ///< corners that moved together
constexpr int together = 48;               ///< pixels between corners of one part

bool looksAlike(const Corner &a, const Corner &b)
{
    constexpr float limit = alike * alike * lookSide * lookSide;
    float sum = 0;
    for (std::size_t i = 0; i < a.look.size() && sum <= limit; ++i)
        sum += (a.look[i] - b.look[i]) * (a.look[i] - b.look[i]);
    return sum <= limit;
}

/// Two corners that look alike; from lies above, or to the left in one row.
struct Pair
{
    cv::Point shift;
    cv::Point from;
};

std::vector<Pair> pairsOf(std::vector<Corner> corners)
{
    constexpr std::size_t key = 5; // of a look: any mean beside the corner
    std::sort(corners.begin(), corners.end(),
              [](const Corner &a, const Corner &b) { return a.look[key] < b.look[key]; });
    std::vector<Pair> pairs;
    for (auto a = corners.begin(); a != corners.end(); ++a) {
        for (auto b = a + 1; b != corners.end() && b->look[key] - a->look[key] <= 2 * alike; ++b) {
            if (!looksAlike(*a, *b))
                continue;
            cv::Point shift = b->at - a->at;
            const bool isTurned = shift.y < 0 || (shift.y == 0 && shift.x < 0);
            if (isTurned)
                shift = -shift;
            if (shift.ddot(shift) >= leastShift * leastShift)
                pairs.push_back({shift, isTurned ? b->at : a->at});
            if (pairs.size() == mostPairs)
                return pairs;
        }
    }
    return pairs;
}

/// Corners split where they lie apart.
void addParts(std::vector<MovedPrint> &parts, const cv::Point &shift, std::vector<cv::Point> corners)
{
    while (!corners.empty()) {
        MovedPrint part{shift, {corners.back()}};
        corners.pop_back();
        for (std::size_t i = 0; i < part.corners.size(); ++i) {
            const cv::Point at = part.corners[i];
            const auto near = std::partition(corners.begin(), corners.end(), [&](const cv::Point &other) {
                return std::max(std::abs(other.x - at.x), std::abs(other.y - at.y)) > together;
            });
            part.corners.insert(part.corners.end(), near, corners.end());
            corners.erase(near, corners.end());
        }
        if (part.corners.size() >= leastPoints)
            parts.push_back(std::move(part));
    }
}

std::vector<MovedPrint> partsOf(std::vector<Pair> pairs)
{
    const auto order = [](const Pair &a, const Pair &b) {
        return std::pair(a.shift.y, a.shift.x) < std::pair(b.shift.y, b.shift.x);
    };
    std::sort(pairs.begin(), pairs.end(), order);
    std::vector<std::pair<std::vector<Pair>::iterator, std::vector<Pair>::iterator>> groups;
    for (auto first = pairs.begin(); first != pairs.end();) {
        const auto end = std::upper_bound(first, pairs.end(), *first, order);
        if (std::size_t(end - first) >= leastPoints)
            groups.emplace_back(first, end);
        first = end;
    }
    std::sort(groups.begin(), groups.end(),
              [](const auto &a, const auto &b) { return a.second - a.first > b.second - b.first; });
    groups.resize(std::min(groups.size(), mostShifts));
    std::vector<MovedPrint> parts;
    for (const auto &[first, end] : groups) {
        std::vector<cv::Point> corners;
        for (auto pair = first; pair != end; ++pair)
            corners.push_back(pair->from);
        addParts(parts, first->shift, std::move(corners));
    }
    return parts;
}
} // namespace

std::vector<Corner> cornersOf(const cv::Mat &luma)
{
    std::vector<cv::KeyPoint> points;
    cv::FAST(luma, points, cornerContrast, true);
    cv::KeyPointsFilter::retainBest(points, int(mostCorners));
    cv::Mat means;
    cv::blur(luma, means, {4, 4});
    std::vector<Corner> corners;
    const cv::Rect inner(lookReach, lookReach, luma.cols - 2 * lookReach, luma.rows - 2 * lookReach);
    for (const cv::KeyPoint &point : points) {
        Corner corner{point.pt, {}};
        if (!inner.contains(corner.at))
            continue;
        float sum = 0;
        for (int i = 0; i < lookSide * lookSide; ++i) {
            const cv::Point place = corner.at + cv::Point(i % lookSide * 4 - 6, i / lookSide * 4 - 6);
            sum += corner.look[std::size_t(i)] = float(means.at<uchar>(place));
        }
        float relief = 0;
        for (float &value : corner.look) {
            value -= sum / float(corner.look.size());
            relief += value * value;
        }
        if (relief >= leastRelief * leastRelief * float(corner.look.size()))
            corners.push_back(corner);
    }
    return corners;
}

std::vector<MovedPrint> movedPrint(std::vector<Corner> corners)
{
    return partsOf(pairsOf(std::move(corners)));
}

} // namespace scrutineer::forensics
