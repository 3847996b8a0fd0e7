// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/facts/readers/text_layout.h"
#include "engine/text/aamva/aamva.h"

#include <optional>

namespace scrutineer::facts {

/// What kind of document the code of the machine-readable zone, the barcode and the printed words tell.
/// Nothing where none of them does. TypeGuess::source is in the pixels of the lines.
[[nodiscard]] std::optional<TypeGuess> guessType(const std::optional<Mrz> &mrz,
                                                 const std::optional<text::AamvaCard> &barcode,
                                                 const QList<LaidLine> &lines);

/// Who issued a document.
struct IssuerGuess
{
    QString code;  ///< ISO 3166-1 alpha-3; empty where unclear
    int line = -1; ///< of the print that tells; -1 where the zone or the barcode does
};

/// By the barcode, the zone, else by words such as a state's name.
[[nodiscard]] IssuerGuess guessIssuer(const std::optional<Mrz> &mrz,
                                      const std::optional<text::AamvaCard> &barcode,
                                      const QList<LaidLine> &lines);

} // namespace scrutineer::facts
