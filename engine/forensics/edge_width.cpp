// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/edge_width.h"

#include "engine/forensics/median.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace scrutineer::forensics {

namespace {
constexpr int every = 3;              ///< rows and columns
constexpr int leastStep = 25;         ///< grey levels a pixel
constexpr double printContrast = 60;  ///< grey levels
constexpr int reach = 4;              ///< pixels to each side that an edge's contrast is taken from
constexpr double reachInWidths = 1.6; ///< the same for wide edges: at 0.8 of its width, two deviations of the
                                      ///< blur, an edge has all its contrast
constexpr double upright = 0.95;      ///< cosine of an edge's angle to the rows or columns that cross it
constexpr double sharpShare = 0.25;
constexpr int leastEdges = 300; ///< of a zone
constexpr double perPixel = 20; ///< histogram cells
constexpr std::size_t cells = 240;

/// Widths of edges, counted.
struct Widths
{
    std::array<int, cells> counts{};
    int total = 0;

    void add(double width)
    {
        ++counts[std::min(cells - 1, std::size_t(width * perPixel))];
        ++total;
    }

    [[nodiscard]] double below(double share) const
    {
        int left = int(share * total);
        std::size_t cell = 0;
        while (cell + 1 < cells && (left -= counts[cell]) >= 0)
            ++cell;
        return (double(cell) + 0.5) / perPixel;
    }
};

/// Adds the edge between a pixel and the next along `step`; `aside`: to the next pixel across. Both in bytes.
void addEdge(Widths &widths, const uchar *at, std::ptrdiff_t step, std::ptrdiff_t aside)
{
    const auto stepAt = [&](std::ptrdiff_t offset) { return int(at[offset + step]) - int(at[offset]); };
    const int here = stepAt(0);
    if (std::abs(here) < std::abs(stepAt(-step)) || std::abs(here) < std::abs(stepAt(step)))
        return;
    const int sign = here < 0 ? -1 : 1; // thin strokes end soon: the edge reaches as far as it rises or falls
    double contrast = std::abs(here);
    for (std::ptrdiff_t way = -1; way <= 1; way += 2) {
        for (int k = 1; k <= reach && sign * stepAt(way * k * step) > 0; ++k)
            contrast += sign * stepAt(way * k * step);
    }
    if (contrast < printContrast)
        return;
    const double along = (stepAt(-aside) + here + stepAt(aside)) / 3.0;
    const double across = (at[aside] + at[aside + step] - at[-aside] - at[-aside + step]) / 4.0;
    const double cosine = std::abs(along) / std::max(1e-6, std::hypot(along, across));
    if (cosine > upright)
        widths.add(contrast / std::abs(here) * cosine);
}

/// Grey level along a line across an edge, four values a pixel, a row for each place on the edge.
cv::Mat profilesOf(const cv::Mat &luma, const cv::Point2d &from, const cv::Point2d &to, int values)
{
    constexpr int places = 120;
    constexpr double ends = 0.08; // share of the line: corners are round
    const cv::Point2d along = to - from;
    const cv::Point2d across = cv::Point2d(-along.y, along.x) / std::max(1.0, cv::norm(along));
    cv::Mat x(places, values, CV_32F);
    cv::Mat y(places, values, CV_32F);
    const int half = values / 2;
    for (int row = 0; row < places; ++row) {
        const cv::Point2d middle = from + along * (ends + (1 - 2 * ends) * row / (places - 1));
        for (int column = 0; column < values; ++column) {
            const cv::Point2d point = middle + across * ((column - half) / 4.0);
            x.at<float>(row, column) = float(point.x);
            y.at<float>(row, column) = float(point.y);
        }
    }
    cv::Mat profiles;
    cv::remap(luma, profiles, x, y, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    profiles.convertTo(profiles, CV_32F);
    return profiles;
}

struct Crossing
{
    int place = 0; ///< of the steepest pixel's middle, values
    EdgeWidth width;
};

/// By all steps: as far as the profile rises or falls around its steepest place.
double widthByAllSteps(const float *line, int steepest, int reachValues, int values)
{
    const auto stepAt = [&](int at) { return double(line[at + 2] - line[at - 2]); };
    const int sign = stepAt(steepest) < 0 ? -1 : 1;
    double contrast = std::abs(stepAt(steepest));
    double squares = contrast * contrast;
    for (const int way : {-1, 1}) {
        for (int at = steepest + way;
             at >= 2 && at + 2 < values && std::abs(at - steepest) < reachValues && sign * stepAt(at) > 0;
             at += way) {
            contrast += std::abs(stepAt(at));
            squares += stepAt(at) * stepAt(at);
        }
    }
    constexpr double perPixelSteps = 4; // as many overlap
    return contrast * contrast / std::max(1e-6, squares) / perPixelSteps;
}

} // namespace

std::optional<double> sharpPrintWidth(const cv::Mat &luma, const cv::Mat &mask)
{
    std::array<Widths, mostPrintZones + 1> zones;
    const auto zoneAt = [&](int x, int y) { return mask.at<uchar>(y / printMaskCell, x / printMaskCell); };
    const int right = std::min(luma.cols - reach - 1, mask.cols * printMaskCell);
    const int bottom = std::min(luma.rows - reach - 1, mask.rows * printMaskCell);
    const auto down = std::ptrdiff_t(luma.step);
    for (int y = reach; y < bottom; ++y) {
        const uchar *row = luma.ptr(y);
        if (y % every == 0) {
            for (int x = reach; x < right; ++x) {
                if (std::abs(row[x + 1] - row[x]) > leastStep)
                    addEdge(zones.at(zoneAt(x, y)), row + x, 1, down);
            }
        }
        const uchar *next = luma.ptr(y + 1);
        for (int x = reach + every - reach % every; x < right; x += every) {
            if (std::abs(next[x] - row[x]) > leastStep)
                addEdge(zones.at(zoneAt(x, y)), row + x, down, 1);
        }
    }
    std::optional<double> sharpest;
    for (std::size_t zone = 1; zone < zones.size(); ++zone) {
        if (zones.at(zone).total >= leastEdges)
            sharpest = std::min(sharpest.value_or(cells), zones.at(zone).below(sharpShare));
    }
    return sharpest;
}

std::optional<EdgeWidth> straightEdgeWidth(const cv::Mat &luma, const cv::Point2d &from,
                                           const cv::Point2d &to, double slack, double expected)
{
    constexpr int perPixelStep = 4;
    constexpr double edgeContrast = 25; // grey levels
    constexpr double straight = 0.6;    // share of the places
    const int far = std::max(reach, int(std::ceil(reachInWidths * expected)));
    const int values = 2 * (int(std::ceil(slack)) + far + 1) * perPixelStep + 1;
    const cv::Mat profiles = profilesOf(luma, from, to, values);
    std::vector<Crossing> crossings;
    std::array<std::vector<double>, 2> halves;
    for (int row = 0; row < profiles.rows; ++row) {
        const auto *line = profiles.ptr<float>(row);
        int best = far * perPixelStep;
        const auto stepAt = [&](int at) { return std::abs(line[at + 2] - line[at - 2]); };
        for (int at = best; at < values - far * perPixelStep; ++at)
            best = stepAt(at) > stepAt(best) ? at : best;
        double contrast = 0;
        const int half = far * perPixelStep / 2;
        for (int i = half; i < far * perPixelStep; ++i)
            contrast += double(line[best + i] - line[best - i]) / half;
        if (std::abs(contrast) < edgeContrast)
            continue;
        crossings.push_back({best,
                             {std::abs(contrast) / std::max(1.0, double(stepAt(best))),
                              widthByAllSteps(line, best, far * perPixelStep, values)}});
        halves.at(row < profiles.rows / 2 ? 0 : 1).push_back(best);
    }
    if (double(crossings.size()) < straight * profiles.rows || halves[0].empty() || halves[1].empty())
        return std::nullopt;
    const double first = medianOf(halves[0]);
    const double second = medianOf(halves[1]);
    std::vector<double> bySteepest;
    std::vector<double> byAllSteps;
    for (std::size_t i = 0; i < crossings.size(); ++i) {
        const double share = double(i) / double(crossings.size() - 1);
        const double line = first + (second - first) * (2 * share - 0.5);
        if (std::abs(crossings[i].place - line) > perPixelStep)
            continue;
        bySteepest.push_back(crossings[i].width.bySteepest);
        byAllSteps.push_back(crossings[i].width.byAllSteps);
    }
    if (double(bySteepest.size()) < straight * profiles.rows)
        return std::nullopt;
    return EdgeWidth{medianOf(std::move(bySteepest)), medianOf(std::move(byAllSteps))};
}

} // namespace scrutineer::forensics
