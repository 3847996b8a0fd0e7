// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/history_cues.h"

#include "engine/forensics/median.h"
#include "engine/forensics/outlines.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr std::array windows{5, 11}; ///< blocks: a line of print, and where the picture tells little
constexpr double farOff = 5;         ///< standard deviations from what the earlier compression would leave
constexpr double farApart = 5;       ///< standard deviations between with and without, for a window to tell
constexpr double likeWithout =
    0.35;                          ///< share of the evidence that is expected without the earlier compression
constexpr double leastOfPart = 12; ///< nats of a part to be named
constexpr double besideTheBest = 0.1; ///< parts with less of the best one's evidence are left out
constexpr double heldBy = 0.6; ///< share of the telling windows that the earlier compression must explain
constexpr double clearlyApart =
    0.6; ///< share of the evidence expected of two pictures: the document and its background are two
constexpr int nearby = 3; ///< blocks between parts that are one
constexpr std::size_t mostParts = 6;

cv::Mat sumsOf(const cv::Mat &map, int side)
{
    cv::Mat sums;
    cv::boxFilter(map, sums, CV_32F, {side, side}, {-1, -1}, false, cv::BORDER_CONSTANT);
    return sums;
}

/// What a window holds.
struct Windows
{
    cv::Mat found;
    cv::Mat expected;
    cv::Mat spread;
    cv::Mat without;

    Windows(const CompressionHistory &history, int side)
        : found(sumsOf(history.blocks, side)), expected(sumsOf(history.expected, side)),
          spread(sumsOf(history.spread, side)), without(sumsOf(history.without, side))
    {
    }
};

/// How the picture's own blocks differ from the model, which pictures with much contrast stretch.
struct Fit
{
    double mean = 1;   ///< factor of the expected evidence
    double spread = 1; ///< factor of its variance
    double held = 0;   ///< share of the windows that the earlier compression explains
};

std::optional<Fit> fitOf(const Windows &at, const cv::Mat &counted)
{
    constexpr std::size_t leastWindows = 60;
    std::vector<double> ratios;
    int held = 0;
    for (int row = 0; row < at.found.rows; row += 2) {
        for (int column = 0; column < at.found.cols; column += 2) {
            const double expected = double(at.expected.at<float>(row, column));
            if (expected < 4 || counted.at<uchar>(row, column) == 0)
                continue;
            ratios.push_back(double(at.found.at<float>(row, column)) / expected);
            held += ratios.back() > 0 ? 1 : 0;
        }
    }
    if (ratios.size() < leastWindows)
        return std::nullopt;
    Fit fit;
    fit.held = held / double(ratios.size());
    fit.mean = std::clamp(medianOf(ratios), 0.2, 1.6);
    std::vector<double> offs;
    for (int row = 0; row < at.found.rows; row += 2) {
        for (int column = 0; column < at.found.cols; column += 2) {
            const double expected = double(at.expected.at<float>(row, column));
            if (expected >= 4 && counted.at<uchar>(row, column) != 0)
                offs.push_back(std::abs(double(at.found.at<float>(row, column)) - fit.mean * expected) /
                               std::sqrt(double(at.spread.at<float>(row, column)) + 1e-6));
        }
    }
    fit.spread = std::max(1.0, std::pow(1.4826 * medianOf(offs), 2));
    return fit;
}

/// Windows that look as if they had not been compressed earlier.
cv::Mat strangeWindows(const Windows &at, const Fit &fit)
{
    cv::Mat mask(at.found.size(), CV_8U, cv::Scalar(0));
    for (int row = 0; row < mask.rows; ++row) {
        for (int column = 0; column < mask.cols; ++column) {
            const double found = double(at.found.at<float>(row, column));
            const double with = fit.mean * double(at.expected.at<float>(row, column));
            const double without = double(at.without.at<float>(row, column));
            const double deviation = std::sqrt(fit.spread * double(at.spread.at<float>(row, column)) + 1e-6);
            if (found < likeWithout * without && found < with - farOff * deviation &&
                with - without > farApart * deviation)
                mask.at<uchar>(row, column) = 255;
        }
    }
    return mask;
}

struct Part
{
    double evidence = 0;
    std::vector<cv::Point> cells;
};

