// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/field_labels.h"

#include "engine/text/fold.h"

#include <QHash>

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double labelAlike = 0.8; ///< similarity of a label's word that OCR may have misread
constexpr int shortestAlike = 5;   ///< letters; shorter words must be exact

struct FieldLabels
{
    QString field;
    QStringList labels; ///< folded
};

const QList<FieldLabels> &fieldLabels()
{
    static const QList<FieldLabels> table{
        {u"surname"_s,
         {u"surname"_s, u"surnames"_s, u"last name"_s, u"family name"_s, u"nom"_s, u"nom de famille"_s,
          u"name"_s, u"nachname"_s, u"familienname"_s, u"apellidos"_s, u"apellido"_s, u"ln"_s, u"cognome"_s}},
        {u"given_names"_s,
         {u"given names"_s, u"given name"_s, u"first name"_s, u"first names"_s, u"forenames"_s, u"prenom"_s,
          u"prenoms"_s, u"prenom s"_s, u"vorname"_s, u"vornamen"_s, u"nombre"_s, u"nombres"_s, u"fn"_s,
          u"nome"_s}},
        {u"date_of_birth"_s,
         {u"date of birth"_s, u"birth date"_s, u"birthdate"_s, u"dob"_s, u"date de naissance"_s, u"ne le"_s,
          u"nee le"_s, u"ne e le"_s, u"geburtsdatum"_s, u"geburtstag"_s, u"geboren am"_s,
          u"fecha de nacimiento"_s, u"data di nascita"_s}},
        {u"expires_on"_s,
         {u"date of expiry"_s,
          u"date of expiration"_s,
          u"expiration date"_s,
          u"expiry date"_s,
          u"expires"_s,
          u"expires on"_s,
          u"expiry"_s,
          u"exp"_s,
          u"exp date"_s,
          u"valid until"_s,
          u"valable jusqu au"_s,
          u"valable jusquau"_s,
          u"expire le"_s,
          u"date d expiration"_s,
          u"date dexpiration"_s,
          u"gultig bis"_s,
          u"ablaufdatum"_s,
          u"valido hasta"_s,
          u"validez"_s,
          u"fecha de caducidad"_s,
          u"fecha de vencimiento"_s,
          u"caduca"_s,
          u"card expires"_s}},
        {u"issued_on"_s,
         {u"date of issue"_s, u"issue date"_s, u"date issued"_s, u"issued on"_s, u"issued"_s, u"iss"_s,
          u"valide le"_s, u"date de delivrance"_s, u"delivre le"_s, u"delivree le"_s, u"ausstellungsdatum"_s,
          u"ausgestellt am"_s, u"fecha de expedicion"_s, u"expedido el"_s, u"valid from"_s}},
        {u"number"_s,
         {u"passport no"_s,
          u"passport number"_s,
          u"passeport no"_s,
          u"document no"_s,
          u"document number"_s,
          u"card no"_s,
          u"card number"_s,
          u"identity card no"_s,
          u"licence no"_s,
          u"license no"_s,
          u"licence number"_s,
          u"license number"_s,
          u"lic"_s,
          u"lic no"_s,
          u"dl no"_s,
          u"dln"_s,
          u"customer identifier"_s,
          u"no du document"_s,
          u"carte nationale d identite no"_s,
          u"carte nationale didentite no"_s,
          u"carte nationale d identite n"_s,
          u"carte nationale didentite n"_s,
          u"ausweisnummer"_s,
          u"passnummer"_s,
          u"fuhrerscheinnummer"_s,
          u"numero de documento"_s,
          u"numero de pasaporte"_s,
          u"dni"_s,
          u"num soporte"_s,
          u"no de permis"_s}},
        {u"other"_s,
         {u"sex"_s,
          u"sexe"_s,
          u"sexo"_s,
          u"geschlecht"_s,
          u"hgt"_s,
          u"height"_s,
          u"taille"_s,
          u"grosse"_s,
          u"eyes"_s,
          u"yeux"_s,
          u"wgt"_s,
          u"weight"_s,
          u"hair"_s,
          u"class"_s,
          u"classe"_s,
          u"classe s"_s,
          u"cond"_s,
          u"mention"_s,
          u"mention s"_s,
          u"restrictions"_s,
          u"endorsements"_s,
          u"end"_s,
          u"dd"_s,
          u"previous type"_s,
          u"vehicle classifications"_s,
          u"nationality"_s,
          u"nationalite"_s,
          u"nacionalidad"_s,
          u"staatsangehorigkeit"_s,
          u"place of birth"_s,
          u"lieu de naissance"_s,
          u"geburtsort"_s,
          u"lugar de nacimiento"_s,
          u"no de reference"_s,
          u"n de reference"_s,
          u"authority"_s,
          u"autorite"_s,
          u"type"_s,
          u"code"_s,
          u"donor"_s,
          u"signature"_s,
          u"rev"_s,
          u"a"_s,
          u"domicile"_s,
          u"adresse"_s,
          u"address"_s}},
    };
    return table;
}

