// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/dates.h"

#include "engine/text/date_tokens.h"
#include "engine/text/fold.h"
#include "engine/text/month_names.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace scrutineer::text {

namespace {
constexpr int buddhistEra = 543; ///< Thai years are ahead by this many

enum class Order { DayMonth, MonthDay, YearMonth, Unknown };

/// Orders in everyday use (Unicode CLDR 42). Canada and a few others write both ways and stay unknown.
Order orderOf(const QString &country)
{
    static const QSet<QString> monthFirst{QStringLiteral("US"), QStringLiteral("FM"), QStringLiteral("MH"),
                                          QStringLiteral("PW"), QStringLiteral("PR"), QStringLiteral("GU")};
    static const QSet<QString> yearFirst{QStringLiteral("CN"), QStringLiteral("JP"), QStringLiteral("KR"),
                                         QStringLiteral("TW"), QStringLiteral("HU"), QStringLiteral("LT"),
                                         QStringLiteral("MN"), QStringLiteral("SE")};
    static const QSet<QString> both{QStringLiteral("CA"), QStringLiteral("PH"), QStringLiteral("PA")};
    const QString code = alpha2(country);
    if (code.isEmpty() || both.contains(code))
        return Order::Unknown;
    if (monthFirst.contains(code))
        return Order::MonthDay;
    return yearFirst.contains(code) ? Order::YearMonth : Order::DayMonth;
}

Order orderFor(const DateHints &hints)
{
    if (!hints.order)
        return orderOf(hints.country);
    switch (*hints.order) {
    case DateOrder::MonthDay:
        return Order::MonthDay;
    case DateOrder::YearMonth:
        return Order::YearMonth;
    case DateOrder::DayMonth:
        break;
    }
    return Order::DayMonth;
}

bool plausible(QDate date, const DateHints &hints)
{
    return (!hints.earliest.isValid() || date >= hints.earliest) &&
           (!hints.latest.isValid() || date <= hints.latest);
}

/// A date of a year that may have two digits: the century is the plausible one that is nearest to the
/// reference.
QDate dateOf(int year, bool twoDigits, int month, int day, const DateHints &hints)
{
    if (!twoDigits) {
        const int common = year > 2442 && year < 2743 ? year - buddhistEra : year;
        return common >= 1900 && common <= 2199 ? QDate(common, month, day) : QDate();
    }
    const int pivotYear = hints.reference.isValid() ? hints.reference.year() : 2000;
    QDate best;
    for (const int century : {1900, 2000, 2100}) {
        const QDate date(century + year, month, day);
        if (!date.isValid())
            continue;
        const bool better = !best.isValid() || (plausible(date, hints) && !plausible(best, hints)) ||
                            (plausible(date, hints) == plausible(best, hints) &&
                             std::abs(date.year() - pivotYear) < std::abs(best.year() - pivotYear));
        if (better)
            best = date;
    }
    return best;
}

class Finder
{
public:
    Finder(QStringView line, const DateHints &hints)
        : m_line(line), m_hints(hints), m_tokens(dateTokens(line))
    {
    }

    QList<DateHit> find()
    {
        QList<DateHit> hits;
        for (qsizetype i = 0; i < m_tokens.size();) {
            DateHit hit;
            const qsizetype used = match(i, hit);
            if (used == 0) {
                ++i;
                continue;
            }
            const DateToken &first = m_tokens[i];
            const DateToken &last = m_tokens[i + used - 1];
            hit.position = first.position;
            hit.length = last.position + last.length - first.position;
            hit.text = m_line.mid(hit.position, hit.length).toString();
            hits.append(hit);
            i += used;
        }
        return hits;
    }

private:
    const DateToken *at(qsizetype i) const { return i >= 0 && i < m_tokens.size() ? &m_tokens[i] : nullptr; }
    bool numberAt(qsizetype i, qsizetype least, qsizetype most) const
    {
        const DateToken *token = at(i);
        return token != nullptr && token->isNumber(least, most);
    }
    bool signAt(qsizetype i, QChar sign) const
    {
        const DateToken *token = at(i);
        return token != nullptr && token->isSign(sign);
    }

    static void add(DateHit &hit, QDate date)
    {
        if (date.isValid() && !hit.readings.contains(date))
            hit.readings.append(date);
    }

    /// The number of tokens that make a date from `i` on, 0 where there is none.
    qsizetype match(qsizetype i, DateHit &hit) const
    {
        if (const qsizetype used = matchCalendarSigns(i, hit))
            return used;
        if (const qsizetype used = matchNumeric(i, hit))
            return used;
        if (const qsizetype used = matchNumberedMonth(i, hit))
            return used;
        if (const qsizetype used = matchDayMonthName(i, hit))
            return used;
        if (const qsizetype used = matchMonthNameDay(i, hit))
            return used;
        if (const qsizetype used = matchYearMonthName(i, hit))
            return used;
        return matchCompact(i, hit);
    }

    bool wordAt(qsizetype i, QStringView choices) const
    {
        const DateToken *token = at(i);
        return token != nullptr && token->isWord() && token->length == 1 && choices.contains(token->word);
    }

