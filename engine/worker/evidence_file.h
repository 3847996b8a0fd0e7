// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QString>

namespace scrutineer::worker {

/// An evidence file as it was found. Nothing in it has been looked at.
struct EvidenceBytes
{
    QByteArray bytes;
    QString sha256; ///< hex
};

/// Reads a file whole, following no symbolic link below the folder and waiting on no device or named pipe.
/// Blocks on the disk: call it off the interface's thread. `label` is what errors call the file. Errors:
/// those of openEvidence().
[[nodiscard]] Result<EvidenceBytes> loadEvidence(const QString &folder, const QString &path,
                                                 const QString &label, qint64 maxBytes);

} // namespace scrutineer::worker
