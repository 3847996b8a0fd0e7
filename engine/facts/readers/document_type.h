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

/// Who issued it, ISO 3166-1 alpha-3: by the barcode, the zone, else by words such as a state's name. Empty
/// where unclear.
[[nodiscard]] QString guessIssuer(const std::optional<Mrz> &mrz,
                                  const std::optional<text::AamvaCard> &barcode,
                                  const QList<LaidLine> &lines);

} // namespace scrutineer::facts
