// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QFile>
#include <QString>

#include <memory>

namespace scrutineer {

/// Whether a bundle's relative path could lead out of its folder, by its letters alone: absolute, "..", a
/// backslash or a NUL.
[[nodiscard]] bool leavesBundle(const QString &path);

/// Opens a bundle's file for reading, following no symbolic link below the folder. Errors, where: path:
/// PathLeavesBundle; FileMissing; FileNotRegular (a folder, a device, or a link anywhere along the path);
/// ReadFailed; FileTooLarge above maxBytes; FileEmpty.
[[nodiscard]] Result<std::unique_ptr<QFile>> openEvidence(const QString &folder, const QString &path,
                                                          qint64 maxBytes);

} // namespace scrutineer
