// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/editing_reader.h"

#include "engine/facts/stage_timer.h"
#include "engine/forensics/copy_move.h"
#include "engine/forensics/history_cues.h"
#include "engine/forensics/metadata.h"
#include "engine/forensics/noise.h"
#include "engine/forensics/painted_paper.h"
#include "engine/forensics/portrait_border.h"
#include "engine/forensics/print_cuts.h"
#include "engine/forensics/shifted_grid.h"
#include "engine/forensics/value_cues.h"

#include <opencv2/imgproc.hpp>

#include <functional>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 mostPixels = 64'000'000; ///< of a JPEG whose coefficients are all held at once

/// Reads one kind of traces and notes its time.
class Search
{
public:
    Search(facts::Editing &editing, QMap<QString, double> &stageMs) : m_editing(editing), m_stageMs(stageMs)
    {
    }

    void run(const QString &stage, const std::function<QList<facts::EditingCue>()> &read)
    {
        const facts::StageTimer timer(m_stageMs, u"editing."_s + stage);
        m_editing.cues += read();
    }

private:
    facts::Editing &m_editing;
    QMap<QString, double> &m_stageMs;
};

QList<facts::EditingCue> compressionCues(const QByteArray &bytes, const cv::Mat &bgr, const cv::Mat &luma,
                                         const QPolygonF &document)
{
    const std::optional<JpegCoefficients> stored = readCoefficients(bytes, mostPixels);
    if (!stored)
        return {};
    const StoredFrame frame{stored->size, readMetadata(bytes).orientation};
    const std::optional<CompressionHistory> history =
        compressionHistory(*stored, frame.toStored(bgr), frame.toStored(luma));
    return history ? historyCues(*history, frame, document) : QList<facts::EditingCue>();
}

/// Block grids are those of the picture as its file stores it.
QList<facts::EditingCue> gridsAsStored(const QByteArray &bytes, const cv::Mat &luma,
                                       const QPolygonF &document)
{
    StoredFrame frame{QSize(luma.cols, luma.rows), readMetadata(bytes).orientation};
    if (frame.orientation > 4) // on its side
        frame.stored.transpose();
    QList<facts::EditingCue> cues = gridCues(frame.toStored(luma), frame.toStored(document));
    for (facts::EditingCue &cue : cues) {
        for (QPolygonF &region : cue.regions)
            region = frame.toUpright(region);
    }
    return cues;
}
} // namespace

facts::Editing readEditing(const QByteArray &bytes, const image::Picture &picture, const KnownPlaces &known,
                           QMap<QString, double> &stageMs)
{
    const QPolygonF &document = known.document;
    facts::Editing editing;
    Search search(editing, stageMs);
    search.run(u"metadata"_s, [&] { return metadataCues(bytes, picture.bgr, picture.fullSize); });
    if (picture.scale != 1)
        return editing; // pixels that were averaged tell neither of compression nor of noise
    cv::Mat luma;
    search.run(u"compression"_s, [&] {
        cv::cvtColor(picture.bgr, luma, cv::COLOR_BGR2GRAY);
        return compressionCues(bytes, picture.bgr, luma, document);
    });
    search.run(u"noise"_s, [&] { return noiseCues(luma, noiseLevels(luma), document); });
    if (document.size() < 3)
        return editing; // born digital, print repeats pixel by pixel, and pictures have grids of their own
    search.run(u"grid"_s, [&] { return gridsAsStored(bytes, luma, document); });
    Sheet sheet;
    std::vector<cv::Rect> lines;
    search.run(u"paper"_s, [&] {
        sheet = sheetOf(luma, document);
        lines = printLines(sheet.page);
        return paperCues(sheet, lines);
    });
    search.run(u"cuts"_s, [&] { return cutCues(luma, sheet, lines); });
    std::vector<ValuePrint> prints;
    search.run(u"values"_s, [&] {
        prints = valuePrints(luma, known.values);
        return valueCues(sheet, known.values, prints);
    });
    search.run(u"border"_s,
               [&] { return borderCues(luma, document, sheet, known.faces, usualEdgeWidth(prints)); });
    search.run(u"copies"_s, [&] { return copyCues(luma, document, known.fillers); });
    return editing;
}

} // namespace scrutineer::forensics
