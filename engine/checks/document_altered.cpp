// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/altered.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

Finding documentAltered(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    return sources.instead ? *sources.instead : judgeAltered(context, sources);
}

} // namespace scrutineer::checks
