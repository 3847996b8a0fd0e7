// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/history_cues.h"

#include "engine/forensics/outlines.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr int window = 5;              ///< blocks: half the height of a line of print
constexpr double leastInWindow = 6;    ///< nats against the earlier compression in one window
constexpr double leastOfPart = 12;     ///< nats of a part to be named
constexpr double besideTheBest = 0.12; ///< parts with less of the best one's evidence are left out
constexpr std::size_t mostParts = 6;

struct Part
{
    double evidence = 0;
    std::vector<cv::Point> cells;
};

/// Connected parts whose windows speak against the earlier compression.
std::vector<Part> partsOf(const cv::Mat &blocks)
{
    cv::Mat sums;
    cv::boxFilter(blocks, sums, CV_32F, {window, window}, {-1, -1}, false, cv::BORDER_CONSTANT);
    cv::Mat mask = sums < -leastInWindow;
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::Mat::ones(window, window, CV_8U));
    cv::Mat labels;
    const int count = cv::connectedComponents(mask, labels, 8, CV_32S);
    cv::Mat near;
    cv::boxFilter(blocks, near, CV_32F, {3, 3}, {-1, -1}, false, cv::BORDER_CONSTANT);
    std::vector<Part> parts(std::size_t(std::max(0, count - 1)));
    for (int row = 0; row < labels.rows; ++row) {
        for (int column = 0; column < labels.cols; ++column) {
            const int label = labels.at<int>(row, column);
            if (label == 0)
                continue;
            Part &part = parts[std::size_t(label - 1)];
            part.evidence -= double(blocks.at<float>(row, column));
            if (blocks.at<float>(row, column) < -0.5F && near.at<float>(row, column) < -1)
                part.cells.emplace_back(column, row);
        }
    }
    std::erase_if(parts, [](const Part &part) { return part.evidence < leastOfPart || part.cells.empty(); });
    std::sort(parts.begin(), parts.end(),
              [](const Part &a, const Part &b) { return a.evidence > b.evidence; });
    return parts;
}

/// Nats per telling coefficient under a mask, by the weights.
double meanEvidence(const CompressionHistory &history, const cv::Mat &mask)
{
    const double weight = cv::mean(history.weights, mask)[0];
    return weight > 0 ? cv::mean(history.blocks, mask)[0] / weight : 0;
}

EditingCue ghostCue(const std::vector<Part> &parts, const StoredFrame &frame)
{
    EditingCue cue;
    cue.name = u"ghosts"_s;
    cue.score = parts.front().evidence;
    cue.seen = {
        QString::fromLatin1(QT_TRANSLATE_NOOP(
            "scrutineer", "Part of the picture was compressed differently from the rest: it came later.")),
        {}};
    for (std::size_t i = 0; i < std::min(parts.size(), mostParts); ++i) {
        if (parts[i].evidence >= besideTheBest * parts.front().evidence)
            cue.regions.append(frame.toUpright(rectangleAround(parts[i].cells, blockSide)));
    }
    return cue;
}
} // namespace

QList<EditingCue> historyCues(const CompressionHistory &history, const StoredFrame &frame,
                              const QPolygonF &document)
{
    QList<EditingCue> cues;
    cv::Mat blocks = history.blocks;
    if (document.size() >= 3) {
        cv::Mat inside = cellsInside(frame.toStored(document), blocks.size(), blockSide);
        cv::Mat deep;
        cv::erode(inside, deep, cv::Mat::ones(5, 5, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
        cv::dilate(inside, inside, cv::Mat::ones(5, 5, CV_8U));
        const cv::Mat outside = inside == 0;
        if (cv::countNonZero(outside) > 400 && cv::countNonZero(deep) > 400) {
            const double score = std::min(meanEvidence(history, deep), -meanEvidence(history, outside));
            cues.append({u"background"_s,
                         score,
                         {QString::fromLatin1(QT_TRANSLATE_NOOP(
                              "scrutineer", "The document and its background come from different pictures.")),
                          {}},
                         0,
                         {frameWithout(frame.toUpright(QPolygonF(QRectF(QPointF(), QSizeF(frame.stored))))
                                           .boundingRect()
                                           .size()
                                           .toSize(),
                                       document)}});
            blocks = blocks.clone();
            blocks.setTo(0, inside == 0);
        }
    }
    const std::vector<Part> parts = partsOf(blocks);
    if (!parts.empty())
        cues.append(ghostCue(parts, frame));
    return cues;
}

} // namespace scrutineer::forensics
