// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality.h"

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

double percentile(const cv::Mat &plane, double share, const cv::Mat &mask)
{
    std::array<qint64, 256> counts{};
    qint64 total = 0;
    for (int row = 0; row < plane.rows; ++row) {
        const auto *values = plane.ptr(row);
        const auto *allowed = mask.empty() ? nullptr : mask.ptr(row);
        for (int column = 0; column < plane.cols; ++column) {
            if (allowed && allowed[column] == 0)
                continue;
            ++counts[values[column]];
            ++total;
        }
    }
    if (total == 0)
        return -1;
    qint64 seen = 0;
    for (std::size_t value = 0; value < counts.size(); ++value) {
        seen += counts[value];
        if (double(seen) >= share * double(total))
            return double(value);
    }
    return 255;
}

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

facts::Quality qualityNotRead(const facts::NotRead &why)
{
    return {why, why, why, why, why, why, why};
}

facts::Quality measureQuality(const Picture &picture, const QPolygonF &quad)
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
        quality.filtering = measureFiltering(document, around, isFrame(picture, quad));
        quality.shadow = measureShadow(document, around);
        quality.obstruction = measureObstruction(document, around);
        quality.cropping = measureCropping(picture, quad);
    } catch (const cv::Exception &) {
        return tooPoor();
    }
    return quality;
}

} // namespace scrutineer::image
