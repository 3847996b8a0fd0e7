// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/field_labels.h"

#include "engine/facts/readers/number_column.h"
#include "engine/facts/readers/word_tables.h"
#include "engine/text/fold.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double labelAlike = 0.8; ///< similarity of a label's word that OCR may have misread
constexpr double sureWord = 0.9;   ///< confidence of a word that was not misread

bool isCapital(const QString &text)
{
    return text.size() > 1 && text == text.toUpper() && text != text.toLower();
}

/// Folded words of a line, each with the printed word it comes from.
struct Token
{
    QString text;
    quint64 letters = 0;
    int word = 0;
    bool sure = false;  ///< in capitals and read beyond doubt: "ANDRES" is no misread "ADRES"
    bool upper = false; ///< begins with a capital
};

QList<Token> tokensOf(const LaidLine &line)
{
    QList<Token> tokens;
    for (int word = 0; word < line.words.size(); ++word) {
        QString printed = line.words.at(word).text;
        printed.replace(u'°', u'o').replace(u'º', u'o');
        const bool sure = isCapital(printed) && line.words.at(word).confidence > sureWord;
        for (const QString &part : text::foldedWords(printed))
            tokens += Token{part, lettersOf(QStringView(part)), word, sure, printed.front().isUpper()};
    }
    return tokens;
}

bool matches(const QList<Token> &tokens, qsizetype at, const Phrase &label)
{
    if (at + label.words.size() > tokens.size())
        return false;
    for (qsizetype i = 0; i < label.words.size(); ++i) {
        const Token &token = tokens.at(at + i);
        if (!isWord(token.text, token.letters, label, i, token.sure ? 1 : labelAlike))
            return false;
    }
    return true;
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
    for (const Meaning &field : labelTable()) {
        for (const Phrase &label : field.phrases) {
            // A letter by itself is a label in a short line only, and no scrap of another alphabet.
            const bool isScrap = label.size == 1 && (tokens.size() > 3 || !tokens.at(at).upper);
            if (label.size <= best.letters || isScrap)
                continue;
            if (matches(tokens, at, label))
                best = {field.key, static_cast<int>(label.words.size()), label.size};
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

/// The last word of a label in several languages ("Date of birth/Date de naissance/…"), with what OCR made of
/// those it does not know. A value that follows is in capitals or has digits.
int endOfLabel(const LaidLine &line, const LabelHit &hit)
{
    constexpr double widestGap = 1.3; // heights
    const bool capitals = isCapital(line.words.at(hit.firstWord).text);
    int last = hit.lastWord;
    bool slashed = line.words.at(last).text.contains(u'/');
    for (int word = last + 1; word < line.words.size(); ++word) {
        const PlacedWord &next = line.words.at(word);
        const double gap = next.box.left() - line.words.at(word - 1).box.right();
        slashed = slashed || next.text.contains(u'/');
        const qsizetype digits =
            std::count_if(next.text.begin(), next.text.end(), [](QChar c) { return c.isDigit(); });
        if (!slashed || digits > 1 || gap > widestGap * next.box.height() ||
            (!capitals && isCapital(next.text)) || line.words.at(word - 1).text.endsWith(u':'))
            break;
        last = word;
    }
    return last;
}

/// Labels of one field side by side are one label, and so are the words between them.
void joinLanguages(const LaidLine &line, QList<LabelHit> &hits, qsizetype from)
{
    for (qsizetype i = from; i < hits.size(); ++i) {
        LabelHit &hit = hits[i];
        if (hit.strength == 0)
            continue;
        int last = endOfLabel(line, hit);
        while (i + 1 < hits.size() && hits.at(i + 1).firstWord <= last + 1 &&
               hits.at(i + 1).field == hit.field) {
            last = std::max(last, endOfLabel(line, hits.at(i + 1)));
            hits.removeAt(i + 1);
        }
        if (i + 1 < hits.size())
            last = std::min(last, hits.at(i + 1).firstWord - 1);
        hit.lastWord = std::max(hit.lastWord, last);
        hit.second = line.words.at(hit.firstWord).text.startsWith(u'/') ||
                     (hit.firstWord > 0 && line.words.at(hit.firstWord - 1).text.endsWith(u'/'));
        for (int word = hit.firstWord; word <= hit.lastWord; ++word)
            hit.box |= line.words.at(word).box;
    }
}

/// "DL" and "LIC" before words are part of a name or sentence, before digits they are a label.
bool isInitials(const Match &match, const QList<Token> &tokens, qsizetype at)
{
    const qsizetype next = at + match.tokens;
    if (match.field != "number"_L1 || match.letters > 3 || next >= tokens.size())
        return false;
    const QString &following = tokens.at(next).text;
    return std::none_of(following.begin(), following.end(), [](QChar c) { return c.isDigit(); });
}

/// "LN" and "FN" in small print before a name, as OCR reads them on North American licences: too short to be
/// known by their likeness to a word.
QString fieldOfInitials(const LaidLine &line)
{
    static const QRegularExpression last(u"^[LlIiTt1|\\[({][Nn]$"_s);
    static const QRegularExpression first(u"^[FfRrPpEe][Nn]$"_s);
    constexpr double smaller = 0.85; // than the name
    if (line.words.size() < 2 || !isCapital(line.words.at(1).text) ||
        line.words.at(0).box.height() > smaller * line.words.at(1).box.height())
        return {};
    const QString &text = line.words.at(0).text;
    return last.match(text).hasMatch()    ? u"surname"_s
           : first.match(text).hasMatch() ? u"given_names"_s
                                          : QString();
}

} // namespace

bool isForBothNames(const LaidLine &line)
{
    static const QRegularExpression both(u"^1\\s?[,.&/]\\s?2(?:\\s|$)"_s);
    return both.match(line.text).hasMatch();
}

QList<LabelHit> findLabels(const QList<LaidLine> &lines, bool licence, bool european)
{
    QList<LabelHit> hits;
    for (int index = 0; index < lines.size(); ++index) {
        const LaidLine &line = lines.at(index);
        const QList<Token> tokens = tokensOf(line);
        const qsizetype first = hits.size();
        const QString initials = licence && !european ? fieldOfInitials(line) : QString();
        if (!initials.isEmpty()) {
            hits += hitOf(line, index, initials, 0, 0, 2);
            continue;
        }
        for (qsizetype at = 0; at < tokens.size();) {
            const Match match = longestLabel(tokens, at);
            if (match.tokens > 0 && !isInitials(match, tokens, at)) {
                hits += hitOf(line, index, match.field, tokens.at(at).word,
                              tokens.at(at + match.tokens - 1).word, match.letters);
                at += match.tokens;
                continue;
            }
            const QString numbered =
                licence && tokens.at(at).word == 0 ? fieldOfNumber(tokens.at(at).text, european) : QString();
            // Not the first digits of a longer number, and no label in words right after it.
            const Match next = tokens.size() > 1 ? longestLabel(tokens, 1) : Match{};
            const bool alone = tokens.size() == 1 || isForBothNames(line) ||
                               (tokens.at(1).word > 0 && (next.tokens == 0 || isInitials(next, tokens, 1)));
            if (!numbered.isEmpty() && at == 0 && alone)
                hits += hitOf(line, index, numbered, 0, 0, 0);
            ++at;
        }
        joinLanguages(line, hits, first);
    }
    if (licence && european)
        completeNumbers(lines, hits);
    return hits;
}

} // namespace scrutineer::facts
