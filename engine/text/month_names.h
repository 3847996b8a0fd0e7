// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace scrutineer::text {

/// The month that a word names in one of some 40 languages, 1 to 12; 0 where it names none. Full names and
/// abbreviations, any case, with or without accents; digits that look like letters are taken for them (0CT,
/// N0V).
[[nodiscard]] int monthNamed(QStringView word);

/// Words that may stand between the parts of a date ("de", "of", "année", ordinal endings such as "th" and
/// "er").
[[nodiscard]] bool isDateFiller(QStringView word);

} // namespace scrutineer::text
