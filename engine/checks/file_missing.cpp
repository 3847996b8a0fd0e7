// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding fileMissing(const Context &context)
{
    const QList<Role> required = context.policy.requiredRoles.value(context.input.level);
    if (required.isEmpty())
        return answer(Outcome::NotApplicable,
                      say(QT_TRANSLATE_NOOP("scrutineer", "The policy asks for no file at this level.")));
    QStringList missing;
    for (const Role role : required) {
        if (context.input.fileOf(role) == nullptr)
            missing.append(inWords(toName(role)));
    }
    const QStringList facts{u"case.files"_s};
    if (missing.isEmpty())
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "Every file that is needed was sent.")), facts);
    return answer(Outcome::Flagged,
                  say(QT_TRANSLATE_NOOP("scrutineer", "Missing: %1."), {missing.join(u", "_s)}), facts);
}

} // namespace scrutineer::checks
