// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/date_check.h"

#include "engine/facts/readers/field_values.h"
#include "engine/facts/readers/row_reader.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double confirmed = 0.93;   ///< of a date that two readings agree on
constexpr double clear = 0.85;       ///< of each word of a date that contradicts a zone in a digit or two
constexpr double plain = 0.70;       ///< of one that differs in more: misreading does not make another date
constexpr qsizetype mostMisread = 2; ///< digits
constexpr double doubtful = 0.65;    ///< of a date that contradicts a zone and was not read clearly
constexpr double hardToRead = 0.6;
constexpr double readTwice = 0.75;  ///< of a word that was hard to read and came out the same again
constexpr double leastUnseen = 0.7; ///< of a date that no other look shows, nor another date
constexpr int mostConfirmed = 5;
constexpr double half = 0.5;  ///< of the way from ink to paper: what is darker is ink
constexpr int enoughSame = 2; ///< looks that find a date again, where nothing contradicts it
constexpr int leastSame = 3;  ///< of the four looks, where a zone does

/// The date's box, no higher than the row of print it stands in: OCR's boxes take in stamps above and below.
QRectF inRow(const QRectF &box, const PrintedPage &page)
{
    const QPointF middle = box.center();
    for (const TextRow &row : page.rows) {
        const QRectF around(row.box.x, row.box.y, row.box.width, row.box.height);
        if (around.adjusted(-4, -2, 4, 2).contains(middle) && around.height() < box.height())
            return QRectF(box.left(), around.top(), box.width(), around.height());
    }
    return box;
}

/// The digits of a reading, set out as an earlier reading of the place was: OCR of digits alone loses the
/// spaces and points between them.
QString setOutAs(const QString &earlier, const QString &reading)
{
    QString digits;
    std::copy_if(reading.begin(), reading.end(), std::back_inserter(digits),
                 [](QChar c) { return c.isDigit(); });
    QString text = earlier;
    qsizetype next = 0;
    for (QChar &c : text) {
        if (c.isDigit())
            c = digits.size() > next ? digits.at(next++) : c;
    }
    const auto count = std::count_if(earlier.begin(), earlier.end(), [](QChar c) { return c.isDigit(); });
    return count == digits.size() ? text : reading;
}

qsizetype differingDigits(const QString &a, const QString &b)
{
    qsizetype count = std::abs(a.size() - b.size());
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        count += a.at(i) != b.at(i) ? 1 : 0;
    return count;
}

struct Look
{
    QList<QDate> days;  ///< every day that the place may name
    QString text;       ///< as it was read
    double weakest = 1; ///< confidence of the word that OCR is least sure of
};

/// Four views of a place. A stroke across a digit is misread the same way in the first two as at first; only
/// the black print's darkest ink is free of it.
std::array<cv::Mat, 4> looksAt(const QRectF &place, const PrintedPage &page)
{
    constexpr double third = 0.35;
    return {page.lightest, page.ink, darkestInk(page.lightest, place, half),
            darkestInk(page.lightest, place, third)};
}

enum class Characters { Any, OfDates };

/// OfDates: where the date has digits only, nothing else is looked for; how sure OCR is of them says little
/// then.
Look readAgain(Characters characters, const cv::Mat &grey, const FoundField &date, const DocumentHints &hints,
               text::OcrEngine &ocr)
{
    const bool digitsOnly =
        characters == Characters::OfDates &&
        std::none_of(date.text.begin(), date.text.end(), [](QChar c) { return c.isLetter(); });
    QStringList texts;
    Look look;
    for (const PlacedWord &word :
         readPlace(grey, date.box, ocr, digitsOnly ? u"0123456789./-"_s : QString())) {
        texts += word.text;
        look.weakest = std::min(look.weakest, word.confidence);
    }
    look.text = digitsOnly ? setOutAs(date.text, texts.join(u' ')) : texts.join(u' ');
    const text::DateHints choice = dateHints(u"expires_on"_s, look.text, hints);
    for (const text::DateHit &hit : text::findDates(look.text, choice))
        look.days += hit.readings;
    // What stands against the date, such as its label's number, is part of the place as well.
    static const QRegularExpression digits(u"\\d{2}([./-])\\d{2}\\1\\d{4}"_s);
    for (auto match = digits.globalMatch(look.text); match.hasNext();) {
        const QString part = match.next().captured();
        for (const text::DateHit &hit : text::findDates(part, choice))
            look.days += hit.readings;
    }
    return look;
}

/// How a word is set out that has the digits of a date, year first or last, and little else: "0000-00-00".
/// Nothing where it does not.
QString dateForm(const QString &text)
{
    constexpr qsizetype digits = 8;
    constexpr qsizetype mostOthers = 4;
    const auto count = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    const bool letters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (count != digits || letters || text.size() == digits || text.size() > digits + mostOthers)
        return {};
    static const QRegularExpression yearFirst(u"^\\W*\\d{4}[./-]"_s);
    static const QRegularExpression separator(u"(?<=\\d)[./-](?=\\d)"_s);
    const QString between = separator.match(text).captured();
    const QString mark = between.isEmpty() ? u"."_s : between;
    const bool year = yearFirst.match(text).hasMatch();
    return QStringList{year ? u"0000"_s : u"00"_s, u"00"_s, year ? u"00"_s : u"0000"_s}.join(mark);
}

