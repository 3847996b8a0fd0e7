// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checks/answers.h"

namespace scrutineer::checks {

/// Weighs the traces of editing in files that have been read: docs/decisions/0080-traces-of-editing.md. One
/// trace at or over its "flag" threshold flags, and so do weak ones (at or over "review") of two kinds; one
/// weak trace is to look at. Thresholds are those of document.altered for all files.
[[nodiscard]] Finding judgeAltered(const Context &context, const Sources &sources);

} // namespace scrutineer::checks
