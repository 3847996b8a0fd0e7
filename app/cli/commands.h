// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace scrutineer::cli {

/// The exit statuses of the contract. Failed: the result could not be written, or no file could be read at
/// all because the reading process cannot be started.
enum class Exit { Done = 0, Failed = 1, WrongUsage = 2, BundleInvalid = 3, WorkspaceUnusable = 4 };

// One file each. The arguments are those after the command's name.
[[nodiscard]] Exit analyze(const QStringList &arguments);
[[nodiscard]] Exit inspect(const QStringList &arguments);
[[nodiscard]] Exit compareFaces(const QStringList &arguments);
[[nodiscard]] Exit importCases(const QStringList &arguments);
[[nodiscard]] Exit exportWorkspace(const QStringList &arguments);
[[nodiscard]] Exit rejudge(const QStringList &arguments);
[[nodiscard]] Exit verify(const QStringList &arguments);
[[nodiscard]] Exit samples(const QStringList &arguments); ///< needs a QGuiApplication
[[nodiscard]] Exit evaluate(const QStringList &arguments);

} // namespace scrutineer::cli
