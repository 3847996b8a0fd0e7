// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analysis/file_reader.h"
#include "engine/worker/protocol.h"
#include "engine/worker/worker_exit.h"

#include <functional>

namespace scrutineer::worker {

/// Reads one file. May throw std::bad_alloc.
using ReadFile =
    std::function<facts::FileFacts(const protocol::Job &job, const analysis::Observer &observer)>;
/// Called once, when the process is shut in.
using MakeReader = std::function<ReadFile(const protocol::Setup &setup)>;

/// The whole life of a worker process: takes over standard input and output, reads the setup, shuts itself
/// in, says hello and reads one file after another until the pool closes the pipe. What libraries print goes
/// to standard error. Returns the exit status.
[[nodiscard]] WorkerExit serve(const MakeReader &makeReader);

} // namespace scrutineer::worker
