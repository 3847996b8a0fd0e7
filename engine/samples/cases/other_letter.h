// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QStringList>

namespace scrutineer::samples {

/// A page that proves no address: a restaurant's receipt, a rental offer, a gym's membership, a ticket. `to`:
/// name and address. A PDF with a text layer; the same bytes while the process's hash seed is the same.
[[nodiscard]] QByteArray otherLetter(int kind, const QStringList &to, const QDate &date);

} // namespace scrutineer::samples
