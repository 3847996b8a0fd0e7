// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/facts.h"
#include "engine/policy/policy.h"

namespace scrutineer::checks {

struct ProofCache;

/// What a check is a function of. Lives for one judgement.
struct Context
{
    const Case &input;
    const facts::Facts &facts;
    const policy::Policy &policy;
    ProofCache &cache; ///< what several checks draw from the same facts
};

/// One check of the catalogue. Pure; leaves id and reason number to judge().
using Check = Finding (*)(const Context &);

/// A check with its id in the catalogue.
struct CheckRow
{
    const char *id;
    Check check;
};

} // namespace scrutineer::checks
