// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/store/database.h"

#include <QDateTime>
#include <QJsonObject>

#include <mutex>

namespace scrutineer::store {

/// One entry of the append-only log.
struct AuditEntry
{
    qint64 seq = 0;  ///< from 1, without gaps
    qint64 atMs = 0; ///< since 1970, UTC
    QString actor;
    QString action;     ///< "imported", "decided", "withdrawn", …
    QByteArray payload; ///< compact JSON
    QString previous;   ///< hash of the entry before; of the first: 64 zeros
    QString hash;
};

/// SHA-256, in hex, over "scrutineer.audit/1" and the fields above in the order previous, seq, at, actor,
/// action, payload, each as its length in bytes (decimal), ':' and its bytes in UTF-8.
[[nodiscard]] QString auditHash(const AuditEntry &entry);
[[nodiscard]] QString firstPrevious();

/// How far the log has come.
struct AuditHead
{
    qint64 entries = 0;
    QString hash = firstPrevious();

    friend bool operator==(const AuditHead &, const AuditHead &) = default;
};

/// Adds an entry and moves the head in the database. Inside a write transaction. Returns the new head.
[[nodiscard]] Result<AuditHead> appendAudit(const Database &database, const QString &actor,
                                            const QString &action, const QJsonObject &payload,
                                            const QDateTime &at);
[[nodiscard]] Result<AuditHead> headInDatabase(const Database &database);

/// audit.head: the second place that holds the head, so that entries cut off in the database show. It may lag
/// behind the database after a crash, never lead. Any thread.
class HeadFile
{
public:
    explicit HeadFile(QString path) : m_path(std::move(path)) {}
    /// Errors: FileMissing, ReadFailed, WorkspaceDamaged (not a head).
    [[nodiscard]] Result<AuditHead> read() const;
    /// Writes the head unless a later one was written already.
    [[nodiscard]] Result<void> advance(const AuditHead &head);

private:
    QString m_path;
    std::mutex m_mutex;
    qint64 m_written = -1;
};

} // namespace scrutineer::store
