// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/noise.h"

#include "engine/forensics/outlines.h"

#include <QCoreApplication>
#include <QLineF>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr double leastNoise = 1.3;  ///< grey levels of the document: less does not survive compression evenly
constexpr double quiet = 3;         ///< times quieter than around, for a cell to count
constexpr double silence = 0.15;    ///< grey levels below which all is the same
constexpr int around = 21;          ///< cells to each side that a part is held against
constexpr double smallestPart = 20; ///< cells
constexpr double largestPart = 0.3; ///< share of the document
constexpr double blankShare = 0.99; ///< of a background of one value
constexpr double leastBackground = 0.05; ///< share of the picture
constexpr std::size_t mostParts = 4;

double shareBelow(std::vector<float> &values, double share)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + std::ptrdiff_t(double(values.size() - 1) * share);
    std::nth_element(values.begin(), at, values.end());
    return double(*at);
}

/// The third quietest of each cell and its eight neighbours: print between the letters, paper between the
/// lines.
cv::Mat floorsOf(const cv::Mat &levels)
{
    cv::Mat floors(levels.size(), CV_32F, cv::Scalar(-1));
    for (int row = 1; row + 1 < levels.rows; ++row) {
        for (int column = 1; column + 1 < levels.cols; ++column) {
            std::array<float, 9> near{};
            std::size_t count = 0;
            for (int y = -1; y <= 1; ++y) {
                for (int x = -1; x <= 1; ++x) {
                    const float level = levels.at<float>(row + y, column + x);
                    if (level >= 0)
                        near[count++] = level;
                }
            }
            if (count < 6)
                continue;
            std::nth_element(near.begin(), near.begin() + 2, near.begin() + std::ptrdiff_t(count));
            floors.at<float>(row, column) = near[2];
        }
    }
    return floors;
}

std::vector<float> valuesUnder(const cv::Mat &map, const cv::Mat &mask)
{
    std::vector<float> values;
    for (int row = 0; row < map.rows; ++row) {
        for (int column = 0; column < map.cols; ++column) {
            if (mask.at<uchar>(row, column) != 0 && map.at<float>(row, column) >= 0)
                values.push_back(map.at<float>(row, column));
        }
    }
    return values;
}

/// Median of the floors around each cell, 0 where there are none.
cv::Mat surroundingsOf(const cv::Mat &floors)
{
    constexpr double steps = 20; // a grey level of noise on the 8-bit map
    cv::Mat bytes;
    floors.convertTo(bytes, CV_8U, steps); // what is not known becomes 0
    cv::medianBlur(bytes, bytes, around);
    cv::Mat result;
    bytes.convertTo(result, CV_32F, 1 / steps);
    return result;
}

EditingCue quietParts(const cv::Mat &floors, const cv::Mat &inside, double typical, double angle)
{
    EditingCue cue;
    cue.name = u"noise"_s;
    const cv::Mat surroundings = surroundingsOf(floors);
    cv::Mat mask(floors.size(), CV_8U, cv::Scalar(0));
    for (int row = 0; row < mask.rows; ++row) {
        for (int column = 0; column < mask.cols; ++column) {
            const double level = double(floors.at<float>(row, column));
            const double near = std::max(double(surroundings.at<float>(row, column)), typical);
            if (level >= 0 && inside.at<uchar>(row, column) != 0 && level * quiet < near)
                mask.at<uchar>(row, column) = 255;
        }
    }
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::Mat::ones(2, 2, CV_8U));
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::Mat::ones(5, 5, CV_8U));
    cv::Mat labels;
    const int count = cv::connectedComponents(mask, labels, 8, CV_32S);
    std::vector<std::vector<cv::Point>> parts(std::size_t(std::max(0, count - 1)));
    for (int row = 0; row < labels.rows; ++row) {
        for (int column = 0; column < labels.cols; ++column) {
            if (labels.at<int>(row, column) > 0 && mask.at<uchar>(row, column) != 0)
                parts[std::size_t(labels.at<int>(row, column) - 1)].emplace_back(column, row);
        }
    }
    const double most = largestPart * cv::countNonZero(inside);
    std::erase_if(parts, [&](const auto &part) {
        return double(part.size()) < smallestPart || double(part.size()) > most;
    });
    std::sort(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.size() > b.size(); });
    for (std::size_t i = 0; i < std::min(parts.size(), mostParts); ++i) {
        std::vector<float> own;
        for (const cv::Point &cell : parts[i])
            own.push_back(floors.at<float>(cell));
        cue.score = std::max(cue.score, typical / std::max(silence, shareBelow(own, 0.5)));
        cue.regions.append(rectangleAround(parts[i], noiseCell, angle));
    }
    cue.seen = {QString::fromLatin1(QT_TRANSLATE_NOOP(
                    "scrutineer",
                    "Part of the document has hardly any of the noise that the camera left around it.")),
                {}};
    return cue;
}

