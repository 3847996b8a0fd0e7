// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/database.h"
#include "engine/store/evidence_vault.h"
#include "engine/store/stored_case.h"

#include <QJsonObject>

/// Reading and writing the rows of one case. Writers are called inside a write transaction.
namespace scrutineer::store {

[[nodiscard]] Result<StoredCase> loadStoredCase(const Database &database, const EvidenceVault &vault,
                                                const QString &caseId);
[[nodiscard]] Result<QList<Decision>> loadDecisions(const Database &database, qint64 caseKey);

/// Findings (blob: the same, compressed), flags and counts; and the policy they were made with.
[[nodiscard]] Result<void> writeFindings(const Database &database, qint64 caseKey,
                                         const QList<Finding> &findings, const QByteArray &blob);
[[nodiscard]] Result<void> writeJudged(const Database &database, qint64 caseKey, const QString &policySha256);

/// The case's state after its newest standing decision, or Ready / Imported where there is none.
[[nodiscard]] Result<void> updateState(const Database &database, qint64 caseKey);

[[nodiscard]] Result<QList<facts::Duplicate>>
findDuplicates(const Database &database, qint64 caseKey, const facts::Facts &facts, int perceptualDistance);

} // namespace scrutineer::store