    qsizetype matchCalendarSigns(qsizetype i, DateHit &hit) const
    {
        if (!numberAt(i, 4, 4) || !wordAt(i + 1, u"年년") || !numberAt(i + 2, 1, 2) ||
            !wordAt(i + 3, u"月월") || !numberAt(i + 4, 1, 2))
            return 0;
        add(hit, dateOf(m_tokens[i].value, false, m_tokens[i + 2].value, m_tokens[i + 4].value, m_hints));
        if (hit.readings.isEmpty())
            return 0;
        return wordAt(i + 5, u"日號号일") ? 6 : 5;
    }

    /// Whether the token before a numeric date, or the one after it, belongs to a longer row of numbers.
    bool isolated(qsizetype first, qsizetype afterLast, bool spaced) const
    {
        const auto joined = [this](qsizetype sign, qsizetype number, qsizetype right) {
            return at(sign) != nullptr && at(sign)->kind == DateToken::Kind::Sign &&
                   numberAt(number, 1, 99) && QStringView(u"./-:,").contains(at(sign)->sign) &&
                   !m_tokens[right].spaceBefore;
        };
        if (joined(first - 1, first - 2, first))
            return false;
        if (afterLast + 1 < m_tokens.size() && !m_tokens[afterLast].spaceBefore &&
            joined(afterLast, afterLast + 1, afterLast + 1))
            return false;
        return !spaced || (!numberAt(first - 1, 1, 99) && !numberAt(afterLast, 1, 99));
    }

    qsizetype matchNumeric(qsizetype i, DateHit &hit) const
    {
        if (!numberAt(i, 1, 4))
            return 0;
        const bool spaced = numberAt(i + 1, 1, 2);
        const qsizetype step = spaced ? 1 : 2;
        if (!spaced) {
            const DateToken *sign = at(i + 1);
            if (sign == nullptr || sign->kind != DateToken::Kind::Sign ||
                !QStringView(u"./-,·").contains(sign->sign) || !signAt(i + 3, sign->sign))
                return 0;
        }
        if (!numberAt(i + step, 1, 2) || !numberAt(i + 2 * step, 1, 4))
            return 0;
        const qsizetype used = 2 * step + 1;
        if (!isolated(i, i + used, spaced))
            return 0;
        addNumericReadings(m_tokens[i], m_tokens[i + step], m_tokens[i + 2 * step], spaced, hit);
        return hit.readings.isEmpty() ? 0 : used;
    }

    void addNumericReadings(const DateToken &a, const DateToken &b, const DateToken &c, bool spaced,
                            DateHit &hit) const
    {
        if (a.length == 4) {
            if (c.length <= 2)
                add(hit, dateOf(a.value, false, b.value, c.value, m_hints));
            return;
        }
        const bool shortYear = c.length == 2;
        if (a.length > 2 || (c.length != 4 && (!shortYear || spaced)))
            return;
        hit.twoDigitYear = shortYear;
        const QDate dayMonth = dateOf(c.value, shortYear, b.value, a.value, m_hints);
        const QDate monthDay = dateOf(c.value, shortYear, a.value, b.value, m_hints);
        const QDate yearMonth =
            shortYear && a.length == 2 ? dateOf(a.value, true, b.value, c.value, m_hints) : QDate();
        const Order order = orderFor(m_hints);
        if (order == Order::YearMonth)
            add(hit, yearMonth);
        if (order == Order::MonthDay)
            add(hit, monthDay);
        add(hit, dayMonth);
        add(hit, monthDay);
        // Year first with two digits is rare enough to need a country that writes so, or no other reading.
        if (order == Order::Unknown || hit.readings.isEmpty())
            add(hit, yearMonth);
    }

    /// Vietnamese: [ngày] 20 tháng 11 năm 2026.
    qsizetype matchNumberedMonth(qsizetype i, DateHit &hit) const
    {
        const auto says = [this](qsizetype k, const char *word) {
            return at(k) != nullptr && at(k)->isWord() && fold(at(k)->word) == QLatin1StringView(word);
        };
        if (!numberAt(i, 1, 2) || !says(i + 1, "thang") || !numberAt(i + 2, 1, 2) || !says(i + 3, "nam") ||
            !numberAt(i + 4, 4, 4))
            return 0;
        add(hit, dateOf(m_tokens[i + 4].value, false, m_tokens[i + 2].value, m_tokens[i].value, m_hints));
        return hit.readings.isEmpty() ? 0 : 5;
    }

    /// Skips fillers and light punctuation, at most `most` tokens.
    qsizetype skipped(qsizetype i, int most) const
    {
        while (most-- > 0 && at(i) != nullptr) {
            const DateToken &token = *at(i);
            const bool light =
                token.kind == DateToken::Kind::Sign && QStringView(u".,-/'’º°ª").contains(token.sign);
            if (!light && !(token.isWord() && token.month == 0 && isDateFiller(token.word)))
                break;
            ++i;
        }
        return i;
    }

