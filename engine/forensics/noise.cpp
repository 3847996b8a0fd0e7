// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/noise.h"

#include "engine/forensics/outlines.h"

#include <QCoreApplication>
#include <QLineF>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

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
    constexpr float huge = std::numeric_limits<float>::max();
    cv::Mat floors(levels.size(), CV_32F, cv::Scalar(-1));
    for (int row = 1; row + 1 < levels.rows; ++row) {
        for (int column = 1; column + 1 < levels.cols; ++column) {
            std::array<float, 3> lowest{huge, huge, huge}; // rising
            int count = 0;
            for (int y = -1; y <= 1; ++y) {
                const auto *near = levels.ptr<float>(row + y) + column;
                for (int x = -1; x <= 1; ++x) {
                    const float level = near[x] >= 0 ? near[x] : huge;
                    count += near[x] >= 0 ? 1 : 0;
                    lowest[2] = std::min(lowest[2], std::max(lowest[1], level));
                    lowest[1] = std::min(lowest[1], std::max(lowest[0], level));
                    lowest[0] = std::min(lowest[0], level);
                }
            }
            if (count >= 6)
                floors.at<float>(row, column) = lowest[2];
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
    cv::Mat sampled; // one value is one in a sixteenth of the pixels too
    cv::resize(luma, sampled, {}, 0.25, 0.25, cv::INTER_NEAREST);
    cv::resize(outside, mask, sampled.size(), 0, 0, cv::INTER_NEAREST);
    const int all = cv::countNonZero(mask);
    const double value = cv::mean(sampled, mask)[0];
    cv::Mat same;
    cv::absdiff(sampled, cv::Scalar(std::round(value)), same);
    if (all < leastBackground * int(sampled.total()) ||
        cv::countNonZero((same <= 1) & mask) < blankShare * all)
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

/// Adds one row's answers to a filter that straight edges and slopes leave at 0 (Immerkaer 1996), and its
/// black and white pixels. Plain loops: they become vector instructions.
void addNoise(const uchar *here, std::size_t step, int end, std::int16_t *bends, std::uint16_t *sums,
              std::uint16_t *clipped)
{
    const uchar *above = here - step;
    const uchar *below = here + step;
    for (int x = 0; x <= end; ++x)
        bends[x] = std::int16_t(above[x] - 2 * here[x] + below[x]);
    for (int x = 1; x < end; ++x)
        sums[x] = std::uint16_t(sums[x] + std::abs(bends[x - 1] - 2 * bends[x] + bends[x + 1]));
    for (int x = 1; x < end; ++x)
        clipped[x] = std::uint16_t(clipped[x] + (here[x] >= 253 || here[x] <= 2 ? 1 : 0));
}
} // namespace

cv::Mat noiseLevels(const cv::Mat &luma)
{
    const cv::Size cells(luma.cols / noiseCell, luma.rows / noiseCell);
    cv::Mat levels(cells, CV_32F, cv::Scalar(-1));
    constexpr double perMean = 1.2533 / 6; // mean amount to standard deviation; the kernel's length
    const int end = luma.cols - 1;
    std::vector<std::int16_t> bends(std::size_t(luma.cols)); // second differences down
    std::vector<std::uint16_t> sums(std::size_t(luma.cols)); // of a cell's rows, by column
    std::vector<std::uint16_t> clipped(std::size_t(luma.cols));
    for (int row = 0; row < cells.height; ++row) {
        std::fill(sums.begin(), sums.end(), std::uint16_t{0});
        std::fill(clipped.begin(), clipped.end(), std::uint16_t{0});
        const int top = std::max(1, row * noiseCell);
        const int bottom = std::min(luma.rows - 1, (row + 1) * noiseCell);
        for (int y = top; y < bottom; ++y)
            addNoise(luma.ptr(y), luma.step, end, bends.data(), sums.data(), clipped.data());
        for (int column = 0; column < cells.width; ++column) {
            const auto left = std::size_t(std::max(1, column * noiseCell));
            const auto right = std::size_t(std::min(end, (column + 1) * noiseCell));
            const int sum = std::accumulate(sums.data() + left, sums.data() + right, 0);
            const int extremes = std::accumulate(clipped.data() + left, clipped.data() + right, 0);
            const int counted = std::max(0, bottom - top) * int(right - left);
            if (extremes * 16 <= counted && counted > 0)
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
