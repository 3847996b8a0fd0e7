// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/workspace.h"

#include "engine/store/case_records.h"
#include "engine/store/migration.h"
#include "engine/store/queue_query.h"
#include "engine/store/safe_file.h"
#include "engine/store/verifier.h"
#include "engine/store/workspace_p.h"

#include <QDir>
#include <QFileInfo>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
QString nameOf(const QString &folder)
{
    return QFileInfo(folder).fileName();
}

/// A folder that is new, empty or a workspace; never one that holds something else.
Result<void> prepareFolder(const SharedState &shared)
{
    const QDir folder(shared.folder);
    if (!folder.exists())
        return QDir().mkpath(shared.folder) ? Result<void>()
                                            : failure(ErrorCode::WriteFailed, nameOf(shared.folder));
    if (QFileInfo::exists(shared.databaseFile()))
        return {};
    const QStringList ours{u"workspace.lock"_s, u"audit.head"_s, u"audit.head.new"_s};
    const QStringList entries = folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QString &name : entries) {
        if (!ours.contains(name))
            return failure(ErrorCode::InvalidArgument, nameOf(shared.folder),
                           u"not empty and not a workspace"_s);
    }
    return {};
}

/// The log in the database must reach as far as audit.head says, with the same hash there.
Result<void> checkHead(SharedState &shared, const Database &database)
{
    const auto inDatabase = headInDatabase(database);
    if (!inDatabase)
        return tl::unexpected(inDatabase.error());
    const auto inFile = shared.head.read();
    if (!inFile && inFile.error().code == ErrorCode::FileMissing)
        return failure(ErrorCode::WorkspaceDamaged, u"audit.head"_s, u"missing"_s);
    if (!inFile)
        return tl::unexpected(inFile.error());
    if (inFile->entries > 0) {
        const auto hash = database.value(u"SELECT hash FROM audit WHERE seq = ?"_s, {inFile->entries});
        if (!hash)
            return tl::unexpected(hash.error());
        if (hash->toString() != inFile->hash)
            return failure(ErrorCode::WorkspaceDamaged, u"audit.head"_s, u"the audit log ends before it"_s);
    }
    return shared.head.advance(*inDatabase);
}

Result<void> noteMigration(SharedState &shared, const Database &database, int from)
{
    if (from == currentSchemaVersion())
        return {};
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QJsonObject payload{{u"from"_s, from}, {u"to"_s, currentSchemaVersion()}};
    const auto head = appendAudit(database, u""_s, from == 0 ? u"created"_s : u"migrated"_s, payload,
                                  QDateTime::currentDateTimeUtc());
    if (!head)
        return tl::unexpected(head.error());
    if (auto done = transaction->commit(); !done)
        return done;
    return shared.head.advance(*head);
}

Result<void> prepareForWriting(SharedState &shared, const Database &database)
{
    const auto version = database.value(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (auto done = migrate(database, migrationSteps(), shared.folder + u"/backups"_s, nameOf(shared.folder));
        !done)
        return done;
    if (auto checked = checkHead(shared, database); !checked)
        return checked;
    if (auto noted = noteMigration(shared, database, version->toInt()); !noted)
        return noted;
    const EvidenceVault vault(shared.folder);
    if (auto made = vault.makeFolders(); !made)
        return made;
    return vault.sweep([&](const QString &sha256) -> Result<bool> {
        const auto found = database.value(u"SELECT 1 FROM files WHERE sha256 = ? LIMIT 1"_s, {sha256});
        if (!found)
            return tl::unexpected(found.error());
        return found->isValid();
    });
}

Result<void> checkForReading(const SharedState &shared, const Database &database)
{
    const auto version = database.value(u"PRAGMA user_version"_s);
    const auto application = database.value(u"PRAGMA application_id"_s);
    if (!version || !application)
        return tl::unexpected(version ? application.error() : version.error());
    if (application->toInt() != applicationId)
        return failure(ErrorCode::WorkspaceDamaged, u"workspace.sqlite"_s, u"not a workspace"_s);
    if (version->toInt() > currentSchemaVersion())
        return failure(ErrorCode::WorkspaceNewer, nameOf(shared.folder));
    if (version->toInt() < currentSchemaVersion())
        return failure(ErrorCode::WorkspaceOlder, nameOf(shared.folder));
    return {};
}

Result<void> takeLock(SharedState &shared, const QString &holder)
{
    if (auto prepared = prepareFolder(shared); !prepared)
        return prepared;
    auto lock = WriterLock::take(shared.folder + u"/workspace.lock"_s, holder);
    if (!lock)
        return tl::unexpected(lock.error());
    shared.lock = std::move(*lock);
    // From before the first entry, so that later a missing file means that somebody took it away.
    if (QFileInfo::exists(shared.databaseFile()))
        return {};
    if (auto begun = shared.head.advance(AuditHead{}); !begun)
        return begun;
    // SQLite would let everybody on the machine read it.
    const auto made = createNew(shared.databaseFile());
    return made ? Result<void>() : tl::unexpected(made.error());
}

Database::Access accessOf(OpenMode mode)
{
    return mode == OpenMode::ReadWrite ? Database::Access::ReadWrite : Database::Access::ReadOnly;
}
} // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &folder, OpenMode mode,
                                                   const QString &holder)
{
    const QString absolute = QDir::cleanPath(QDir(folder).absolutePath());
    auto shared = std::make_shared<SharedState>(absolute, mode);
    if (mode == OpenMode::ReadOnly && !QFileInfo::exists(shared->databaseFile()))
        return failure(ErrorCode::NotFound, nameOf(absolute), u"no workspace there"_s);
    const auto version = peekSchemaVersion(shared->databaseFile());
    if (!version)
        return tl::unexpected(version.error());
    if (*version > currentSchemaVersion())
        return failure(ErrorCode::WorkspaceNewer, nameOf(absolute));
    if (mode == OpenMode::ReadWrite) {
        if (auto locked = takeLock(*shared, holder); !locked)
            return tl::unexpected(locked.error());
    }
    auto database = Database::open(shared->databaseFile(), accessOf(mode));
    if (!database)
        return tl::unexpected(database.error());
    const auto ready = mode == OpenMode::ReadWrite ? prepareForWriting(*shared, **database)
                                                   : checkForReading(*shared, **database);
    if (!ready)
        return tl::unexpected(ready.error());
    return std::unique_ptr<Workspace>(
        new Workspace(std::make_unique<Private>(std::move(shared), std::move(*database))));
}

