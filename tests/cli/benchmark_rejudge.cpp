// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long it takes to judge 10,000 stored cases anew with the real checks, on facts that the engine
// read from drawn cases; fails where it misses what was promised: 10 s on two cores.
#include "tests/cli/cli_run.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int drawnCases = 3;
constexpr int storedCases = 10'000;
constexpr qint64 promisedMs = 10'000;

/// Rows straight into the tables: importing ten thousand bundles would measure the reading.
QString multiply(const QString &file)
{
    const auto copy = [](const QString &table, const QString &columns) {
        return u"INSERT INTO %1 SELECT cases.key, %2 FROM cases JOIN %1 ON %1.case_key = cases.key % %3 + 1"
               " WHERE cases.key > %3"_s.arg(table, columns, QString::number(drawnCases));
    };
    const QStringList statements{
        u"WITH RECURSIVE n (i) AS (SELECT %1 + 1 UNION ALL SELECT i + 1 FROM n WHERE i < %2)"
        " INSERT INTO cases SELECT i, printf('C-%06d', i), level, submitted_at, applicant_name, "
        "document_type,"
        " issuing_country, body, imported_at, training, state, flagged, to_look_at, not_assessed, folded"
        " FROM n JOIN cases ON cases.key = i % %1 + 1"_s.arg(drawnCases)
            .arg(storedCases),
        copy(u"facts"_s, u"revision, engine_version, facts.body"_s),
        copy(u"findings"_s, u"findings.body"_s),
        copy(u"judged"_s, u"policy_sha256"_s),
    };
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"multiply"_s);
    database.setDatabaseName(file);
    if (!database.open())
        return database.lastError().text();
    QSqlQuery query(database);
    if (!database.transaction())
        return database.lastError().text();
    for (const QString &statement : statements) {
        if (!query.exec(statement))
            return query.lastError().text();
    }
    return database.commit() ? QString() : database.lastError().text();
}

/// Milliseconds of processor time of the programs that have ended.
qint64 processorMs()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
           (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/// The built-in policy with thresholds that no picture of a document meets.
bool writeStrictPolicy(const QString &to)
{
    QFile from(QStringLiteral(SCRUTINEER_SOURCE_DIR "/resources/policy.json"));
    QFile out(to);
    if (!from.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly))
        return false;
    QJsonObject policy = QJsonDocument::fromJson(from.readAll()).object();
    QJsonObject thresholds = policy[u"thresholds"_s].toObject();
    QJsonObject blurred = thresholds[u"document.blurred"_s].toObject();
    for (const QString &limit : blurred.keys()) {
        QJsonObject threshold = blurred[limit].toObject();
        threshold[u"value"_s] = limit == u"flag" ? 0.2 : 0.1;
        blurred[limit] = threshold;
    }
    thresholds[u"document.blurred"_s] = blurred;
    policy[u"thresholds"_s] = thresholds;
    return out.write(QJsonDocument(policy).toJson()) > 0;
}
} // namespace

class BenchmarkRejudge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesTenThousandCasesAnew()
    {
        QTemporaryDir room;
        const QString samples = room.filePath(u"samples"_s);
        const QString workspace = room.filePath(u"workspace"_s);
        QCOMPARE(runCli({u"samples"_s, samples, u"--count"_s, QString::number(drawnCases)}).status, 0);
        QStringList import{u"import"_s, u"--workspace"_s, workspace};
        for (const QString &name : QDir(samples).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            import += samples + u'/' + name;
        QCOMPARE(runCli(import).status, 0);
        const QString fault = multiply(workspace + u"/workspace.sqlite"_s);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QSqlDatabase::removeDatabase(u"multiply"_s);
        const QString strict = room.filePath(u"strict.json"_s);
        QVERIFY(writeStrictPolicy(strict));

        const qint64 changing = rejudge({u"--workspace"_s, workspace, u"--policy"_s, strict}, true);
        const qint64 keeping = rejudge({u"--workspace"_s, workspace, u"--policy"_s, strict}, false);
        QVERIFY(changing < promisedMs);
        QVERIFY(keeping < promisedMs);
    }

private:
    static qint64 rejudge(const QStringList &options, bool changes)
    {
        const qint64 processorBefore = processorMs();
        QElapsedTimer timer;
        timer.start();
        const CliRun run = runCli(QStringList{u"rejudge"_s} + options);
        const qint64 ms = timer.elapsed();
        const QJsonObject report = run.objects.value(0);
        qInfo("10,000 cases judged anew, %d changed: %lld ms, %lld ms of processor time",
              report[u"changed"_s].toInt(), ms, processorMs() - processorBefore);
        const bool asMeant = run.status == 0 && report[u"cases"_s].toInt() == storedCases &&
                             (report[u"changed"_s].toInt() > storedCases / 2) == changes;
        return asMeant ? ms : std::numeric_limits<qint64>::max();
    }
};

QTEST_GUILESS_MAIN(BenchmarkRejudge)
#include "benchmark_rejudge.moc"
