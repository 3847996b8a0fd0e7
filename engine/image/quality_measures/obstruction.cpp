// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/lying_things.h"
#include "engine/image/quality_measures/surroundings.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace scrutineer::image {

namespace {

// Lengths are pixels of Surroundings, 320 to the document's longer side; colours are CIE L*a*b*, each 0 to
// 255.
constexpr int nearBorder = 4; ///< where the border's own edge and shade have ended
constexpr int farBorder = 9;
constexpr double sameColour = 11; ///< what a thing's colour changes from one side of the border to the other
constexpr double mostStep = 22;   ///< right at the border, whose own line of light and shade a thing hides
/// From the thing to the document's margin, and to the table: as many of their own spreads, between two
/// limits.
constexpr double otherSpreads = 3;
constexpr double leastOtherColour = 11;
constexpr double mostOtherColour = 22;
constexpr double realBorder = 14;           ///< what the colour changes by across the border
constexpr int leastRun = 6;                 ///< along the border: a pen
constexpr double mostRun = 0.7;             ///< of a side
constexpr double leastBorder = 1 - mostRun; ///< of a side: where the border must show
constexpr double leastShare = 0.003;        ///< of the document
constexpr double mostShare = 0.5;

using Colour = cv::Vec3f;

double difference(const Colour &a, const Colour &b)
{
    return cv::norm(a - b);
}

Colour middleOf(const std::vector<Colour> &colours)
{
    Colour middle;
    for (int channel = 0; channel < 3; ++channel) {
        std::vector<float> values;
        for (const Colour &colour : colours)
            values.push_back(colour[channel]);
        const auto at = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::nth_element(values.begin(), at, values.end());
        middle[channel] = *at;
    }
    return middle;
}

/// The middle colour of one strip of the border, and how far from it something else must be.
struct Ground
{
    Colour colour;
    double otherFrom = 0;
};

Ground groundOf(const std::vector<Colour> &colours)
{
    Ground ground;
    ground.colour = middleOf(colours);
    std::vector<double> spreads;
    for (const Colour &colour : colours)
        spreads.push_back(difference(colour, ground.colour));
    const auto at = spreads.begin() + std::ptrdiff_t(spreads.size() / 2);
    std::nth_element(spreads.begin(), at, spreads.end());
    ground.otherFrom = std::clamp(otherSpreads * *at, leastOtherColour, mostOtherColour);
    return ground;
}

/// One side of the document, walked along: colours just inside and just outside.
struct Side
{
    std::vector<cv::Point> at; ///< on the border
    cv::Point outwards;
    std::vector<Colour> inside;
    std::vector<Colour> outside;
    std::vector<double> step; ///< how far the colour right at the border is from those
};

Side sideOf(const cv::Mat &lab, const cv::Mat &valid, const cv::Rect &page, int number)
{
    Side side;
    const bool lies = number % 2 == 0;
    side.outwards = number == 0   ? cv::Point(0, -1)
                    : number == 1 ? cv::Point(1, 0)
                    : number == 2 ? cv::Point(0, 1)
                                  : cv::Point(-1, 0);
    constexpr int corner = 10; // rounded
    const int length = lies ? page.width : page.height;
    for (int i = corner; i < length - corner; ++i) {
        const cv::Point at = lies ? cv::Point(page.x + i, number == 0 ? page.y : page.br().y - 1)
                                  : cv::Point(number == 1 ? page.br().x - 1 : page.x, page.y + i);
        if (valid.at<uchar>(at + side.outwards * (farBorder + 2)) == 0)
            continue;
        Colour in;
        Colour out;
        for (int step = nearBorder; step <= farBorder; ++step) {
            in += Colour(lab.at<cv::Vec3b>(at - side.outwards * step));
            out += Colour(lab.at<cv::Vec3b>(at + side.outwards * step));
        }
        const float count = farBorder - nearBorder + 1;
        side.at.push_back(at);
        side.inside.push_back(in / count);
        side.outside.push_back(out / count);
        double step = 0;
        for (int aside = 1 - nearBorder; aside < nearBorder; ++aside)
            step = std::max(step, difference(Colour(lab.at<cv::Vec3b>(at + side.outwards * aside)),
                                             (in + out) / (2 * count)));
        side.step.push_back(step);
    }
    return side;
}

/// A stretch of the border that something crosses.
struct Crossing
{
    cv::Point at;
    cv::Point outwards;
    int width = 0;
    Colour colour;
    bool likeTable = false; ///< outside it has nearly the table's colour: a finger on wood
};

bool isShown(const Side &side, std::size_t i)
{
    return difference(side.inside[i], side.outside[i]) > realBorder || side.step[i] > mostStep;
}

bool isCrossed(const Side &side, std::size_t i, const Ground &margin)
{
    return difference(side.inside[i], side.outside[i]) < sameColour && side.step[i] < mostStep &&
           difference(side.inside[i], margin.colour) > margin.otherFrom;
}

/// Whether the border shows right before and right behind a stretch of it.
bool isBetweenBorder(const Side &side, std::size_t begin, std::size_t end)
{
    constexpr std::size_t beside = 16;
    if (begin < beside || end + beside > side.at.size())
        return false;
    const auto shownFrom = [&](std::size_t from) {
        std::size_t shown = 0;
        for (std::size_t i = from; i < from + beside; ++i)
            shown += isShown(side, i) ? 1 : 0;
        return 2 * shown >= beside;
    };
    return shownFrom(begin - beside) && shownFrom(end);
}

bool isLikeTable(const Side &side, std::size_t begin, std::size_t end, const Ground &table)
{
    std::size_t alike = 0;
    for (std::size_t i = begin; i < end; ++i)
        alike += difference(side.outside[i], table.colour) <= table.otherFrom ? 1 : 0;
    return 2 * alike > end - begin;
}

std::vector<Crossing> crossingsOf(const Side &side)
{
    std::vector<Crossing> crossings;
    if (side.at.size() < 3 * leastRun)
        return crossings;
    // What the border looks like is told by where it shows: fingers may take most of a side. A light card on
    // a light table shows it by the line of its edge alone.
    std::vector<Colour> inside;
    std::vector<Colour> outside;
    for (std::size_t i = 0; i < side.at.size(); ++i) {
        if (isShown(side, i)) {
            inside.push_back(side.inside[i]);
            outside.push_back(side.outside[i]);
        }
    }
    if (double(inside.size()) < leastBorder * double(side.at.size()))
        return crossings;
    const Ground margin = groundOf(inside);
    const Ground table = groundOf(outside);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= side.at.size(); ++i) {
        if (i < side.at.size() && isCrossed(side, i, margin))
            continue;
        const std::size_t run = i - begin;
        // What has the table's colour at the end of a side is the table, seen within a quad that is not quite
        // the document's; in the middle of one it lies on the border.
        const bool likeTable = run > 0 && isLikeTable(side, begin, i, table);
        if (run >= leastRun && double(run) < mostRun * double(side.at.size()) &&
            (!likeTable || isBetweenBorder(side, begin, i))) {
            const std::vector<Colour> inside(side.inside.begin() + std::ptrdiff_t(begin),
                                             side.inside.begin() + std::ptrdiff_t(i));
            crossings.push_back(
                {side.at[begin + run / 2], side.outwards, int(run), middleOf(inside), likeTable});
        }
        begin = i + 1;
    }
    return crossings;
}

