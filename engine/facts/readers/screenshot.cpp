// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/screenshot.h"

#include <QRegularExpression>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastFlatShare = 0.55; ///< of a page; scans and photographs measured stay below 0.35
constexpr double flatWeight = 0.55;
constexpr double sizeWeight = 0.27;
constexpr double clockWeight = 0.35;
constexpr double stripDepth = 0.06; ///< of the picture's height: where telephones show clock and battery

/// Share of pixels whose right and lower neighbours have exactly their colour.
double flatShare(const cv::Mat &bgr)
{
    if (bgr.cols < 3 || bgr.rows < 3)
        return 0;
    const cv::Rect here(0, 0, bgr.cols - 1, bgr.rows - 1);
    cv::Mat right;
    cv::Mat down;
    cv::absdiff(bgr(here), bgr(here + cv::Point(1, 0)), right);
    cv::absdiff(bgr(here), bgr(here + cv::Point(0, 1)), down);
    cv::Mat change = cv::max(right, down);
    std::array<cv::Mat, 3> channels;
    cv::split(change, channels.data());
    change = cv::max(cv::max(channels[0], channels[1]), channels[2]);
    return 1 - static_cast<double>(cv::countNonZero(change)) / static_cast<double>(change.total());
}

/// Width and height, either way round, of common telephones, tablets and monitors.
bool isScreenSize(const QSize &size)
{
    static const QList<QSize> screens{
        {640, 1136},  {750, 1334},  {828, 1792},  {1080, 1920}, {1080, 2160}, {1080, 2280}, {1080, 2340},
        {1080, 2400}, {1125, 2436}, {1170, 2532}, {1179, 2556}, {1206, 2622}, {1242, 2208}, {1242, 2688},
        {1284, 2778}, {1290, 2796}, {1320, 2868}, {720, 1280},  {720, 1600},  {1440, 2560}, {1440, 2960},
        {1440, 3040}, {1440, 3200}, {1536, 2048}, {1620, 2160}, {1668, 2388}, {2048, 2732}, {1366, 768},
        {1440, 900},  {1600, 900},  {1680, 1050}, {1920, 1200}, {2560, 1600}, {2880, 1800}, {3840, 2160}};
    return screens.contains(size) || screens.contains(size.transposed());
}

/// A time of day in the strip at the top.
QList<QPolygonF> clockIn(const QList<LaidLine> &lines, int height)
{
    static const QRegularExpression time(u"^([01]?\\d|2[0-3])[:.][0-5]\\d$"_s);
    for (const LaidLine &line : lines) {
        for (const PlacedWord &word : line.words) {
            if (word.box.bottom() < stripDepth * height && time.match(word.text).hasMatch())
                return {QPolygonF(word.box)};
        }
    }
    return {};
}

} // namespace

Measurement screenshotLikeness(const image::Picture &picture, const QList<LaidLine> &lines, bool isPdf)
{
    Measurement likeness;
    if (isPdf)
        return likeness;
    const double flat = std::clamp((flatShare(picture.bgr) - leastFlatShare) / 0.3, 0.0, 1.0);
    const QList<QPolygonF> clock = clockIn(lines, picture.fullSize.height());
    const double size = flat > 0 && isScreenSize(picture.fullSize) ? sizeWeight : 0;
    likeness.value = std::min(1.0, flatWeight * flat + size + (clock.isEmpty() ? 0 : clockWeight));
    likeness.regions = clock;
    return likeness;
}

} // namespace scrutineer::facts
