// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/month_names.h"

#include "engine/text/fold.h"

#include <QHash>
#include <QSet>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>

namespace scrutineer::text {

namespace {
constexpr std::array languages{"en", "fr",      "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "bg",
                               "sr", "sr_Latn", "hr", "bs", "sl", "cs", "sk", "hu", "ro", "tr", "az",
                               "el", "da",      "sv", "nb", "fi", "is", "et", "lv", "lt", "ca", "id",
                               "ms", "fil",     "ar", "fa", "he", "hi", "th", "ko", "kk", "ka", "hy"};
constexpr qsizetype fuzzyLength =
    6; ///< shorter names have neighbours of other meaning (juin, juil, mai, mar)

/// Case and marks gone, the script stays: no transliteration, so that "мая" and "mai" do not meet by
/// accident.
QString monthKey(QStringView word)
{
    const QString decomposed = word.toString().toCaseFolded().normalized(QString::NormalizationForm_KD);
    QString key;
    for (const QChar c : decomposed) {
        if (c == u'ı')
            key += u'i';
        else if (c.isLetterOrNumber() || (c.isMark() && c.script() > QChar::Script_Latin))
            key += c;
    }
    return key;
}

struct MonthTable
{
    QHash<QString, int> byKey;
    QList<std::pair<QString, int>> longNames; ///< for one wrong letter
};

void addNames(MonthTable &table, const icu::UnicodeString *names, int32_t count)
{
    for (int32_t i = 0; i < count && i < 12; ++i) {
        const QString name = QString::fromUtf16(names[i].getBuffer(), names[i].length());
        const QString key = monthKey(name);
        // "1월" or "M01" name a month by its number; the pattern for numbers reads those.
        const bool hasLetters = std::any_of(key.begin(), key.end(), [](QChar c) { return c.isLetter(); });
        const bool hasDigits = std::any_of(key.begin(), key.end(), [](QChar c) { return c.isDigit(); });
        if (key.size() < 3 || !hasLetters || hasDigits || name.contains(u' '))
            continue;
        const auto known = table.byKey.constFind(key);
        if (known != table.byKey.constEnd())
            continue; // the earlier language wins
        table.byKey.insert(key, i + 1);
        if (key.size() >= fuzzyLength)
            table.longNames.append({key, i + 1});
    }
}

MonthTable makeTable()
{
    MonthTable table;
    for (const char *language : languages) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(icu::Locale(language), status);
        if (U_FAILURE(status))
            continue;
        for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
            for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
                int32_t count = 0;
                const icu::UnicodeString *names = symbols.getMonths(count, context, width);
                addNames(table, names, count);
            }
        }
    }
    // Printed on documents, but not among ICU's forms.
    const std::array<std::pair<const char *, int>, 14> more{{{"sept", 9},
                                                             {"fev", 2},
                                                             {"fevr", 2},
                                                             {"aout", 8},
                                                             {"aug", 8},
                                                             {"dec", 12},
                                                             {"dez", 12},
                                                             {"mrz", 3},
                                                             {"maer", 3},
                                                             {"okt", 10},
                                                             {"ene", 1},
                                                             {"abr", 4},
                                                             {"ago", 8},
                                                             {"dic", 12}}};
    for (const auto &[name, month] : more)
        table.byKey.insert(QString::fromLatin1(name), month);
    return table;
}

const MonthTable &months()
{
    static const MonthTable table = makeTable();
    return table;
}

QString withLettersForDigits(QString key)
{
    key.replace(u'0', u'o').replace(u'1', u'i').replace(u'5', u's').replace(u'8', u'b');
    return key;
}

/// Whether one letter more, less or other makes a word of another one. The same as an edit distance of at
/// most one, in one pass: every word of a page is compared with hundreds of months.
bool isWithinOneEdit(QStringView a, QStringView b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    return std::max(a.size(), b.size()) - head - tail <= 1;
}

int nearMonth(const QString &key)
{
    int found = 0;
    for (const auto &[name, month] : months().longNames) {
        if (month == found || !isWithinOneEdit(name, key))
            continue;
        if (found != 0)
            return 0;
        found = month;
    }
    return found;
}
} // namespace

int monthNamed(QStringView word)
{
    if (word.size() < 3 || word.size() > 16)
        return 0;
    const QString key = withLettersForDigits(monthKey(word));
    if (const int month = months().byKey.value(key))
        return month;
    return key.size() >= fuzzyLength ? nearMonth(key) : 0;
}

bool isDateFiller(QStringView word)
{
    static const QSet<QString> fillers = [] {
        QSet<QString> set;
        for (const char *word :
             {"de",  "del", "of",  "the", "di", "da", "do", "st", "nd",  "rd", "th", "er", "ere",
              "eme", "e",   "den", "der", "am", "le", "el", "il", "van", "го", "de", "dia"})
            set.insert(QString::fromUtf8(word));
        return set;
    }();
    return fillers.contains(monthKey(word));
}

} // namespace scrutineer::text
