// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/ledger.h"

namespace scrutineer::review {

Result<void> WorkspaceLedger::saveDraft(const QString &caseId, const store::Draft &draft)
{
    return m_workspace.saveDraft(caseId, draft);
}

Result<void> WorkspaceLedger::markViewed(const QString &caseId, const store::ViewedMark &mark)
{
    return m_workspace.markViewed(caseId, mark);
}

Result<void> WorkspaceLedger::record(const store::Decision &decision)
{
    return m_workspace.recordDecision(decision);
}

Result<void> WorkspaceLedger::withdraw(const QString &decisionId, const QString &who, const QDateTime &at,
                                       const store::Draft &restored)
{
    return m_workspace.withdrawDecision(decisionId, who, at, restored);
}

} // namespace scrutineer::review
