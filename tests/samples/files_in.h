// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace scrutineer::test {

/// Every file at or below a folder, by its path from there.
[[nodiscard]] QMap<QString, QByteArray> filesIn(const QString &folder);

} // namespace scrutineer::test
