// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringList>

/// The data files that are built into the programs. Any thread.
namespace scrutineer::resources {

/// The bytes of a file under resources/, by its path there ("schema/case.schema.json"); empty where there is
/// none.
[[nodiscard]] QByteArray read(QLatin1StringView path);

/// The names of the files in a folder under resources/ ("reasons"), sorted.
[[nodiscard]] QStringList list(QLatin1StringView folder);

} // namespace scrutineer::resources
