// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/names/language.h"

#include <QString>

namespace scrutineer::samples {

/// Latin and Cyrillic letters as a machine-readable zone spells them: capitals A to Z (ICAO 9303 part 3
/// section 6, tables A and B): Ä is AE, ß SS, Ø OE, Ł L, Ж ZH, Щ SHCH. The language decides where tables
/// differ (Ukrainian И is Y, Russian И is I). Spaces and hyphens become one space, apostrophes and everything
/// else is left out.
[[nodiscard]] QString icaoTransliteration(const QString &name, Language language);

/// The same for print: capital letters only where the name has them ("Щукина" is "Shchukina"); Latin stays
/// as it is.
[[nodiscard]] QString romanised(const QString &name, Language language);

/// Capitals as the language writes them: Turkish i is İ, Greek capitals carry no accent.
[[nodiscard]] QString capitals(const QString &text, Language language);

} // namespace scrutineer::samples
