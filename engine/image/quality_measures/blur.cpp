// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/measures.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace scrutineer::image {

namespace {

// Lengths are canonical pixels, a thousand to the document's longer side.
constexpr double smoothing = 1; ///< standard deviation; taken out of the result again
constexpr double edgeWidthPerSigma =
    2.563;                ///< 10-90 % width of a step under a Gaussian of standard deviation 1
constexpr int reach = 30; ///< how far an edge is followed to either side
constexpr double step = 0.5;
constexpr int tileSide = 50;
constexpr std::size_t edgesPerTile = 12; ///< so that a portrait's hair does not outweigh the print
constexpr double leastContrast = 14; ///< levels from dark to light: below, it is noise and security pattern
constexpr double strongShare = 0.5;  ///< of the strong edges' contrast: what counts as strong
constexpr double sharpShare =
    0.3; ///< the sharpest third tells; soft edges are drawn soft, or lie across the blur
constexpr std::size_t leastEdges = 60; ///< across an axis
constexpr double rim = 0.03;           ///< of each side: the document's border and its surroundings
constexpr double regionShare = 0.85;   ///< of the value: an edge this wide is shown

/// Unit vector across edges.
using Axis = cv::Point2f;

struct Edge
{
    cv::Point at;
    double contrast = 0;
    double width = 0;
};

struct Field
{
    cv::Mat luma; ///< CV_32F, smoothed
    cv::Mat dx;
    cv::Mat dy;
    cv::Mat magnitude;
};

Field fieldOf(const cv::Mat &luma)
{
    Field field;
    luma.convertTo(field.luma, CV_32F);
    cv::GaussianBlur(field.luma, field.luma, {}, smoothing);
    cv::Sobel(field.luma, field.dx, CV_32F, 1, 0, 3, 0.125);
    cv::Sobel(field.luma, field.dy, CV_32F, 0, 1, 3, 0.125);
    cv::magnitude(field.dx, field.dy, field.magnitude);
    return field;
}

float sampled(const cv::Mat &plane, double x, double y)
{
    const int left = std::clamp(int(std::floor(x)), 0, plane.cols - 2);
    const int top = std::clamp(int(std::floor(y)), 0, plane.rows - 2);
    const auto fx = float(std::clamp(x - left, 0.0, 1.0));
    const auto fy = float(std::clamp(y - top, 0.0, 1.0));
    const auto *upper = plane.ptr<float>(top) + left;
    const auto *lower = plane.ptr<float>(top + 1) + left;
    return (upper[0] * (1 - fx) + upper[1] * fx) * (1 - fy) + (lower[0] * (1 - fx) + lower[1] * fx) * fy;
}

/// Luma from the edge's middle outwards until it no longer rises (sign 1) or falls (sign -1).
std::vector<float> followed(const Field &field, const Edge &edge, const cv::Point2d &direction, int sign)
{
    std::vector<float> values{field.luma.at<float>(edge.at)};
    constexpr float leastRise = 0.15F; // levels a step: the rest is plateau
    int flat = 0;
    for (int i = 1; i <= int(reach / step) && flat < 3; ++i) {
        const double along = i * step * sign;
        const float value =
            sampled(field.luma, edge.at.x + direction.x * along, edge.at.y + direction.y * along);
        const float rise = (value - values.back()) * float(sign);
        if (rise < -leastRise)
            break;
        flat = rise < leastRise ? flat + 1 : 0;
        values.push_back(value);
    }
    return values;
}

/// Distance from the middle at which the followed values pass a level.
double passes(const std::vector<float> &values, double level, int sign)
{
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double before = (double(values[i - 1]) - level) * sign;
        const double after = (double(values[i]) - level) * sign;
        if (after >= 0)
            return step * (double(i) - (after > before ? after / (after - before) : 0));
    }
    return step * double(values.size() - 1);
}

void measure(const Field &field, Edge *edge)
{
    const double dx = double(field.dx.at<float>(edge->at));
    const double dy = double(field.dy.at<float>(edge->at));
    const double length = std::hypot(dx, dy);
    const cv::Point2d direction(dx / length, dy / length);
    const std::vector<float> up = followed(field, *edge, direction, 1);
    const std::vector<float> down = followed(field, *edge, direction, -1);
    const double low = double(down.back());
    edge->contrast = double(up.back()) - low;
    const double middle = double(up.front());
    const double tenth = low + 0.1 * edge->contrast;
    const double nineTenths = low + 0.9 * edge->contrast;
    const double above = middle < nineTenths ? passes(up, nineTenths, 1) : 0;
    const double below = middle > tenth ? passes(down, tenth, -1) : 0;
    const double own = smoothing * edgeWidthPerSigma;
    const double width = above + below;
    edge->width = std::sqrt(std::max(width * width - own * own, 0.25));
}

template <typename Key>
double quantile(std::vector<Edge> edges, double share, Key key)
{
    const auto at = edges.begin() + std::ptrdiff_t(share * double(edges.size() - 1));
    std::nth_element(edges.begin(), at, edges.end(),
                     [&](const Edge &a, const Edge &b) { return key(a) < key(b); });
    return key(*at);
}

/// Whether the gradient points along an axis, within 30 degrees.
bool pointsAlong(const Field &field, const cv::Point &at, const Axis &axis)
{
    constexpr float steep = 1.7F;
    const cv::Point2f gradient(field.dx.at<float>(at), field.dy.at<float>(at));
    return std::abs(gradient.dot(axis)) > steep * std::abs(float(gradient.cross(axis)));
}

