// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace scrutineer::worker {

/// Loads a seccomp filter into every thread of this process: system calls on a short list go through, all
/// others fail with EPERM (those that libraries try first and do without: ENOSYS), so that a library's odd
/// wish is refused and the file is still read. False: the kernel refused.
[[nodiscard]] bool allowListedSystemCallsOnly();

} // namespace scrutineer::worker