/// Folded words of a line, each with the printed word it comes from.
struct Token
{
    QString text;
    int word = 0;
};

QList<Token> tokensOf(const LaidLine &line)
{
    QList<Token> tokens;
    for (int word = 0; word < line.words.size(); ++word) {
        QString printed = line.words.at(word).text;
        printed.replace(u'°', u'o').replace(u'º', u'o');
        for (const QString &part : text::foldedWords(printed))
            tokens += Token{part, word};
    }
    return tokens;
}

bool sameWord(const QString &printed, const QString &wanted)
{
    if (printed == wanted)
        return true;
    return wanted.size() >= shortestAlike && printed.size() >= shortestAlike - 1 &&
           text::similarity(printed, wanted) >= labelAlike;
}

int matchedTokens(const QList<Token> &tokens, qsizetype at, const QString &label)
{
    const QStringList words = label.split(u' ');
    if (at + words.size() > tokens.size())
        return 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!sameWord(tokens.at(at + i).text, words.at(i)))
            return 0;
    }
    return static_cast<int>(words.size());
}

struct Match
{
    QString field;
    int tokens = 0;
    int letters = 0;
};

Match longestLabel(const QList<Token> &tokens, qsizetype at)
{
    Match best;
    for (const FieldLabels &field : fieldLabels()) {
        for (const QString &label : field.labels) {
            if (label.size() == 1 && tokens.size() > 3)
                continue;
            const int count = matchedTokens(tokens, at, label);
            if (count > 0 && static_cast<int>(label.size()) > best.letters)
                best = {field.field, count, static_cast<int>(label.size())};
        }
    }
    return best;
}

/// The numbers of Directive 2006/126/EC annex I and of the AAMVA card design standard.
QString fieldOfNumber(const QString &token, bool european)
{
    static const QHash<QString, QString> common{
        {u"1"_s, u"surname"_s},    {u"2"_s, u"given_names"_s}, {u"3"_s, u"date_of_birth"_s},
        {u"4a"_s, u"issued_on"_s}, {u"4b"_s, u"expires_on"_s}, {u"4c"_s, u"other"_s},
        {u"8"_s, u"other"_s},      {u"9"_s, u"other"_s},       {u"9a"_s, u"other"_s},
        {u"12"_s, u"other"_s},     {u"15"_s, u"other"_s},      {u"16"_s, u"other"_s},
        {u"17"_s, u"other"_s},     {u"18"_s, u"other"_s},      {u"19"_s, u"other"_s},
        {u"7"_s, u"other"_s}};
    if (token == "5"_L1)
        return european ? u"number"_s : u"other"_s;
    if (token == "4d"_L1)
        return european ? u"other"_s : u"number"_s;
    return common.value(token);
}

LabelHit hitOf(const LaidLine &line, int index, const QString &field, int first, int last, int strength)
{
    QRectF box;
    for (int word = first; word <= last; ++word)
        box |= line.words.at(word).box;
    return LabelHit{field, index, first, last, box, strength};
}

} // namespace

QList<LabelHit> findLabels(const QList<LaidLine> &lines, bool licence, bool european)
{
    QList<LabelHit> hits;
    for (int index = 0; index < lines.size(); ++index) {
        const LaidLine &line = lines.at(index);
        const QList<Token> tokens = tokensOf(line);
        for (qsizetype at = 0; at < tokens.size();) {
            const Match match = longestLabel(tokens, at);
            if (match.tokens > 0) {
                hits += hitOf(line, index, match.field, tokens.at(at).word,
                              tokens.at(at + match.tokens - 1).word, match.letters);
                at += match.tokens;
                continue;
            }
            const QString numbered =
                licence && tokens.at(at).word == 0 ? fieldOfNumber(tokens.at(at).text, european) : QString();
            const bool alone =
                tokens.size() > 1 && tokens.at(1).word > 0; // not the first digits of a longer number
            if (!numbered.isEmpty() && at == 0 && alone && longestLabel(tokens, 1).tokens == 0)
                hits += hitOf(line, index, numbered, 0, 0, 0);
            ++at;
        }
    }
    return hits;
}

} // namespace scrutineer::facts
