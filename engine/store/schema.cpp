// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/schema.h"

#include "engine/store/audit.h"
#include "engine/store/encoding.h"

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
Result<void> runAll(const Database &database, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (auto done = database.run(sql); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

// Times are milliseconds since 1970 UTC; names of enums are those of toName().
QStringList caseTables()
{
    return {
        u"CREATE TABLE cases ("
        " key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, level TEXT NOT NULL, submitted_at INTEGER NOT "
        "NULL,"
        " applicant_name TEXT NOT NULL, document_type TEXT, issuing_country TEXT NOT NULL, body TEXT NOT "
        "NULL,"
        " imported_at INTEGER NOT NULL, training INTEGER NOT NULL, state TEXT NOT NULL,"
        " flagged INTEGER NOT NULL DEFAULT 0, to_look_at INTEGER NOT NULL DEFAULT 0,"
        " not_assessed INTEGER NOT NULL DEFAULT 0) STRICT"_s,
        u"CREATE TABLE files ("
        " key INTEGER PRIMARY KEY, case_key INTEGER NOT NULL REFERENCES cases (key), position INTEGER NOT "
        "NULL,"
        " role TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT, bytes INTEGER NOT NULL, problem TEXT,"
        " perceptual_hash INTEGER, UNIQUE (case_key, position)) STRICT"_s,
        u"CREATE INDEX files_sha256 ON files (sha256)"_s,
        // Two hashes that differ in at most three bits agree in at least one of four 16-bit bands.
        u"CREATE INDEX files_hash_band_0 ON files (perceptual_hash & 65535) WHERE perceptual_hash IS NOT NULL"_s,
        u"CREATE INDEX files_hash_band_1 ON files ((perceptual_hash >> 16) & 65535)"
        " WHERE perceptual_hash IS NOT NULL"_s,
        u"CREATE INDEX files_hash_band_2 ON files ((perceptual_hash >> 32) & 65535)"
        " WHERE perceptual_hash IS NOT NULL"_s,
        u"CREATE INDEX files_hash_band_3 ON files ((perceptual_hash >> 48) & 65535)"
        " WHERE perceptual_hash IS NOT NULL"_s,
        u"CREATE TABLE facts ("
        " case_key INTEGER PRIMARY KEY REFERENCES cases (key), revision INTEGER NOT NULL,"
        " engine_version TEXT NOT NULL, body BLOB NOT NULL) STRICT"_s,
        u"CREATE TABLE findings ("
        " case_key INTEGER PRIMARY KEY REFERENCES cases (key), body BLOB NOT NULL) STRICT"_s,
        // Apart from the findings: a policy that changes nothing in them rewrites a short row.
        u"CREATE TABLE judged ("
        " case_key INTEGER PRIMARY KEY REFERENCES cases (key), policy_sha256 TEXT NOT NULL) STRICT"_s,
        u"CREATE TABLE flags ("
        " case_key INTEGER NOT NULL REFERENCES cases (key), reason INTEGER NOT NULL, outcome TEXT NOT NULL,"
        " PRIMARY KEY (case_key, reason)) STRICT, WITHOUT ROWID"_s,
        u"CREATE INDEX flags_by_reason ON flags (reason, case_key)"_s,
        u"CREATE TABLE pages ("
        " case_key INTEGER NOT NULL REFERENCES cases (key), path TEXT NOT NULL, page INTEGER NOT NULL,"
        " width INTEGER NOT NULL, height INTEGER NOT NULL, display_sha256 TEXT NOT NULL,"
        " preview_sha256 TEXT NOT NULL, PRIMARY KEY (case_key, path, page)) STRICT, WITHOUT ROWID"_s,
        u"CREATE INDEX pages_display ON pages (display_sha256)"_s,
        u"CREATE INDEX pages_preview ON pages (preview_sha256)"_s,
    };
}

QStringList reviewTables()
{
    return {
        u"CREATE TABLE drafts ("
        " case_key INTEGER PRIMARY KEY REFERENCES cases (key), body TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT"_s,
        u"CREATE TABLE viewed ("
        " case_key INTEGER NOT NULL REFERENCES cases (key), path TEXT NOT NULL, page INTEGER NOT NULL,"
        " who TEXT NOT NULL, at INTEGER NOT NULL, true_size INTEGER NOT NULL,"
        " PRIMARY KEY (case_key, path, page, who)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE audit ("
        " seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,"
        " payload TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE) STRICT"_s,
        u"CREATE TABLE audit_head ("
        " only_row INTEGER PRIMARY KEY CHECK (only_row = 1), entries INTEGER NOT NULL, hash TEXT NOT NULL) STRICT"_s,
        u"CREATE TABLE decisions ("
        " seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, case_key INTEGER NOT NULL REFERENCES cases (key),"
        " kind TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL,"
        " audit_seq INTEGER NOT NULL UNIQUE REFERENCES audit (seq)) STRICT"_s,
        u"CREATE INDEX decisions_case ON decisions (case_key)"_s,
        u"CREATE TABLE verdicts ("
        " decision_seq INTEGER NOT NULL REFERENCES decisions (seq), check_id TEXT NOT NULL, reason INTEGER "
        "NOT NULL,"
        " outcome TEXT NOT NULL, verdict TEXT NOT NULL, why TEXT NOT NULL,"
        " PRIMARY KEY (decision_seq, check_id)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE withdrawals ("
        " decision_seq INTEGER PRIMARY KEY REFERENCES decisions (seq), who TEXT NOT NULL, at INTEGER NOT "
        "NULL,"
        " audit_seq INTEGER NOT NULL UNIQUE REFERENCES audit (seq)) STRICT"_s,
        u"INSERT INTO audit_head VALUES (1, 0, '%1')"_s.arg(firstPrevious()),
    };
}

/// The condition under which a new row of a guarded table would take the place of an old one.
QString sameRow(const QString &table)
{
    if (table == u"audit")
        return u"seq = NEW.seq OR hash = NEW.hash"_s;
    if (table == u"decisions")
        return u"seq = NEW.seq OR id = NEW.id OR audit_seq = NEW.audit_seq"_s;
    if (table == u"verdicts")
        return u"decision_seq = NEW.decision_seq AND check_id = NEW.check_id"_s;
    return u"decision_seq = NEW.decision_seq OR audit_seq = NEW.audit_seq"_s;
}

Result<void> createVersion1(const Database &database)
{
    QStringList statements = caseTables() + reviewTables();
    for (const GuardTrigger &trigger : guardTriggers())
        statements << trigger.sql;
    return runAll(database, statements);
}

// Version 2: search by name and id, and every order of the queue from an index that holds all that filters
// ask for.
Result<void> upgradeToVersion2(const Database &database)
{
    if (auto added = database.run(u"ALTER TABLE cases ADD COLUMN folded TEXT NOT NULL DEFAULT ''"_s); !added)
        return tl::unexpected(added.error());
    auto rows = database.run(u"SELECT key, applicant_name, id FROM cases"_s);
    auto update = database.prepare(u"UPDATE cases SET folded = ? WHERE key = ?"_s);
    if (!rows || !update)
        return tl::unexpected(rows ? update.error() : rows.error());
    while (rows->next()) {
        const QString text = folded(rows->value(1).toString()) + u'\n' + folded(rows->value(2).toString());
        if (auto done = Database::runPrepared(*update, {text, rows->value(0)}); !done)
            return done;
    }
    const QString filters = u"state, level, flagged, to_look_at, training, submitted_at, folded"_s;
    return runAll(database,
                  {
                      u"CREATE INDEX cases_by_time ON cases (submitted_at, key, state, level, flagged,"
                      " to_look_at, training, folded)"_s,
                      u"CREATE INDEX cases_by_flags ON cases (flagged DESC, to_look_at DESC, submitted_at,"
                      " key, state, level, training, folded)"_s,
                      u"CREATE INDEX cases_by_id ON cases (id, %1)"_s.arg(filters),
                      u"CREATE INDEX cases_by_name ON cases (folded, key, state, level, flagged,"
                      " to_look_at, training, submitted_at)"_s,
                  });
}

// Version 3: what is true of a training case, which its trainee learns after deciding.
Result<void> upgradeToVersion3(const Database &database)
{
    return runAll(database, {u"CREATE TABLE training_truths (case_key INTEGER PRIMARY KEY REFERENCES cases"
                             " (key), body TEXT NOT NULL) STRICT"_s});
}
} // namespace

QList<GuardTrigger> guardTriggers()
{
    QList<GuardTrigger> triggers;
    for (const QString &table : {u"audit"_s, u"decisions"_s, u"verdicts"_s, u"withdrawals"_s}) {
        for (const QString &action : {u"UPDATE"_s, u"DELETE"_s}) {
            const QString name = u"%1_no_%2"_s.arg(table, action.toLower());
            triggers.append({name, u"CREATE TRIGGER %1 BEFORE %2 ON %3 BEGIN"
                                   " SELECT RAISE(ABORT, 'append only'); END"_s.arg(name, action, table)});
        }
        // REPLACE deletes without asking delete triggers unless they are recursive, so replacing is refused
        // by itself.
        const QString name = u"%1_no_replace"_s.arg(table);
        triggers.append(
            {name, u"CREATE TRIGGER %1 BEFORE INSERT ON %2 WHEN EXISTS (SELECT 1 FROM %2 WHERE %3) BEGIN"
                   " SELECT RAISE(ABORT, 'append only'); END"_s.arg(name, table, sameRow(table))});
    }
    return triggers;
}

const QList<MigrationStep> &migrationSteps()
{
    static const QList<MigrationStep> steps{
        {1, createVersion1}, {2, upgradeToVersion2}, {3, upgradeToVersion3}};
    return steps;
}

int currentSchemaVersion()
{
    return migrationSteps().last().version;
}

} // namespace scrutineer::store
