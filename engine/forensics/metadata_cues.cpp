// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/content_credentials.h"
#include "engine/forensics/editors.h"
#include "engine/forensics/jpeg_tables.h"
#include "engine/forensics/metadata.h"

#include <QCoreApplication>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr double surely = 1;
constexpr double perhaps = 0.5;
constexpr qsizetype largestThumbnail = 1 << 20;
constexpr int thumbnailSide = 64; ///< pixels at which thumbnail and picture are compared

Sentence say(const char *text, const QStringList &values = {})
{
    return {QString::fromUtf8(text), values};
}

void addEditor(QList<EditingCue> &cues, const Metadata &metadata)
{
    EditingCue cue;
    cue.name = u"editor"_s;
    for (const QString &text : metadata.programs) {
        const auto program = programNamedIn(text);
        const double score = !program ? 0 : program->kind == ProgramKind::Developer ? perhaps : surely;
        if (score <= cue.score)
            continue;
        cue.score = score;
        cue.seen =
            program->kind == ProgramKind::Generator
                ? say(QT_TRANSLATE_NOOP("scrutineer", "The file names %1, a program that makes pictures."),
                      {program->name})
                : say(QT_TRANSLATE_NOOP("scrutineer", "The file names the image editor %1 (\"%2\")."),
                      {program->name, text.left(60)});
        if (program->kind == ProgramKind::Developer)
            cue.seen =
                say(QT_TRANSLATE_NOOP("scrutineer", "The file was saved by %1, which can edit pictures."),
                    {program->name});
    }
    if (cue.score > 0)
        cues.append(cue);
}

void addCredentials(QList<EditingCue> &cues, const QByteArray &bytes)
{
    const auto credentials = readContentCredentials(bytes);
    if (!credentials)
        return;
    EditingCue cue;
    cue.name = u"credentials"_s;
    const QString generator = credentials->generator.isEmpty() ? u"?"_s : credentials->generator;
    const auto named = programNamedIn(generator + u' ' + credentials->agents.join(u' '));
    if (credentials->tellOfGeneration()) {
        cue.score = surely;
        cue.seen =
            say(QT_TRANSLATE_NOOP("scrutineer",
                                  "Content credentials by %1 say that a program made this picture (%2)."),
                {generator, credentials->sourceTypes.join(u", "_s)});
    } else if (credentials->tellOfEditing() || (named && named->kind != ProgramKind::Developer)) {
        cue.score = surely;
        cue.seen =
            say(QT_TRANSLATE_NOOP("scrutineer", "Content credentials by %1 say that it was edited (%2)."),
                {generator, credentials->actions.join(u", "_s)});
    } else {
        cue.seen = say(QT_TRANSLATE_NOOP("scrutineer", "Content credentials by %1 tell of no editing (%2)."),
                       {generator, credentials->actions.join(u", "_s)});
    }
    cues.append(cue);
}

void addWriter(QList<EditingCue> &cues, const Metadata &metadata)
{
    if (metadata.hasPhotoshopRecords) {
        cues.append({u"writer"_s,
                     surely,
                     say(QT_TRANSLATE_NOOP("scrutineer", "The file has records that only Photoshop writes.")),
                     0,
                     {}});
    }
}

/// A file that says it comes from a camera, but was not written by one.
void addCamera(QList<EditingCue> &cues, const Metadata &metadata, const QSize &stored)
{
    if (metadata.make.isEmpty() && metadata.model.isEmpty())
        return;
    const QString camera = metadata.model.isEmpty() ? metadata.make : metadata.model;
    EditingCue cue{u"camera"_s, 0, {}, 0, {}};
    const QSize noted = metadata.notedSize;
    const auto aspect = [](const QSize &size) {
        return double(std::max(size.width(), size.height())) / std::min(size.width(), size.height());
    };
    if (!noted.isEmpty() && std::abs(aspect(noted) / aspect(stored) - 1) > 0.02) {
        cue.score = surely;
        cue.seen = say(
            QT_TRANSLATE_NOOP("scrutineer",
                              "The camera %1 noted %2 x %3 pixels, the file has another shape: it was cut."),
            {camera, QString::number(noted.width()), QString::number(noted.height())});
    } else if (metadata.hasAdobeMarker) {
        cue.score = surely;
        cue.seen =
            say(QT_TRANSLATE_NOOP("scrutineer",
                                  "The file names the camera %1, but was written as Adobe's programs write."),
                {camera});
    }
    if (cue.score > 0)
        cues.append(cue);
}

