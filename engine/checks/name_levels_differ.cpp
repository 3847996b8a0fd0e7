// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"
#include "engine/text/names.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding nameLevelsDiffer(const Context &context)
{
    if (context.input.level != Level::Advanced)
        return answer(Outcome::NotApplicable,
                      say(QT_TRANSLATE_NOOP("scrutineer", "Only advanced verification asks for this.")));
    const QString &primary = context.input.primaryFullName;
    const QString &advanced = context.input.applicant.fullName;
    if (primary.trimmed().isEmpty() || advanced.trimmed().isEmpty())
        return answer(
            Outcome::NotAssessed,
            say(QT_TRANSLATE_NOOP("scrutineer", "The name of the primary verification is not given.")));
    const text::NameComparison comparison = text::compareNames(primary, advanced);
    const policy::Threshold &flag = context.policy.threshold(u"name.levels_differ"_s);
    const QStringList values{primary, advanced};
    const QStringList facts{u"case.primary.full_name"_s, u"case.applicant.full_name"_s};
    if (comparison.kind == text::NameMatch::Same)
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "Both verifications name “%1”."), values),
                      comparison.similarity, flag, facts);
    if (comparison.kind == text::NameMatch::Order)
        return answer(
            Outcome::Clear,
            say(QT_TRANSLATE_NOOP("scrutineer", "The same name in another order: “%1” and “%2”."), values),
            comparison.similarity, flag, facts);
    const bool other = comparison.kind == text::NameMatch::Different ||
                       comparison.kind == text::NameMatch::Partial || comparison.similarity < flag.value;
    return answer(
        other ? Outcome::Flagged : Outcome::Review,
        say(QT_TRANSLATE_NOOP("scrutineer", "Primary verification names “%1”, advanced names “%2”."), values),
        comparison.similarity, flag, facts);
}

} // namespace scrutineer::checks
