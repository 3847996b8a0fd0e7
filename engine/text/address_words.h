// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace scrutineer::text {

/// The full form of a folded abbreviation ("bd" → "boulevard"); the word itself where it is none. "st"
/// stays: a street behind a name and a saint before one, which addressWords() settles.
[[nodiscard]] QString expandedAddressWord(const QString &word);
/// A word that says "street", "avenue", "square" … in full, in one of the languages known.
[[nodiscard]] bool isStreetWord(QStringView word);
/// German, Dutch and Nordic compounds: "hauptstrasse", "kerkstraat", "storgatan".
[[nodiscard]] bool endsInStreetWord(QStringView word);
/// Before a number that is not the house number: flat, floor, unit …
[[nodiscard]] bool isUnitWord(QStringView word);
/// Before the house number itself: "no", "nr", "nº".
[[nodiscard]] bool isNumberWord(QStringView word);
/// Post office boxes and companies' own codes.
[[nodiscard]] bool isMailboxWord(QStringView word);

/// Italian abbreviations ("C.so", "V.le") in one word.
[[nodiscard]] QString withAbbreviationsWhole(QStringView text);

/// The text as people write it in Latin letters on forms: Greek and Cyrillic by sound, Chinese by the words
/// of names with the kind of street translated. The text itself where nothing of that is in it.
[[nodiscard]] QString addressAsSpoken(QStringView text);

} // namespace scrutineer::text
