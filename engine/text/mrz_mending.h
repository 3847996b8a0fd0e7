// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/mrz_layout.h"

#include <QString>
#include <QStringList>

namespace scrutineer::text {

/// Capitals, digits and fillers only: spaces dropped, quotation marks and other chevrons made fillers.
[[nodiscard]] QString cleanMrzLine(QStringView read);

/// Letters for digits (0 → O) and digits for letters (O → 0), where the field's alphabet leaves no other
/// choice.
[[nodiscard]] QString asMrzLetters(QStringView text);
[[nodiscard]] QString asMrzDigits(QStringView text);

/// OCR reads chevrons as K, C, S, E and the like, and miscounts long runs of them: makes the fillers after a
/// name fillers again and the line length characters long. The text before the names is left alone.
[[nodiscard]] QString mendedNameLine(const QString &line, int namesStart, int length);

/// The ways in which a line with data may be meant: its length set right inside a run of fillers, look-alikes
/// of fillers inside optional data made fillers. Empty where the length cannot be explained. At most four.
[[nodiscard]] QStringList mendedDataLines(const QString &line, int lineIndex, const MrzLayout &layout);

} // namespace scrutineer::text