Workspace::Workspace(std::unique_ptr<Private> d) : d(std::move(d)) {}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::anotherConnection() const
{
    auto shared = d->shared;
    auto database = Database::open(shared->databaseFile(), accessOf(shared->mode));
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<Workspace>(
        new Workspace(std::make_unique<Private>(std::move(shared), std::move(*database))));
}

QString Workspace::folder() const
{
    return d->shared->folder;
}
OpenMode Workspace::mode() const
{
    return d->shared->mode;
}

Result<StoredCase> Workspace::loadCase(const QString &caseId) const
{
    auto transaction = Transaction::begin(*d->database, Transaction::Kind::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return loadStoredCase(*d->database, d->vault, caseId);
}

Result<bool> Workspace::contains(const QString &caseId) const
{
    const auto found = d->database->value(u"SELECT 1 FROM cases WHERE id = ?"_s, {notNull(caseId)});
    if (!found)
        return tl::unexpected(found.error());
    return found->isValid();
}

Result<std::optional<QByteArray>> Workspace::trainingTruth(const QString &caseId) const
{
    const auto key = d->keyOf(caseId);
    if (!key)
        return tl::unexpected(key.error());
    const auto body = d->database->value(
        u"SELECT body FROM training_truths WHERE case_key = ? AND EXISTS (SELECT 1 FROM decisions WHERE"
        " decisions.case_key = training_truths.case_key AND seq NOT IN (SELECT decision_seq FROM"
        " withdrawals))"_s,
        {*key});
    if (!body)
        return tl::unexpected(body.error());
    return body->isValid() ? std::optional(body->toByteArray()) : std::nullopt;
}

Result<QStringList> Workspace::casesToAnalyse(int limit) const
{
    // Each query reads its index alone.
    const QStringList queries{u"SELECT id FROM cases INDEXED BY cases_by_time WHERE state = 'imported' AND"
                              " training = 0 ORDER BY submitted_at, key LIMIT ?"_s,
                              u"SELECT id FROM cases INDEXED BY cases_by_id WHERE state = 'imported' AND"
                              " training = 1 ORDER BY id LIMIT ?"_s};
    QStringList ids;
    for (const QString &sql : queries) {
        auto query = d->database->run(sql, {limit - ids.size()});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            ids.append(query->value(0).toString());
    }
    return ids;
}

Result<QList<facts::Duplicate>> Workspace::duplicatesInEarlierCases(const QString &caseId,
                                                                    const facts::Facts &facts,
                                                                    int perceptualDistance) const
{
    const auto key = d->keyOf(caseId);
    if (!key)
        return tl::unexpected(key.error());
    return findDuplicates(*d->database, *key, facts, std::clamp(perceptualDistance, 0, 3));
}

Result<qint64> Workspace::count(const QueueFilter &filter) const
{
    return queueCount(*d->database, filter);
}

Result<QList<QueueRow>> Workspace::window(const QueueFilter &filter, QueueSort sort, qint64 offset,
                                          int limit) const
{
    return queueWindow(*d->database, filter, sort, offset, limit);
}

Result<std::optional<qint64>> Workspace::positionOf(const QString &caseId, const QueueFilter &filter,
                                                    QueueSort sort) const
{
    return queuePosition(*d->database, caseId, filter, sort);
}

Result<QueueRow> Workspace::row(const QString &caseId) const
{
    return queueRow(*d->database, caseId);
}

Result<VerifyReport> Workspace::verify() const
{
    return Verifier(*d->database, d->vault, d->shared->head).run();
}

Result<void> Workspace::Private::requireWriting() const
{
    if (shared->mode == OpenMode::ReadOnly)
        return failure(ErrorCode::WriteFailed, nameOf(shared->folder), u"opened read-only"_s);
    return {};
}

Result<qint64> Workspace::Private::keyOf(const QString &caseId) const
{
    const auto key = database->value(u"SELECT key FROM cases WHERE id = ?"_s, {notNull(caseId)});
    if (!key)
        return tl::unexpected(key.error());
    if (!key->isValid())
        return failure(ErrorCode::NotFound, caseId);
    return key->toLongLong();
}

Result<Transaction> Workspace::Private::beginWrite(bool durable) const
{
    if (auto allowed = requireWriting(); !allowed)
        return tl::unexpected(allowed.error());
    if (auto set = database->setDurable(durable); !set)
        return tl::unexpected(set.error());
    return Transaction::begin(*database, Transaction::Kind::Write);
}

Result<void> Workspace::Private::commit(Transaction &transaction, const AuditHead &head) const
{
    if (auto done = transaction.commit(); !done)
        return done;
    static_cast<void>(shared->head.advance(head));
    return {};
}

} // namespace scrutineer::store