bool isCrest(const Field &field, const cv::Point &at, const Axis &axis)
{
    const cv::Point aside(cvRound(axis.x), cvRound(axis.y));
    const float here = field.magnitude.at<float>(at);
    constexpr float leastSlope = 0.5F; // levels a pixel
    return here > leastSlope && here >= field.magnitude.at<float>(at - aside) &&
           here > field.magnitude.at<float>(at + aside);
}

/// The direction in which a picture was smeared: it changes much less along it than across. Nothing where it
/// changes about as much everywhere. Print at a slant has sharp edges in every direction but that one.
std::optional<Axis> smearedAlong(const Field &field)
{
    constexpr float leastSlope = 2; // levels a pixel: the rest is paper
    // Of the squared slopes, along to across. Measured: moved by 15 px and more 0.12 to 0.25, print from 0.57
    // on; barcodes 0.27 to 0.32, whose edges are sharp all the same.
    constexpr double mostAlong = 0.35;
    const cv::Rect inner(int(rim * field.luma.cols), int(rim * field.luma.rows),
                         int((1 - 2 * rim) * field.luma.cols), int((1 - 2 * rim) * field.luma.rows));
    const cv::Mat slopes = field.magnitude(inner) > leastSlope;
    const auto sumOf = [&](const cv::Mat &a, const cv::Mat &b) {
        return cv::mean(a(inner).mul(b(inner)), slopes)[0];
    };
    const double xx = sumOf(field.dx, field.dx);
    const double yy = sumOf(field.dy, field.dy);
    const double xy = sumOf(field.dx, field.dy);
    const double spread = std::hypot(xx - yy, 2 * xy);
    if (xx + yy - spread > mostAlong * (xx + yy + spread))
        return std::nullopt;
    const double across = 0.5 * std::atan2(2 * xy, xx - yy);
    return Axis(float(-std::sin(across)), float(std::cos(across)));
}

/// The strongest edge points of a tile across one axis, on the crest of the gradient.
void addEdges(const Field &field, const cv::Rect &tile, const Axis &axis, std::vector<Edge> *edges)
{
    using Crest = std::pair<float, cv::Point>;
    const auto isSteeper = [](const Crest &a, const Crest &b) { return a.first > b.first; };
    std::vector<Crest> crests; // a heap with the least steep of the steepest on top
    float least = 0;
    for (int y = tile.y; y < tile.br().y; ++y) {
        const auto *slope = field.magnitude.ptr<float>(y);
        for (int x = tile.x; x < tile.br().x; ++x) {
            const cv::Point at(x, y);
            if (slope[x] <= least || !pointsAlong(field, at, axis) || !isCrest(field, at, axis))
                continue;
            crests.emplace_back(slope[x], at);
            std::push_heap(crests.begin(), crests.end(), isSteeper);
            if (crests.size() <= edgesPerTile)
                continue;
            std::pop_heap(crests.begin(), crests.end(), isSteeper);
            crests.pop_back();
            least = crests.front().first;
        }
    }
    for (const Crest &crest : crests) {
        Edge edge;
        edge.at = crest.second;
        measure(field, &edge);
        if (edge.contrast >= leastContrast)
            edges->push_back(edge);
    }
}

/// Edges across one axis, from all over the document, the weak ones left out.
std::vector<Edge> strongEdges(const Field &field, const Axis &axis)
{
    const int marginX = std::max(2, int(field.luma.cols * rim));
    const int marginY = std::max(2, int(field.luma.rows * rim));
    const cv::Rect inner(marginX, marginY, field.luma.cols - 2 * marginX, field.luma.rows - 2 * marginY);
    std::vector<Edge> edges;
    for (int top = inner.y; top < inner.br().y; top += tileSide) {
        for (int left = inner.x; left < inner.br().x; left += tileSide)
            addEdges(field, cv::Rect(left, top, tileSide, tileSide) & inner, axis, &edges);
    }
    if (edges.empty())
        return edges;
    const double strong = quantile(edges, 0.9, [](const Edge &edge) { return edge.contrast; });
    std::erase_if(edges, [&](const Edge &edge) { return edge.contrast < strongShare * strong; });
    return edges;
}

double widthOf(const Edge &edge)
{
    return edge.width;
}

/// Where edges are as blurred as the result says.
cv::Mat blurredParts(const std::vector<Edge> &edges, const cv::Size &size, double value)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    for (const Edge &edge : edges) {
        if (edge.width >= regionShare * value) {
            const cv::Point corner(edge.at.x - tileSide / 3, edge.at.y - tileSide / 4);
            cv::rectangle(mask, cv::Rect(corner, cv::Size(2 * tileSide / 3, tileSide / 2)), 255, cv::FILLED);
        }
    }
    return mask;
}

} // namespace

Measured measureBlur(const Canonical &document)
{
    const Field field = fieldOf(document.luma);
    double value = -1;
    std::vector<Edge> worse;
    std::vector<Axis> axes{{1, 0}, {0, 1}};
    if (const std::optional<Axis> smeared = smearedAlong(field))
        axes.push_back(*smeared);
    for (const Axis &axis : axes) {
        std::vector<Edge> edges = strongEdges(field, axis);
        if (edges.size() < leastEdges)
            continue;
        const double width = quantile(edges, sharpShare, widthOf);
        if (width > value) {
            value = width;
            worse = std::move(edges);
        }
    }
    if (value < 0)
        return facts::NotRead{facts::Cause::NothingFound, {}};
    return facts::Measurement{value, document.outlines(blurredParts(worse, document.luma.size(), value))};
}

} // namespace scrutineer::image
