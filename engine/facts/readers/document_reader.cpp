// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/document_reader.h"

#include "engine/facts/readers/barcode_reader.h"
#include "engine/facts/readers/date_check.h"
#include "engine/facts/readers/document_type.h"
#include "engine/facts/readers/number_check.h"
#include "engine/facts/readers/printed_fields.h"
#include "engine/facts/readers/text_layout.h"
#include "engine/facts/readers/upright_text.h"
#include "engine/facts/readers/zone_reader.h"
#include "engine/image/document_quad.h"
#include "engine/image/quality.h"
#include "engine/text/fold.h"
#include "engine/text/mrz_decoder.h"

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

NotRead nothing(const char *why)
{
    return NotRead{Cause::NothingFound, Sentence{QString::fromLatin1(why), {}}};
}

QPolygonF frameOf(const QSize &size)
{
    const QPointF corner(size.width(), size.height());
    return QPolygonF(QList<QPointF>{{0, 0}, {corner.x(), 0}, corner, {0, corner.y()}});
}

PrintedField toPrinted(const FoundField &field, const image::Rectified &view)
{
    const cv::Rect2d box(field.box.x(), field.box.y(), field.box.width(), field.box.height());
    return PrintedField{field.value, TextLine{field.text, view.mapToFull(box), 0, field.confidence}};
}

QList<TextLine> toFull(const UprightText &upright)
{
    QList<TextLine> lines;
    for (const LaidLine &line : upright.lines) {
        const cv::Rect2d box(line.box.x(), line.box.y(), line.box.width(), line.box.height());
        lines += TextLine{line.text, upright.view.mapToFull(box), 0, line.confidence};
    }
    return lines;
}

std::optional<ZoneFound> timedZone(const image::Picture &picture, ReaderTools &tools)
{
    const StageTimer timer(tools.stageMs, u"mrz"_s);
    return readZone(picture, tools.day);
}

std::optional<ZoneFound> timedZone(const image::Picture &picture, const QPolygonF &quad,
                                   const image::Rectified &flat, ReaderTools &tools)
{
    const StageTimer timer(tools.stageMs, u"mrz"_s);
    return readZone(picture, quad, flat, tools.day);
}

/// Where the document lies and how well it was taken.
struct Place
{
    QPolygonF quad; ///< the frame where no document was found
    bool isFrame = true;
};

QStringList namesOf(Qt::Edges edges)
{
    QStringList names;
    const auto add = [&](Qt::Edge edge, const QString &name) {
        if (edges.testFlag(edge))
            names += name;
    };
    add(Qt::TopEdge, u"top"_s);
    add(Qt::RightEdge, u"right"_s);
    add(Qt::BottomEdge, u"bottom"_s);
    add(Qt::LeftEdge, u"left"_s);
    return names;
}

Place locate(const image::Picture &picture, Document &document, ReaderTools &tools)
{
    Place place;
    place.quad = frameOf(picture.fullSize);
    const Reading<QList<image::FoundDocument>> documents = [&] {
        const StageTimer timer(tools.stageMs, u"quad"_s);
        return image::findDocuments(picture);
    }();
    const StageTimer timer(tools.stageMs, u"quality"_s);
    if (!documents) {
        document.quad = documents.missing();
        document.quality = image::measureWithoutDocument(picture, documents.missing());
        return place;
    }
    const image::FoundDocument &found = documents->front();
    document.quad = found.quad;
    document.fillsFrame = found.fillsFrame;
    document.cutAt = namesOf(found.cutAt);
    for (const image::FoundDocument &other : documents->sliced(1))
        document.otherQuads += other.quad;
    place.quad = found.quad;
    place.isFrame = found.fillsFrame;
    document.quality = image::measureQuality(picture, place.quad, found.cutAt);
    return place;
}

Reading<Mrz> zoneIn(const std::optional<ZoneFound> &found, bool isCutOff, const QSize &fullSize)
{
    if (!found)
        return nothing(QT_TRANSLATE_NOOP("scrutineer", "No machine-readable zone was found."));
    if (found->isCut || (isCutOff && reachesFrame(found->mrz, fullSize)))
        return NotRead{Cause::TooPoor,
                       Sentence{QString::fromLatin1(QT_TRANSLATE_NOOP(
                                    "scrutineer", "The machine-readable zone goes on beyond the picture.")),
                                {}}};
    return found->mrz;
}

