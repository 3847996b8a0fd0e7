// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace scrutineer::text {

/// Letters and digits only, upper case.
[[nodiscard]] QString documentNumber(QStringView text);
/// Whether two numbers of one length differ in two characters and more: one may be a misreading.
[[nodiscard]] bool isClearlyOtherNumber(QStringView a, QStringView b);
/// Equal once letters and digits that recognition confuses (0/O, 1/I, 5/S, 8/B, 2/Z, 6/G) count as one.
[[nodiscard]] bool sameNumber(QStringView a, QStringView b);
/// Whether a line of print holds the number in this sense, whatever stands before and after it.
[[nodiscard]] bool holdsNumber(QStringView line, QStringView number);

} // namespace scrutineer::text
