// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/field_values.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastNameConfidence = 0.70;
constexpr int oldestYears = 115;
constexpr int furthestExpiryYears = 60;

QString countryFor(const DocumentHints &hints, const QString &printed)
{
    if (!hints.issuer.isEmpty())
        return hints.issuer;
    return printed.contains(u'.') ? u"DE"_s
                                  : QString(); // points are put between day, month and year in Europe
}

std::optional<FoundField> asDate(const QList<PlacedWord> &words, const QString &field,
                                 const DocumentHints &hints)
{
    FoundField found = fieldOf(words);
    const text::DateHints dates = dateHints(field, found.text, hints);
    const QList<text::DateHit> hits = text::findDates(found.text, dates);
    if (hits.isEmpty())
        return std::nullopt;
    const std::optional<QDate> date = dateOf(hits.first(), dates, hints);
    if (!date || *date < dates.earliest || *date > dates.latest)
        return std::nullopt;
    found = fieldOf(wordsAt(words, hits.first()));
    found.value = date->toString(Qt::ISODate);
    return found;
}

/// Marks and digits inside a name in capitals that OCR takes certain letters for: "BLAZE]".
QString withLetters(const QString &word)
{
    static const QHash<QChar, QChar> letters{{u']', u'J'}, {u'|', u'I'}, {u'!', u'I'}, {u'[', u'I'},
                                             {u'0', u'O'}, {u'1', u'I'}, {u'$', u'S'}};
    const auto capitals = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
    QString mended = word;
    for (QChar &c : mended)
        c = letters.value(c, c);
    return capitals >= 2 && capitals + 1 == mended.size() ? mended : word;
}

/// Letters of a name; what OCR saw of ornaments and labels around it is cut off.
std::optional<FoundField> asName(QList<PlacedWord> words)
{
    for (PlacedWord &word : words)
        word.text = withLetters(word.text);
    const auto isNamePart = [](const PlacedWord &word) {
        static const QRegularExpression part(u"^[\\p{L}][\\p{L}'’.-]*,?$"_s);
        return part.match(word.text).hasMatch() && word.confidence >= leastConfidence;
    };
    while (!words.isEmpty() && !isNamePart(words.first()))
        words.removeFirst();
    qsizetype count = 0;
    while (count < words.size() && isNamePart(words.at(count)))
        ++count;
    words = words.first(count);
    while (!words.isEmpty() && words.last().text.size() == 1 && words.size() > 1 &&
           words.last().confidence < 0.7)
        words.removeLast();
    FoundField found = fieldOf(words);
    static const QRegularExpression trailing(u"[,'’-]+$|(?<=\\p{L}{3})[.]+$"_s);
    found.value = QString(found.text).remove(trailing).trimmed();
    const qsizetype letters =
        std::count_if(found.value.begin(), found.value.end(), [](QChar c) { return c.isLetter(); });
    if (letters < 2 || !found.value.front().isUpper() || found.confidence < leastNameConfidence)
        return std::nullopt;
    return found;
}

/// Whether nothing but a number is written like this word, however unsure OCR is of it.
bool hasNumberForm(const QString &word)
{
    constexpr qsizetype leastLength = 7;
    constexpr qsizetype leastDigits = 5;
    const auto digits = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    return word.size() >= leastLength && digits >= leastDigits;
}

/// A number has at least four digits; letters, digits and hyphens, in one word or a few. One that was hard to
/// read is as unsure as can be: a second look tells.
std::optional<FoundField> asNumber(const QList<PlacedWord> &words)
{
    static const QRegularExpression part(u"^[A-Z0-9][A-Z0-9-]*$"_s);
    static const QRegularExpression edges(u"^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$"_s);
    QList<PlacedWord> kept;
    for (PlacedWord word : words) {
        word.text.remove(edges);
        if (word.text.isEmpty())
            continue;
        if (hasNumberForm(word.text))
            word.confidence = std::max(word.confidence, leastConfidence);
        const bool digits =
            std::any_of(word.text.begin(), word.text.end(), [](QChar c) { return c.isDigit(); });
        const bool series = kept.isEmpty() && word.text.size() <= 3; // "AB 123456"
        if (!part.match(word.text).hasMatch() || word.confidence < leastConfidence || !(digits || series)) {
            if (kept.isEmpty())
                continue;
            break;
        }
        kept += word;
    }
    FoundField found = fieldOf(kept);
    found.value = found.text;
    const qsizetype digits =
        std::count_if(found.value.begin(), found.value.end(), [](QChar c) { return c.isDigit(); });
    if (digits < 4 || found.value.size() > 24)
        return std::nullopt;
    return found;
}

} // namespace

FoundField fieldOf(const QList<PlacedWord> &words)
{
    FoundField field;
    QStringList texts;
    double sum = 0;
    field.weakest = words.isEmpty() ? 0 : 1;
    for (const PlacedWord &word : words) {
        field.weakest = std::min(field.weakest, word.confidence);
        texts += word.text;
        field.box |= word.box;
        sum += word.confidence;
    }
    field.text = texts.join(u' ');
    field.confidence = words.isEmpty() ? 0 : sum / static_cast<double>(words.size());
    return field;
}

text::DateHints dateHints(const QString &field, const QString &printed, const DocumentHints &hints)
{
    text::DateHints dates;
    dates.country = countryFor(hints, printed);
    dates.order = hints.order;
    dates.reference = hints.day;
    dates.earliest = hints.day.addYears(-oldestYears);
    dates.latest = field == "expires_on"_L1 ? hints.day.addYears(furthestExpiryYears) : hints.day;
    return dates;
}

std::optional<QDate> dateOf(const text::DateHit &hit, const text::DateHints &dates,
                            const DocumentHints &hints)
{
    for (const QDate &reading : hit.readings) {
        if (hints.knownDates.contains(reading))
            return reading;
    }
    return text::resolve(hit, dates);
}

QList<PlacedWord> wordsAt(const QList<PlacedWord> &words, const text::DateHit &hit)
{
    QList<PlacedWord> inside;
    qsizetype at = 0;
    for (const PlacedWord &word : words) {
        if (at < hit.position + hit.length && at + word.text.size() > hit.position)
            inside += word;
        at += word.text.size() + 1;
    }
    return inside;
}

std::optional<FoundField> valueOf(const QString &field, const QList<PlacedWord> &words,
                                  const DocumentHints &hints)
{
    if (words.isEmpty())
        return std::nullopt;
    if (field == "surname"_L1 || field == "given_names"_L1 || field == "full_name"_L1)
        return asName(words);
    if (field == "number"_L1)
        return asNumber(words);
    return asDate(words, field, hints);
}

} // namespace scrutineer::facts
