// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

namespace scrutineer::samples {

/// Draws sample cases of the country Utopia, each a bundle folder with a truth.json: in turn a clean primary
/// case, one with three flags, and an advanced one. The same seed gives the same bytes. Folders are named
/// after the case ids. Needs a QGuiApplication for its fonts. Errors: WriteFailed, DiskFull (where: the
/// file).
[[nodiscard]] Result<void> writeSampleCases(const QString &folder, int count, uint64_t seed);

} // namespace scrutineer::samples