/// Whether the whole picture should be searched for a zone: the quad shows hardly any text, or OCR saw one.
bool mayHideZone(const UprightText &upright)
{
    return upright.letters < enoughLetters ||
           std::any_of(upright.lines.begin(), upright.lines.end(),
                       [](const LaidLine &line) { return text::looksLikeMrz(line.text); });
}

/// Where the issuer was read: a line of print, the barcode, or the zone's first line.
TextLine sourceOf(const IssuerGuess &issuer, const std::optional<text::AamvaCard> &card,
                  const Document &document, const UprightText &upright)
{
    if (issuer.line >= 0) {
        const LaidLine &line = upright.lines.at(issuer.line);
        const cv::Rect2d box(line.box.x(), line.box.y(), line.box.width(), line.box.height());
        return TextLine{line.text, upright.view.mapToFull(box), 0, line.confidence};
    }
    if (card && card->country == issuer.code)
        return TextLine{issuer.code, document.barcodes->constFirst().region, 0, 1};
    return TextLine{document.mrz->lines.value(0), document.mrz->lineRegions.value(0), 0, 1};
}

Reading<TypeGuess> typeOf(std::optional<TypeGuess> guess, const image::Rectified &view)
{
    if (!guess)
        return nothing(QT_TRANSLATE_NOOP("scrutineer",
                                         "Neither a code nor a word tells what kind of document this is."));
    if (guess->grounds == "words"_L1 || guess->grounds == "layout"_L1) {
        const QRectF box = guess->source.region.boundingRect();
        guess->source.region = view.mapToFull(cv::Rect2d(box.x(), box.y(), box.width(), box.height()));
    }
    return *guess;
}

std::optional<text::AamvaCard> aamvaOf(const Reading<QList<Barcode>> &barcodes)
{
    if (!barcodes)
        return std::nullopt;
    for (const Barcode &barcode : *barcodes) {
        if (const std::optional<text::AamvaCard> card = text::parseAamva(barcode.text))
            return card;
    }
    return std::nullopt;
}

QList<QDate> knownDates(const std::optional<Mrz> &mrz, const std::optional<text::AamvaCard> &card)
{
    QList<QDate> dates;
    const auto add = [&](const std::optional<QDate> &date) {
        if (date)
            dates += *date;
    };
    if (mrz) {
        add(mrz->fields.dateOfBirth);
        add(mrz->fields.expiresOn);
    }
    if (card) {
        add(card->dateOfBirth);
        add(card->issuedOn);
        add(card->expiresOn);
    }
    return dates;
}

/// OCR loses last letters more often than anybody prints a name without them: a printed name that only lacks
/// some of the zone's is left out.
bool isCutShort(const QString &printed, const QString &inZone)
{
    const QString name = text::fold(printed);
    const QString whole = text::fold(inZone);
    return whole.size() > name.size() && whole.startsWith(name) && whole.at(name.size()) != u' ';
}

/// Dates that differ from those of a verified zone, and dates that were hard to read, are read once more.
void checkDates(QMap<QString, FoundField> &fields, const UprightText &upright, const DocumentHints &hints,
                const std::optional<Mrz> &mrz, ReaderTools &tools)
{
    constexpr double sure = 0.9; // less does not contradict a zone
    const auto ofZone = [&](const QString &key) {
        if (!mrz || !mrz->verified || !mrz->checkDigits.value(key, false))
            return std::optional<QDate>();
        return key == "date_of_birth"_L1 ? mrz->fields.dateOfBirth : mrz->fields.expiresOn;
    };
    for (const QString &key : {u"date_of_birth"_s, u"expires_on"_s}) {
        const auto field = fields.find(key);
        if (field == fields.end())
            continue;
        std::optional<QDate> other = ofZone(key);
        const QDate date = QDate::fromString(field->value, Qt::ISODate);
        if (other == date)
            continue;
        if (!other && field->confidence >= sure)
            continue;
        if (const auto checked = checkedDate(*field, other, upright.page, hints, tools.ocr))
            *field = *checked;
        else if (other)
            fields.erase(field);
    }
}

