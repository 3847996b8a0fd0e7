// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/mrz_layout.h"

#include <QStringList>

namespace scrutineer::text {

[[nodiscard]] QString textAt(const QStringList &lines, const MrzSpan &span);
/// Does nothing where the text is not as long as the span.
void putAt(QStringList &lines, const MrzSpan &span, const QString &text);
[[nodiscard]] bool isMrzDigits(QStringView text);

/// The check of the document number: a number of more than nine characters goes on in the optional data of
/// TD1 (ICAO 9303 part 5, 4.2.2.1 note j).
[[nodiscard]] MrzCheck numberCheck(const QStringList &lines, const MrzLayout &layout);

} // namespace scrutineer::text
