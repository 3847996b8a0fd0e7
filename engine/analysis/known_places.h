// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/editing_reader.h"

namespace scrutineer::analysis {

/// What the readers of a file found on its first page, for the search for traces of editing. The issuer is
/// read off whatever names it, and an address has several lines: neither is a value. Any thread.
[[nodiscard]] forensics::KnownPlaces knownPlaces(const facts::FileFacts &file);

} // namespace scrutineer::analysis
