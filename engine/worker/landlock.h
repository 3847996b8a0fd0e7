// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Landlock, the kernel's file sandbox for unprivileged processes (Linux 5.13 and later), by its raw system
/// calls: the C library has no wrappers, and the build must not need newer kernel headers than Debian 12's.
namespace scrutineer::worker::landlock {

/// The version of Landlock that this kernel has in force, 0 for none.
[[nodiscard]] int version();

/// From now on this thread and those that it starts may read the given files and folders (those that exist)
/// and nothing else; may write, make, rename, delete or execute no file; may use no TCP port and signal
/// nobody outside. Needs no_new_privs. False: the kernel refused.
[[nodiscard]] bool restrictTo(const QStringList &readable);

} // namespace scrutineer::worker::landlock
