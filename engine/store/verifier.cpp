// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/verifier.h"

#include "engine/store/encoding.h"
#include "engine/store/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtConcurrent/QtConcurrentMap>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
QString shortHash(const QString &hash)
{
    return hash.left(12);
}

AuditEntry entryFrom(const QSqlQuery &query)
{
    return {query.value(0).toLongLong(), query.value(1).toLongLong(),  query.value(2).toString(),
            query.value(3).toString(),   query.value(4).toByteArray(), query.value(5).toString(),
            query.value(6).toString()};
}

/// An evidence file and what became of it when it was read.
struct FileCheck
{
    QString sha256;
    qint64 bytes = 0;
    QString path;
    bool missing = false;
    bool intact = false;
};

void readFile(FileCheck &check)
{
    const auto file = openOwn(check.path);
    check.missing = !file;
    if (!file)
        return;
    const auto content = hashOf(*file, u"evidence"_s);
    check.intact = content && content->sha256 == check.sha256 && content->bytes == check.bytes;
}
} // namespace

Result<VerifyReport> Verifier::run()
{
    // Before the transaction: the file may only run ahead of what the transaction sees if it were read later.
    const auto headFromFile = m_headFile.read();
    auto transaction = Transaction::begin(m_database, Transaction::Kind::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto done = checkDatabase(); !done)
        return tl::unexpected(done.error());
    for (const auto step : {&Verifier::checkTriggers, &Verifier::checkChain}) {
        if (auto done = (this->*step)(); !done)
            return tl::unexpected(done.error());
    }
    if (auto done = checkHeads(headFromFile); !done)
        return tl::unexpected(done.error());
    for (const auto step : {&Verifier::checkCases, &Verifier::checkDecisions, &Verifier::checkVerdicts,
                            &Verifier::checkWithdrawals, &Verifier::checkEvidence}) {
        if (auto done = (this->*step)(); !done)
            return tl::unexpected(done.error());
    }
    return m_report;
}

void Verifier::add(ProblemKind kind, const char *text, const QStringList &values)
{
    m_report.problems.append({kind, {QString::fromUtf8(text), values}});
}

Result<void> Verifier::checkDatabase()
{
    auto integrity = m_database.run(u"PRAGMA integrity_check"_s);
    if (!integrity)
        return tl::unexpected(integrity.error());
    while (integrity->next()) {
        if (integrity->value(0).toString() != u"ok")
            add(ProblemKind::Database, QT_TRANSLATE_NOOP("scrutineer", "The database is damaged: %1."),
                {integrity->value(0).toString()});
    }
    auto foreignKeys = m_database.run(u"PRAGMA foreign_key_check"_s);
    if (!foreignKeys)
        return tl::unexpected(foreignKeys.error());
    while (foreignKeys->next())
        add(ProblemKind::Database,
            QT_TRANSLATE_NOOP("scrutineer",
                              "A row of table %1 points to a row of table %2 that is not there."),
            {foreignKeys->value(0).toString(), foreignKeys->value(2).toString()});
    return {};
}

Result<void> Verifier::checkTriggers()
{
    for (const GuardTrigger &trigger : guardTriggers()) {
        const auto sql = m_database.value(
            u"SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?"_s, {trigger.name});
        if (!sql)
            return tl::unexpected(sql.error());
        if (sql->toString() != trigger.sql)
            add(ProblemKind::Schema,
                QT_TRANSLATE_NOOP("scrutineer", "The guard %1 of the database is missing or altered."),
                {trigger.name});
    }
    return {};
}

Result<void> Verifier::checkChain()
{
    auto query =
        m_database.run(u"SELECT seq, at, actor, action, payload, previous, hash FROM audit ORDER BY seq"_s);
    if (!query)
        return tl::unexpected(query.error());
    QString previous = firstPrevious();
    qint64 expected = 1;
    while (query->next()) {
        const AuditEntry entry = entryFrom(*query);
        const QString number = QString::number(entry.seq);
        if (entry.seq != expected)
            add(ProblemKind::AuditChain,
                QT_TRANSLATE_NOOP("scrutineer", "Audit entries before number %1 are missing."), {number});
        else if (entry.previous != previous)
            add(ProblemKind::AuditChain,
                QT_TRANSLATE_NOOP("scrutineer", "Audit entry %1 does not follow from the entry before it."),
                {number});
        if (auditHash(entry) != entry.hash)
            add(ProblemKind::AuditChain, QT_TRANSLATE_NOOP("scrutineer", "Audit entry %1 was altered."),
                {number});
        noteEntry(entry);
        previous = entry.hash;
        expected = entry.seq + 1;
        ++m_report.auditEntries;
        m_report.auditHead = entry.hash;
    }
    return {};
}

