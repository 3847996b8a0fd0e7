// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

/// No reader looks for traces of editing yet, so that the facts have none to judge.
Finding documentAltered(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    if (sources.instead)
        return *sources.instead;
    return notAssessed({}, sources.files.first()->path,
                       QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for traces of editing."));
}

} // namespace scrutineer::checks