/// A file that names a camera, in its full size, but was compressed as its cameras do not: by the Independent
/// JPEG Group's tables, which Apple's do not use, or progressively, as none does. The score is the quality on
/// that scale. The best ones have hardly more than ones in their tables, as any program's have.
void addTables(QList<EditingCue> &cues, const Metadata &metadata, const QByteArray &bytes)
{
    constexpr int bestTold = 98;
    const std::optional<JpegTables> tables =
        metadata.notedSize.isEmpty() || metadata.make.isEmpty() ? std::nullopt : readJpegTables(bytes);
    if (!tables || !tables->standardQuality || *tables->standardQuality > bestTold ||
        (metadata.notedSize != tables->size && metadata.notedSize.transposed() != tables->size))
        return;
    const bool isApple = metadata.make.compare(u"Apple"_s, Qt::CaseInsensitive) == 0;
    if (!isApple && !tables->isProgressive)
        return;
    cues.append(
        {u"tables"_s,
         double(*tables->standardQuality),
         say(QT_TRANSLATE_NOOP("scrutineer", "The file names a camera by %1, but another program "
                                             "compressed it anew in its full size, at a quality of %2."),
             {metadata.make, QString::number(*tables->standardQuality)}),
         0,
         {}});
}

/// Correlation of two small grey pictures; the second without the bars that fill a thumbnail up.
double likeness(const cv::Mat &picture, const cv::Mat &thumbnail)
{
    const double aspect = double(picture.cols) / picture.rows;
    cv::Rect part(0, 0, thumbnail.cols, thumbnail.rows);
    if (thumbnail.cols > aspect * thumbnail.rows + 1)
        part.width = std::max(8, int(aspect * thumbnail.rows));
    else if (thumbnail.rows > thumbnail.cols / aspect + 1)
        part.height = std::max(8, int(thumbnail.cols / aspect));
    part.x = (thumbnail.cols - part.width) / 2;
    part.y = (thumbnail.rows - part.height) / 2;
    cv::Mat a;
    cv::Mat b;
    cv::resize(picture, a, {thumbnailSide, thumbnailSide}, 0, 0, cv::INTER_AREA);
    cv::resize(thumbnail(part & cv::Rect({}, thumbnail.size())), b, {thumbnailSide, thumbnailSide}, 0, 0,
               cv::INTER_AREA);
    cv::GaussianBlur(a, a, {}, 1);
    cv::GaussianBlur(b, b, {}, 1);
    cv::Mat result;
    cv::matchTemplate(a, b, result, cv::TM_CCOEFF_NORMED);
    return result.at<float>(0);
}

} // namespace

std::optional<facts::EditingCue> thumbnailCue(const Metadata &metadata, const cv::Mat &upright)
{
    if (metadata.thumbnail.isEmpty() || metadata.thumbnail.size() > largestThumbnail || upright.empty())
        return std::nullopt;
    const cv::Mat bytes(1, int(metadata.thumbnail.size()), CV_8U,
                        const_cast<char *>(metadata.thumbnail.constData()));
    const cv::Mat thumbnail = cv::imdecode(bytes, cv::IMREAD_GRAYSCALE | cv::IMREAD_IGNORE_ORIENTATION);
    if (thumbnail.empty() || std::min(thumbnail.cols, thumbnail.rows) < 16)
        return std::nullopt;
    cv::Mat small;
    cv::resize(upright, small, {}, 256.0 / upright.cols, 256.0 / upright.cols, cv::INTER_AREA);
    cv::cvtColor(small, small, cv::COLOR_BGR2GRAY);
    double best = -1;
    for (int turns = 0; turns < 4; ++turns) { // viewers turn pictures and forget the thumbnail
        best = std::max(best, likeness(small, thumbnail));
        cv::rotate(small, small, cv::ROTATE_90_CLOCKWISE);
    }
    const double score = 1 - std::max(0.0, best);
    return EditingCue{u"thumbnail"_s,
                      score,
                      say(QT_TRANSLATE_NOOP(
                          "scrutineer", "The preview inside the file shows another picture than the file.")),
                      0,
                      {}};
}

QList<EditingCue> metadataCues(const QByteArray &bytes, const cv::Mat &upright, const QSize &fullSize)
{
    const Metadata metadata = readMetadata(bytes);
    QList<EditingCue> cues;
    addEditor(cues, metadata);
    addCredentials(cues, bytes);
    addWriter(cues, metadata);
    addCamera(cues, metadata, fullSize);
    addTables(cues, metadata, bytes);
    if (const std::optional<EditingCue> cue = thumbnailCue(metadata, upright))
        cues.append(*cue);
    return cues;
}

} // namespace scrutineer::forensics
