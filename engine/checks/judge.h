// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/facts.h"
#include "engine/policy/policy.h"

#include <QList>

namespace scrutineer::checks {

/// Judges a case: one finding per check of the catalogue, in its order, whatever its outcome. Pure: no file
/// is opened, the same arguments give the same answer, any thread may call it. Takes well under a
/// millisecond.
[[nodiscard]] QList<Finding> judge(const Case &input, const facts::Facts &facts,
                                   const policy::Policy &policy);

} // namespace scrutineer::checks
