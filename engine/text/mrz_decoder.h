// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace scrutineer::text {

/// Check digit of ICAO 9303 part 3, section 4.9: weights 7, 3, 1; A is 10, the filler 0. -1 for any other
/// character.
[[nodiscard]] int mrzCheckDigit(QStringView text);

/// Makes sense of the text of a machine-readable zone whose characters are certain: TD1, TD2, TD3, MRV-A,
/// MRV-B (ICAO 9303 parts 4 to 7), the French identity card of 1988 (FR-ID) and the one-line French driving
/// licence (FR-DL). lines: from top to bottom. day: decides the century of two-digit years. Empty where no
/// layout fits. Nothing is repaired: check digits that do not hold are said to be wrong. Pure.
[[nodiscard]] std::optional<facts::Mrz> decodeMrz(const QStringList &lines, const QDate &day);

/// Whether a line looks like one of a machine-readable zone: long, capital, with fillers.
[[nodiscard]] bool looksLikeMrz(QStringView line);

} // namespace scrutineer::text
