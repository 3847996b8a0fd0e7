// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/judge.h"

#include "engine/checks/answers.h"
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"
#include "engine/policy/catalogue.h"

#include <exception>

namespace scrutineer::checks {

namespace {
/// One check that fails must not take the others with it; libraries below may throw (out of memory, ICU).
Finding guarded(Check check, const Context &context)
{
    try {
        return check(context);
    } catch (const std::exception &) {
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "This check failed on these facts.")));
    }
}
} // namespace

QList<Finding> judge(const Case &input, const facts::Facts &facts, const policy::Policy &policy)
{
    ProofCache cache;
    const Context context{input, facts, policy, cache};
    const QList<policy::CheckInfo> &catalogue = policy::catalogue();
    QList<Finding> findings;
    findings.reserve(catalogue.size());
    for (qsizetype i = 0; i < catalogue.size(); ++i) {
        Finding finding = guarded(registry()[static_cast<size_t>(i)].check, context);
        finding.checkId = catalogue[i].id;
        finding.reason = catalogue[i].reason;
        findings.append(std::move(finding));
    }
    return findings;
}

} // namespace scrutineer::checks
