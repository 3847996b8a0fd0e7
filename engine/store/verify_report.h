// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"

#include <QList>
#include <QString>

namespace scrutineer::store {

enum class ProblemKind {
    Database,   ///< integrity or foreign keys
    Schema,     ///< a table or a trigger that guards the log is missing or altered
    AuditChain, ///< an entry was altered, removed or put in
    AuditTail,  ///< entries at the end are gone
    Evidence,   ///< a file is missing or its bytes are others
    Decision,   ///< a decision does not agree with the audit log
    Case,       ///< a case does not agree with the audit log
};

struct Problem
{
    ProblemKind kind = ProblemKind::Database;
    Sentence what; ///< holds ids and hashes, no names of people

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// What verify() found.
///
/// Every audit entry holds the SHA-256 over the entry before it and its own sequence number, time, actor,
/// action and payload; payloads hold the SHA-256 of decisions, case data and evidence. So an altered, removed
/// or inserted entry, decision, case or file shows. The number and hash of the last entry stand in the
/// database and in audit.head as well, so entries cut off at the end show while one of them is left alone.
/// What this cannot prove: that somebody who can write to the whole folder has not rewritten all of it,
/// chain, head and all, or put back an older copy of the whole folder. Note auditEntries and auditHead
/// outside (on paper, in a mail) to prove that later: the chain must still hold that hash at that number.
struct VerifyReport
{
    QList<Problem> problems;
    qint64 cases = 0;
    qint64 files = 0; ///< evidence files whose hash was checked
    qint64 decisions = 0;
    qint64 auditEntries = 0;
    QString auditHead; ///< hash of the last entry, hex

    [[nodiscard]] bool holds() const { return problems.isEmpty(); }
};

} // namespace scrutineer::store
