// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/worker/protocol.h"

/// The worker's end of the pipes: plain blocking reads and writes of whole frames.
namespace scrutineer::worker::pipe {

/// Blocks until a whole frame is there. Nothing: the other end is closed, or what came is no frame.
[[nodiscard]] std::optional<protocol::Frame> readFrame(int fd, const protocol::FrameLimits &limits);
/// Blocks until all is written. False: the other end is closed.
[[nodiscard]] bool writeFrame(int fd, const protocol::Frame &frame);

} // namespace scrutineer::worker::pipe
