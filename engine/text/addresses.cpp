// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/addresses.h"

#include "engine/text/address_words.h"
#include "engine/text/fold.h"

#include <QSet>

#include <algorithm>

namespace scrutineer::text {

namespace {
bool startsWithDigit(const QString &word)
{
    return !word.isEmpty() && word.front().isDigit();
}
bool hasLetter(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
}
/// "5th", "3rd", "2eme": part of a street's name.
bool isOrdinal(const QString &word)
{
    return startsWithDigit(word) &&
           (word.endsWith(QLatin1StringView("th")) || word.endsWith(QLatin1StringView("st")) ||
            word.endsWith(QLatin1StringView("nd")) || word.endsWith(QLatin1StringView("rd")) ||
            word.endsWith(QLatin1StringView("eme")));
}
/// "12", "12b", "221b" and what follows apart: "12 bis", "12 b".
bool isHouseNumber(const QString &word)
{
    if (!startsWithDigit(word) || isOrdinal(word) || word.size() > 6)
        return false;
    return std::count_if(word.begin(), word.end(), [](QChar c) { return c.isLetter(); }) <= 1 ||
           word.endsWith(QLatin1StringView("bis")) || word.endsWith(QLatin1StringView("ter"));
}
bool isNumberSuffix(const QString &word)
{
    return word == QLatin1StringView("bis") || word == QLatin1StringView("terrace") // "ter" is expanded so
           || word == QLatin1StringView("ter") || word == QLatin1StringView("quater") ||
           (word.size() == 1 && word.front().isLetter() && word != QLatin1StringView("n"));
}

/// "No 5" first, then a number at the start, then the first one after a word; never one that names a flat or
/// floor.
qsizetype houseNumberIndex(const QStringList &words)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!isHouseNumber(words[i]) || (i > 0 && isUnitWord(words[i - 1])))
            continue;
        if (i > 0 && isNumberWord(words[i - 1]))
            return i;
        if (found < 0)
            found = i;
    }
    return found;
}

/// A run of words that is most like the wanted ones.
struct Window
{
    double similarity = 0;
    qsizetype first = 0;
    qsizetype count = 0;
};

Window bestWindow(const QStringList &wanted, const QStringList &words)
{
    Window best;
    if (wanted.isEmpty())
        return best;
    const QString whole = wanted.join(QString());
    for (qsizetype count = std::max<qsizetype>(1, wanted.size() - 1); count <= wanted.size() + 1; ++count) {
        for (qsizetype first = 0; first + count <= words.size(); ++first) {
            QString joined;
            for (qsizetype i = first; i < first + count; ++i)
                joined += words[i];
            // Lengths that differ much cannot reach the best: spares most of the distances.
            const auto shorter = static_cast<double>(std::min(whole.size(), joined.size()));
            const auto longer = static_cast<double>(std::max(whole.size(), joined.size()));
            if (shorter / longer <= best.similarity)
                continue;
            const double value = similarity(whole, joined);
            if (value > best.similarity)
                best = {value, first, count};
        }
    }
    return best;
}

QString postalKey(QStringView text)
{
    QString key;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            key += c.toUpper();
    }
    return key;
}

/// The code, written with or without its space or hyphen, as whole words.
bool hasPostalCode(const QString &code, const QStringList &rawWords)
{
    const QString key = postalKey(code);
    for (qsizetype i = 0; i < rawWords.size(); ++i) {
        QString joined;
        for (qsizetype k = i; k < rawWords.size() && k < i + 3; ++k) {
            joined += rawWords[k].toUpper();
            if (joined == key)
                return true;
        }
    }
    return false;
}

bool numberStands(const QString &number, const QStringList &words, qsizetype i)
{
    if (words[i] == number)
        return true;
    // "12 bis" against "12bis", in either direction.
    return i + 1 < words.size() && isNumberSuffix(words[i + 1]) &&
           (words[i] +
            (words[i + 1] == QLatin1StringView("terrace") ? QStringLiteral("ter") : words[i + 1])) == number;
}

bool hasHouseNumber(const QString &number, const QStringList &words, const Window &street)
{
    constexpr qsizetype reach = 3; // words between the street's name and its number: "No", a comma, a flat
    const qsizetype from = std::max<qsizetype>(0, street.first - reach);
    const qsizetype to = std::min(words.size(), street.first + street.count + reach);
    for (qsizetype i = from; i < to; ++i) {
        if (numberStands(number, words, i))
            return true;
    }
    return false;
}

