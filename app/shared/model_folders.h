// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace scrutineer::app {

/// The folders in which face models are looked for, in this order: the one named by the user (an option),
/// that of the environment variable SCRUTINEER_MODELS, "models" in the user's data folder, "models" in the
/// system's data folders. Absolute paths of folders that exist.
[[nodiscard]] QStringList modelFolders(const QString &chosen = {});

} // namespace scrutineer::app
