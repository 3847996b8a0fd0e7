// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality.h"

#include "engine/image/display.h"
#include "engine/image/quality_measures/measures.h"
#include "engine/image/quality_measures/surroundings.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace scrutineer::image {

namespace {

constexpr std::size_t mostRegions = 8; ///< of one measurement
constexpr double outlineTolerance = 2; ///< canonical pixels
constexpr int leastSide = 24;          ///< working pixels: nothing can be measured in a smaller document

double sideLength(const Picture &picture, const QPolygonF &quad, int corner)
{
    const QPointF side = quad[corner + 1] - quad[corner];
    return std::hypot(side.x(), side.y()) * picture.scale;
}

} // namespace

QPolygonF Canonical::outline() const
{
    return flat.mapToFull(cv::Rect2d(-0.5, -0.5, flat.bgr.cols, flat.bgr.rows));
}

QList<QPolygonF> Canonical::outlines(const cv::Mat &mask) const
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::sort(contours.begin(), contours.end(),
              [](const auto &a, const auto &b) { return cv::contourArea(a) > cv::contourArea(b); });
    QList<QPolygonF> polygons;
    for (const auto &contour : contours) {
        std::vector<cv::Point> simple;
        cv::approxPolyDP(contour, simple, outlineTolerance, true);
        if (simple.size() >= 3)
            polygons.append(flat.mapToFull(simple));
        if (std::size_t(polygons.size()) == mostRegions)
            break;
    }
    return polygons;
}

namespace {

facts::Quality qualityNotRead(const facts::NotRead &why)
{
    return {why, why, why, why, why, why, why};
}

/// The picture itself as if it were the document.
Canonical frameOf(const Picture &picture)
{
    Canonical frame;
    frame.flat.bgr = shrunk(picture.bgr, canonicalWidth);
    const double scale = double(picture.fullSize.width()) / frame.flat.bgr.cols;
    frame.flat.toFull = cv::Matx33d(scale, 0, 0.5 * scale, 0, scale, 0.5 * scale, 0, 0, 1);
    cv::cvtColor(frame.flat.bgr, frame.luma, cv::COLOR_BGR2GRAY);
    return frame;
}

} // namespace

facts::Quality measureQuality(const Picture &picture, const QPolygonF &quad, Qt::Edges cutAt)
{
    facts::Quality quality;
    const auto tooPoor = [] { return qualityNotRead({facts::Cause::TooPoor, {}}); };
    if (quad.size() < 4 || picture.bgr.empty() || sideLength(picture, quad, 0) < leastSide ||
        sideLength(picture, quad, 1) < leastSide)
        return tooPoor();
    const double aspect = trueAspect(quad, picture.fullSize);
    Canonical document;
    document.flat =
        rectify(picture, quad, aspect >= 1 ? canonicalWidth : int(std::lround(canonicalWidth * aspect)));
    if (document.flat.bgr.empty())
        return tooPoor();
    try {
        cv::cvtColor(document.flat.bgr, document.luma, cv::COLOR_BGR2GRAY);
        quality.darkness = measureDarkness(document);
        quality.glare = measureGlare(document);
        quality.blur = measureBlur(document);
        const Surroundings around = surroundingsOf(picture, document);
        quality.filtering = measureFiltering(picture, document, around, isFrame(picture, quad));
        quality.shadow = measureShadow(document, around);
        quality.obstruction = measureObstruction(document, around);
        quality.cropping = measureCropping(picture, quad, cutAt);
    } catch (const cv::Exception &) {
        return tooPoor();
    }
    return quality;
}

facts::Quality measureWithoutDocument(const Picture &picture, const facts::NotRead &why)
{
    facts::Quality quality = qualityNotRead(why);
    if (picture.bgr.empty() || std::min(picture.bgr.cols, picture.bgr.rows) < leastSide)
        return quality;
    try {
        const Canonical frame = frameOf(picture);
        // A document fills at least 0.035 of the frame, or it would not be looked for: its brightest tenth is
        // no brighter than the frame's brightest 0.0035.
        constexpr double brightest = 1 - 0.0035;
        constexpr double surelyDark = 90; // luma of the brightest tenth
        const double light = percentile(frame.luma, brightest);
        if (light < surelyDark)
            quality.darkness = facts::Measurement{light, {frame.outline()}};
        // A document is no wider than the frame: edges that are wide for the frame are wider for it.
        constexpr double surelyBlurred = 4.5; // px of edge width at 1,000 px
        if (const Measured blur = measureBlur(frame); blur && blur->value >= surelyBlurred)
            quality.blur = blur;
        constexpr double surelyFiltered = 0.6;
        if (const Measured filter = measureOneColour(frame); filter->value >= surelyFiltered)
            quality.filtering = filter;
    } catch (const cv::Exception &) {
        return qualityNotRead(why);
    }
    return quality;
}

} // namespace scrutineer::image
