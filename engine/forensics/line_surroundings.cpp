// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/line_surroundings.h"

#include "engine/forensics/fine_detail.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::forensics {

namespace {
constexpr int smallest = 10;       ///< pixels of the sheet
constexpr double ringFrom = 5;     ///< pixels of the page around a line, where its surroundings begin
constexpr double ringTo = 18;      ///< the same, where they end
constexpr int edge = 6;            ///< grey levels a pixel: print
constexpr int tintsGrain = 3;      ///< pixels beside print that its edges reach
constexpr int tintsShade = 2;      ///< the same, where they matter less
constexpr std::size_t enough = 60; ///< pixels of paper in every other row

/// Nothing for few.
std::optional<double> medianUnder(const cv::Mat &map, const cv::Mat &mask)
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
        return std::nullopt;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return double(*middle);
}

/// Print: what is steep, or dark beside a line's lightest paper. own: the line.
cv::Mat printOf(const cv::Mat &even, const cv::Mat &own)
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
    return (steep > edge) | (even < (darkest + brightest) / 2);
}
} // namespace

LineSurroundings::LineSurroundings(const Sheet &sheet, const cv::Rect &line)
    : m_sheet(sheet), m_line(line),
      m_box(cv::boundingRect(zone(ringTo, ringTo, ringTo)) & cv::Rect({}, sheet.luma.size()))
{
    if (!isLargeEnough())
        return;
    m_even = evened(sheet.luma(m_box));
    m_own = filled(zone(lineMargin, lineMargin, lineMargin));
    m_print = printOf(m_even, m_own);
}

bool LineSurroundings::isLargeEnough() const
{
    return m_box.width >= smallest && m_box.height >= smallest;
}

std::optional<std::pair<double, double>> LineSurroundings::grain() const
{
    const cv::Mat paper = paperBeside(tintsGrain);
    const cv::Mat grain = cv::abs(grainOf(m_sheet.luma(m_box)));
    const auto within = medianUnder(grain, m_own & paper);
    if (!within)
        return std::nullopt;
    const cv::Mat ring = filled(zone(ringTo, ringTo, ringTo)) & ~filled(zone(ringFrom, ringFrom, ringFrom));
    const auto around = medianUnder(grain, ring & paper);
    if (!around)
        return std::nullopt;
    return std::pair(*around, *within);
}

std::optional<PaperShade> LineSurroundings::within() const
{
    return shadeOf(m_own);
}

std::optional<std::pair<PaperShade, PaperShade>> LineSurroundings::aboveAndBelow() const
{
    const double height = m_line.height;
    const auto above = shadeOf(filled(zone(ringFrom, ringTo, -height - ringFrom)));
    const auto below = shadeOf(filled(zone(ringFrom, -height - ringFrom, ringTo)));
    if (!above || !below)
        return std::nullopt;
    return std::pair(*above, *below);
}

/// The line and what is around it on the sheet: pixels of the page at its ends, above and below.
std::vector<cv::Point> LineSurroundings::zone(double ends, double above, double below) const
{
    const QPolygonF polygon = m_sheet.way.mapToFull(cv::Rect2d(
        m_line.x - ends, m_line.y - above, m_line.width + 2 * ends, m_line.height + above + below));
    std::vector<cv::Point> points;
    for (const QPointF &point : polygon)
        points.emplace_back(int(std::lround((point.x() - m_sheet.corner.x) * m_sheet.scale)),
                            int(std::lround((point.y() - m_sheet.corner.y) * m_sheet.scale)));
    return points;
}

cv::Mat LineSurroundings::filled(std::vector<cv::Point> outline) const
{
    for (cv::Point &point : outline)
        point -= m_box.tl();
    cv::Mat mask(m_box.size(), CV_8U, cv::Scalar(0));
    cv::fillConvexPoly(mask, outline, cv::Scalar(255), cv::LINE_8);
    return mask;
}

/// What is farther than some pixels from print.
cv::Mat LineSurroundings::paperBeside(int reach) const
{
    cv::Mat near;
    cv::dilate(m_print, near, cv::Mat::ones(2 * reach + 1, 2 * reach + 1, CV_8U));
    return ~near;
}

std::optional<PaperShade> LineSurroundings::shadeOf(const cv::Mat &part) const
{
    const std::vector<cv::Point> corners = zone(0, 0, 0);
    const cv::Point2d along = corners[1] - corners[0];
    const double length = std::max(1.0, cv::norm(along));
    return paperShade(m_even, part & paperBeside(tintsShade), along / length, length);
}

} // namespace scrutineer::forensics
