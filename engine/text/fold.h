// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Text as values, without a picture: names, dates, addresses and differences. Every function is pure and may
/// be called from any thread.
namespace scrutineer::text {

/// Latin letters without diacritics; other scripts are transliterated (ICU Any-Latin). Case and punctuation
/// stay.
[[nodiscard]] QString toLatin(QStringView text);

/// Greek and Cyrillic letters as they sound to an English ear ("Σόλωνος" is "Solonos", "Щорса" is
/// "Shchorsa"), as people fill in forms; everything else stays.
[[nodiscard]] QString toSpokenLatin(QStringView text);

/// What two spellings of the same word share: a-z, 0-9 and single spaces. Apostrophes vanish ("O'Brien" is
/// "obrien"), every other sign separates.
[[nodiscard]] QString fold(QStringView text);
[[nodiscard]] QStringList foldedWords(QStringView text);

/// Insertions, removals and replacements that turn one into the other (Levenshtein).
[[nodiscard]] int editDistance(QStringView a, QStringView b);
/// 1 - distance / longer length: 1 for equal texts, 0 for nothing in common. Two empty texts are equal.
[[nodiscard]] double similarity(QStringView a, QStringView b);

/// ISO 3166-1 alpha-2 of a country given in alpha-2 or alpha-3, upper case; empty where it is neither.
[[nodiscard]] QString alpha2(QStringView country);

} // namespace scrutineer::text
