// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/stuck_words.h"

#include <QRegularExpression>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

/// A part of a word, its box cut by the share of its letters.
PlacedWord part(const PlacedWord &word, qsizetype from, qsizetype count)
{
    const double letter = word.box.width() / static_cast<double>(std::max<qsizetype>(1, word.text.size()));
    PlacedWord piece = word;
    piece.text = word.text.mid(from, count);
    piece.box.setLeft(word.box.left() + letter * static_cast<double>(from));
    piece.box.setWidth(letter * static_cast<double>(count));
    return piece;
}

QList<PlacedWord> cutAt(const PlacedWord &word, const QList<qsizetype> &cuts)
{
    QList<PlacedWord> pieces;
    qsizetype from = 0;
    for (const qsizetype cut : cuts + QList<qsizetype>{word.text.size()}) {
        if (cut > from)
            pieces += part(word, from, cut - from);
        from = cut;
    }
    return pieces;
}

QList<PlacedWord> apart(const PlacedWord &word, bool licence)
{
    static const QRegularExpression date(
        u"(?<!\\d)(?:\\d{1,2}([./-])\\d{1,2}\\1\\d{4}|\\d{4}([./-])\\d{2}\\2\\d{2})(?!\\d)"_s);
    const QRegularExpressionMatch dated = date.match(word.text);
    if (dated.hasMatch() && dated.capturedLength() < word.text.size())
        return cutAt(word, {dated.capturedStart(), dated.capturedEnd()});
    static const QRegularExpression ofLabel(u"^(of)(?=birth|issue|expiry|expiration)"_s);
    if (const QRegularExpressionMatch match = ofLabel.match(word.text); match.hasMatch())
        return cutAt(word, {match.capturedEnd()});
    if (!licence)
        return {word};
    static const QRegularExpression numbered(u"^(?:4[a-d][.:]?|[1-9][.:])(?=\\p{L}{2}|\\d{2})"_s);
    if (const QRegularExpressionMatch match = numbered.match(word.text); match.hasMatch())
        return cutAt(word, {match.capturedEnd()});
    return {word};
}

} // namespace

QList<LaidLine> takenApart(const QList<LaidLine> &lines, bool licence)
{
    QList<LaidLine> result;
    for (LaidLine line : lines) {
        QList<PlacedWord> words;
        for (const PlacedWord &word : line.words)
            words += apart(word, licence);
        if (words.size() != line.words.size()) {
            QStringList texts;
            for (const PlacedWord &word : words)
                texts += word.text;
            line.words = words;
            line.text = texts.join(u' ');
        }
        result += line;
    }
    return result;
}

} // namespace scrutineer::facts