QMap<QString, FoundField> checkedFields(const UprightText &upright, const DocumentHints &hints,
                                        const std::optional<Mrz> &mrz, ReaderTools &tools)
{
    QList<LaidLine> lines = upright.lines;
    confirmDates(lines, upright.page, hints, tools.ocr);
    QMap<QString, FoundField> fields = printedFields(lines, hints);
    const auto number = fields.find(u"number"_s);
    if (number != fields.end()) {
        const std::optional<FoundField> confirmed = confirmedNumber(*number, upright.view.bgr, tools.ocr);
        if (confirmed)
            *number = *confirmed;
        else
            fields.erase(number);
    }
    checkDates(fields, upright, hints, mrz, tools);
    if (mrz && isCutShort(fields.value(u"surname"_s).value, mrz->fields.surname))
        fields.remove(u"surname"_s);
    if (mrz && isCutShort(fields.value(u"given_names"_s).value, mrz->fields.givenNames))
        fields.remove(u"given_names"_s);
    return fields;
}

} // namespace

Document readDocument(const image::Picture &picture, ReaderTools &tools)
{
    Document document;
    const Place place = locate(picture, document, tools);
    const image::Rectified flat = [&] {
        const StageTimer timer(tools.stageMs, u"quad"_s);
        return readingView(picture, place.quad, 0);
    }();
    std::optional<ZoneFound> zone =
        place.isFrame ? timedZone(picture, tools) : timedZone(picture, place.quad, flat, tools);
    const bool zoneHere = zone.has_value();
    for (const QPolygonF &other : std::as_const(document.otherQuads)) {
        if (!zone)
            zone = timedZone(picture, other, readingView(picture, other, 0), tools);
    }
    document.barcodes = [&] {
        const StageTimer timer(tools.stageMs, u"barcodes"_s);
        return readBarcodes(picture, place.quad);
    }();
    // Straightening costs a little sharpness: what it does not verify may read better as it was taken.
    if (zoneHere && !zone->mrz.verified && !place.isFrame) {
        std::optional<ZoneFound> direct = timedZone(picture, tools);
        if (direct && direct->mrz.verified)
            zone = direct;
    }
    const bool upKnown = zoneHere && zone->mrz.verified && !zone->isCut;
    const std::optional<int> turns = upKnown ? std::optional(zone->quarterTurns) : std::nullopt;
    const QList<QPolygonF> known = upKnown ? zone->mrz.lineRegions : QList<QPolygonF>{};
    const UprightText upright = [&] {
        const StageTimer timer(tools.stageMs, u"text"_s);
        return readUpright(picture, place.quad, flat, turns, known, tools.ocr);
    }();
    if (!zone && !place.isFrame && mayHideZone(upright))
        zone = timedZone(picture, tools);
    document.mrz = zoneIn(zone, !document.cutAt.isEmpty(), picture.fullSize);
    const std::optional<Mrz> mrz = document.mrz ? std::optional(*document.mrz) : std::nullopt;
    if (upright.lines.isEmpty())
        document.text = nothing(QT_TRANSLATE_NOOP("scrutineer", "No text could be read on the document."));
    else
        document.text = toFull(upright);
    const StageTimer timer(tools.stageMs, u"fields"_s);
    const std::optional<text::AamvaCard> card = aamvaOf(document.barcodes);
    const std::optional<TypeGuess> guess = guessType(mrz, card, upright.lines);
    document.type = typeOf(guess, upright.view);
    DocumentHints hints;
    hints.type = guess ? guess->type : DocumentType::Other;
    const IssuerGuess issuer = guessIssuer(mrz, card, upright.lines);
    hints.issuer = issuer.code;
    hints.day = tools.day;
    hints.knownDates = knownDates(mrz, card);
    const QMap<QString, FoundField> fields = checkedFields(upright, hints, mrz, tools);
    for (auto field = fields.begin(); field != fields.end(); ++field)
        document.printed[field.key()] = toPrinted(field.value(), upright.view);
    if (!issuer.code.isEmpty())
        document.printed[u"issuer"_s] = PrintedField{issuer.code, sourceOf(issuer, card, document, upright)};
    return document;
}

} // namespace scrutineer::facts
