// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace scrutineer::store {

/// One SQLite connection, for the thread that opened it. Wraps Qt Sql so that each failure is an Error.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens (and makes, for ReadWrite) the file; sets foreign keys, WAL, synchronous FULL and the busy
    /// timeout.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &file, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement; the query stands before its first row.
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    /// Runs one statement whose rows do not matter; the number of rows that changed.
    [[nodiscard]] Result<qint64> change(const QString &sql, const QVariantList &values = {}) const;
    /// The first column of the first row; invalid where there is no row.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const;
    [[nodiscard]] Result<QSqlQuery> prepare(const QString &sql) const;
    /// Runs a prepared statement.
    [[nodiscard]] static Result<void> runPrepared(QSqlQuery &query, const QVariantList &values);

    /// true: a commit is on the disk when it returns. false: it survives the program's end, not a power cut.
    [[nodiscard]] Result<void> setDurable(bool durable) const;

private:
    Database(QString connection) : m_connection(std::move(connection)) {}
    [[nodiscard]] Result<void> configure(Access access) const;

    QString m_connection;
};

/// Rolls back unless committed.
class Transaction
{
public:
    enum class Kind { Read, Write };
    [[nodiscard]] static Result<Transaction> begin(const Database &database, Kind kind);
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Database &database) : m_database(&database) {}
    const Database *m_database;
};

/// A text that is never NULL: a null QString would be.
[[nodiscard]] inline QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace scrutineer::store