/// Where a thing that has the table's colour, or meets it, may be followed to: over the document, and
/// straight away from it.
cv::Mat beyondCrossing(const cv::Size &size, const Crossing &crossing, const cv::Rect &page)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    // Where the quad is a little too large, the table runs along all of the border.
    mask(cv::Rect(page.x + nearBorder, page.y + nearBorder, page.width - 2 * nearBorder,
                  page.height - 2 * nearBorder)) = 255;
    const int half = crossing.width / 2 + nearBorder;
    const cv::Point aside(half * std::abs(crossing.outwards.y), half * std::abs(crossing.outwards.x));
    const cv::Point start = crossing.at - crossing.outwards * farBorder;
    const cv::Point end = crossing.at + crossing.outwards * (2 * Surroundings::margin);
    cv::rectangle(mask, start - aside, end + aside, 255, cv::FILLED);
    return mask;
}

/// What has the crossing's colour (its shades counted less than its hue), smoothed, and holds together with
/// it.
cv::Mat grown(const cv::Mat &lab, const cv::Mat &valid, const Crossing &crossing, double tolerance)
{
    cv::Mat alike = cv::Mat::zeros(lab.size(), CV_8U);
    constexpr float shade = 0.35F;
    for (int row = 0; row < lab.rows; ++row) {
        const auto *pixels = lab.ptr<cv::Vec3b>(row);
        const auto *shown = valid.ptr(row);
        for (int column = 0; column < lab.cols; ++column) {
            const Colour away = Colour(pixels[column]) - crossing.colour;
            const float distance = std::hypot(away[0] * shade, away[1], away[2]);
            alike.at<uchar>(row, column) = shown[column] && double(distance) < tolerance ? 255 : 0;
        }
    }
    const int open = std::clamp(crossing.width / 3, 3, 9) | 1;
    cv::morphologyEx(alike, alike, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {open, open}));
    cv::morphologyEx(alike, alike, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
    cv::Mat labels;
    cv::connectedComponents(alike, labels, 4);
    const int inside = labels.at<int>(crossing.at - crossing.outwards * ((nearBorder + farBorder) / 2));
    const int outside = labels.at<int>(crossing.at + crossing.outwards * ((nearBorder + farBorder) / 2));
    if (inside == 0 || inside != outside)
        return {};
    return labels == inside;
}

