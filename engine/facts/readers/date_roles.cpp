// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/date_roles.h"

#include "engine/facts/readers/field_values.h"

#include <QSet>

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int youngestYears = 14;       ///< of a holder when the document is issued
constexpr double withoutLabel = 0.9;    ///< of the confidence of a date whose label was not read
constexpr double leastConfidence = 0.5; ///< of such a date

struct Placed
{
    QDate date;
    FoundField field;
};

/// Whether a label of a field that is not kept stands right before a date.
bool isOfAnother(const FoundField &date, const QList<LabelHit> &labels)
{
    constexpr double widestGap = 3; // heights
    return std::any_of(labels.begin(), labels.end(), [&](const LabelHit &label) {
        const double gap = date.box.left() - label.box.right();
        const double middle = date.box.center().y();
        return label.field == "other"_L1 && label.strength > 1 && gap > -0.5 * date.box.height() &&
               gap < widestGap * date.box.height() && middle > label.box.top() && middle < label.box.bottom();
    });
}

bool samePlace(const QRectF &a, const QRectF &b)
{
    const QRectF common = a & b;
    const double smaller = std::min(a.width() * a.height(), b.width() * b.height());
    return common.width() * common.height() > 0.6 * smaller;
}

/// Dates that are not fields yet, once each, the best reading of each.
QList<Placed> unassigned(const QList<LaidLine> &lines, const QList<LabelHit> &labels,
                         const DocumentHints &hints, const QMap<QString, FoundField> &fields)
{
    QList<Placed> dates;
    for (const LaidLine &line : lines) {
        QString text;
        for (const PlacedWord &word : line.words)
            text += (text.isEmpty() ? QString() : u" "_s) + word.text;
        const text::DateHints choice = dateHints(u"expires_on"_s, text, hints);
        for (const text::DateHit &hit : text::findDates(text, choice)) {
            const std::optional<QDate> date = dateOf(hit, choice, hints);
            FoundField field = fieldOf(wordsAt(line.words, hit));
            if (!date || hit.twoDigitYear || *date < choice.earliest || *date > choice.latest ||
                field.confidence < leastConfidence || isOfAnother(field, labels))
                continue;
            field.value = date->toString(Qt::ISODate);
            const bool used = std::any_of(fields.begin(), fields.end(), [&](const FoundField &other) {
                return other.value == field.value || samePlace(other.box, field.box);
            });
            const auto same = std::find_if(dates.begin(), dates.end(),
                                           [&](const Placed &other) { return other.date == *date; });
            if (used)
                continue;
            if (same == dates.end())
                dates += Placed{*date, field};
            else if (same->field.confidence < field.confidence)
                same->field = field;
        }
    }
    std::sort(dates.begin(), dates.end(), [](const Placed &a, const Placed &b) { return a.date < b.date; });
    return dates;
}

QDate dateOfField(const QMap<QString, FoundField> &fields, const QString &key)
{
    return QDate::fromString(fields.value(key).value, Qt::ISODate);
}

/// A document is valid for whole years, to the day or the day before: the order that makes it so is the one
/// that two ambiguous dates are written in.
std::optional<text::DateOrder> orderByValidity(const QList<text::DateHit> &ambiguous)
{
    QSet<text::DateOrder> fitting;
    for (const text::DateHit &early : ambiguous) {
        for (const text::DateHit &late : ambiguous) {
            for (const QDate &from : early.readings) {
                for (const QDate &to : late.readings) {
                    const std::optional<text::DateOrder> order = text::orderOf(early, from);
                    const int years = to.year() - from.year();
                    const QDate whole = from.addYears(years);
                    const bool fits = years >= 1 && years <= 15 && (to == whole || to == whole.addDays(-1));
                    if (fits && order && order == text::orderOf(late, to))
                        fitting.insert(*order);
                }
            }
        }
    }
    return fitting.size() == 1 ? std::optional(*fitting.begin()) : std::nullopt;
}

} // namespace

std::optional<text::DateOrder> writtenOrder(const QList<LaidLine> &lines, const DocumentHints &hints)
{
    QList<text::DateHit> ambiguous;
    int dayFirst = 0;
    int monthFirst = 0;
    const auto count = [&](const text::DateHit &hit, QDate date) {
        const std::optional<text::DateOrder> order = text::orderOf(hit, date);
        dayFirst += order == text::DateOrder::DayMonth ? 1 : 0;
        monthFirst += order == text::DateOrder::MonthDay ? 1 : 0;
    };
    for (const LaidLine &line : lines) {
        for (const text::DateHit &hit : text::findDates(line.text, {})) {
            const auto known = std::find_if(hit.readings.begin(), hit.readings.end(),
                                            [&](QDate date) { return hints.knownDates.contains(date); });
            if (known != hit.readings.end())
                count(hit, *known);
            else if (!hit.ambiguous() && !hit.twoDigitYear)
                count(hit, hit.readings.first());
            else if (!hit.twoDigitYear)
                ambiguous += hit;
        }
    }
    if (dayFirst == 0 && monthFirst == 0)
        return orderByValidity(ambiguous);
    if (std::min(dayFirst, monthFirst) > 0)
        return std::nullopt;
    return dayFirst > monthFirst ? text::DateOrder::DayMonth : text::DateOrder::MonthDay;
}

void assignByTime(const QList<LaidLine> &lines, const QList<LabelHit> &labels, const DocumentHints &hints,
                  QMap<QString, FoundField> &fields)
{
    QList<Placed> dates = unassigned(lines, labels, hints, fields);
    const auto assign = [&](const QString &key, const Placed &placed) {
        fields[key] = placed.field;
        fields[key].confidence *= withoutLabel;
    };
    const QDate day = hints.day;
    // Three dates that are two lives apart from each other in the right way can only be these three.
    QDate birth = dateOfField(fields, u"date_of_birth"_s);
    QDate issued = dateOfField(fields, u"issued_on"_s);
    QDate expires = dateOfField(fields, u"expires_on"_s);
    if (!expires.isValid() && !dates.isEmpty()) {
        const Placed &last = dates.last();
        const bool future = last.date > day;
        const bool third = (issued.isValid() && last.date > issued.addDays(28)) ||
                           (!issued.isValid() && dates.size() >= (birth.isValid() ? 2 : 3) &&
                            last.date > dates.at(dates.size() - 2).date.addDays(28));
        if (future || (third && (!birth.isValid() || last.date > birth.addYears(youngestYears)))) {
            assign(u"expires_on"_s, last);
            expires = last.date;
            dates.removeLast();
        }
    }
    if (!birth.isValid() && !dates.isEmpty()) {
        const Placed &first = dates.first();
        const QDate later = issued.isValid() ? issued : dates.size() > 1 ? dates.at(1).date : expires;
        const bool old = first.date.addYears(youngestYears) < day &&
                         (later.isValid() ? first.date.addYears(youngestYears) < later : false);
        if (old) {
            assign(u"date_of_birth"_s, first);
            birth = first.date;
            dates.removeFirst();
        }
    }
    if (!issued.isValid() && dates.size() == 1 && birth.isValid() && expires.isValid() &&
        dates.first().date <= day && dates.first().date > birth && dates.first().date < expires)
        assign(u"issued_on"_s, dates.first());
}

} // namespace scrutineer::facts
