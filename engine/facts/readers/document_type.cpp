// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/document_type.h"

#include "engine/facts/readers/word_tables.h"
#include "engine/text/fold.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double byCode = 0.97;       ///< the code of a verified zone
constexpr double byUnsureCode = 0.85; ///< of one that is not verified
constexpr double byWords = 0.9;
constexpr double byLayout = 0.92; ///< numbered fields of a licence, and one that only licences have
constexpr double contradicted = 0.6;
constexpr double wordsAlike = 0.84; ///< similarity of a printed word that OCR may have misread

std::optional<DocumentType> typeOfCode(const Mrz &mrz)
{
    const QString code = mrz.fields.documentCode;
    if (mrz.format == "FR-ID"_L1)
        return DocumentType::IdCard;
    if (mrz.format == "FR-DL"_L1)
        return DocumentType::DrivingLicence;
    if (code.startsWith(u'P'))
        return DocumentType::Passport;
    if (code.startsWith(u'V'))
        return DocumentType::Other;
    const bool american = mrz.fields.issuer == "USA"_L1;
    if (american && (code == "C1"_L1 || code == "C2"_L1))
        return DocumentType::ResidencePermit;
    if (american && code == "IA"_L1)
        return DocumentType::WorkPermit;
    if (code == "IR"_L1 || code == "AR"_L1 || code == "CR"_L1)
        return DocumentType::ResidencePermit;
    if (code.startsWith(u'I') || code.startsWith(u'A') || code.startsWith(u'C'))
        return DocumentType::IdCard;
    return std::nullopt;
}

struct WordsFound
{
    DocumentType type;
    TextLine source;
    bool exact = false; ///< no letter was misread
};

TextLine toSource(const LaidLine &line)
{
    return TextLine{line.text, QPolygonF(line.box), 0, line.confidence};
}

struct FoldedLine
{
    QStringList words;
    QList<quint64> letters;
};

QList<FoldedLine> folded(const QList<LaidLine> &lines)
{
    QList<FoldedLine> result;
    for (const LaidLine &line : lines) {
        const QStringList words = text::foldedWords(line.text);
        result += FoldedLine{words, lettersOf(words)};
    }
    return result;
}

std::optional<WordsFound> typeOfWords(const QList<LaidLine> &lines)
{
    const QList<FoldedLine> plain = folded(lines);
    std::optional<WordsFound> nearly;
    for (const Meaning &meaning : typeTable()) {
        const DocumentType type = documentTypeFromName(meaning.key).value_or(DocumentType::Other);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            // A sentence that mentions a passport is not on one.
            if (type == DocumentType::Passport && plain.at(i).words.size() > 8)
                continue;
            for (const Phrase &phrase : meaning.phrases) {
                if (!holdsPhrase(plain.at(i).words, plain.at(i).letters, phrase, wordsAlike))
                    continue;
                const bool exact = holdsPhrase(plain.at(i).words, plain.at(i).letters, phrase, 1);
                if (exact)
                    return WordsFound{type, toSource(lines.at(i)), true};
                if (!nearly)
                    nearly = WordsFound{type, toSource(lines.at(i)), false};
            }
        }
        if (nearly)
            return nearly;
    }
    return std::nullopt;
}

/// Driving licences number their fields (Directive 2006/126/EC annex I, AAMVA card design standard): nothing
/// else prints "4a" and "4b". Identity cards of the AAMVA do, but without classes and restrictions.
std::optional<TextLine> numberedAsLicence(const QList<LaidLine> &lines)
{
    QSet<QString> dates;
    bool isLicence = false;
    std::optional<TextLine> source;
    for (const LaidLine &line : lines) {
        const QStringList words = text::foldedWords(line.text);
        for (const QString &word : words) {
            if (word == "4a"_L1 || word == "4b"_L1 || word == "4c"_L1 || word == "4d"_L1) {
                dates += word;
                source = source ? source : toSource(line);
            }
        }
        const QString first = words.value(0);
        isLicence =
            isLicence || first == "9"_L1 || first == "9a"_L1 || first == "12"_L1 || words.contains(u"4c"_s);
    }
    return dates.size() >= 2 && isLicence ? source : std::nullopt;
}