void Verifier::noteEntry(const AuditEntry &entry)
{
    if (entry.action == u"imported") {
        const QJsonObject payload = objectFrom(entry.payload);
        m_imported.insert(payload["case"_L1].toString(), payload);
    } else if (entry.action == u"decided") {
        m_decided.insert(entry.seq, entry);
    } else if (entry.action == u"withdrawn") {
        m_withdrawn.insert(entry.seq, entry);
    }
}

Result<void> Verifier::checkHeads(const Result<AuditHead> &fromFile)
{
    const auto inDatabase = headInDatabase(m_database);
    if (!inDatabase && inDatabase.error().code != ErrorCode::WorkspaceDamaged)
        return tl::unexpected(inDatabase.error());
    const QString last = m_report.auditHead.isEmpty() ? firstPrevious() : m_report.auditHead;
    if (!inDatabase || *inDatabase != AuditHead{m_report.auditEntries, last})
        add(ProblemKind::AuditTail,
            QT_TRANSLATE_NOOP("scrutineer",
                              "The audit log does not end where the database says that it ends."));
    if (!fromFile) {
        add(ProblemKind::AuditTail,
            QT_TRANSLATE_NOOP("scrutineer", "The file audit.head is missing or damaged."));
        return {};
    }
    if (fromFile->entries == 0)
        return {};
    const auto hash = m_database.value(u"SELECT hash FROM audit WHERE seq = ?"_s, {fromFile->entries});
    if (!hash)
        return tl::unexpected(hash.error());
    if (hash->toString() != fromFile->hash)
        add(ProblemKind::AuditTail,
            QT_TRANSLATE_NOOP("scrutineer", "The audit log no longer holds entry %1 that audit.head names."),
            {QString::number(fromFile->entries)});
    return {};
}

Result<void> Verifier::checkCases()
{
    auto query = m_database.run(
        u"SELECT cases.id, cases.body, (SELECT json_group_array(json_array(path, sha256, problem)) FROM"
        " (SELECT path, sha256, problem FROM files WHERE case_key = cases.key ORDER BY position)) FROM cases"_s);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const QString id = query->value(0).toString();
        ++m_report.cases;
        if (!m_imported.contains(id)) {
            add(ProblemKind::Case, QT_TRANSLATE_NOOP("scrutineer", "Case %1 has no entry in the audit log."),
                {id});
            continue;
        }
        const QJsonObject payload = m_imported.take(id);
        QJsonArray files;
        for (const QJsonValue &file : payload["files"_L1].toArray()) {
            const auto orNull = [&](QLatin1StringView key) {
                return file[key].isUndefined() ? QJsonValue() : file[key];
            };
            files.append(QJsonArray{file["path"_L1], orNull("sha256"_L1), orNull("problem"_L1)});
        }
        if (payload["case_sha256"_L1].toString() != sha256Of(query->value(1).toByteArray()))
            add(ProblemKind::Case, QT_TRANSLATE_NOOP("scrutineer", "The data of case %1 were altered."),
                {id});
        if (QJsonDocument::fromJson(query->value(2).toByteArray()).array() != files)
            add(ProblemKind::Case,
                QT_TRANSLATE_NOOP("scrutineer", "The list of files of case %1 was altered."), {id});
    }
    for (auto it = m_imported.cbegin(); it != m_imported.cend(); ++it)
        add(ProblemKind::Case,
            QT_TRANSLATE_NOOP("scrutineer", "Case %1 is in the audit log and not in the database."),
            {it.key()});
    return {};
}