/// Connected parts of a mask, with the blocks in them that speak against the earlier compression.
std::vector<Part> partsOf(const CompressionHistory &history, const cv::Mat &mask)
{
    cv::Mat joined;
    cv::morphologyEx(mask, joined, cv::MORPH_CLOSE, cv::Mat::ones(2 * nearby + 1, 2 * nearby + 1, CV_8U));
    cv::Mat labels;
    const int count = cv::connectedComponents(joined, labels, 8, CV_32S);
    const cv::Mat near = sumsOf(history.blocks, 3);
    const cv::Mat nearWithout = sumsOf(history.without, 3);
    std::vector<Part> parts(std::size_t(std::max(0, count - 1)));
    for (int row = 0; row < labels.rows; ++row) {
        for (int column = 0; column < labels.cols; ++column) {
            const int label = labels.at<int>(row, column);
            if (label == 0)
                continue;
            Part &part = parts[std::size_t(label - 1)];
            part.evidence -= double(history.blocks.at<float>(row, column));
            if (history.blocks.at<float>(row, column) < 0 &&
                near.at<float>(row, column) < std::min(-1.0F, 0.3F * nearWithout.at<float>(row, column)))
                part.cells.emplace_back(column, row);
        }
    }
    std::erase_if(parts, [](const Part &part) { return part.evidence < leastOfPart || part.cells.empty(); });
    std::sort(parts.begin(), parts.end(),
              [](const Part &a, const Part &b) { return a.evidence > b.evidence; });
    return parts;
}

EditingCue ghostCue(const std::vector<Part> &parts, const StoredFrame &frame, const QPolygonF &document)
{
    EditingCue cue;
    cue.name = u"ghosts"_s;
    cue.score = parts.front().evidence;
    cue.seen = {
        QString::fromLatin1(QT_TRANSLATE_NOOP(
            "scrutineer", "Part of the picture was compressed differently from the rest: it came later.")),
        {}};
    const double angle = angleOf(frame.toStored(document));
    for (std::size_t i = 0; i < std::min(parts.size(), mostParts); ++i) {
        if (parts[i].evidence >= besideTheBest * parts.front().evidence)
            cue.regions.append(frame.toUpright(rectangleAround(parts[i].cells, blockSide, angle)));
    }
    return cue;
}

double sumUnder(const cv::Mat &map, const cv::Mat &mask)
{
    return cv::mean(map, mask)[0] * cv::countNonZero(mask);
}

/// Whether one of inside and outside has the earlier compression and the other has not: 1 as the model
/// expects. Evidence of far more than that has another cause: on dark cloth beside a barcode, whose bars look
/// like an earlier compression, it was 4.
double apart(const CompressionHistory &history, const cv::Mat &inside, const cv::Mat &outside)
{
    constexpr double enough = 40; // nats that could be told
    const double with = sumUnder(history.expected, inside);
    const double without = -sumUnder(history.without, outside);
    if (with < enough || without < enough)
        return 0;
    constexpr double atMost = 1.5;
    const double holds = sumUnder(history.blocks, inside) / with;
    const double lacks = -sumUnder(history.blocks, outside) / without;
    return std::max(holds, lacks) > atMost ? 0 : std::min(holds, lacks);
}

/// The document and what is beside it, as pictures of different histories.
std::optional<EditingCue> backgroundCue(const CompressionHistory &history, const StoredFrame &frame,
                                        const QPolygonF &document, const cv::Mat &inside,
                                        const cv::Mat &outside)
{
    const double score = std::max(apart(history, inside, outside), apart(history, outside, inside));
    if (score <= 0)
        return std::nullopt;
    const QSizeF upright =
        frame.toUpright(QPolygonF(QRectF(QPointF(), QSizeF(frame.stored)))).boundingRect().size();
    return EditingCue{u"background"_s,
                      score,
                      {QString::fromLatin1(QT_TRANSLATE_NOOP(
                           "scrutineer", "The document and its background come from different pictures.")),
                       {}},
                      0,
                      {frameWithout(upright.toSize(), document)}};
}
} // namespace

QList<EditingCue> historyCues(const CompressionHistory &history, const StoredFrame &frame,
                              const QPolygonF &document)
{
    QList<EditingCue> cues;
    cv::Mat counted(history.blocks.size(), CV_8U, cv::Scalar(255));
    if (document.size() >= 3) {
        const cv::Mat margin = cv::Mat::ones(5, 5, CV_8U);
        const cv::Mat inside = cellsInside(frame.toStored(document), history.blocks.size(), blockSide);
        cv::Mat deep;
        cv::erode(inside, deep, margin, {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
        cv::dilate(inside, counted, margin);
        if (const auto cue = backgroundCue(history, frame, document, deep, counted == 0))
            cues.append(*cue);
        if (!cues.isEmpty() && cues.first().score >= clearlyApart)
            return cues; // what differs inside differs because of it
    }
    cv::Mat strange(history.blocks.size(), CV_8U, cv::Scalar(0));
    for (const int side : windows) {
        const Windows at(history, side);
        const std::optional<Fit> fit = fitOf(at, counted);
        if (fit && fit->held >= heldBy)
            strange |= strangeWindows(at, *fit);
    }
    strange &= counted;
    const std::vector<Part> parts = partsOf(history, strange);
    if (!parts.empty())
        cues.append(ghostCue(parts, frame, document));
    return cues;
}

} // namespace scrutineer::forensics
