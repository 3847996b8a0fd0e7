// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/painted_paper.h"

#include "engine/forensics/fine_detail.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr double leastWidth = 700; ///< pixels of the document: on fewer, letters leave no paper
constexpr int longest = 700;       ///< pixels of the page: longer lines are no fields
constexpr int smallest = 10;       ///< pixels of the sheet
constexpr double ownMargin = 2.5;  ///< pixels of the page around a line that are its own
constexpr double ringFrom = 5;     ///< the same, where its surroundings begin
constexpr double ringTo = 18;
constexpr int edge = 6;            ///< grey levels a pixel: print
constexpr std::size_t enough = 60; ///< pixels of paper in every other row
constexpr double leastGrain = 0.3; ///< grey levels around a line: less does not outlive compression evenly
constexpr double blown = 248;      ///< grey levels: white holds no grain
constexpr double silence = 0.03;   ///< grey levels below which all is the same
constexpr double worthNaming = 2;  ///< score
constexpr std::size_t mostPlaces = 4;

std::vector<cv::Point> onSheet(const Sheet &sheet, const QPolygonF &polygon)
{
    std::vector<cv::Point> points;
    for (const QPointF &point : polygon)
        points.emplace_back(int(std::lround((point.x() - sheet.corner.x) * sheet.scale)),
                            int(std::lround((point.y() - sheet.corner.y) * sheet.scale)));
    return points;
}

double medianUnder(const cv::Mat &map, const cv::Mat &mask)
{
    std::vector<float> values;
    for (int row = 0; row < map.rows; row += 2) { // half of them tell the median
        const uchar *isInside = mask.ptr(row);
        const auto *from = map.ptr<float>(row);
        for (int column = 0; column < map.cols; ++column) {
            if (isInside[column] != 0)
                values.push_back(from[column]);
        }
    }
    if (values.size() < enough)
        return -1;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return double(*middle);
}

/// Print and what is near it. own: the line.
cv::Mat printNear(const cv::Mat &even, const cv::Mat &own)
{
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(even, across, CV_32F, 1, 0, 3, 0.125);
    cv::Sobel(even, down, CV_32F, 0, 1, 3, 0.125);
    cv::Mat steep;
    cv::magnitude(across, down, steep);
    double darkest = 0;
    double brightest = 0;
    cv::minMaxLoc(even, &darkest, &brightest, nullptr, nullptr, own);
    cv::Mat print = (steep > edge) | (even < (darkest + brightest) / 2);
    cv::dilate(print, print, cv::Mat::ones(7, 7, CV_8U));
    return print;
}

/// The grain around a line divided by its own; nothing where there is too little paper or grain.
std::optional<double> quietness(const Sheet &sheet, const cv::Rect &line)
{
    const auto zone = [&](double margin) {
        return onSheet(sheet,
                       sheet.way.mapToFull(cv::Rect2d(line.x - margin, line.y - margin,
                                                      line.width + 2 * margin, line.height + 2 * margin)));
    };
    const std::vector<cv::Point> outer = zone(ringTo);
    const cv::Rect box = cv::boundingRect(outer) & cv::Rect({}, sheet.luma.size());
    if (box.width < smallest || box.height < smallest)
        return std::nullopt;
    const auto filled = [&](const std::vector<cv::Point> &outline) {
        cv::Mat mask(box.size(), CV_8U, cv::Scalar(0));
        cv::fillConvexPoly(mask, outline, cv::Scalar(255), cv::LINE_8);
        return mask;
    };
    const auto moved = [&](std::vector<cv::Point> outline) {
        for (cv::Point &point : outline)
            point -= box.tl();
        return outline;
    };
    const cv::Mat own = filled(moved(zone(ownMargin)));
    const cv::Mat ring = filled(moved(outer)) & ~filled(moved(zone(ringFrom)));
    const cv::Mat even = evened(sheet.luma(box));
    const cv::Mat grain = cv::abs(grainOf(sheet.luma(box)));
    const cv::Mat paper = ~printNear(even, own);
    const double around = medianUnder(grain, ring & paper);
    const double within = medianUnder(grain, own & paper);
    if (around < leastGrain || within < 0 || medianUnder(even, own & paper) >= blown)
        return std::nullopt;
    return around / std::max(silence, within);
}
} // namespace

QList<EditingCue> paperCues(const Sheet &sheet, const std::vector<cv::Rect> &lines)
{
    if (sheet.documentWidth < leastWidth)
        return {};
    std::vector<std::pair<double, cv::Rect>> quiet;
    for (const cv::Rect &line : lines) {
        if (line.width > longest)
            continue;
        if (const std::optional<double> score = quietness(sheet, line); score && *score >= worthNaming)
            quiet.emplace_back(*score, line);
    }
    if (quiet.empty())
        return {};
    std::sort(quiet.begin(), quiet.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    EditingCue cue;
    cue.name = u"paper"_s;
    cue.score = quiet.front().first;
    cue.seen = {
        QString::fromLatin1(QT_TRANSLATE_NOOP(
            "scrutineer", "The paper under a line of print is blank, though there is grain all around it.")),
        {}};
    for (std::size_t i = 0; i < std::min(quiet.size(), mostPlaces); ++i) {
        const auto &[score, line] = quiet[i];
        if (score >= cue.score / 3)
            cue.regions.append(
                sheet.way.mapToFull(cv::Rect2d(line.x - ownMargin, line.y - ownMargin,
                                               line.width + 2 * ownMargin, line.height + 2 * ownMargin)));
    }
    return {cue};
}

} // namespace scrutineer::forensics