/// Whether a patch takes all of a side: the table, seen within a quad that is not quite the document's.
bool takesSide(const cv::Mat &on)
{
    constexpr int near = 2 * nearBorder; // beyondCrossing() leaves a strip along the border out
    constexpr double most = 0.75;        // of the side
    constexpr double much = 0.3;
    constexpr double thin = 0.1; // of the document's shorter side: fingers are thicker
    const double area = cv::countNonZero(on);
    const double depth = thin * std::min(on.rows, on.cols);
    for (int number = 0; number < 4; ++number) {
        double covered = 0;
        double length = 0;
        for (const int in : {0, near}) {
            const cv::Mat side = number == 0   ? on.row(in)
                                 : number == 1 ? on.col(on.cols - 1 - in)
                                 : number == 2 ? on.row(on.rows - 1 - in)
                                               : on.col(in);
            covered = std::max(covered, double(cv::countNonZero(side)));
            length = double(side.total());
        }
        if (covered > most * length || (covered > much * length && area < depth * covered))
            return true;
    }
    const cv::Rect box = cv::boundingRect(on);
    const bool left = box.x < near;
    const bool top = box.y < near;
    const bool right = box.br().x > on.cols - near;
    const bool bottom = box.br().y > on.rows - near;
    return (top && bottom && (left || right)) || (left && right && (top || bottom));
}

