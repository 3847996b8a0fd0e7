// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/store/decision.h"
#include "engine/store/workspace.h"

namespace scrutineer::review {

/// Where a review session writes to. Each call is done when it returns.
class Ledger
{
public:
    virtual ~Ledger() = default;
    [[nodiscard]] virtual Result<void> saveDraft(const QString &caseId, const store::Draft &draft) = 0;
    [[nodiscard]] virtual Result<void> markViewed(const QString &caseId, const store::ViewedMark &mark) = 0;
    [[nodiscard]] virtual Result<void> record(const store::Decision &decision) = 0;
    [[nodiscard]] virtual Result<void> withdraw(const QString &decisionId, const QString &who,
                                                const QDateTime &at, const store::Draft &restored) = 0;
};

/// Writes to a workspace, on its thread; the workspace must outlive it.
class WorkspaceLedger : public Ledger
{
public:
    explicit WorkspaceLedger(store::Workspace &workspace) : m_workspace(workspace) {}
    [[nodiscard]] Result<void> saveDraft(const QString &caseId, const store::Draft &draft) override;
    [[nodiscard]] Result<void> markViewed(const QString &caseId, const store::ViewedMark &mark) override;
    [[nodiscard]] Result<void> record(const store::Decision &decision) override;
    [[nodiscard]] Result<void> withdraw(const QString &decisionId, const QString &who, const QDateTime &at,
                                        const store::Draft &restored) override;

private:
    store::Workspace &m_workspace;
};

} // namespace scrutineer::review
