// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/lying_things.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace scrutineer::image {

namespace {

constexpr int longSide = 500; ///< pixels of the copy in which things are looked for: print hardly shows
constexpr std::array<double, 2> edges{
    4, 8};                           ///< levels a pixel of it: a weak outline, a strong one around relief
constexpr double leastShare = 0.012; ///< of the document: 8 mm across on a card; chips' contacts are smaller
constexpr double mostShare = 0.35;
constexpr double solid = 0.94;     ///< of its hull: heads in portraits have ears and shoulders
constexpr double plain = 0.93;     ///< of what its outline holds
constexpr double mostLength = 4;   ///< to its width: bars and stripes are longer
constexpr double boxLike = 0.9;    ///< of the smallest rectangle around it
constexpr double discLike = 0.9;   ///< of the smallest circle around it
constexpr double square = 3;       ///< degrees: what is printed stands no further askew on a flattened page
constexpr double noPrint = 0.03;   ///< share of strokes within
constexpr double touchedBy = 0.03; ///< share of strokes right beside the outline
constexpr int sectors = 16;        ///< of the outline
constexpr int touchedSectors = 3;
constexpr double touchedSector = 0.08; ///< share of strokes in it

// Canonical pixels.
constexpr int letterStroke = 11; ///< wider than any stroke of a field's letters
constexpr int edgeWidth = 2;     ///< of the outline itself, which belongs to the thing
constexpr int clearFrom = 6;     ///< beside the outline: where its edge and close shade have ended
constexpr int clearTo = 14;      ///< print keeps a millimetre away from what is printed beside it
constexpr int within = 7;

cv::Mat disc(int radius)
{
    return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1});
}

/// The steepest channel's slope, levels a pixel.
cv::Mat slopesOf(const cv::Mat &bgr)
{
    cv::Mat slopes;
    std::array<cv::Mat, 3> channels;
    cv::split(bgr, channels.data());
    for (const cv::Mat &channel : channels) {
        cv::Mat dx;
        cv::Mat dy;
        cv::Mat slope;
        cv::Sobel(channel, dx, CV_32F, 1, 0, 3, 0.125);
        cv::Sobel(channel, dy, CV_32F, 0, 1, 3, 0.125);
        cv::magnitude(dx, dy, slope);
        slopes = slopes.empty() ? slope : cv::Mat(cv::max(slopes, slope));
    }
    return slopes;
}

struct Outline
{
    std::vector<cv::Point> points; ///< pixels of the copy
    bool isDisc = false;
    bool isAskew = false;
};

/// Plain, convex and compact patches between edges, none at the rim. whole: the document's area.
void addOutlines(const cv::Mat &smooth, double whole, std::vector<Outline> *outlines)
{
    cv::Mat labels;
    cv::Mat statistics;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(smooth, labels, statistics, centres, 4);
    constexpr int rim = 3;
    const cv::Rect inner(rim, rim, smooth.cols - 2 * rim, smooth.rows - 2 * rim);
    for (int label = 1; label < count; ++label) {
        const double area = statistics.at<int>(label, cv::CC_STAT_AREA);
        const cv::Rect box(
            statistics.at<int>(label, cv::CC_STAT_LEFT), statistics.at<int>(label, cv::CC_STAT_TOP),
            statistics.at<int>(label, cv::CC_STAT_WIDTH), statistics.at<int>(label, cv::CC_STAT_HEIGHT));
        if (area < leastShare * whole || area > mostShare * whole || (box & inner) != box)
            continue;
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(labels(box) == label, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE, box.tl());
        Outline outline{contours.front(), false, false};
        std::vector<cv::Point> hull;
        cv::convexHull(outline.points, hull);
        const double held = cv::contourArea(outline.points);
        if (held < solid * cv::contourArea(hull) || area < plain * held)
            continue;
        const cv::RotatedRect tight = cv::minAreaRect(outline.points);
        const auto [narrow, wide] = std::minmax({double(tight.size.width), double(tight.size.height)});
        if (wide > mostLength * narrow)
            continue;
        cv::Point2f centre;
        float radius = 0;
        cv::minEnclosingCircle(outline.points, centre, radius);
        const double turn = std::abs(std::remainder(double(tight.angle), 90.0));
        outline.isDisc = held > discLike * std::numbers::pi * double(radius) * double(radius);
        outline.isAskew = held > boxLike * wide * narrow && turn >= square;
        outlines->push_back(std::move(outline));
    }
}

double shareOf(const cv::Mat &strokes, const cv::Mat &where)
{
    const int all = cv::countNonZero(where);
    return all > 0 ? double(cv::countNonZero(strokes & where)) / all : 0;
}

/// Whether letters run into the patch from several sides.
bool cutsPrint(const cv::Mat &strokes, const cv::Mat &ring)
{
    if (shareOf(strokes, ring) < touchedBy)
        return false;
    const cv::Point2d middle(ring.cols / 2.0, ring.rows / 2.0);
    std::array<int, sectors> all{};
    std::array<int, sectors> touched{};
    for (int row = 0; row < ring.rows; ++row) {
        for (int column = 0; column < ring.cols; ++column) {
            if (ring.at<uchar>(row, column) == 0)
                continue;
            const double turn = std::atan2(row - middle.y, column - middle.x) / (2 * std::numbers::pi) + 0.5;
            const auto sector = std::size_t(std::min(sectors - 1, int(turn * sectors)));
            ++all[sector];
            touched[sector] += strokes.at<uchar>(row, column) > 0 ? 1 : 0;
        }
    }
    int count = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        count += touched[i] > touchedSector * all[i] ? 1 : 0;
    return count >= touchedSectors;
}

