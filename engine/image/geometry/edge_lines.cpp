// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/edge_lines.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace scrutineer::image {

namespace {

constexpr int angles = 360; ///< half a degree each
constexpr double anglePitch = std::numbers::pi / angles;
/// How exactly a pixel knows the direction of its edge, half degrees: on smooth ground, and where texture
/// meets the edge.
constexpr int angleSpread = 3;
constexpr int angleSpreadInTexture = 9;
constexpr int smoothWeight = 3;       ///< what a vote within the first counts, beside 1 within the second
constexpr double distancePitch = 1.5; ///< pixels
constexpr double leastVotes = 0.15;   ///< of the frame's shorter side
constexpr double alikeAngle = 20;     ///< degrees
/// Of all lines, in nearly one direction: a document's security pattern or a table's grain has dozens.
constexpr double mostAlike = 0.4;
constexpr double sameLineAngle = 2;      ///< degrees
constexpr double sameLineDistance = 3.5; ///< pixels
constexpr int fitReach = 4;              ///< pixels
constexpr int traceReach = 2;            ///< pixels: lenses bend lines, paper is not flat

struct Peak
{
    int votes = 0;
    int angle = 0;
    double distance = 0; ///< from the frame's middle, pixels
};

/// Votes of every pixel on the crest of an edge. Rows are angles of the edge's normal, columns distances.
cv::Mat votesOf(const Gradients &gradients, const cv::Point2d &middle)
{
    const cv::Mat &dx = gradients.x;
    const cv::Mat &dy = gradients.y;
    const double reach = std::hypot(middle.x, middle.y) + 2;
    const int columns = 2 * int(reach / distancePitch) + 3;
    std::array<double, angles> cosines{};
    std::array<double, angles> sines{};
    for (int i = 0; i < angles; ++i) {
        cosines[std::size_t(i)] = std::cos(i * anglePitch);
        sines[std::size_t(i)] = std::sin(i * anglePitch);
    }
    cv::Mat votes = cv::Mat::zeros(angles, columns, CV_32S);
    const auto least = float(gradients.threshold * gradients.threshold);
    const auto squared = [&](int x, int y) {
        const float gx = dx.at<float>(y, x);
        const float gy = dy.at<float>(y, x);
        return gx * gx + gy * gy;
    };
    for (int y = 1; y + 1 < dx.rows; ++y) {
        for (int x = 1; x + 1 < dx.cols; ++x) {
            const float here = squared(x, y);
            if (here < least)
                continue;
            const float gx = dx.at<float>(y, x);
            const float gy = dy.at<float>(y, x);
            const int stepX = std::abs(gx) > 0.41F * std::abs(gy) ? (gx > 0 ? 1 : -1) : 0;
            const int stepY = std::abs(gy) > 0.41F * std::abs(gx) ? (gy > 0 ? 1 : -1) : 0;
            if (here < squared(x + stepX, y + stepY) || here <= squared(x - stepX, y - stepY))
                continue;
            const int normal = int(std::lround(std::atan2(gy, gx) / anglePitch)) + angles;
            for (int turn = -angleSpreadInTexture; turn <= angleSpreadInTexture; ++turn) {
                const int angle = (normal + turn + angles) % angles;
                const int weight = std::abs(turn) <= angleSpread ? smoothWeight : 1;
                const double distance =
                    (x - middle.x) * cosines[std::size_t(angle)] + (y - middle.y) * sines[std::size_t(angle)];
                votes.at<int>(angle, cvRound(distance / distancePitch) + columns / 2) += weight;
            }
        }
    }
    return votes;
}

std::vector<Peak> peaksOf(const cv::Mat &votes, int least)
{
    std::vector<Peak> peaks;
    for (int angle = 0; angle < votes.rows; ++angle) {
        const auto *row = votes.ptr<int>(angle);
        const auto *before = votes.ptr<int>((angle + angles - 1) % angles);
        const auto *after = votes.ptr<int>((angle + 1) % angles);
        for (int column = 1; column + 1 < votes.cols; ++column) {
            const int sum = row[column - 1] + row[column] + row[column + 1];
            if (sum < least || row[column] < row[column - 1] || row[column] <= row[column + 1])
                continue;
            // The wrap from 180 to 0 degrees mirrors the distance; a peak there is found twice and joined.
            if (angle > 0 && angle + 1 < angles &&
                (row[column] < before[column] || row[column] < after[column]))
                continue;
            peaks.push_back({sum, angle, (column - votes.cols / 2) * distancePitch});
        }
    }
    std::sort(peaks.begin(), peaks.end(), [](const Peak &a, const Peak &b) { return a.votes > b.votes; });
    return peaks;
}

double degreesBetween(const cv::Point2d &a, const cv::Point2d &b)
{
    return std::asin(std::clamp(std::abs(a.cross(b)), 0.0, 1.0)) * 180 / std::numbers::pi;
}

bool isSame(const EdgeLine &line, const cv::Point2d &point, const cv::Point2d &along, double distance)
{
    return degreesBetween(line.along(), along) < sameLineAngle &&
           std::abs(line.along().cross(point - line.point())) < distance;
}

/// Whether a line stays at a side of the frame. What lies beyond it is too little to be told from the frame.
bool runsAlongFrame(const cv::Size &frame, const cv::Point2d &point, const cv::Point2d &along)
{
    constexpr double rim = 6; // pixels
    const bool lies = std::abs(along.x) > std::abs(along.y);
    const double length = lies ? frame.width : frame.height;
    const double across = lies ? frame.height : frame.width;
    const double slope = lies ? along.y / along.x : along.x / along.y;
    const double start = lies ? point.y - slope * point.x : point.x - slope * point.y;
    const double end = start + slope * length;
    return std::max(start, end) < rim || std::min(start, end) > across - 1 - rim;
}

/// The line moved and turned onto the edges that lie along it.
void fit(const Gradients &gradients, cv::Point2d *point, cv::Point2d *along)
{
    const cv::Point2d normal(-along->y, along->x);
    const double reach = std::hypot(gradients.x.cols, gradients.x.rows);
    std::vector<cv::Point2f> edge;
    for (double place = -reach; place <= reach; place += 2) {
        const cv::Point2d at = *point + *along * place;
        if (at.x < 0 || at.y < 0 || at.x > gradients.x.cols - 1 || at.y > gradients.x.rows - 1)
            continue;
        const Crossing crossing = crossingAt(gradients, at, normal, fitReach, 0.25);
        if (crossing.strength > gradients.threshold)
            edge.emplace_back(at + normal * crossing.offset);
    }
    constexpr std::size_t enough = 12;
    if (edge.size() < enough)
        return;
    cv::Vec4f line;
    cv::fitLine(edge, line, cv::DIST_HUBER, 0, 0.01, 0.01);
    const cv::Point2d fitted(line[0], line[1]);
    if (degreesBetween(fitted, *along) > sameLineAngle)
        return;
    *along = fitted;
    *point = {line[2], line[3]};
}

} // namespace

