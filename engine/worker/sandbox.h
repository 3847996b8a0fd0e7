// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QStringList>

/// How a worker process shuts itself in before it looks at a stranger's byte. What is given up is never had
/// back.
namespace scrutineer::worker {

struct Confinement
{
    qint64 memoryBytes = 0;      ///< what it may allocate on top of its programs and libraries
    QStringList readableFolders; ///< model folders, besides the system's libraries, fonts and OCR data
};

struct ConfinementReport
{
    int landlock =
        0; ///< version of the kernel's Landlock in force; 0: this kernel has none, reading is not confined
};

/// Closes all files but 0 to 2 and `keep`, and asks the kernel to kill this process when its parent dies.
/// Call first.
void leaveParentsFiles(int keep);

/// Gives up for good: memory over the limit, core dumps, writing files, new privileges; every system call
/// that is not on a short list (so: sockets, starting programs and processes, tracing, signals to others,
/// opening for writing, renaming, deleting, mounting, changing limits); with Landlock, reading anything but
/// system data and the folders given. Must be called while the process has one thread. Error
/// WorkerUnavailable: the kernel refused.
[[nodiscard]] Result<ConfinementReport> confine(const Confinement &confinement);

} // namespace scrutineer::worker
