// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/worker/case_analysis.h"

namespace scrutineer::cli {

/// An analysed case for people: what was flagged, what to look at, what could not be judged, and how much is
/// clear.
[[nodiscard]] QString summary(const worker::CaseResult &result);

} // namespace scrutineer::cli
