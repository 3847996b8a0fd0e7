// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/document_reader.h"

#include "engine/facts/readers/document_type.h"
#include "engine/facts/readers/printed_fields.h"
#include "engine/facts/readers/text_layout.h"
#include "engine/image/document_quad.h"
#include "engine/image/quality.h"
#include "engine/text/mrz_decoder.h"
#include "engine/text/mrz_reader.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int textWidth = 1200;          ///< pixels at which print is read: 0.3 to 0.5 s a card
constexpr int mrzWidth = 1600;           ///< pixels at which the machine-readable zone is looked for
constexpr double enoughLetters = 24;     ///< confident letters that show which way is up
constexpr double leastConfidence = 0.25; ///< of an OCR word

NotRead nothing(const char *why)
{
    return NotRead{Cause::NothingFound, Sentence{QString::fromLatin1(why), {}}};
}

QPolygonF frameOf(const QSize &size)
{
    const QPointF corner(size.width(), size.height());
    return QPolygonF(QList<QPointF>{{0, 0}, {corner.x(), 0}, corner, {0, corner.y()}});
}

/// The document as OCR reads it and how it lies.
struct Upright
{
    image::Rectified view;
    int quarterTurns = 0;
    QList<LaidLine> lines; ///< pixels of view
    double letters = 0;    ///< in words that OCR is sure of
};

Upright readTurned(const image::Picture &picture, const QPolygonF &quad, int quarterTurns, ReaderTools &tools)
{
    Upright upright;
    upright.quarterTurns = quarterTurns;
    upright.view = image::rectify(picture, quad, textWidth, quarterTurns);
    if (upright.view.bgr.empty())
        return upright;
    cv::Mat grey;
    cv::cvtColor(upright.view.bgr, grey, cv::COLOR_BGR2GRAY);
    text::OcrRequest request;
    request.resolution = 300;
    const Result<QList<text::OcrLine>> read = tools.ocr.read(grey, request);
    if (!read)
        return upright;
    QList<PlacedWord> words;
    for (const text::OcrLine &line : *read) {
        for (const text::OcrWord &word : line.words) {
            if (word.confidence < leastConfidence)
                continue;
            words += PlacedWord{word.text, word.box, word.confidence};
            const bool sure = word.confidence > 0.75 && word.text.size() >= 3;
            const qsizetype letters = std::count_if(word.text.begin(), word.text.end(),
                                                    [](QChar c) { return c.isLetterOrNumber(); });
            upright.letters += sure ? static_cast<double>(letters) : 0;
        }
    }
    upright.lines = laidOut(words);
    return upright;
}

/// Reads with the likeliest side up; tries the others where that gives hardly any text.
Upright readUpright(const image::Picture &picture, const QPolygonF &quad, const QList<int> &turns,
                    ReaderTools &tools)
{
    Upright best;
    for (const int turn : turns) {
        const Upright upright = readTurned(picture, quad, turn, tools);
        if (upright.letters > best.letters || best.view.bgr.empty())
            best = upright;
        if (best.letters >= enoughLetters)
            break;
    }
    return best;
}

PrintedField toPrinted(const FoundField &field, const image::Rectified &view)
{
    const cv::Rect2d box(field.box.x(), field.box.y(), field.box.width(), field.box.height());
    return PrintedField{field.value, TextLine{field.text, view.mapToFull(box), 0, field.confidence}};
}

QList<TextLine> toFull(const Upright &upright)
{
    QList<TextLine> lines;
    for (const LaidLine &line : upright.lines) {
        const cv::Rect2d box(line.box.x(), line.box.y(), line.box.width(), line.box.height());
        lines += TextLine{line.text, upright.view.mapToFull(box), 0, line.confidence};
    }
    return lines;
}

struct MrzFound
{
    Mrz mrz;
    int quarterTurns = 0;
};

