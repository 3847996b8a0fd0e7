// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace scrutineer::worker {

/// Exit statuses of a worker process; the pool tells them apart.
enum class WorkerExit { Done = 0, Refused = 70, OutOfMemory = 71 };

} // namespace scrutineer::worker
