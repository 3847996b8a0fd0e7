// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/document_side.h"

#include "engine/facts/readers/word_tables.h"
#include "engine/text/aamva/aamva.h"
#include "engine/text/fold.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

// Evidence as natural logarithms of odds. The order of strength is what counts: a standard that fixes where
// something stands outweighs a portrait, a portrait outweighs words.
constexpr double byStandard = 3.5; ///< ICAO 9303 parts 4 to 7, AAMVA card design standard
constexpr double byPortrait = 4;
constexpr double withoutPortrait = 1.2; ///< detectors miss portraits that are small, pale or covered
constexpr double byField = 1.2;         ///< of the holder, each
constexpr double byWords = 1.5;
constexpr double sureFrom = 2;             ///< odds of seven to one
constexpr double smallestPortrait = 0.008; ///< of the document's area: ghost portraits are smaller
constexpr qsizetype mostLettersOfCover = 90;

class Tally
{
public:
    void add(DocumentSide side, double odds, const QString &ground)
    {
        Evidence &evidence = m_sides[side];
        evidence.odds += odds;
        if (!evidence.grounds.contains(ground))
            evidence.grounds += ground;
    }

    [[nodiscard]] std::optional<SideGuess> best() const
    {
        double first = 0;
        double second = 0;
        SideGuess guess;
        for (auto side = m_sides.begin(); side != m_sides.end(); ++side) {
            second = std::max(second, std::min(first, side->odds));
            if (side->odds <= first)
                continue;
            first = side->odds;
            guess.side = side.key();
            guess.grounds = side->grounds.join(u',');
        }
        if (first - second < sureFrom)
            return std::nullopt;
        guess.confidence = 1 / (1 + std::exp(second - first));
        return guess;
    }

private:
    struct Evidence
    {
        double odds = 0;
        QStringList grounds;
    };
    QMap<DocumentSide, Evidence> m_sides;
};

void addZone(Tally &tally, const Document &document)
{
    if (!document.mrz)
        return;
    const bool onBack = document.mrz->format == "TD1"_L1; // older cards have it on the front, with a portrait
    tally.add(onBack ? DocumentSide::Back : DocumentSide::Front, byStandard, u"mrz"_s);
}

void addBarcodes(Tally &tally, const Document &document)
{
    if (!document.barcodes)
        return;
    if (std::any_of(document.barcodes->begin(), document.barcodes->end(),
                    [](const Barcode &code) { return text::parseAamva(code.text).has_value(); }))
        tally.add(DocumentSide::Back, byStandard, u"barcode"_s);
}

/// Whether one of the faces stands on the document and is large enough for a portrait.
bool hasPortrait(const Document &document, const QList<Face> &faces)
{
    const QPolygonF page = document.quad ? *document.quad : QPolygonF();
    const QRectF around = page.boundingRect();
    return std::any_of(faces.begin(), faces.end(), [&](const Face &face) {
        return page.isEmpty() ||
               (page.containsPoint(face.box.center(), Qt::OddEvenFill) &&
                face.box.width() * face.box.height() > smallestPortrait * around.width() * around.height());
    });
}

qsizetype letterCount(const Document &document)
{
    qsizetype letters = 0;
    if (document.text) {
        for (const TextLine &line : *document.text)
            letters += std::count_if(line.text.begin(), line.text.end(),
                                     [](QChar c) { return c.isLetterOrNumber(); });
    }
    return letters;
}

/// Fields of the holder that are printed.
int holderFields(const Document &document)
{
    int fields = 0;
    for (const QString &key : {u"surname"_s, u"given_names"_s, u"full_name"_s, u"date_of_birth"_s})
        fields += document.printed.contains(key) ? 1 : 0;
    return fields;
}

void addWords(Tally &tally, const Document &document)
{
    if (!document.text)
        return;
    constexpr double alike = 0.84; // similarity of a printed word that OCR may have misread
    for (const Meaning &meaning : sideTable()) {
        const std::optional<DocumentSide> side = documentSideFromName(meaning.key);
        const bool said =
            side && std::any_of(document.text->begin(), document.text->end(), [&](const TextLine &line) {
                const QStringList words = text::foldedWords(line.text);
                const QList<quint64> letters = lettersOf(words);
                return std::any_of(meaning.phrases.begin(), meaning.phrases.end(), [&](const Phrase &phrase) {
                    return holdsPhrase(words, letters, phrase, alike);
                });
            });
        if (said)
            tally.add(*side, byWords, u"words"_s);
    }
}

} // namespace

Reading<SideGuess> guessSide(const Document &document, const Reading<Faces> &faces)
{
    Tally tally;
    addZone(tally, document);
    addBarcodes(tally, document);
    const bool portrait = faces && hasPortrait(document, faces->faces);
    const int fields = holderFields(document);
    if (portrait)
        tally.add(DocumentSide::Front, byPortrait, u"portrait"_s);
    if (fields > 0)
        tally.add(DocumentSide::Front, byField * std::min(fields, 3), u"fields"_s);
    addWords(tally, document);
    const bool bare = faces && !portrait && fields == 0 && !document.mrz;
    if (bare && document.text) {
        const bool passport = document.type && document.type->type == DocumentType::Passport;
        // A cover says what it is and hardly anything else.
        if (passport && letterCount(document) <= mostLettersOfCover)
            tally.add(DocumentSide::Cover, byWords + withoutPortrait, u"words"_s);
        else
            tally.add(passport ? DocumentSide::InsidePage : DocumentSide::Back, withoutPortrait,
                      u"no_portrait"_s);
    }
    if (const std::optional<SideGuess> guess = tally.best())
        return *guess;
    return NotRead{Cause::NothingFound,
                   Sentence{QString::fromLatin1(QT_TRANSLATE_NOOP(
                                "scrutineer", "Nothing tells for sure which side of the document this is.")),
                            {}}};
}

} // namespace scrutineer::facts
