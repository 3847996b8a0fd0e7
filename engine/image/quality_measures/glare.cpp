// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/measures.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <vector>

namespace scrutineer::image {

namespace {

// Lengths are canonical pixels, a thousand to the document's longer side.
constexpr double blown = 247; ///< of 255, in every channel: JPEG moves clipped pixels by a few levels
/// What was clipped before white balance or a filter lies at a level of its own in each channel: the
/// brightest of the document. Darker than this is no highlight.
constexpr double leastTop = 215;
constexpr double brightestShare = 0.998; ///< a highlight covers more than the rest of the document
constexpr double belowTop = 5;           ///< levels
constexpr int pileWidth = 1;             ///< levels to either side of a clipped spot's own
constexpr double leastPile = 0.6;        ///< of the spot: what is not clipped, has a dome's many levels
constexpr double leastArea = 0.0004;     ///< of the document: a field's letter
constexpr double leastExcess = 20;       ///< levels above the paper around: less covers nothing
constexpr int nearBand = 4;              ///< where a sharp edge has already fallen to its surroundings
constexpr std::array<int, 3> farBands{26, 60, 110}; ///< where a small, a middling and a large halo has faded
/// A large lamp on bright paper: its halo reaches further and falls less. Print leaves no white gap of this
/// radius (measured: at most 66 between a zone's lines and the print above).
constexpr double wideRadius = 80;
constexpr std::array<int, 2> wideBands{160, 220};
constexpr double wideExcess = 15; ///< levels
constexpr int bandHalfWidth = 6;
constexpr double leastRadius = 13; ///< of a spot's widest part: print leaves no such gap
constexpr double letterGap = 11;   ///< half of what is closed over, print within a spot
/// Of a spot that is not white, print and all: what has print on it is paper of one level.
constexpr double leastEmpty = 0.9;
constexpr double softness = 0.78; ///< of the whole fall, at most so much within nearBand
constexpr double whitePaperTiles =
    0.65; ///< white in more of all tiles than this: the paper is white, not lit
constexpr int tileSide = 100;
constexpr double printContrast = 60; ///< of Sobel's sum: print, not a security pattern
constexpr int printWindow = 15;      ///< print has many edges side by side; a single line has not
constexpr double printDensity = 25;  ///< of 255, in the window

bool paperIsWhite(const cv::Mat &white)
{
    int tiles = 0;
    int lit = 0;
    for (int top = 0; top + tileSide / 2 <= white.rows; top += tileSide) {
        for (int left = 0; left + tileSide / 2 <= white.cols; left += tileSide) {
            const cv::Rect tile = cv::Rect(left, top, tileSide, tileSide) & cv::Rect({0, 0}, white.size());
            ++tiles;
            constexpr double some = 0.02; // of a tile
            if (cv::countNonZero(white(tile)) > some * tile.area())
                ++lit;
        }
    }
    return lit > whitePaperTiles * tiles;
}

/// The first and the last pixel of each row of a mask: they have the same hull as all of it, which would take
/// a hundred times as long.
std::vector<cv::Point> rowEnds(const cv::Mat &mask)
{
    std::vector<cv::Point> ends;
    for (int row = 0; row < mask.rows; ++row) {
        const auto *begin = mask.ptr<uchar>(row);
        const auto *end = begin + mask.cols;
        const auto isSet = [](uchar value) { return value != 0; };
        const auto *first = std::find_if(begin, end, isSet);
        if (first == end)
            continue;
        const auto last = std::find_if(std::reverse_iterator(end), std::reverse_iterator(first), isSet);
        ends.emplace_back(int(first - begin), row);
        ends.emplace_back(int(last.base() - begin) - 1, row);
    }
    return ends;
}

/// Where print is or, between print, may have been: the hull of all that is printed.
cv::Mat printOf(const cv::Mat &luma)
{
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(luma, dx, CV_16S, 1, 0);
    cv::Sobel(luma, dy, CV_16S, 0, 1);
    const cv::Mat edges = (cv::abs(dx) > printContrast) | (cv::abs(dy) > printContrast);
    cv::Mat dense;
    cv::blur(edges, dense, {printWindow, printWindow});
    dense = dense > printDensity;
    cv::morphologyEx(dense, dense, cv::MORPH_OPEN, cv::Mat::ones(printWindow, printWindow, CV_8U));
    const std::vector<cv::Point> points = rowEnds(dense);
    cv::Mat print = cv::Mat::zeros(luma.size(), CV_8U);
    if (points.empty())
        return print;
    std::vector<cv::Point> hull;
    cv::convexHull(points, hull);
    cv::fillConvexPoly(print, hull, 255);
    return print;
}

/// Whether a spot is a strip along the document's border: a scanner's lid or a light table, not a highlight.
/// A round spot cut by the border has at least 0.39 of the square of the cut's length.
bool isMargin(const cv::Mat &spot, const cv::Rect &around, const cv::Size &whole)
{
    constexpr int rim = 10; // canonical pixels
    constexpr double stripShape = 0.12;
    const cv::Rect inner(rim, rim, whole.width - 2 * rim, whole.height - 2 * rim);
    cv::Mat inside = cv::Mat::zeros(spot.size(), CV_8U);
    const cv::Rect local = (inner & around) - around.tl();
    inside(local) = 255;
    const double contact = cv::countNonZero(spot & ~inside) / double(rim);
    return cv::countNonZero(spot) < stripShape * contact * contact;
}

/// Whether a blown spot fades into darker paper as light does, and does not end as print does.
/// plane: the darkest channel, which coloured paper has least of. wide: a gap that print does not leave.
bool fadesLikeLight(const cv::Mat &plane, const cv::Mat &spot, bool wide)
{
    cv::Mat outside;
    cv::bitwise_not(spot, outside);
    cv::Mat distance;
    cv::distanceTransform(outside, distance, cv::DIST_L2, 3);
    constexpr double paperShare = 0.75; // the upper quartile is paper, not ink
    constexpr double haloShare = 0.9;   // close by, print may take up most of the room
    const double level = percentile(plane, 0.6, spot);
    const double nearLevel = percentile(plane, haloShare, (distance > nearBand - 2) & (distance <= nearBand));
    if (nearLevel < 0)
        return false;
    double fall = 0;
    std::vector<int> bands(farBands.begin(), farBands.end());
    if (wide)
        bands.insert(bands.end(), wideBands.begin(), wideBands.end());
    for (const int band : bands) {
        const double farLevel = percentile(
            plane, paperShare, (distance > band - bandHalfWidth) & (distance <= band + bandHalfWidth));
        if (farLevel >= 0)
            fall = std::max(fall, level - farLevel);
    }
    return fall >= (wide ? wideExcess : leastExcess) && level - nearLevel <= softness * fall;
}

/// Where every channel is as bright as the document's brightest. percentile() of each is the level at which
/// that channel was clipped.
cv::Mat brightestOf(const cv::Mat (&channels)[3])
{
    cv::Mat brightest;
    for (const cv::Mat &channel : channels) {
        const double top = percentile(channel, brightestShare);
        if (top < leastTop)
            return cv::Mat::zeros(channel.size(), CV_8U);
        const cv::Mat here = channel >= std::min(blown, top - belowTop);
        brightest = brightest.empty() ? here : cv::Mat(brightest & here);
    }
    return brightest;
}

/// Whether most of a spot has one level: light that was cut off, not a bright place of the paper.
bool isOneLevel(const cv::Mat &luma, const cv::Mat &spot)
{
    const double level = percentile(luma, 0.5, spot);
    const cv::Mat piled = (luma >= level - pileWidth) & (luma <= level + pileWidth) & spot;
    return cv::countNonZero(piled) >= leastPile * cv::countNonZero(spot);
}

/// The parts of a mask into which a disc wide enough to hide letters fits: a sheen whitens paper, but print
/// stays on it and leaves no such gaps.
cv::Mat washedOut(const cv::Mat &mask)
{
    cv::Mat padded;
    cv::copyMakeBorder(mask, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, 0);
    cv::Mat distance;
    cv::distanceTransform(padded, distance, cv::DIST_L2, 3);
    cv::distanceTransform(distance < leastRadius, distance, cv::DIST_L2, 3);
    return (distance < leastRadius)(cv::Rect({1, 1}, mask.size())) & mask;
}

/// Whether a spot has room for a disc of wideRadius without ink.
bool isWide(const cv::Mat &luma, const cv::Mat &spot, double ink)
{
    constexpr double pale = 60; // levels above the document's ink: what is veiled that much can be made out
    cv::Mat distance;
    cv::distanceTransform(spot & (luma >= ink + pale), distance, cv::DIST_L2, 5);
    return cv::countNonZero(distance >= wideRadius) > 0;
}

/// A spot with the print in it. The mask has room for it on all sides.
cv::Mat closedOver(const cv::Mat &spot)
{
    cv::Mat distance;
    cv::distanceTransform(spot == 0, distance, cv::DIST_L2, 3);
    cv::distanceTransform(distance < letterGap, distance, cv::DIST_L2, 3);
    return (distance >= letterGap) | spot;
}

/// Whether print within a highlight, taken by the outline, is veiled. Little light blows white paper out, and
/// leaves ink as dark as elsewhere; so does the white between bars and modules. ink: luma of the document's.
bool veilsPrint(const cv::Mat &luma, const cv::Mat &outline, double ink)
{
    constexpr int rim = 4;             // where every outline has darker pixels
    constexpr double leastVeil = 30;   // levels of light: less hides nothing
    constexpr double mostPrint = 0.03; // of the area: lines of letters take 0.06 to 0.15
    cv::Mat within;
    cv::erode(outline, within, cv::Mat::ones(2 * rim + 1, 2 * rim + 1, CV_8U));
    return cv::countNonZero(within & (luma < ink + leastVeil)) <= mostPrint * cv::countNonZero(within);
}

} // namespace

Measured measureGlare(const Canonical &document)
{
    cv::Mat channels[3];
    cv::split(document.flat.bgr, channels);
    cv::Mat darkest;
    cv::min(channels[0], channels[1], darkest);
    cv::min(darkest, channels[2], darkest);
    cv::Mat white = brightestOf(channels);
    if (cv::countNonZero(white) == 0 || paperIsWhite(white))
        return facts::Measurement{};
    cv::morphologyEx(white, white, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
    cv::morphologyEx(white, white, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));

    const double whole = double(white.total());
    constexpr double inkShare = 0.01;
    const double ink = percentile(document.luma, inkShare);
    const cv::Mat print = printOf(document.luma);
    const cv::Mat washed = washedOut(white);
    cv::Mat labels;
    cv::Mat statistics;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(white, labels, statistics, centres);
    cv::Mat glare = cv::Mat::zeros(white.size(), CV_8U);
    double covered = 0;
    for (int label = 1; label < count; ++label) {
        const int area = statistics.at<int>(label, cv::CC_STAT_AREA);
        if (area < leastArea * whole)
            continue;
        const int width = statistics.at<int>(label, cv::CC_STAT_WIDTH);
        const int height = statistics.at<int>(label, cv::CC_STAT_HEIGHT);
        const bool mayBeWide = std::min(width, height) > wideRadius;
        const int reach = (mayBeWide ? wideBands.back() : farBands.back()) + bandHalfWidth + 2;
        const cv::Rect box(statistics.at<int>(label, cv::CC_STAT_LEFT) - reach,
                           statistics.at<int>(label, cv::CC_STAT_TOP) - reach, width + 2 * reach,
                           height + 2 * reach);
        const cv::Rect around = box & cv::Rect({0, 0}, white.size());
        const cv::Mat bright = labels(around) == label;
        const bool isWhite = cv::countNonZero((darkest(around) >= blown) & bright) >= leastPile * area;
        const cv::Mat closed = closedOver(bright);
        if (!veilsPrint(document.luma(around), closed, ink))
            continue;
        const cv::Mat outline = isWhite ? bright : closed;
        const cv::Mat spot = isWhite ? bright : cv::Mat(bright & washed(around));
        if (!isWhite && (cv::countNonZero(spot) < leastEmpty * cv::countNonZero(outline) ||
                         !isOneLevel(document.luma(around), spot)))
            continue;
        const double overPrint = cv::countNonZero(spot & print(around));
        const bool wide = mayBeWide && isWide(document.luma(around), closed, ink);
        if (overPrint < leastArea * whole || isMargin(spot, around, white.size()) ||
            !fadesLikeLight(darkest(around), outline, wide))
            continue;
        covered += overPrint;
        glare(around) |= spot;
    }
    return facts::Measurement{covered / whole, document.outlines(glare)};
}

} // namespace scrutineer::image