/// Whether a patch has another colour than the paper beside it, and is no blown highlight, which is glare's.
bool isOfOtherColour(const cv::Mat &bgr, const cv::Mat &patch, const cv::Mat &ring)
{
    constexpr double paperShare = 0.7; // of the ring: ink is darker
    constexpr double other = 12;       // levels
    constexpr double blown = 245;
    std::array<cv::Mat, 3> channels;
    cv::split(bgr, channels.data());
    double most = 0;
    double darkest = 255;
    for (const cv::Mat &channel : channels) {
        const double here = percentile(channel, 0.5, patch);
        most = std::max(most, std::abs(here - percentile(channel, paperShare, ring)));
        darkest = std::min(darkest, here);
    }
    return most >= other && darkest < blown;
}

} // namespace

cv::Mat strokesOf(const Canonical &document)
{
    constexpr double inkTakes = 0.3;  // of the light of the paper beside it
    constexpr double leastLight = 30; // levels: below, noise takes as much
    cv::Mat paper;
    cv::morphologyEx(document.luma, paper, cv::MORPH_CLOSE, cv::Mat::ones(letterStroke, letterStroke, CV_8U));
    cv::Mat ink;
    cv::addWeighted(paper, 1 - inkTakes, document.luma, -1, 0, ink, CV_16S);
    return (ink > 0) & (paper >= leastLight);
}

cv::Mat lyingThings(const Canonical &document, const cv::Mat &strokes)
{
    cv::Mat things = cv::Mat::zeros(document.luma.size(), CV_8U);
    const double scale = double(longSide) / std::max(things.cols, things.rows);
    cv::Mat small;
    cv::resize(document.flat.bgr, small, {}, scale, scale, cv::INTER_AREA);
    const cv::Mat slopes = slopesOf(small);
    std::vector<Outline> outlines;
    for (const double edge : edges)
        addOutlines(slopes < edge, double(slopes.total()), &outlines);
    for (const Outline &outline : outlines) {
        std::vector<cv::Point> points;
        for (const cv::Point &at : outline.points)
            points.emplace_back(cvRound((at.x + 0.5) / scale), cvRound((at.y + 0.5) / scale));
        const int reach = edgeWidth + clearTo + 1;
        const cv::Rect bounds = cv::boundingRect(points);
        const cv::Rect around = cv::Rect(bounds.x - reach, bounds.y - reach, bounds.width + 2 * reach,
                                         bounds.height + 2 * reach) &
                                cv::Rect({0, 0}, things.size());
        cv::Mat patch = cv::Mat::zeros(around.size(), CV_8U);
        cv::fillPoly(patch, std::vector{points}, 255, cv::LINE_8, 0, -around.tl());
        cv::dilate(patch, patch, disc(edgeWidth));
        cv::Mat inside;
        cv::Mat near;
        cv::Mat far;
        cv::erode(patch, inside, disc(within));
        cv::dilate(patch, near, disc(clearFrom));
        cv::dilate(patch, far, disc(clearTo));
        const cv::Mat ring = far & ~near;
        if (shareOf(strokes(around), inside) < noPrint &&
            isOfOtherColour(document.flat.bgr(around), inside, ring) &&
            (outline.isDisc || outline.isAskew || cutsPrint(strokes(around), ring)))
            things(around) |= patch;
    }
    return things;
}

cv::Mat straddlingThings(const Surroundings &around)
{
    constexpr double steeper = double(longSide) / Surroundings::longSide; // in the smaller picture
    constexpr double leastOn = 0.008;                                     // of the document
    constexpr int deep = 14; // pixels: 4 mm on a card, and a quad is no further from the border
    constexpr int beside = 4;
    cv::Mat things = cv::Mat::zeros(around.bgr.size(), CV_8U);
    const cv::Mat slopes = slopesOf(around.bgr);
    std::vector<Outline> outlines;
    for (const double edge : edges)
        addOutlines((slopes < edge * steeper) & around.valid, around.document.area(), &outlines);
    const cv::Rect &page = around.document;
    const cv::Rect well(page.x + deep, page.y + deep, page.width - 2 * deep, page.height - 2 * deep);
    const cv::Rect near(page.x - beside, page.y - beside, page.width + 2 * beside, page.height + 2 * beside);
    for (const Outline &outline : outlines) {
        cv::Mat patch = cv::Mat::zeros(things.size(), CV_8U);
        cv::fillPoly(patch, std::vector{outline.points}, 255);
        const bool on =
            cv::countNonZero(patch(well)) > 0 && cv::countNonZero(patch(page)) >= leastOn * page.area();
        if (!on || cv::countNonZero(patch(near)) == cv::countNonZero(patch))
            continue;
        cv::dilate(patch, patch, disc(1));
        things |= patch;
    }
    return things;
}

} // namespace scrutineer::image
