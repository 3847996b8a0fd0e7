// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/audit.h"
#include "engine/store/evidence_vault.h"
#include "engine/store/workspace.h"
#include "engine/store/writer_lock.h"

#include <mutex>

namespace scrutineer::store {

/// What all connections of one opened workspace share. Any thread.
struct SharedState
{
    SharedState(QString folder, OpenMode mode)
        : folder(std::move(folder)), mode(mode), head(this->folder + QStringLiteral("/audit.head"))
    {
    }
    [[nodiscard]] QString databaseFile() const { return folder + QStringLiteral("/workspace.sqlite"); }

    const QString folder;
    const OpenMode mode;
    std::unique_ptr<WriterLock> lock; ///< null when read-only
    HeadFile head;
    std::mutex filesMutex; ///< held while evidence or pages come and go
};

class Workspace::Private
{
public:
    Private(std::shared_ptr<SharedState> shared, std::unique_ptr<Database> database)
        : shared(std::move(shared)), database(std::move(database)), vault(this->shared->folder)
    {
    }

    /// Errors: WriteFailed when the workspace was opened read-only.
    [[nodiscard]] Result<void> requireWriting() const;
    /// Errors: NotFound.
    [[nodiscard]] Result<qint64> keyOf(const QString &caseId) const;
    /// Begins a write transaction; durable: on the disk once committed.
    [[nodiscard]] Result<Transaction> beginWrite(bool durable) const;
    /// Commits and moves audit.head on. The head may lag when that fails: the next entry or opening brings it
    /// up.
    [[nodiscard]] Result<void> commit(Transaction &transaction, const AuditHead &head) const;

    std::shared_ptr<SharedState> shared; // outlives the database: the lock goes last
    std::unique_ptr<Database> database;
    EvidenceVault vault;
};

} // namespace scrutineer::store
