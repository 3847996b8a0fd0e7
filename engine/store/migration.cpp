// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/migration.h"

#include "engine/store/safe_file.h"

#include <QDateTime>
#include <QFile>
#include <QtEndian>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
Result<void> backUp(const Database &database, int version, const QString &folder)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz"_s);
    const QString file = u"%1/workspace-%2-%3.sqlite"_s.arg(folder).arg(version).arg(stamp);
    auto copied = database.run(u"VACUUM INTO ?"_s, {file});
    if (!copied)
        return tl::unexpected(copied.error());
    auto handle = openOwn(file);
    if (!handle)
        return tl::unexpected(handle.error());
    if (auto synced = syncFile(*handle, u"backups"_s); !synced)
        return synced;
    return syncFolder(folder);
}

Result<void> runStep(const Database &database, const MigrationStep &step)
{
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto done = step.run(database); !done)
        return done;
    for (const QString &pragma : {u"PRAGMA user_version = %1"_s.arg(step.version),
                                  u"PRAGMA application_id = %1"_s.arg(applicationId)}) {
        if (auto set = database.run(pragma); !set)
            return tl::unexpected(set.error());
    }
    return transaction->commit();
}
} // namespace

Result<int> peekSchemaVersion(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return 0;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ReadFailed, u"workspace.sqlite"_s, file.errorString());
    const QByteArray header = file.read(100);
    if (header.isEmpty())
        return 0;
    if (header.size() < 100 || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return failure(ErrorCode::WorkspaceDamaged, u"workspace.sqlite"_s, u"not a database"_s);
    return qFromBigEndian<qint32>(header.constData() + 60);
}

Result<void> migrate(const Database &database, const QList<MigrationStep> &steps, const QString &backupFolder,
                     const QString &folderName)
{
    const auto version = database.value(u"PRAGMA user_version"_s);
    const auto application = database.value(u"PRAGMA application_id"_s);
    const auto tables = database.value(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!version || !application || !tables)
        return tl::unexpected(!version       ? version.error()
                              : !application ? application.error()
                                             : tables.error());
    int current = version->toInt();
    if (current > steps.last().version)
        return failure(ErrorCode::WorkspaceNewer, folderName);
    const bool isNew = tables->toInt() == 0;
    if (!isNew && application->toInt() != applicationId)
        return failure(ErrorCode::WorkspaceDamaged, u"workspace.sqlite"_s,
                       u"the database of another program"_s);
    for (const MigrationStep &step : steps) {
        if (step.version <= current)
            continue;
        if (!isNew) {
            if (auto saved = backUp(database, current, backupFolder); !saved)
                return saved;
        }
        if (auto done = runStep(database, step); !done)
            return done;
        current = step.version;
    }
    return {};
}

} // namespace scrutineer::store
