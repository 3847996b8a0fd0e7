// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/date_check.h"

#include "engine/facts/readers/field_values.h"
#include "engine/facts/readers/row_reader.h"

#include <QRegularExpression>

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double confirmed = 0.93; ///< of a date that two readings agree on
constexpr double clear = 0.75;     ///< of a date that contradicts a zone
constexpr double doubtful = 0.65;  ///< of a date that contradicts a zone and was not read clearly
constexpr double hardToRead = 0.6;
constexpr double readTwice = 0.75; ///< of a word that was hard to read and came out the same again
constexpr int mostConfirmed = 5;

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

/// Every day that a reading of the place may name.
QList<QDate> readAgain(const cv::Mat &grey, const FoundField &date, const DocumentHints &hints,
                       text::OcrEngine &ocr)
{
    const bool digitsOnly =
        std::none_of(date.text.begin(), date.text.end(), [](QChar c) { return c.isLetter(); });
    QStringList texts;
    for (const PlacedWord &word : readPlace(grey, date.box, ocr, digitsOnly ? u"0123456789./-"_s : QString()))
        texts += word.text;
    const QString text = texts.join(u' ');
    QList<QDate> days;
    const text::DateHints choice = dateHints(u"expires_on"_s, text, hints);
    for (const text::DateHit &hit : text::findDates(text, choice))
        days += hit.readings;
    // What stands against the date, such as its label's number, is part of the place as well.
    static const QRegularExpression digits(u"\\d{2}([./-])\\d{2}\\1\\d{4}"_s);
    for (auto match = digits.globalMatch(text); match.hasNext();) {
        const QString part = match.next().captured();
        for (const text::DateHit &hit : text::findDates(part, choice))
            days += hit.readings;
    }
    return days;
}

/// "4986-10-16": the form of a date and yet none. Another look may find the digit that was misread.
bool mendSpoilt(PlacedWord &word, const PrintedPage &page, const DocumentHints &hints, text::OcrEngine &ocr)
{
    static const QRegularExpression form(
        u"^\\W*(?:\\d{4}([./-])\\d{2}\\1\\d{2}|\\d{2}([./-])\\d{2}\\2\\d{4})\\W*$"_s);
    const text::DateHints choice = dateHints(u"expires_on"_s, word.text, hints);
    if (!form.match(word.text).hasMatch() || !text::findDates(word.text, choice).isEmpty())
        return false;
    FoundField date;
    date.text = word.text;
    date.box = inRow(word.box, page);
    for (const cv::Mat &grey : {page.lightest, page.ink}) {
        const QList<QDate> days = readAgain(grey, date, hints, ocr);
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
                const QList<QDate> days = readAgain(grey, date, hints, ocr);
                return std::any_of(days.begin(), days.end(),
                                   [&](QDate day) { return hit.readings.contains(day); });
            };
            if (!again(page.lightest) && !again(page.ink))
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

std::optional<FoundField> checkedDate(const FoundField &date, std::optional<QDate> other,
                                      const PrintedPage &page, const DocumentHints &hints,
                                      text::OcrEngine &ocr)
{
    FoundField checked = date;
    checked.box = inRow(date.box, page);
    const QDate first = QDate::fromString(date.value, Qt::ISODate);
    int same = 0;
    for (const cv::Mat &grey : {page.lightest, page.ink}) {
        const QList<QDate> days = readAgain(grey, checked, hints, ocr);
        if (other && days.contains(*other)) {
            checked.value = other->toString(Qt::ISODate);
            return checked;
        }
        same += days.contains(first) ? 1 : 0;
        if (!other && same > 0)
            break;
    }
    if (same == 0)
        return std::nullopt;
    // A stroke through a digit is read the same way twice: against a zone's date only clear print counts for
    // more than a hint.
    const bool isClear = !other || (same > 1 && date.confidence >= clear);
    checked.confidence = isClear ? std::max(date.confidence, confirmed) : std::min(date.confidence, doubtful);
    return checked;
}

} // namespace scrutineer::facts
