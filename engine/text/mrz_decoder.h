// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QDate>
#include <QList>
#include <QStringList>

#include <optional>

namespace scrutineer::text {

/// Check digit of ICAO 9303 part 3, section 4.9: weights 7, 3, 1; A is 10, the filler 0. -1 for any other
/// character.
[[nodiscard]] int mrzCheckDigit(QStringView text);

/// Makes sense of what OCR saw of a machine-readable zone: TD1, TD2, TD3, MRV-A, MRV-B (ICAO 9303 parts 4 to
/// 7), the French identity card of 1988 (FR-ID) and the one-line French driving licence (FR-DL). passes: one
/// entry for each time the zone was read, each the zone's lines from top to bottom; the passes vote. day:
/// decides the century of two-digit years. Empty where no layout fits. What is said to be valid is valid as
/// read: a number that only fits after a character was swapped (0 and O, 8 and B, …) is marked repaired, and
/// its check digit counts as valid only where the composite check digit agrees. Fields on which passes
/// disagree though each fits its check digit stay empty. Pure.
[[nodiscard]] std::optional<facts::Mrz> decodeMrz(const QList<QStringList> &passes, const QDate &day);

/// Whether a line looks like one of a machine-readable zone: long, capital, with fillers.
[[nodiscard]] bool looksLikeMrz(QStringView line);

} // namespace scrutineer::text
