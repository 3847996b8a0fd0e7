// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/document_type.h"

#include "engine/text/fold.h"

#include <algorithm>
#include <array>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double byCode = 0.97;       ///< the code of a verified zone
constexpr double byUnsureCode = 0.85; ///< of one that is not verified
constexpr double byWords = 0.9;
constexpr double contradicted = 0.6;
constexpr double wordsAlike = 0.84; ///< similarity of a printed word that OCR may have misread

struct TypeWords
{
    DocumentType type;
    QStringList phrases; ///< folded
};

/// The more particular types first: a residence permit says "card" too.
const QList<TypeWords> &typeWords()
{
    static const QList<TypeWords> table{
        {DocumentType::ResidencePermit,
         {u"residence permit"_s, u"permanent resident"_s, u"titre de sejour"_s, u"carte de sejour"_s,
          u"aufenthaltstitel"_s, u"aufenthaltserlaubnis"_s, u"permiso de residencia"_s, u"residence card"_s,
          u"resident card"_s, u"permesso di soggiorno"_s, u"verblijfstitel"_s}},
        {DocumentType::WorkPermit,
         {u"work permit"_s, u"employment authorization"_s, u"permis de travail"_s, u"arbeitserlaubnis"_s,
          u"permiso de trabajo"_s, u"form i 766"_s}},
        {DocumentType::StudentId,
         {u"student id"_s, u"student card"_s, u"student identity card"_s, u"carte d etudiant"_s,
          u"carte detudiant"_s, u"studentenausweis"_s, u"studierendenausweis"_s, u"carne de estudiante"_s,
          u"international student"_s}},
        {DocumentType::DrivingLicence,
         {u"driving licence"_s, u"driver license"_s, u"drivers license"_s, u"driver licence"_s,
          u"drivers licence"_s, u"driving license"_s, u"permis de conduire"_s, u"fuhrerschein"_s,
          u"permiso de conduccion"_s, u"licencia de conducir"_s, u"patente di guida"_s, u"rijbewijs"_s,
          u"carta de conducao"_s, u"prawo jazdy"_s}},
        {DocumentType::IdCard,
         {u"identity card"_s, u"identification card"_s, u"carte nationale d identite"_s,
          u"carte nationale didentite"_s, u"carte d identite"_s, u"carte didentite"_s, u"personalausweis"_s,
          u"documento nacional de identidad"_s, u"carta d identita"_s, u"identiteitskaart"_s,
          u"kimlik karti"_s, u"carte de identitate"_s, u"identitatskarte"_s, u"dowod osobisty"_s,
          u"national identity"_s, u"cedula de identidad"_s}},
        {DocumentType::Passport,
         {u"passport"_s, u"passeport"_s, u"reisepass"_s, u"pasaporte"_s, u"passaporto"_s, u"passaporte"_s,
          u"paszport"_s, u"putovnica"_s}},
    };
    return table;
}

bool matchesAt(const QStringList &words, qsizetype at, const QStringList &phrase)
{
    if (at + phrase.size() > words.size())
        return false;
    for (qsizetype i = 0; i < phrase.size(); ++i) {
        const QString &word = words.at(at + i);
        const bool alike = phrase.at(i).size() >= 5 && text::similarity(word, phrase.at(i)) >= wordsAlike;
        if (word != phrase.at(i) && !alike)
            return false;
    }
    return true;
}

bool holds(const QStringList &words, const QString &phrase)
{
    const QStringList parts = phrase.split(u' ');
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (matchesAt(words, at, parts))
            return true;
    }
    return false;
}

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
};

TextLine toSource(const LaidLine &line)
{
    return TextLine{line.text, QPolygonF(line.box), 0, line.confidence};
}

std::optional<WordsFound> typeOfWords(const QList<LaidLine> &lines)
{
    for (const TypeWords &type : typeWords()) {
        for (const LaidLine &line : lines) {
            const QStringList words = text::foldedWords(line.text);
            for (const QString &phrase : type.phrases) {
                if (holds(words, phrase) && (type.type != DocumentType::Passport || words.size() <= 8))
                    return WordsFound{type.type, toSource(line)};
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<TypeGuess> guessType(const std::optional<Mrz> &mrz, const QList<LaidLine> &lines)
{
    const std::optional<DocumentType> coded = mrz ? typeOfCode(*mrz) : std::nullopt;
    const std::optional<WordsFound> worded = typeOfWords(lines);
    if (!coded && !worded)
        return std::nullopt;
    TypeGuess guess;
    if (!coded) {
        guess.type = worded->type;
        guess.confidence = byWords * std::max(0.7, worded->source.confidence);
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

QString guessIssuer(const std::optional<Mrz> &mrz, const QList<LaidLine> &lines)
{
    if (mrz && mrz->verified && !mrz->fields.issuer.isEmpty())
        return mrz->fields.issuer;
    static const QList<std::pair<QString, QStringList>> names{
        {u"FRA"_s, {u"republique francaise"_s, u"francaise"_s}},
        {u"CAN"_s,
         {u"quebec"_s, u"ontario"_s, u"british columbia"_s, u"alberta"_s, u"manitoba"_s, u"saskatchewan"_s,
          u"nova scotia"_s, u"canada"_s}},
        {u"DEU"_s, {u"bundesrepublik deutschland"_s, u"deutschland"_s}},
        {u"ESP"_s, {u"reino de espana"_s, u"espana"_s}},
        {u"TUR"_s, {u"turkiye cumhuriyeti"_s, u"republic of turkey"_s}},
        {u"GBR"_s, {u"united kingdom"_s, u"great britain"_s}},
        {u"ITA"_s, {u"repubblica italiana"_s}},
        {u"USA"_s, {u"united states"_s, u"usa"_s,     u"colorado"_s, u"washington"_s, u"california"_s,
                    u"texas"_s,         u"florida"_s, u"new york"_s, u"illinois"_s,   u"pennsylvania"_s,
                    u"ohio"_s,          u"georgia"_s, u"michigan"_s, u"virginia"_s,   u"arizona"_s,
                    u"massachusetts"_s, u"oregon"_s,  u"nevada"_s,   u"utah"_s,       u"minnesota"_s,
                    u"driver license"_s}},
    };
    for (const auto &[issuer, phrases] : names) {
        for (const LaidLine &line : lines) {
            const QStringList words = text::foldedWords(line.text);
            if (std::any_of(phrases.begin(), phrases.end(),
                            [&](const QString &phrase) { return holds(words, phrase); }))
                return issuer;
        }
    }
    return mrz ? mrz->fields.issuer : QString();
}

} // namespace scrutineer::facts