Result<void> Verifier::checkDecisions()
{
    auto query =
        m_database.run(u"SELECT decisions.id, decisions.kind, decisions.who, decisions.at, decisions.body, "
                       u"decisions.audit_seq,"
                       " cases.id FROM decisions LEFT JOIN cases ON cases.key = decisions.case_key"_s);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        ++m_report.decisions;
        const QString id = query->value(0).toString();
        const QByteArray body = query->value(4).toByteArray();
        const Decision decision = decisionFromJson(objectFrom(body));
        const auto entry = m_decided.constFind(query->value(5).toLongLong());
        const bool columnsHold = decision.id == id && toName(decision.kind) == query->value(1).toString() &&
                                 decision.who == query->value(2).toString() &&
                                 decision.at.toMSecsSinceEpoch() == query->value(3).toLongLong() &&
                                 decision.caseId == query->value(6).toString();
        const QJsonObject payload = entry == m_decided.cend() ? QJsonObject() : objectFrom(entry->payload);
        const bool logged = payload["decision"_L1].toString() == id &&
                            payload["decision_sha256"_L1].toString() == sha256Of(body) &&
                            entry->actor == decision.who && payload["case"_L1].toString() == decision.caseId;
        if (!columnsHold || !logged)
            add(ProblemKind::Decision,
                QT_TRANSLATE_NOOP("scrutineer", "Decision %1 does not agree with the audit log."), {id});
        m_decided.remove(query->value(5).toLongLong());
    }
    for (const AuditEntry &entry : std::as_const(m_decided))
        add(ProblemKind::Decision,
            QT_TRANSLATE_NOOP("scrutineer", "The decision of audit entry %1 is not in the database."),
            {QString::number(entry.seq)});
    return {};
}

Result<void> Verifier::checkVerdicts()
{
    auto query = m_database.run(u"SELECT decisions.id, decisions.body, (SELECT "
                                u"json_group_array(json_object('id', check_id, 'reason', reason,"
                                " 'outcome', outcome, 'verdict', verdict, 'why', why)) FROM verdicts WHERE "
                                "decision_seq = decisions.seq)"
                                " FROM decisions"_s);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        QHash<QString, QJsonObject> inTable;
        const QJsonArray rows = QJsonDocument::fromJson(query->value(2).toByteArray()).array();
        for (const QJsonValue &row : rows)
            inTable.insert(row["id"_L1].toString(), row.toObject());
        const QJsonArray inBody = objectFrom(query->value(1).toByteArray())["verdicts"_L1].toArray();
        const bool same = inBody.size() == inTable.size() &&
                          std::all_of(inBody.begin(), inBody.end(), [&](const QJsonValue &verdict) {
                              return inTable.value(verdict["id"_L1].toString()) == verdict.toObject();
                          });
        if (!same)
            add(ProblemKind::Decision,
                QT_TRANSLATE_NOOP("scrutineer", "The verdicts of decision %1 were altered."),
                {query->value(0).toString()});
    }
    return {};
}

Result<void> Verifier::checkWithdrawals()
{
    auto query =
        m_database.run(u"SELECT withdrawals.audit_seq, withdrawals.who, withdrawals.at, decisions.id"
                       " FROM withdrawals LEFT JOIN decisions ON decisions.seq = withdrawals.decision_seq"_s);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const AuditEntry entry = m_withdrawn.take(query->value(0).toLongLong());
        const QString id = query->value(3).toString();
        if (objectFrom(entry.payload)["decision"_L1].toString() != id ||
            entry.actor != query->value(1).toString() || entry.atMs != query->value(2).toLongLong())
            add(ProblemKind::Decision,
                QT_TRANSLATE_NOOP("scrutineer",
                                  "The withdrawal of decision %1 does not agree with the audit log."),
                {id});
    }
    for (const AuditEntry &entry : std::as_const(m_withdrawn))
        add(ProblemKind::Decision,
            QT_TRANSLATE_NOOP("scrutineer", "The withdrawal of audit entry %1 is not in the database."),
            {QString::number(entry.seq)});
    return {};
}

Result<void> Verifier::checkEvidence()
{
    auto query = m_database.run(u"SELECT DISTINCT sha256, bytes FROM files WHERE sha256 IS NOT NULL"_s);
    if (!query)
        return tl::unexpected(query.error());
    QList<FileCheck> checks;
    while (query->next()) {
        const QString sha256 = query->value(0).toString();
        checks.append({sha256, query->value(1).toLongLong(), m_vault.evidencePath(sha256)});
    }
    QtConcurrent::blockingMap(checks, readFile);
    for (const FileCheck &check : std::as_const(checks)) {
        ++m_report.files;
        if (check.missing)
            add(ProblemKind::Evidence, QT_TRANSLATE_NOOP("scrutineer", "The evidence file %1… is missing."),
                {shortHash(check.sha256)});
        else if (!check.intact)
            add(ProblemKind::Evidence, QT_TRANSLATE_NOOP("scrutineer", "The evidence file %1… was altered."),
                {shortHash(check.sha256)});
    }
    return {};
}

} // namespace scrutineer::store
