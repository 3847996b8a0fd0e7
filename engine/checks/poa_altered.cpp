// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/altered.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

Finding poaAltered(const Context &context)
{
    const Sources sources = advancedSourcesOf(context, {Role::AddressProof});
    return sources.instead ? *sources.instead : judgeAltered(context, sources);
}

} // namespace scrutineer::checks