QSet<QString> countriesWithoutPostalCodes()
{
    // Universal Postal Union, addressing guidelines per country.
    return {QStringLiteral("AE"), QStringLiteral("AG"), QStringLiteral("AO"), QStringLiteral("AW"),
            QStringLiteral("BF"), QStringLiteral("BI"), QStringLiteral("BJ"), QStringLiteral("BO"),
            QStringLiteral("BS"), QStringLiteral("BW"), QStringLiteral("BZ"), QStringLiteral("CD"),
            QStringLiteral("CF"), QStringLiteral("CG"), QStringLiteral("CI"), QStringLiteral("CM"),
            QStringLiteral("DJ"), QStringLiteral("DM"), QStringLiteral("ER"), QStringLiteral("FJ"),
            QStringLiteral("GA"), QStringLiteral("GD"), QStringLiteral("GH"), QStringLiteral("GM"),
            QStringLiteral("GQ"), QStringLiteral("GY"), QStringLiteral("HK"), QStringLiteral("IE"),
            QStringLiteral("JM"), QStringLiteral("KI"), QStringLiteral("KM"), QStringLiteral("KN"),
            QStringLiteral("KP"), QStringLiteral("LY"), QStringLiteral("ML"), QStringLiteral("MO"),
            QStringLiteral("MR"), QStringLiteral("MW"), QStringLiteral("NR"), QStringLiteral("PA"),
            QStringLiteral("QA"), QStringLiteral("RW"), QStringLiteral("SB"), QStringLiteral("SC"),
            QStringLiteral("SL"), QStringLiteral("SR"), QStringLiteral("ST"), QStringLiteral("SY"),
            QStringLiteral("TD"), QStringLiteral("TG"), QStringLiteral("TO"), QStringLiteral("TV"),
            QStringLiteral("UG"), QStringLiteral("VU"), QStringLiteral("YE"), QStringLiteral("ZW")};
}
} // namespace

QStringList addressWords(QStringView text)
{
    const QStringList folded = foldedWords(withAbbreviationsWhole(text));
    QStringList words;
    words.reserve(folded.size());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QString &word = folded[i];
        if (word == QLatin1StringView("st")) {
            // "12 St James" is a saint, "Main St" a street.
            const bool afterName = i > 0 && !startsWithDigit(folded[i - 1]);
            const bool beforeName = i + 1 < folded.size() && !startsWithDigit(folded[i + 1]);
            const bool saint = !afterName || (beforeName && isStreetWord(expandedAddressWord(folded[i - 1])));
            words.append(saint ? QStringLiteral("saint") : QStringLiteral("street"));
        } else if (word.size() > 5 && word.endsWith(QLatin1StringView("str"))) {
            words.append(word + QLatin1StringView("asse")); // Hauptstr.
        } else {
            words.append(expandedAddressWord(word));
        }
    }
    return words;
}

Street parseStreet(QStringView street)
{
    const QStringList words = addressWords(street);
    const qsizetype number = houseNumberIndex(words);
    Street parsed;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i == number) {
            parsed.houseNumber = words[i];
            const bool leading = i == 0;
            const bool suffix =
                i + 1 < words.size() && isNumberSuffix(words[i + 1]) && !isUnitWord(words[i + 1]) &&
                !(leading && words[i + 1] == QLatin1StringView("terrace") && i + 2 == words.size());
            if (suffix) {
                ++i;
                parsed.houseNumber +=
                    words[i] == QLatin1StringView("terrace") ? QStringLiteral("ter") : words[i];
            }
            continue;
        }
        const bool unitNumber = i > 0 && isUnitWord(words[i - 1]);
        const bool marksNumber = i + 1 == number && isNumberWord(words[i]);
        const bool afterNumber =
            number >= 0 && i > number &&
            ((startsWithDigit(words[i]) && !isOrdinal(words[i])) || words[i].size() == 1);
        if (!unitNumber && !isUnitWord(words[i]) && !marksNumber && !afterNumber)
            parsed.words.append(words[i]);
    }
    return parsed;
}

bool usesPostalCodes(QStringView country)
{
    static const QSet<QString> without = countriesWithoutPostalCodes();
    return !without.contains(alpha2(country));
}

QList<AddressPart> missingParts(const Address &address)
{
    const Street street = parseStreet(address.street);
    QList<AddressPart> missing;
    if (std::none_of(street.words.begin(), street.words.end(), hasLetter))
        missing.append(AddressPart::Street);
    if (street.houseNumber.isEmpty())
        missing.append(AddressPart::HouseNumber);
    if (!hasLetter(fold(address.city)))
        missing.append(AddressPart::City);
    if (postalKey(address.postalCode).isEmpty() && usesPostalCodes(address.country))
        missing.append(AddressPart::PostalCode);
    return missing;
}

namespace {
AddressComparison comparedWith(const Address &declared, const Street &street, QStringView block)
{
    const QStringList raw = foldedWords(block);
    const QStringList words = addressWords(block);
    AddressComparison comparison;
    const Window streetWindow = bestWindow(street.words, words);
    comparison.street = streetWindow.similarity;
    comparison.city = bestWindow(addressWords(declared.city), words).similarity;
    comparison.houseNumber =
        !street.houseNumber.isEmpty() && hasHouseNumber(street.houseNumber, words, streetWindow);
    comparison.postalCode = postalKey(declared.postalCode).isEmpty()
                                ? !usesPostalCodes(declared.country)
                                : hasPostalCode(declared.postalCode, raw);
    return comparison;
}
} // namespace

AddressComparison compareAddress(const Address &declared, QStringView block)
{
    const Street street = parseStreet(declared.street);
    AddressComparison best = comparedWith(declared, street, block);
    const QString spoken = addressAsSpoken(block);
    if (spoken != block) {
        const AddressComparison other = comparedWith(declared, street, spoken);
        if (other.closeness() > best.closeness())
            best = other;
    }
    return best;
}

} // namespace scrutineer::text