/// Addresses of Canada and the USA have codes of their own forms; cards elsewhere print none of those.
IssuerGuess byPostalCode(const QList<LaidLine> &lines)
{
    static const QRegularExpression canadian(u"\\b[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d\\b"_s);
    static const QRegularExpression american(
        u"\\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|"
        "T[NX]|UT|V[AT]|W[AIVY]) \\d{5}(?:-\\d{4})?\\b"_s);
    for (int i = 0; i < lines.size(); ++i) {
        if (american.match(lines.at(i).text).hasMatch())
            return {u"USA"_s, i};
        if (canadian.match(lines.at(i).text).hasMatch())
            return {u"CAN"_s, i};
    }
    return {};
}

} // namespace

std::optional<TypeGuess> guessType(const std::optional<Mrz> &mrz,
                                   const std::optional<text::AamvaCard> &barcode,
                                   const QList<LaidLine> &lines)
{
    if (barcode && !mrz) {
        const bool licence = barcode->kind == text::AamvaCard::Kind::DrivingLicence;
        return TypeGuess{
            licence ? DocumentType::DrivingLicence : DocumentType::IdCard, byCode, u"barcode"_s, {}};
    }
    const std::optional<DocumentType> coded = mrz ? typeOfCode(*mrz) : std::nullopt;
    const std::optional<WordsFound> worded = typeOfWords(lines);
    TypeGuess guess;
    if (!coded && !worded) {
        const std::optional<TextLine> numbered = numberedAsLicence(lines);
        return numbered
                   ? std::optional(TypeGuess{DocumentType::DrivingLicence, byLayout, u"layout"_s, *numbered})
                   : std::nullopt;
    }
    if (!coded) {
        guess.type = worded->type;
        guess.confidence = byWords * std::max(worded->exact ? 0.95 : 0.7, worded->source.confidence);
        guess.grounds = u"words"_s;
        guess.source = worded->source;
        return guess;
    }
    guess.type = *coded;
    guess.confidence = mrz->verified ? byCode : byUnsureCode;
    guess.grounds = u"mrz"_s;
    guess.source.text = mrz->lines.value(0);
    guess.source.region = mrz->lineRegions.value(0);
    if (worded && worded->type == *coded) {
        guess.grounds = u"mrz,words"_s;
        guess.confidence = std::max(guess.confidence, byCode);
    } else if (worded && mrz->fields.documentCode.startsWith(u'I') &&
               worded->type != DocumentType::Passport) {
        guess.type = worded->type; // "I" covers every card; the words say which one
        guess.grounds = u"words"_s;
        guess.confidence = byWords;
        guess.source = worded->source;
    } else if (worded && !mrz->verified) {
        guess.confidence = contradicted;
    }
    return guess;
}

IssuerGuess guessIssuer(const std::optional<Mrz> &mrz, const std::optional<text::AamvaCard> &barcode,
                        const QList<LaidLine> &lines)
{
    if (barcode && !barcode->country.isEmpty())
        return {barcode->country};
    if (mrz && mrz->verified && !mrz->fields.issuer.isEmpty())
        return {mrz->fields.issuer};
    const QList<FoldedLine> plain = folded(lines);
    for (const Meaning &issuer : issuerTable()) {
        for (int i = 0; i < plain.size(); ++i) {
            if (std::any_of(issuer.phrases.begin(), issuer.phrases.end(), [&](const Phrase &phrase) {
                    return holdsPhrase(plain.at(i).words, plain.at(i).letters, phrase, wordsAlike);
                }))
                return {issuer.key, i};
        }
    }
    if (mrz && !mrz->fields.issuer.isEmpty())
        return {mrz->fields.issuer};
    return byPostalCode(lines);
}

} // namespace scrutineer::facts
