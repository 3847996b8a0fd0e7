// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/audit.h"
#include "engine/store/evidence_vault.h"
#include "engine/store/verify_report.h"

#include <QHash>
#include <QJsonObject>

namespace scrutineer::store {

/// Checks a workspace from end to end, in one read transaction. Used once.
class Verifier
{
public:
    Verifier(const Database &database, const EvidenceVault &vault, const HeadFile &headFile)
        : m_database(database), m_vault(vault), m_headFile(headFile)
    {
    }
    [[nodiscard]] Result<VerifyReport> run();

private:
    Result<void> checkDatabase();
    Result<void> checkTriggers();
    Result<void> checkChain();
    Result<void> checkHeads(const Result<AuditHead> &fromFile);
    Result<void> checkCases();
    Result<void> checkDecisions();
    Result<void> checkVerdicts();
    Result<void> checkWithdrawals();
    Result<void> checkEvidence();
    void noteEntry(const AuditEntry &entry);
    void add(ProblemKind kind, const char *text, const QStringList &values = {});

    const Database &m_database;
    const EvidenceVault &m_vault;
    const HeadFile &m_headFile;
    VerifyReport m_report;
    QHash<QString, QJsonObject> m_imported; ///< case id → payload
    QHash<qint64, AuditEntry> m_decided;    ///< sequence number → entry
    QHash<qint64, AuditEntry> m_withdrawn;
};

} // namespace scrutineer::store
