// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
constexpr int busyTimeoutMs = 10'000;

// Result codes of SQLite, <https://www.sqlite.org/rescode.html>; the lower byte is the primary code.
ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorCode::Conflict;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return ErrorCode::WorkspaceDamaged;
    case 13: // SQLITE_FULL
        return ErrorCode::DiskFull;
    case 14: // SQLITE_CANTOPEN
        return ErrorCode::ReadFailed;
    case 19: // SQLITE_CONSTRAINT
        return ErrorCode::AlreadyExists;
    default: // SQLITE_IOERR, SQLITE_READONLY, …
        return ErrorCode::WriteFailed;
    }
}

tl::unexpected<Error> failed(const QSqlError &error, const QString &sql)
{
    const int code = error.nativeErrorCode().toInt();
    // The statement, not its values: those may hold personal data.
    return failure(
        codeOf(code), u"workspace.sqlite"_s,
        u"SQLite %1: %2 in \"%3\""_s.arg(code).arg(error.databaseText(), sql.simplified().left(200)));
}
} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access)
{
    const QString name = u"scrutineer-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Database> database(new Database(name));
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(file);
        QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs);
        if (access == Access::ReadOnly)
            options += u";QSQLITE_OPEN_READONLY"_s;
        connection.setConnectOptions(options);
        if (!connection.open())
            return failed(connection.lastError(), u"open"_s);
    }
    if (auto configured = database->configure(access); !configured)
        return tl::unexpected(configured.error());
    return database;
}

Database::~Database()
{
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Database::configure(Access access) const
{
    QStringList pragmas{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s,
                        u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA cache_size = -32768"_s};
    if (access == Access::ReadWrite)
        pragmas << u"PRAGMA journal_mode = WAL"_s << u"PRAGMA synchronous = FULL"_s;
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = run(pragma); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<QSqlQuery> Database::prepare(const QString &sql) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failed(query.lastError(), sql);
    return query;
}

Result<void> Database::runPrepared(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        return failed(query.lastError(), query.lastQuery());
    return {};
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values) const
{
    auto query = prepare(sql);
    if (!query)
        return query;
    if (auto done = runPrepared(*query, values); !done)
        return tl::unexpected(done.error());
    return query;
}

Result<qint64> Database::change(const QString &sql, const QVariantList &values) const
{
    auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->numRowsAffected();
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values) const
{
    auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Result<void> Database::setDurable(bool durable) const
{
    auto done = run(durable ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s);
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Result<Transaction> Transaction::begin(const Database &database, Kind kind)
{
    if (auto begun = database.run(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database)
        static_cast<void>(m_database->run(u"ROLLBACK"_s));
}

Result<void> Transaction::commit()
{
    if (auto done = m_database->run(u"COMMIT"_s); !done)
        return tl::unexpected(done.error()); // the destructor rolls back
    m_database = nullptr;
    return {};
}

} // namespace scrutineer::store