EdgeLine::EdgeLine(const Gradients &gradients, const cv::Point2d &point, const cv::Point2d &along)
    : m_point(point), m_along(along)
{
    m_first = -1e9;
    m_last = 1e9;
    const auto limit = [&](double at, double step, double most) {
        if (std::abs(step) < 1e-9)
            return;
        const double a = (0 - at) / step;
        const double b = (most - at) / step;
        m_first = std::max(m_first, std::min(a, b));
        m_last = std::min(m_last, std::max(a, b));
    };
    limit(point.x, along.x, gradients.x.cols - 1);
    limit(point.y, along.y, gradients.x.rows - 1);
    const cv::Point2d normal(-along.y, along.x);
    m_sums.push_back(0);
    for (double place = m_first; place < m_last; ++place) {
        const double strength = crossingAt(gradients, at(place), normal, traceReach).strength;
        m_sums.push_back(m_sums.back() + float(supportBy(gradients, strength)));
    }
}

EdgeLine::EdgeLine(const cv::Size &frame, int frameSide) : m_frameSide(frameSide)
{
    const double right = frame.width - 1;
    const double bottom = frame.height - 1;
    const bool lies = frameSide % 2 == 0;
    m_along = lies ? cv::Point2d(1, 0) : cv::Point2d(0, 1);
    m_point = frameSide == 1   ? cv::Point2d(right, 0)
              : frameSide == 2 ? cv::Point2d(0, bottom)
                               : cv::Point2d();
    m_last = lies ? right : bottom;
}

double EdgeLine::support(double from, double to) const
{
    const double low = std::max(std::min(from, to), m_first) - m_first;
    const double high = std::min(std::max(from, to), m_last) - m_first;
    const auto begin = std::size_t(std::max(0.0, low));
    const auto end = std::min(std::size_t(std::max(0.0, high)), m_sums.empty() ? 0 : m_sums.size() - 1);
    if (begin >= end)
        return -1;
    return double(m_sums[end] - m_sums[begin]) / double(end - begin);
}

std::vector<EdgeLine> edgeLinesOf(const Gradients &gradients, std::size_t most)
{
    const cv::Size frame = gradients.x.size();
    const cv::Point2d middle((frame.width - 1) / 2.0, (frame.height - 1) / 2.0);
    const int least = int(leastVotes * std::min(frame.width, frame.height));
    std::vector<EdgeLine> lines;
    std::vector<std::pair<cv::Point2d, cv::Point2d>> taken; // as voted
    for (const Peak &peak : peaksOf(votesOf(gradients, middle), least)) {
        const cv::Point2d normal(std::cos(peak.angle * anglePitch), std::sin(peak.angle * anglePitch));
        cv::Point2d along(-normal.y, normal.x);
        cv::Point2d point = middle + normal * peak.distance;
        const auto near = [&](const auto &other) {
            return degreesBetween(other.second, along) < sameLineAngle &&
                   std::abs(other.second.cross(point - other.first)) < sameLineDistance;
        };
        const auto alike = std::count_if(lines.begin(), lines.end(), [&](const EdgeLine &line) {
            return degreesBetween(line.along(), along) < alikeAngle;
        });
        if (double(alike) >= mostAlike * double(most) || std::any_of(taken.begin(), taken.end(), near))
            continue;
        taken.emplace_back(point, along);
        fit(gradients, &point, &along);
        constexpr double alreadyThere = 1.5; // pixels
        if (runsAlongFrame(frame, point, along) ||
            std::any_of(lines.begin(), lines.end(),
                        [&](const EdgeLine &line) { return isSame(line, point, along, alreadyThere); }))
            continue;
        lines.emplace_back(gradients, point, along);
        if (lines.size() == most)
            break;
    }
    for (int side = 0; side < 4; ++side)
        lines.emplace_back(frame, side);
    return lines;
}

} // namespace scrutineer::image