std::optional<MrzFound> readZone(const image::Picture &picture, const QPolygonF &quad, bool isTall,
                                 ReaderTools &tools)
{
    const QList<int> turns = isTall ? QList<int>{1, 0} : QList<int>{0};
    std::optional<MrzFound> best;
    for (const int turn : turns) {
        const image::Rectified view = image::rectify(picture, quad, mrzWidth, turn);
        if (view.bgr.empty())
            continue;
        std::optional<text::MrzFinding> found = text::readMrz(view.bgr, tools.ocr, tools.day);
        if (!found)
            continue;
        for (QPolygonF &region : found->mrz.lineRegions) {
            for (QPointF &corner : region)
                corner = view.mapToFull(cv::Point2d(corner.x(), corner.y()));
        }
        const MrzFound zone{found->mrz, (turn + found->quarterTurns) % 4};
        if (zone.mrz.verified)
            return zone;
        if (!best)
            best = zone;
    }
    return best;
}

/// Where the document lies and how well it was taken.
struct Place
{
    QPolygonF quad; ///< the frame where no document was found
    bool isTall = false;
    bool isFrame = true;
};

Place locate(const image::Picture &picture, Document &document, ReaderTools &tools)
{
    Place place;
    place.quad = frameOf(picture.fullSize);
    place.isTall = picture.fullSize.height() > picture.fullSize.width();
    const Reading<image::FoundDocument> found = [&] {
        const StageTimer timer(tools.stageMs, u"quad"_s);
        return image::findDocument(picture);
    }();
    if (!found) {
        document.quad = found.missing();
        return place;
    }
    document.quad = found->quad;
    document.fillsFrame = found->fillsFrame;
    place.quad = found->quad;
    place.isTall = found->aspect < 1;
    place.isFrame = found->fillsFrame;
    const StageTimer timer(tools.stageMs, u"quality"_s);
    document.quality = image::measureQuality(picture, place.quad);
    return place;
}

std::optional<MrzFound> findZone(const image::Picture &picture, const Place &place, ReaderTools &tools)
{
    const StageTimer timer(tools.stageMs, u"mrz"_s);
    std::optional<MrzFound> zone = readZone(picture, place.quad, place.isTall, tools);
    if (!zone && !place.isFrame)
        zone = readZone(picture, frameOf(picture.fullSize), false, tools);
    return zone;
}

Reading<TypeGuess> typeOf(std::optional<TypeGuess> guess, const image::Rectified &view)
{
    if (!guess)
        return nothing(QT_TRANSLATE_NOOP("scrutineer",
                                         "Neither a code nor a word tells what kind of document this is."));
    if (guess->grounds == "words"_L1) {
        const QRectF box = guess->source.region.boundingRect();
        guess->source.region = view.mapToFull(cv::Rect2d(box.x(), box.y(), box.width(), box.height()));
    }
    return *guess;
}

} // namespace

Document readDocument(const image::Picture &picture, ReaderTools &tools)
{
    Document document;
    const Place place = locate(picture, document, tools);
    const std::optional<MrzFound> zone = findZone(picture, place, tools);
    const std::optional<Mrz> mrz = zone ? std::optional(zone->mrz) : std::nullopt;
    document.mrz =
        zone ? Reading<Mrz>(zone->mrz)
             : Reading<Mrz>(nothing(QT_TRANSLATE_NOOP("scrutineer", "No machine-readable zone was found.")));

    const StageTimer timer(tools.stageMs, u"text"_s);
    QList<int> turns = place.isTall ? QList<int>{1, 3, 0, 2} : QList<int>{0, 2, 1, 3};
    if (mrz && mrz->verified)
        turns = {zone->quarterTurns};
    const Upright upright = readUpright(picture, place.quad, turns, tools);
    if (upright.lines.isEmpty())
        document.text = nothing(QT_TRANSLATE_NOOP("scrutineer", "No text could be read on the document."));
    else
        document.text = toFull(upright);
    const std::optional<TypeGuess> guess = guessType(mrz, upright.lines);
    document.type = typeOf(guess, upright.view);
    const DocumentHints hints{guess ? guess->type : DocumentType::Other, guessIssuer(mrz, upright.lines),
                              tools.day};
    const QMap<QString, FoundField> fields = printedFields(upright.lines, hints);
    for (auto field = fields.begin(); field != fields.end(); ++field)
        document.printed[field.key()] = toPrinted(field.value(), upright.view);
    if (!hints.issuer.isEmpty())
        document.printed[u"issuer"_s] = PrintedField{hints.issuer, {}};
    return document;
}

} // namespace scrutineer::facts