/// "15.05 2037", "15 05.2037": spaces between day, month and year of which one was taken for a point.
void evenSeparators(QList<PlacedWord> &words)
{
    static const QRegularExpression dayMonth(u"^\\d{2}[./-]\\d{2}$"_s);
    static const QRegularExpression day(u"^\\d{2}$"_s);
    static const QRegularExpression monthYear(u"^\\d{2}[./-]\\d{4}$"_s);
    static const QRegularExpression year(u"^\\d{4}$"_s);
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        QString &first = words[i].text;
        const QString &next = words.at(i + 1).text;
        if (dayMonth.match(first).hasMatch() && year.match(next).hasMatch())
            first += first.at(2);
        else if (day.match(first).hasMatch() && monthYear.match(next).hasMatch())
            first += next.at(2);
    }
}

/// "4986-10-16", "03611.1992": nearly a date and yet none. Another look may find what was misread.
bool mendSpoilt(PlacedWord &word, const PrintedPage &page, const DocumentHints &hints, text::OcrEngine &ocr)
{
    const text::DateHints choice = dateHints(u"expires_on"_s, word.text, hints);
    FoundField date;
    date.text = dateForm(word.text);
    if (date.text.isEmpty() || !text::findDates(word.text, choice).isEmpty())
        return false;
    date.box = inRow(word.box, page);
    for (const cv::Mat &grey : {page.lightest, page.ink, darkestInk(page.lightest, date.box, half)}) {
        const QList<QDate> days = readAgain(Characters::OfDates, grey, date, hints, ocr).days;
        if (days.isEmpty() || days.first() < choice.earliest || days.first() > choice.latest)
            continue;
        word.text = days.first().toString(Qt::ISODate);
        word.confidence = std::min(word.confidence, readTwice);
        return true;
    }
    return true;
}

} // namespace

void confirmDates(QList<LaidLine> &lines, const PrintedPage &page, const DocumentHints &hints,
                  text::OcrEngine &ocr)
{
    int looks = 0;
    for (LaidLine &line : lines) {
        QStringList texts;
        evenSeparators(line.words);
        for (PlacedWord &word : line.words) {
            looks += looks < mostConfirmed && mendSpoilt(word, page, hints, ocr) ? 1 : 0;
            texts += word.text;
        }
        line.text = texts.join(u' ');
        for (const text::DateHit &hit :
             text::findDates(line.text, dateHints(u"expires_on"_s, line.text, hints))) {
            const QList<PlacedWord> words = wordsAt(line.words, hit);
            FoundField date = fieldOf(words);
            date.box = inRow(date.box, page);
            if (date.confidence >= hardToRead || looks++ >= mostConfirmed)
                continue;
            const auto again = [&](const cv::Mat &grey) {
                const QList<QDate> days = readAgain(Characters::OfDates, grey, date, hints, ocr).days;
                return std::any_of(days.begin(), days.end(),
                                   [&](QDate day) { return hit.readings.contains(day); });
            };
            if (!again(page.lightest) && !again(page.ink) &&
                !again(darkestInk(page.lightest, date.box, half)))
                continue;
            for (PlacedWord &word : line.words) {
                if (!words.contains(word))
                    continue;
                word.confidence = std::max(word.confidence, readTwice);
                word.box = inRow(word.box, page);
            }
        }
    }
}

namespace {

/// A date that nothing contradicts but, maybe, another look at it.
std::optional<FoundField> withoutOther(const FoundField &date, int same, int contrary)
{
    if (same == 0 && (contrary > 0 || date.confidence < leastUnseen))
        return std::nullopt;
    FoundField checked = date;
    if (same >= enoughSame && contrary == 0)
        checked.confidence = std::max(date.confidence, confirmed);
    return checked;
}

} // namespace

std::optional<FoundField> checkedDate(const FoundField &date, std::optional<QDate> other,
                                      const PrintedPage &page, const DocumentHints &hints,
                                      text::OcrEngine &ocr)
{
    FoundField checked = date;
    checked.box = inRow(date.box, page);
    const QDate first = QDate::fromString(date.value, Qt::ISODate);
    int same = 0;
    int contrary = 0;
    for (const cv::Mat &grey : looksAt(checked.box, page)) {
        const Look look = readAgain(Characters::OfDates, grey, checked, hints, ocr);
        if (other && look.days.contains(*other)) {
            checked.value = other->toString(Qt::ISODate);
            checked.text = look.text;
            return checked;
        }
        same += look.days.contains(first) ? 1 : 0;
        contrary += look.days.isEmpty() || look.days.contains(first) ? 0 : 1;
        if (!other && same == enoughSame)
            break;
    }
    if (!other)
        return withoutOther(checked, same, contrary);
    if (same == 0)
        return std::nullopt;
    // Against a zone's date only clear print counts for more than a hint.
    const qsizetype differing = differingDigits(date.value, other->toString(Qt::ISODate));
    const double wanted = differing > mostMisread ? plain : clear;
    const auto seenClearly = [&](const cv::Mat &grey) {
        const Look look = readAgain(Characters::Any, grey, checked, hints, ocr);
        return look.days.contains(first) && look.weakest >= wanted;
    };
    const bool isClear = same >= leastSame && date.weakest >= wanted &&
                         (seenClearly(page.ink) || seenClearly(darkestInk(page.lightest, checked.box, half)));
    checked.confidence = isClear ? std::max(date.confidence, confirmed) : std::min(date.confidence, doubtful);
    return checked;
}

} // namespace scrutineer::facts