/// Share of a patch's outline on the document across which the colour changes. What is printed fades into
/// paper, and paper goes on as paper.
double sharpShare(const cv::Mat &lab, const cv::Mat &patch, const cv::Rect &page)
{
    cv::Mat soft;
    cv::Mat dx;
    cv::Mat dy;
    constexpr double smoothing = 2;
    cv::GaussianBlur(patch, soft, {}, smoothing);
    cv::Sobel(soft, dx, CV_32F, 1, 0);
    cv::Sobel(soft, dy, CV_32F, 0, 1);
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(patch, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    constexpr int aside = 3;
    const cv::Rect inner(page.x + aside, page.y + aside, page.width - 2 * aside, page.height - 2 * aside);
    int length = 0;
    int sharp = 0;
    for (const std::vector<cv::Point> &contour : contours) {
        for (const cv::Point &at : contour) {
            const cv::Point2f inwards(dx.at<float>(at), dy.at<float>(at));
            const double steepness = cv::norm(inwards);
            if (!inner.contains(at) || steepness <= 0)
                continue;
            const cv::Point away(cvRound(aside * inwards.x / steepness),
                                 cvRound(aside * inwards.y / steepness));
            ++length;
            sharp +=
                difference(lab.at<cv::Vec3b>(at + away), lab.at<cv::Vec3b>(at - away)) >= leastOtherColour;
        }
    }
    return length > 0 ? double(sharp) / length : 0;
}

/// Whether a patch goes on away from the document, or out of the frame. A strip beside the quad is the
/// document's own margin, where the quad is not quite right.
bool goesOn(const cv::Mat &patch, const cv::Mat &valid, const cv::Rect &page)
{
    constexpr int strip = 16;
    cv::Mat shown;
    cv::erode(valid, shown, cv::Mat::ones(3, 3, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
    cv::Mat near = cv::Mat::zeros(patch.size(), CV_8U);
    near(cv::Rect(page.x - strip, page.y - strip, page.width + 2 * strip, page.height + 2 * strip)) = 255;
    return cv::countNonZero(patch & ~(near & shown)) > 0;
}

/// A thing's outline is smooth, plain and sharp: it fills most of its hull and ends at an edge.
bool isThing(const cv::Mat &lab, const cv::Mat &patch, const cv::Rect &page)
{
    const cv::Mat on = patch(page).clone();
    const double area = cv::countNonZero(on);
    if (area < leastShare * page.area() || area > mostShare * page.area() || takesSide(on))
        return false;
    std::vector<cv::Point> points;
    cv::findNonZero(on, points);
    std::vector<cv::Point> hull;
    cv::convexHull(points, hull);
    constexpr double solid = 0.8;
    constexpr double mostly = 0.75; // of its outline
    return area > solid * cv::contourArea(hull) && sharpShare(lab, patch, page) > mostly;
}

/// Whether print shows through a patch: a shadow or a printed field, which hide nothing.
bool showsPrint(const cv::Mat &patch, const Surroundings &around, const cv::Mat &strokes)
{
    cv::Mat within;
    constexpr int rim = 5; // its own outline
    cv::erode(patch, within, cv::Mat::ones(rim, rim, CV_8U));
    cv::Mat large;
    cv::resize(within(around.document), large, strokes.size(), 0, 0, cv::INTER_NEAREST);
    constexpr double mostPrint = 0.03; // of the patch: nails and creases of fingers
    return cv::countNonZero(strokes & large) > mostPrint * cv::countNonZero(large);
}

/// What crosses the border at a place, followed no further than `where` (CV_8U); empty where it is no thing.
cv::Mat thingAt(const cv::Mat &lab, const Surroundings &around, const cv::Mat &strokes, const Crossing &place,
                const cv::Mat &where)
{
    for (const double tolerance : {22.0, 16.0, 11.0, 7.0}) {
        const cv::Mat patch = grown(lab, where, place, tolerance);
        if (patch.empty() || !goesOn(patch, around.valid, around.document) ||
            !isThing(lab, patch, around.document))
            continue;
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(patch, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
        cv::Mat whole = cv::Mat::zeros(lab.size(), CV_8U);
        cv::drawContours(whole, contours, -1, 255, cv::FILLED); // with its nail
        if (!showsPrint(whole, around, strokes))
            return whole;
    }
    return {};
}

} // namespace

Measured measureObstruction(const Canonical &document, const Surroundings &around)
{
    cv::Mat lab;
    cv::medianBlur(around.bgr, lab, 3);
    cv::cvtColor(lab, lab, cv::COLOR_BGR2Lab);
    cv::Mat crossing = straddlingThings(around);
    const cv::Mat strokes = strokesOf(document);
    for (int number = 0; number < 4; ++number) {
        for (const Crossing &place : crossingsOf(sideOf(lab, around.valid, around.document, number))) {
            cv::Mat thing;
            if (!place.likeTable)
                thing = thingAt(lab, around, strokes, place, around.valid);
            if (thing.empty())
                thing = thingAt(lab, around, strokes, place,
                                around.valid & beyondCrossing(lab.size(), place, around.document));
            if (!thing.empty())
                crossing |= thing;
        }
    }
    cv::Mat covered;
    cv::resize(crossing(around.document), covered, strokes.size(), 0, 0, cv::INTER_LINEAR);
    covered = (covered > 127) | lyingThings(document, strokes);
    const double share = cv::countNonZero(covered) / double(covered.total());
    return facts::Measurement{share, share > 0 ? document.outlines(covered) : QList<QPolygonF>()};
}

} // namespace scrutineer::image
