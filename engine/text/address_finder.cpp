// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/address_words.h"
#include "engine/text/addresses.h"
#include "engine/text/dates.h"
#include "engine/text/fold.h"
#include "engine/text/month_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace scrutineer::text {

namespace {
constexpr int linesAbove = 3; ///< where the street may stand above postal code and city

/// How a country writes postal code and city. The code is the group "code", the city "city".
struct Form
{
    const char *countries; ///< alpha-2, separated by spaces
    const char *pattern;
    bool distinct; ///< not mistaken for another number: counts without a street
};

// A city: a letter, then letters, spaces and the signs of names.
#define CITY "(?<city>\\p{L}[\\p{L}'’. -]{1,40})"
constexpr std::array forms{
    Form{"GB", "(?<code>\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b)", true},
    Form{"CA", "(?<code>\\b[A-Z]\\d[A-Z] ?\\d[A-Z0-9]\\d\\b)", true},
    Form{"US", CITY ",? (?<state>[A-Z]{2})\\.? (?<code>\\d{5}(?:-\\d{4})?)\\b", true},
    Form{"BR", "(?<code>\\b\\d{5}-\\d{3}\\b)", true},
    Form{"PT", "(?<code>\\b\\d{4}-\\d{3}) " CITY, true},
    Form{"PL", "(?<code>\\b\\d{2}-\\d{3}) " CITY, true},
    Form{"JP", "(?<code>〒? ?\\b\\d{3}-\\d{4}\\b)", true},
    Form{"NL", "(?<code>\\b\\d{4} ?[A-Z]{2}) +" CITY, true},
    Form{"SE CZ SK GR", "(?<code>\\b(?:[A-Z]{1,2}-)?\\d{3} \\d{2}) " CITY, false},
    Form{"AU", CITY ",? (?<state>NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? (?<code>\\d{4})\\b", true},
    Form{"FR DE ES IT FI TR UA MX EE LT KR MY TH ID HR RS BA ME MA DZ SA EG",
         "(?<code>(?<![\\d.,/-])(?:[A-Z]{1,2}-)?\\d{5}) +" CITY, true},
    Form{"IN CN RU SG VN RO KZ BY", "(?<code>(?<![\\d.,/-])\\d{6}(?![\\d./-]))[, ]+" CITY, false},
    Form{"IN RU CN", CITY "[, –-]+(?<code>\\d{3} ?\\d{3})\\b", false},
    Form{"AT CH BE DK NO HU LU BG SI LV ZA NZ PH", "(?<code>(?<![\\d.,/-])(?:[A-Z]{1,2}-)?\\d{4}) +" CITY,
         false},
    Form{"NZ ZA PH", CITY ",? (?<code>\\d{4})$", false},
};
#undef CITY

const QList<QRegularExpression> &patterns()
{
    static const QList<QRegularExpression> compiled = [] {
        QList<QRegularExpression> list;
        for (const Form &form : forms) {
            QRegularExpression pattern(QString::fromUtf8(form.pattern),
                                       QRegularExpression::UseUnicodePropertiesOption);
            pattern.optimize();
            list.append(std::move(pattern));
        }
        return list;
    }();
    return compiled;
}

struct PostalLine
{
    QString code;
    qsizetype start = -1; ///< of code and city in the line
    bool distinct = false;
};

bool hasCountry(const Form &form, const QString &country)
{
    return QString::fromLatin1(form.countries).split(u' ').contains(country);
}

/// Years and amounts have digits too: "2022 Montant", "15000 EUR".
bool isMonthOrMoney(QStringView city)
{
    static const QStringList words{
        QStringLiteral("eur"),  QStringLiteral("euro"),  QStringLiteral("euros"),   QStringLiteral("usd"),
        QStringLiteral("kwh"),  QStringLiteral("kva"),   QStringLiteral("ht"),      QStringLiteral("ttc"),
        QStringLiteral("page"), QStringLiteral("total"), QStringLiteral("montant"), QStringLiteral("siret")};
    const QStringList folded = foldedWords(city);
    return folded.isEmpty() || folded.first().size() < 2 || words.contains(folded.first());
}

/// A year is no postal code: "October 2026", "30.09.2026 Rechnung".
bool isInDate(const QString &line, qsizetype start, qsizetype length)
{
    const QList<DateHit> dates = findDates(line);
    const bool inside = std::any_of(dates.begin(), dates.end(), [&](const DateHit &date) {
        return start < date.position + date.length && date.position < start + length;
    });
    const QStringList before = foldedWords(QStringView(line).left(start));
    return inside || (length == 4 && !before.isEmpty() && monthNamed(before.last()) != 0);
}

std::optional<PostalLine> postalLine(const QString &line, const QString &country)
{
    const bool anyDigit = std::any_of(line.begin(), line.end(), [](QChar c) { return c.isDigit(); });
    if (!anyDigit)
        return std::nullopt;
    std::optional<PostalLine> found;
    for (qsizetype i = 0; i < patterns().size(); ++i) {
        const Form &form = forms[static_cast<size_t>(i)];
        const bool own = hasCountry(form, country);
        if (found && !own)
            continue;
        const QRegularExpressionMatch match = patterns()[i].match(line);
        if (!match.hasMatch() ||
            (match.hasCaptured(QStringLiteral("city")) && isMonthOrMoney(match.captured(u"city"))))
            continue;
        if (isInDate(line, match.capturedStart(u"code"), match.capturedLength(u"code")))
            continue;
        found = PostalLine{match.captured(u"code"), match.capturedStart(), form.distinct || own};
        if (own)
            break;
    }
    return found;
}

/// A line that names a street with a house number: number and street word, or a compound ("Hauptstraße 5").
bool isStreetLine(QStringView line, bool *mailbox)
{
    const QStringList words = addressWords(line);
    *mailbox = std::any_of(words.begin(), words.end(), isMailboxWord);
    if (words.size() < 2 || words.size() > 14)
        return false;
    const bool streetWord = std::any_of(words.begin(), words.end(), [](const QString &word) {
        return isStreetWord(word) || endsInStreetWord(word);
    });
    const QString number = parseStreet(line).houseNumber;
    return streetWord && !number.isEmpty() && !number.startsWith(u'0'); // "0800" begins a telephone number
}

/// Number first and a name, as in "12 Lindenhof": a street only beside a postal line.
bool mayBeStreetLine(QStringView line)
{
    const QStringList words = foldedWords(line);
    if (words.size() < 2 || words.size() > 8 || std::any_of(words.begin(), words.end(), isMailboxWord))
        return false;
    const auto isNumber = [](const QString &word) {
        return word.size() <= 5 && !word.isEmpty() && word.front().isDigit() && !word.startsWith(u'0') &&
               std::count_if(word.begin(), word.end(), [](QChar c) { return c.isLetter(); }) <= 1;
    };
    const auto startsName = [](const QString &word) { return word.size() >= 2 && word.front().isLetter(); };
    const bool named = std::any_of(words.begin(), words.end(), [](const QString &word) {
        return word.size() >= 3 && word.front().isLetter();
    });
    if (!findDates(line).isEmpty())
        return false;
    return named && ((isNumber(words.first()) && startsName(words[1])) ||
                     (isNumber(words.last()) && startsName(words.first())));
}

FoundAddress addressAt(const QStringList &lines, int line, const PostalLine &postal)
{
    FoundAddress found;
    found.firstLine = line;
    found.postalCode = postal.code.trimmed();
    bool mailbox = false;
    isStreetLine(lines[line], &mailbox);
    const QString before = lines[line].left(postal.start);
    bool ignored = false;
    found.complete = isStreetLine(before, &ignored) || mayBeStreetLine(before);
    for (int above = line - 1; above >= std::max(0, line - linesAbove) && !found.complete; --above) {
        bool boxAbove = false;
        const bool street =
            isStreetLine(lines[above], &boxAbove) || (above == line - 1 && mayBeStreetLine(lines[above]));
        mailbox = mailbox || (boxAbove && above == line - 1);
        if (street) {
            found.firstLine = above;
            found.complete = true;
        }
    }
    found.lineCount = line - found.firstLine + 1;
    found.mailbox = mailbox;
    QStringList parts;
    for (int i = found.firstLine; i <= line; ++i)
        parts.append(lines[i].trimmed());
    found.text = parts.join(QStringLiteral(", "));
    return found;
}
} // namespace

QList<FoundAddress> findAddresses(const QStringList &lines, QStringView country)
{
    const QString code = alpha2(country);
    QList<FoundAddress> found;
    int taken = -1;
    for (int i = 0; i < lines.size(); ++i) {
        const std::optional<PostalLine> postal = postalLine(lines[i], code);
        if (!postal)
            continue;
        FoundAddress address = addressAt(lines, i, *postal);
        if (address.firstLine <= taken && i > taken) {
            // The street above belongs to the address before.
            address.firstLine = i;
            address.lineCount = 1;
            address.text = lines[i].trimmed();
            address.complete = false;
        }
        if (!postal->distinct && !address.complete)
            continue;
        found.append(address);
        taken = i;
    }
    return found;
}

} // namespace scrutineer::text