    /// A month's name, also twice in two languages as on passports ("DÉC/DEC"); returns the token after it.
    qsizetype afterMonth(qsizetype i) const
    {
        if (signAt(i + 1, u'/') && at(i + 2) != nullptr && at(i + 2)->month == m_tokens[i].month)
            return i + 3;
        return i + 1;
    }

    bool monthAt(qsizetype i) const { return at(i) != nullptr && at(i)->month != 0; }
    bool yearAt(qsizetype i) const { return numberAt(i, 4, 4) || numberAt(i, 2, 2); }

    void addNamed(const DateToken &year, int month, int day, DateHit &hit) const
    {
        hit.monthNamed = true;
        hit.twoDigitYear = year.length == 2;
        add(hit, dateOf(year.value, hit.twoDigitYear, month, day, m_hints));
    }

    qsizetype matchDayMonthName(qsizetype i, DateHit &hit) const
    {
        if (!numberAt(i, 1, 2))
            return 0;
        const qsizetype month = skipped(i + 1, 3);
        if (!monthAt(month))
            return 0;
        const qsizetype year = skipped(afterMonth(month), 3);
        if (!yearAt(year))
            return 0;
        addNamed(m_tokens[year], m_tokens[month].month, m_tokens[i].value, hit);
        return hit.readings.isEmpty() ? 0 : year - i + 1;
    }

    qsizetype matchMonthNameDay(qsizetype i, DateHit &hit) const
    {
        if (!monthAt(i))
            return 0;
        const qsizetype day = skipped(afterMonth(i), 2);
        if (!numberAt(day, 1, 2))
            return 0;
        const qsizetype year = skipped(day + 1, 3);
        // "November 20 15" is more likely a time or an amount than a year.
        if (!numberAt(year, 4, 4) && !(yearAt(year) && year > day + 1))
            return 0;
        addNamed(m_tokens[year], m_tokens[i].month, m_tokens[day].value, hit);
        return hit.readings.isEmpty() ? 0 : year - i + 1;
    }

    qsizetype matchYearMonthName(qsizetype i, DateHit &hit) const
    {
        if (!numberAt(i, 4, 4))
            return 0;
        const qsizetype month = skipped(i + 1, 2);
        if (!monthAt(month))
            return 0;
        const qsizetype day = skipped(afterMonth(month), 2);
        if (!numberAt(day, 1, 2))
            return 0;
        addNamed(m_tokens[i], m_tokens[month].month, m_tokens[day].value, hit);
        return hit.readings.isEmpty() ? 0 : day - i + 1;
    }

    qsizetype matchCompact(qsizetype i, DateHit &hit) const
    {
        if (!numberAt(i, 8, 8) || numberAt(i - 1, 1, 99) || numberAt(i + 1, 1, 99) ||
            !isolated(i, i + 1, false))
            return 0;
        const int value = m_tokens[i].value;
        if (value < 19000101 || value > 21991231)
            return 0;
        add(hit, QDate(value / 10000, value / 100 % 100, value % 100));
        return hit.readings.isEmpty() ? 0 : 1;
    }

    QStringView m_line;
    const DateHints &m_hints;
    QList<DateToken> m_tokens;
};
} // namespace

QList<DateHit> findDates(QStringView line, const DateHints &hints)
{
    const bool anyDigit = std::any_of(line.begin(), line.end(), [](QChar c) { return c.isDigit(); });
    return anyDigit ? Finder(line, hints).find() : QList<DateHit>();
}

std::optional<QDate> resolve(const DateHit &hit, const DateHints &hints)
{
    QList<QDate> readings;
    std::copy_if(hit.readings.begin(), hit.readings.end(), std::back_inserter(readings),
                 [&](QDate date) { return plausible(date, hints); });
    if (readings.isEmpty())
        return std::nullopt;
    if (readings.size() == 1 || orderFor(hints) != Order::Unknown)
        return readings.first();
    if (hints.reference.isValid() && readings.contains(hints.reference))
        return hints.reference;
    return std::nullopt;
}

std::optional<DateOrder> orderOf(const DateHit &hit, QDate day)
{
    if (hit.monthNamed || day.day() == day.month())
        return std::nullopt;
    QList<int> numbers;
    for (const DateToken &token : dateTokens(hit.text)) {
        if (token.isNumber())
            numbers.append(token.value);
    }
    if (numbers.size() != 3)
        return std::nullopt;
    if (numbers.at(0) == day.day() && numbers.at(1) == day.month())
        return DateOrder::DayMonth;
    if (numbers.at(0) == day.month() && numbers.at(1) == day.day())
        return DateOrder::MonthDay;
    return std::nullopt;
}

int ageDays(QDate date, QDate on)
{
    return static_cast<int>(date.daysTo(on));
}

int ageMonths(QDate date, QDate on)
{
    if (date > on)
        return -ageMonths(on, date);
    int months = (on.year() - date.year()) * 12 + on.month() - date.month();
    return date.addMonths(months) > on ? months - 1 : months;
}

bool withinMonths(QDate issued, QDate on, int months)
{
    return issued.addMonths(months) >= on;
}

} // namespace scrutineer::text