double backdropScore(const cv::Mat &floors, const cv::Mat &outside, double typical)
{
    constexpr std::size_t enough = 300;
    std::vector<float> values = valuesUnder(floors, outside);
    return values.size() >= enough ? typical / std::max(silence, shareBelow(values, 0.3)) : 0;
}

/// How far the corner that is farthest from a right angle is from one, degrees.
double askewOf(const QPolygonF &document)
{
    double most = 0;
    for (qsizetype i = 0; i < document.size(); ++i) {
        const QLineF in(document[i], document[(i + document.size() - 1) % document.size()]);
        const QLineF out(document[i], document[(i + 1) % document.size()]);
        const double angle = in.angleTo(out);
        most = std::max(most, std::abs(std::min(angle, 360 - angle) - 90));
    }
    return most;
}

/// A document that a camera saw from aside on a background of one value, which no camera sees.
std::optional<EditingCue> cutOutCue(const cv::Mat &luma, const cv::Mat &outside, const QPolygonF &document,
                                    const QSize &fullSize)
{
    cv::Mat mask;
    cv::resize(outside, mask, luma.size(), 0, 0, cv::INTER_NEAREST);
    const int all = cv::countNonZero(mask);
    const double value = cv::mean(luma, mask)[0];
    cv::Mat same;
    cv::absdiff(luma, cv::Scalar(std::round(value)), same);
    if (all < leastBackground * int(luma.total()) || cv::countNonZero((same <= 1) & mask) < blankShare * all)
        return std::nullopt;
    return EditingCue{
        u"cutout"_s,
        askewOf(document),
        {QString::fromLatin1(QT_TRANSLATE_NOOP(
             "scrutineer", "The document was seen from aside, but what is around it is blank.")),
         {}},
        0,
        {frameWithout(fullSize, document)}};
}
} // namespace

cv::Mat noiseLevels(const cv::Mat &luma)
{
    const cv::Size cells(luma.cols / noiseCell, luma.rows / noiseCell);
    cv::Mat levels(cells, CV_32F, cv::Scalar(-1));
    constexpr double perMean = 1.2533 / 6; // mean amount to standard deviation; the kernel's length
    for (int row = 0; row < cells.height; ++row) {
        for (int column = 0; column < cells.width; ++column) {
            int sum = 0;
            int clipped = 0;
            int counted = 0;
            for (int y = std::max(1, row * noiseCell); y < std::min(luma.rows - 1, (row + 1) * noiseCell);
                 ++y) {
                const uchar *above = luma.ptr(y - 1);
                const uchar *here = luma.ptr(y);
                const uchar *below = luma.ptr(y + 1);
                const int end = std::min(luma.cols - 1, (column + 1) * noiseCell);
                for (int x = std::max(1, column * noiseCell); x < end; ++x, ++counted) {
                    sum +=
                        std::abs(above[x - 1] - 2 * above[x] + above[x + 1] - 2 * here[x - 1] + 4 * here[x] -
                                 2 * here[x + 1] + below[x - 1] - 2 * below[x] + below[x + 1]);
                    clipped += here[x] >= 253 || here[x] <= 2 ? 1 : 0;
                }
            }
            if (clipped * 16 <= counted && counted > 0)
                levels.at<float>(row, column) = float(perMean * sum / counted);
        }
    }
    return levels;
}

QList<EditingCue> noiseCues(const cv::Mat &luma, const cv::Mat &levels, const QPolygonF &document)
{
    if (document.size() < 3)
        return {};
    const QSize frame(luma.cols, luma.rows);
    const cv::Mat floors = floorsOf(levels);
    cv::Mat inside = cellsInside(document, floors.size(), noiseCell);
    cv::Mat outside;
    cv::dilate(inside, outside, cv::Mat::ones(7, 7, CV_8U));
    outside = outside == 0;
    cv::erode(inside, inside, cv::Mat::ones(5, 5, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    QList<EditingCue> cues;
    if (const std::optional<EditingCue> cue = cutOutCue(luma, outside, document, frame))
        cues.append(*cue);
    std::vector<float> values = valuesUnder(floors, inside);
    const double typical = shareBelow(values, 0.3);
    if (values.size() < 500 || typical < leastNoise)
        return cues;
    if (const EditingCue parts = quietParts(floors, inside, typical, angleOf(document));
        !parts.regions.isEmpty())
        cues.append(parts);
    if (const double score = backdropScore(floors, outside, typical); score >= 1) {
        cues.append(
            {u"backdrop"_s,
             score,
             {QString::fromLatin1(QT_TRANSLATE_NOOP(
                  "scrutineer",
                  "The background has hardly any of the noise that the camera left on the document.")),
              {}},
             0,
             {frameWithout(frame, document)}});
    }
    return cues;
}

} // namespace scrutineer::forensics
