// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/zone_search.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::text {

namespace {

constexpr int letterHeight = 8; ///< pixels that print is expected to be high at the size of a search
constexpr std::array<int, 3> searchSizes{560, 900, 340}; ///< longer side, for zones large and small
constexpr double leastLengthShare = 0.22;                ///< of the longer side
constexpr double furthestSkew = 26 * CV_PI / 180;

cv::Mat inkOf(const cv::Mat &grey)
{
    const int reach = letterHeight + 3;
    cv::Mat ink;
    cv::morphologyEx(grey, ink, cv::MORPH_BLACKHAT,
                     cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
    std::array<int, 256> counts{};
    for (int y = 0; y < ink.rows; ++y) {
        for (int x = 0; x < ink.cols; ++x)
            ++counts[ink.at<uchar>(y, x)];
    }
    int strong = 255;
    for (double above = 0; strong > 0 && above < 0.03 * static_cast<double>(ink.total()); --strong)
        above += counts[static_cast<std::size_t>(strong)];
    cv::Mat around;
    cv::boxFilter(ink, around, CV_8U, {6 * letterHeight, 6 * letterHeight});
    const double floor = std::max(5.0, 0.3 * strong);
    cv::max(around, floor, around);
    cv::Mat marks;
    cv::compare(ink, around, marks, cv::CMP_GT);
    return marks;
}

LineSeed seedOf(const cv::RotatedRect &box)
{
    LineSeed seed;
    const bool wide = box.size.width >= box.size.height;
    seed.centre = box.center;
    seed.length = wide ? box.size.width : box.size.height;
    seed.thickness = wide ? box.size.height : box.size.width;
    seed.angle = (box.angle + (wide ? 0 : 90)) * CV_PI / 180;
    while (seed.angle > CV_PI / 2)
        seed.angle -= CV_PI;
    while (seed.angle <= -CV_PI / 2)
        seed.angle += CV_PI;
    return seed;
}

std::vector<LineSeed> pieces(const cv::Mat &grey)
{
    cv::Mat marks = inkOf(grey);
    cv::morphologyEx(marks, marks, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {letterHeight + 3, 1}));
    cv::morphologyEx(marks, marks, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {5, 3}));
    std::vector<std::vector<cv::Point>> contours;
    std::vector<cv::Vec4i> nesting; // a frame around the document must not hide what it holds
    cv::findContours(marks, contours, nesting, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    std::vector<LineSeed> found;
    for (std::size_t i = 0; i < contours.size(); ++i) {
        const std::vector<cv::Point> &contour = contours[i];
        const bool isHole = nesting[i][3] >= 0;
        if (isHole || contour.size() < 4)
            continue;
        const LineSeed seed = seedOf(cv::minAreaRect(contour));
        if (seed.thickness < 0.4 * letterHeight || seed.thickness > 2.6 * letterHeight ||
            seed.length < 2 * letterHeight)
            continue;
        if (seed.length > 6 * seed.thickness && std::abs(seed.angle) > furthestSkew)
            continue;
        found.push_back(seed);
    }
    std::sort(found.begin(), found.end(),
              [](const LineSeed &a, const LineSeed &b) { return a.length > b.length; });
    return found;
}

/// Whether a piece goes on where a row ends; then the row becomes both.
bool joined(LineSeed &row, const LineSeed &piece)
{
    const cv::Point2d along(std::cos(row.angle), std::sin(row.angle));
    const cv::Point2d step = piece.centre - row.centre;
    const double forward = step.dot(along);
    const double aside = std::abs(along.cross(step));
    const double gap = std::abs(forward) - (row.length + piece.length) / 2;
    if (aside > 0.55 * row.thickness || gap > 3.5 * letterHeight || gap < -0.5 * piece.length ||
        piece.thickness > 1.9 * row.thickness || row.thickness > 2.5 * piece.thickness)
        return false;
    const double left = std::min(-row.length / 2, forward - piece.length / 2);
    const double right = std::max(row.length / 2, forward + piece.length / 2);
    const cv::Point2d far = piece.centre + along * (forward > 0 ? piece.length / 2 : -piece.length / 2);
    const cv::Point2d near = row.centre - along * (forward > 0 ? row.length / 2 : -row.length / 2);
    const cv::Point2d axis = forward > 0 ? far - near : near - far;
    row.centre += along * ((left + right) / 2);
    row.length = right - left;
    if (piece.length > 4 * letterHeight)
        row.angle = std::atan2(axis.y, axis.x);
    return true;
}

std::vector<LineSeed> rowsOf(const cv::Mat &grey)
{
    std::vector<LineSeed> parts = pieces(grey);
    std::vector<LineSeed> rows;
    std::vector<bool> used(parts.size(), false);
    for (std::size_t i = 0; i < parts.size() && parts[i].length > 5 * letterHeight; ++i) {
        if (used[i] || parts[i].length < 3 * parts[i].thickness)
            continue;
        LineSeed row = parts[i];
        for (bool grown = true; grown;) {
            grown = false;
            for (std::size_t j = 0; j < parts.size(); ++j) {
                if (j != i && !used[j] && joined(row, parts[j])) {
                    used[j] = true;
                    grown = true;
                }
            }
        }
        rows.push_back(row);
    }
    return rows;
}

bool areNeighbours(const LineSeed &a, const LineSeed &b)
{
    const cv::Point2d along(std::cos(a.angle), std::sin(a.angle));
    const cv::Point2d step = b.centre - a.centre;
    const double apart = std::abs(along.cross(step));
    const double thick = std::max(a.thickness, b.thickness);
    return apart > 0.9 * thick && apart < 4.5 * thick && std::abs(step.dot(along)) < 0.15 * a.length &&
           std::abs(a.length - b.length) < 0.15 * a.length && std::abs(a.angle - b.angle) < 0.08;
}

} // namespace

std::vector<LineSeed> findLineSeeds(const cv::Mat &grey, RowDirection direction)
{
    const bool down = direction == RowDirection::Down;
    const int longer = std::max(grey.rows, grey.cols);
    std::vector<LineSeed> seeds;
    for (const int size : searchSizes) {
        const double scale = static_cast<double>(size) / longer;
        cv::Mat small;
        cv::resize(grey, small, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
        if (down)
            cv::transpose(small, small);
        std::vector<LineSeed> rows = rowsOf(small);
        for (LineSeed &row : rows) {
            const double slim = row.length / row.thickness;
            if (row.length < leastLengthShare * size || slim < 11)
                continue;
            const bool paired = std::any_of(rows.begin(), rows.end(),
                                            [&](const LineSeed &other) { return areNeighbours(row, other); });
            LineSeed seed = row;
            seed.likelihood = row.length / size + (paired ? 0.5 : 0) + (slim > 17 && slim < 70 ? 0.3 : 0);
            seed.centre = row.centre / scale;
            seed.length /= scale;
            seed.thickness /= scale;
            if (down) {
                std::swap(seed.centre.x, seed.centre.y);
                seed.angle = CV_PI / 2 - seed.angle;
            }
            const bool known = std::any_of(seeds.begin(), seeds.end(), [&](const LineSeed &other) {
                return cv::norm(other.centre - seed.centre) < 0.7 * seed.thickness &&
                       std::abs(other.length - seed.length) < 0.1 * seed.length;
            });
            if (!known)
                seeds.push_back(seed);
        }
    }
    std::sort(seeds.begin(), seeds.end(),
              [](const LineSeed &a, const LineSeed &b) { return a.likelihood > b.likelihood; });
    return seeds;
}

} // namespace scrutineer::text
