// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/audit.h"

#include "engine/store/encoding.h"
#include "engine/store/safe_file.h"

#include <QCryptographicHash>
#include <QFile>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
void addField(QCryptographicHash &hash, const QByteArray &field)
{
    hash.addData(QByteArray::number(field.size()) + ':');
    hash.addData(field);
}
} // namespace

QString firstPrevious()
{
    return QString(64, u'0');
}

QString auditHash(const AuditEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("scrutineer.audit/1");
    addField(hash, entry.previous.toUtf8());
    addField(hash, QByteArray::number(entry.seq));
    addField(hash, QByteArray::number(entry.atMs));
    addField(hash, entry.actor.toUtf8());
    addField(hash, entry.action.toUtf8());
    addField(hash, entry.payload);
    return QString::fromLatin1(hash.result().toHex());
}

Result<AuditHead> headInDatabase(const Database &database)
{
    auto query = database.run(u"SELECT entries, hash FROM audit_head"_s);
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(ErrorCode::WorkspaceDamaged, u"workspace.sqlite"_s, u"audit_head is empty"_s);
    return AuditHead{query->value(0).toLongLong(), query->value(1).toString()};
}

Result<AuditHead> appendAudit(const Database &database, const QString &actor, const QString &action,
                              const QJsonObject &payload, const QDateTime &at)
{
    const auto head = headInDatabase(database);
    if (!head)
        return head;
    AuditEntry entry{
        head->entries + 1, at.toMSecsSinceEpoch(), actor, action, compact(payload), head->hash, {}};
    entry.hash = auditHash(entry);
    auto added = database.run(
        u"INSERT INTO audit (seq, at, actor, action, payload, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.seq, entry.atMs, notNull(actor), action, QString::fromUtf8(entry.payload), entry.previous,
         entry.hash});
    if (!added) {
        // The number is taken: the head and the log do not belong together.
        if (added.error().code == ErrorCode::AlreadyExists)
            return failure(ErrorCode::WorkspaceDamaged, u"workspace.sqlite"_s, added.error().detail);
        return tl::unexpected(added.error());
    }
    const AuditHead next{entry.seq, entry.hash};
    auto moved = database.run(u"UPDATE audit_head SET entries = ?, hash = ?"_s, {next.entries, next.hash});
    if (!moved)
        return tl::unexpected(moved.error());
    return next;
}

Result<AuditHead> HeadFile::read() const
{
    auto file = openOwn(m_path);
    if (!file)
        return tl::unexpected(file.error());
    QFile content;
    if (!content.open(file->fd(), QIODevice::ReadOnly))
        return failure(ErrorCode::ReadFailed, u"audit.head"_s);
    const QList<QByteArray> parts = content.read(256).simplified().split(' ');
    bool isNumber = false;
    const qint64 entries = parts.first().toLongLong(&isNumber);
    if (!isNumber || parts.size() != 2 || parts[1].size() != 64)
        return failure(ErrorCode::WorkspaceDamaged, u"audit.head"_s);
    return AuditHead{entries, QString::fromLatin1(parts[1])};
}

Result<void> HeadFile::advance(const AuditHead &head)
{
    const std::lock_guard guard(m_mutex);
    if (head.entries <= m_written)
        return {};
    const QByteArray line = QByteArray::number(head.entries) + ' ' + head.hash.toLatin1() + '\n';
    auto written = replaceFile(m_path, line);
    if (written)
        m_written = head.entries;
    return written;
}

} // namespace scrutineer::store
