// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace scrutineer::ui {

/// How long a case has waited, in words of the user's language: "just now", "12 min", "3 h 12 min", "2 days 4
/// h".
[[nodiscard]] QString waitingText(const QDateTime &submittedAt, const QDateTime &now);
/// The same with its largest unit only, for narrow places: "12 min", "3 h", "2 d".
[[nodiscard]] QString waitingShort(const QDateTime &submittedAt, const QDateTime &now);

} // namespace scrutineer::ui
