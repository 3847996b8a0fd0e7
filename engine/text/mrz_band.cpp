// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_band.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::text {

namespace {

constexpr double leastAspect = 9; ///< of one line: 30 characters of OCR-B are 19 times as long as high
constexpr double steepestDegrees = 20;
constexpr std::size_t mostBands = 4;

/// Width along the text, angle within ±45 degrees.
cv::RotatedRect lying(cv::RotatedRect box)
{
    if (box.size.width < box.size.height) {
        std::swap(box.size.width, box.size.height);
        box.angle -= 90;
    }
    while (box.angle > 90)
        box.angle -= 180;
    while (box.angle < -90)
        box.angle += 180;
    return box;
}

cv::Mat inkOf(const cv::Mat &grey, int lineHeight)
{
    cv::Mat dark;
    const cv::Mat kernel = cv::getStructuringElement(cv::MORPH_RECT, {lineHeight, lineHeight});
    cv::morphologyEx(grey, dark, cv::MORPH_BLACKHAT, kernel);
    cv::Mat ink;
    cv::threshold(dark, ink, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    return ink;
}

/// Characters of a line joined into one blob.
std::vector<cv::RotatedRect> linesOf(const cv::Mat &grey, int lineHeight, double leastWidthShare)
{
    cv::Mat ink = inkOf(grey, lineHeight + lineHeight / 2);
    cv::Mat joined;
    cv::morphologyEx(ink, joined, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {lineHeight * 2, 1}));
    cv::morphologyEx(
        joined, joined, cv::MORPH_OPEN,
        cv::getStructuringElement(cv::MORPH_RECT, {lineHeight * 2, std::max(2, lineHeight / 4)}));
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(joined, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<cv::RotatedRect> lines;
    for (const std::vector<cv::Point> &outline : outlines) {
        const cv::RotatedRect box = lying(cv::minAreaRect(outline));
        const bool isLong =
            box.size.width >= leastWidthShare * grey.cols && box.size.width >= leastAspect * box.size.height;
        const bool isHigh = box.size.height >= 0.45 * lineHeight && box.size.height <= 2.2 * lineHeight;
        if (isLong && isHigh && std::abs(box.angle) <= steepestDegrees)
            lines.push_back(box);
    }
    std::sort(lines.begin(), lines.end(),
              [](const auto &a, const auto &b) { return a.center.y < b.center.y; });
    return lines;
}

bool follows(const cv::RotatedRect &upper, const cv::RotatedRect &lower)
{
    const double height = std::max(upper.size.height, lower.size.height);
    const double radians = upper.angle * CV_PI / 180;
    const cv::Point2f step = lower.center - upper.center;
    const double down = -step.x * std::sin(radians) + step.y * std::cos(radians);
    const double along = step.x * std::cos(radians) + step.y * std::sin(radians);
    const double longer = std::max(upper.size.width, lower.size.width);
    const double shorter = std::min(upper.size.width, lower.size.width);
    return down > 0.9 * height && down < 4.2 * height && shorter > 0.55 * longer &&
           std::abs(along) < 0.3 * longer && std::abs(upper.angle - lower.angle) < 5 &&
           std::min(upper.size.height, lower.size.height) > 0.45 * height;
}

cv::RotatedRect around(const std::vector<cv::RotatedRect> &lines)
{
    std::vector<cv::Point2f> corners;
    for (const cv::RotatedRect &line : lines) {
        std::array<cv::Point2f, 4> points;
        line.points(points.data());
        corners.insert(corners.end(), points.begin(), points.end());
    }
    // The angle of the longest line is steadier than that of the hull.
    const auto longest = std::max_element(
        lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.size.width < b.size.width; });
    const double radians = longest->angle * CV_PI / 180;
    const cv::Point2d along(std::cos(radians), std::sin(radians));
    const cv::Point2d down(-along.y, along.x);
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
    for (const cv::Point2f &corner : corners) {
        const cv::Point2d point(corner);
        left = std::min(left, point.dot(along));
        right = std::max(right, point.dot(along));
        top = std::min(top, point.dot(down));
        bottom = std::max(bottom, point.dot(down));
    }
    const cv::Point2d centre = along * ((left + right) / 2) + down * ((top + bottom) / 2);
    return cv::RotatedRect(cv::Point2f(centre),
                           cv::Size2f(static_cast<float>(right - left), static_cast<float>(bottom - top)),
                           longest->angle);
}

double likelihoodOf(const MrzBand &band, const cv::Mat &grey)
{
    const double width = static_cast<double>(band.box.size.width) / grey.cols;
    const double low = static_cast<double>(band.box.center.y) / grey.rows;
    const double count = band.lines.size() >= 2 && band.lines.size() <= 3 ? 1 : 0.4;
    return count * (width + 0.4 * low);
}

} // namespace

std::vector<MrzBand> findMrzBands(const cv::Mat &grey, double leastWidthShare)
{
    std::vector<MrzBand> bands;
    for (const int divisor :
         {60, 38, 90}) { // line heights seen on cards and passports that fill the picture, and less
        const std::vector<cv::RotatedRect> lines =
            linesOf(grey, std::max(6, grey.cols / divisor), leastWidthShare);
        for (std::size_t first = 0; first < lines.size(); ++first) {
            MrzBand band;
            band.lines.push_back(lines[first]);
            for (std::size_t next = first + 1; next < lines.size() && band.lines.size() < 3; ++next) {
                if (follows(band.lines.back(), lines[next]))
                    band.lines.push_back(lines[next]);
            }
            band.box = around(band.lines);
            band.likelihood = likelihoodOf(band, grey);
            bands.push_back(band);
        }
    }
    std::sort(bands.begin(), bands.end(),
              [](const MrzBand &a, const MrzBand &b) { return a.likelihood > b.likelihood; });
    std::vector<MrzBand> distinct;
    for (const MrzBand &band : bands) {
        const bool known = std::any_of(distinct.begin(), distinct.end(), [&](const MrzBand &other) {
            const cv::Rect both = band.box.boundingRect() & other.box.boundingRect();
            return both.area() > 0.7 * band.box.boundingRect().area();
        });
        if (!known && distinct.size() < mostBands)
            distinct.push_back(band);
    }
    return distinct;
}

cv::Mat straightened(const cv::Mat &grey, const MrzBand &band, double lineHeight, cv::Mat &toPicture)
{
    double height = 0;
    for (const cv::RotatedRect &line : band.lines)
        height = std::max<double>(height, line.size.height);
    const double scale = lineHeight / height;
    const double width = band.box.size.width * scale + 3 * lineHeight;
    const double tall = band.box.size.height * scale + 1.6 * lineHeight;
    const double radians = band.box.angle * CV_PI / 180;
    const double cosine = std::cos(radians) / scale;
    const double sine = std::sin(radians) / scale;
    const double x = band.box.center.x - cosine * width / 2 + sine * tall / 2;
    const double y = band.box.center.y - sine * width / 2 - cosine * tall / 2;
    toPicture = (cv::Mat_<double>(2, 3) << cosine, -sine, x, sine, cosine, y);
    cv::Mat straight;
    const cv::Size size(static_cast<int>(width), static_cast<int>(tall));
    cv::warpAffine(grey, straight, toPicture, size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REPLICATE);
    return straight;
}

} // namespace scrutineer::text
