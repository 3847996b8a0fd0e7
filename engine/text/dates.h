// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace scrutineer::text {

enum class DateOrder { DayMonth, MonthDay, YearMonth };

/// What helps to choose between readings of a date. Everything may be left out.
struct DateHints
{
    QString country; ///< ISO 3166-1; decides between day-month and month-day
    QDate reference; ///< the day of submission; two-digit years go to the century nearest to it
    QDate earliest;  ///< a plausible date is not before
    QDate latest;    ///< and not after
    std::optional<DateOrder> order =
        std::nullopt; ///< seen on the same document; counts for more than the country
};

/// A date in a line of text.
struct DateHit
{
    qsizetype position = 0; ///< UTF-16 units from the start of the line
    qsizetype length = 0;
    QString text;          ///< as printed
    QList<QDate> readings; ///< every valid reading, most likely first; never empty
    bool monthNamed = false;
    bool twoDigitYear = false;

    /// Day and month (or year) can be told apart in more than one way.
    [[nodiscard]] bool ambiguous() const { return readings.size() > 1; }

    friend bool operator==(const DateHit &, const DateHit &) = default;
};

/// Every complete date (day, month and year) in a line, left to right: 28/12/2022, 2022-12-28, 28.12.22, 28
/// 12 2022, 20221228, 28 décembre 2022, DEC 28, 2022, 28-Dez-22, 2022年12月28日, 28 tháng 12 năm 2022. Month
/// names come from ICU; case, accents and one wrong letter in a long name do not matter. Digits of any
/// script.
[[nodiscard]] QList<DateHit> findDates(QStringView line, const DateHints &hints = {});

/// The reading that the hints single out: the only plausible one, else the one the country's order prefers,
/// else the one that is the reference day. Nothing where that leaves a choice.
[[nodiscard]] std::optional<QDate> resolve(const DateHit &hit, const DateHints &hints);

/// The order in which a date of digits alone was written, knowing what day it names. Nothing where day and
/// month are the same number, or the year stands in front.
[[nodiscard]] std::optional<DateOrder> orderOf(const DateHit &hit, QDate day);

/// Days from `date` to `on`; negative where `date` is later.
[[nodiscard]] int ageDays(QDate date, QDate on);
/// Whole months from `date` to `on`; negative where `date` is later.
[[nodiscard]] int ageMonths(QDate date, QDate on);
/// To the day: issued 2026-08-20 is within 3 months on 2026-11-20, and no longer on 2026-11-21. A day that
/// the last month does not have is its last day.
[[nodiscard]] bool withinMonths(QDate issued, QDate on, int months);

} // namespace scrutineer::text
