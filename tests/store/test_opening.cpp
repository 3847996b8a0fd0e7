// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QSysInfo>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A workspace as version 1 of the schema made it, by the statements of its day.
QStringList versionOne()
{
    return {
        u"PRAGMA journal_mode = WAL"_s,
        u"CREATE TABLE cases (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, level TEXT NOT NULL,"
        " submitted_at INTEGER NOT NULL, applicant_name TEXT NOT NULL, document_type TEXT,"
        " issuing_country TEXT NOT NULL, body TEXT NOT NULL, imported_at INTEGER NOT NULL,"
        " training INTEGER NOT NULL, state TEXT NOT NULL, flagged INTEGER NOT NULL DEFAULT 0,"
        " to_look_at INTEGER NOT NULL DEFAULT 0, not_assessed INTEGER NOT NULL DEFAULT 0) STRICT"_s,
        u"CREATE TABLE files (key INTEGER PRIMARY KEY, case_key INTEGER NOT NULL REFERENCES cases (key),"
        " position INTEGER NOT NULL, role TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT,"
        " bytes INTEGER NOT NULL, problem TEXT, perceptual_hash INTEGER, UNIQUE (case_key, position)) STRICT"_s,
        u"CREATE TABLE facts (case_key INTEGER PRIMARY KEY REFERENCES cases (key), revision INTEGER NOT NULL,"
        " engine_version TEXT NOT NULL, body BLOB NOT NULL) STRICT"_s,
        u"CREATE TABLE findings (case_key INTEGER PRIMARY KEY REFERENCES cases (key), body BLOB NOT NULL)"
        " STRICT"_s,
        u"CREATE TABLE judged (case_key INTEGER PRIMARY KEY REFERENCES cases (key),"
        " policy_sha256 TEXT NOT NULL) STRICT"_s,
        u"CREATE TABLE flags (case_key INTEGER NOT NULL REFERENCES cases (key), reason INTEGER NOT NULL,"
        " outcome TEXT NOT NULL, PRIMARY KEY (case_key, reason)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE pages (case_key INTEGER NOT NULL REFERENCES cases (key), path TEXT NOT NULL,"
        " page INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,"
        " display_sha256 TEXT NOT NULL, preview_sha256 TEXT NOT NULL, PRIMARY KEY (case_key, path, page))"
        " STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE drafts (case_key INTEGER PRIMARY KEY REFERENCES cases (key), body TEXT NOT NULL,"
        " saved_at INTEGER NOT NULL) STRICT"_s,
        u"CREATE TABLE viewed (case_key INTEGER NOT NULL REFERENCES cases (key), path TEXT NOT NULL,"
        " page INTEGER NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL, true_size INTEGER NOT NULL,"
        " PRIMARY KEY (case_key, path, page, who)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE audit (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL,"
        " action TEXT NOT NULL, payload TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE)"
        " STRICT"_s,
        u"CREATE TABLE audit_head (only_row INTEGER PRIMARY KEY CHECK (only_row = 1),"
        " entries INTEGER NOT NULL, hash TEXT NOT NULL) STRICT"_s,
        u"CREATE TABLE decisions (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
        " case_key INTEGER NOT NULL REFERENCES cases (key), kind TEXT NOT NULL, who TEXT NOT NULL,"
        " at INTEGER NOT NULL, body TEXT NOT NULL, audit_seq INTEGER NOT NULL UNIQUE REFERENCES audit (seq))"
        " STRICT"_s,
        u"CREATE TABLE verdicts (decision_seq INTEGER NOT NULL REFERENCES decisions (seq),"
        " check_id TEXT NOT NULL, reason INTEGER NOT NULL, outcome TEXT NOT NULL, verdict TEXT NOT NULL,"
        " why TEXT NOT NULL, PRIMARY KEY (decision_seq, check_id)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE withdrawals (decision_seq INTEGER PRIMARY KEY REFERENCES decisions (seq),"
        " who TEXT NOT NULL, at INTEGER NOT NULL, audit_seq INTEGER NOT NULL UNIQUE REFERENCES audit (seq))"
        " STRICT"_s,
        u"INSERT INTO audit_head VALUES (1, 0, '%1')"_s.arg(QString(64, u'0')),
        u"INSERT INTO cases (id, level, submitted_at, applicant_name, document_type, issuing_country, body,"
        " imported_at, training, state) VALUES ('C-OLD', 'primary', 1763625600000, 'José Ángel', 'passport',"
        " 'UTO', '{\"applicant\":{\"full_name\":\"José Ángel\"},\"files\":[],\"id\":\"C-OLD\","
        "\"level\":\"primary\",\"submitted_at\":\"2025-11-20T08:00:00.000Z\"}', 1763625600000, 0,"
        " 'imported')"_s,
        u"PRAGMA application_id = %1"_s.arg(0x53637275),
        u"PRAGMA user_version = 1"_s,
    };
}
} // namespace

class TestOpening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void makesAWorkspace()
    {
        Room room;
        auto workspace = room.open();
        // Applicants' data is for the user alone.
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &file : QDir(room.workspaceFolder()).entryList(QDir::Files | QDir::Hidden))
            QVERIFY2(!(QFile::permissions(room.workspaceFolder() + u'/' + file) & others), qPrintable(file));
        QCOMPARE(workspace->count({}).value(), 0);
        QVERIFY(workspace->verify().value().holds());
        QCOMPARE(room.query(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QVERIFY(!QFile::exists(room.workspaceFolder() + u"/backups"_s));
    }

    void isAskedForByName()
    {
        Room room;
        const auto opened = Workspace::open(room.workspaceFolder(), OpenMode::ReadOnly);
        QCOMPARE(opened.error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(room.workspaceFolder()));
    }

    void leavesOtherFoldersAlone()
    {
        Room room;
        QVERIFY(QDir().mkpath(room.workspaceFolder()));
        QFile other(room.workspaceFolder() + u"/holiday.jpg"_s);
        QVERIFY(other.open(QIODevice::WriteOnly));
        const auto opened = Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Test"_s);
        QCOMPARE(opened.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(QDir(room.workspaceFolder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"holiday.jpg"_s});
    }

    void tellsWhoHoldsIt()
    {
        Room room;
        auto first = Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Anna"_s);
        SCRUTINEER_VERIFY_OK(first);
        room.importCases(**first, 1, 1);
        const auto second = Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Ben"_s);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::WorkspaceLocked);
        const QString expected = u"held by Anna on %1 since 20"_s.arg(QSysInfo::machineHostName());
        QVERIFY2(second.error().where.startsWith(expected), qPrintable(second.error().where));
        // Nothing is harmed, and reading goes on beside the holder.
        room.importCases(**first, 2, 1);
        auto reader = Workspace::open(room.workspaceFolder(), OpenMode::ReadOnly);
        SCRUTINEER_VERIFY_OK(reader);
        QCOMPARE((*reader)->count({}).value(), 2);
        QVERIFY((*reader)->verify()->holds());
        // Another connection keeps the lock when the first is gone.
        auto another = (*first)->anotherConnection();
        SCRUTINEER_VERIFY_OK(another);
        first->reset();
        QCOMPARE(Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Ben"_s).error().code,
                 ErrorCode::WorkspaceLocked);
        another->reset();
        SCRUTINEER_VERIFY_OK(Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Ben"_s));
    }

    void doesNotWriteWhenReadOnly()
    {
        Room room;
        room.importCases(*room.open(), 1, 1);
        auto reader = Workspace::open(room.workspaceFolder(), OpenMode::ReadOnly);
        SCRUTINEER_VERIFY_OK(reader);
        const Case input = room.makeBundle(2);
        QVERIFY(!(*reader)->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()}));
        QVERIFY(!(*reader)->saveDraft(caseId(1), {}));
        QVERIFY(!(*reader)->recordDecision(decisionOn(caseId(1), DecisionKind::Approve, u"D-1"_s)));
        QCOMPARE((*reader)->count({}).value(), 1);
    }

    void refusesNewerSchemas_data()
    {
        QTest::addColumn<OpenMode>("mode");
        QTest::newRow("write") << OpenMode::ReadWrite;
        QTest::newRow("read") << OpenMode::ReadOnly;
    }

    void refusesNewerSchemas()
    {
        QFETCH(OpenMode, mode);
        Room room;
        room.importCases(*room.open(), 1, 1);
        room.tamper({u"PRAGMA user_version = 99"_s});
        const QByteArray before = contentOf(room.databaseFile());
        const QStringList entries = QDir(room.workspaceFolder()).entryList(QDir::AllEntries | QDir::Hidden);
        const auto opened = Workspace::open(room.workspaceFolder(), mode, u"Test"_s);
        QCOMPARE(opened.error().code, ErrorCode::WorkspaceNewer);
        QVERIFY(contentOf(room.databaseFile()) == before);
        QCOMPARE(QDir(room.workspaceFolder()).entryList(QDir::AllEntries | QDir::Hidden), entries);
    }

    void refusesWhatIsNoWorkspace_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("This is not a database. ").repeated(10);
        QTest::newRow("cut short") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("damaged") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x');
    }

    void refusesWhatIsNoWorkspace()
    {
        QFETCH(QByteArray, content);
        Room room;
        QVERIFY(QDir().mkpath(room.workspaceFolder()));
        QFile file(room.databaseFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto opened = Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Test"_s);
        QVERIFY(!opened);
        QVERIFY(opened.error().code == ErrorCode::WorkspaceDamaged ||
                opened.error().code == ErrorCode::WorkspaceNewer);
        QVERIFY(contentOf(room.databaseFile()) == content);
    }

    void refusesTheDatabaseOfAnotherProgram()
    {
        Room room;
        QVERIFY(QDir().mkpath(room.workspaceFolder()));
        room.tamper({u"CREATE TABLE songs (title TEXT)"_s});
        QCOMPARE(Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Test"_s).error().code,
                 ErrorCode::WorkspaceDamaged);
        QCOMPARE(room.query(u"SELECT count(*) FROM sqlite_schema"_s).toInt(), 1);
    }

    void bringsAnOldWorkspaceUpToDate()
    {
        Room room;
        QVERIFY(QDir().mkpath(room.workspaceFolder()));
        room.tamper(versionOne());
        QFile head(room.workspaceFolder() + u"/audit.head"_s);
        QVERIFY(head.open(QIODevice::WriteOnly) && head.write("0 " + QByteArray(64, '0') + '\n') > 0);
        head.close();
        QCOMPARE(Workspace::open(room.workspaceFolder(), OpenMode::ReadOnly).error().code,
                 ErrorCode::WorkspaceOlder);

        auto workspace = room.open();
        QueueFilter filter;
        filter.search = u"jose angel"_s;
        const auto rows = workspace->window(filter, QueueSort::Name, 0, 10);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().id, u"C-OLD"_s);
        QCOMPARE(workspace->loadCase(u"C-OLD"_s)->input.applicant.fullName, u"José Ángel"_s);
        room.importCases(*workspace, 1, 1);

        const QDir backups(room.workspaceFolder() + u"/backups"_s);
        const QStringList files = backups.entryList(QDir::Files);
        QCOMPARE(files.size(), 2); // one from before each step
        QVERIFY(files.first().startsWith(u"workspace-1-"));
        QVERIFY(files.last().startsWith(u"workspace-2-"));

        QSqlDatabase backup = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"backup"_s);
        backup.setDatabaseName(backups.filePath(files.first()));
        QVERIFY(backup.open());
        const int version = [&] {
            QSqlQuery query(u"PRAGMA user_version"_s, backup);
            return query.next() ? query.value(0).toInt() : -1;
        }();
        QCOMPARE(version, 1);
        backup = {};
        QSqlDatabase::removeDatabase(u"backup"_s);
    }

    void refusesALogThatEndsTooEarly_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("older database") << u"database"_s;
        QTest::newRow("head missing") << u"missing"_s;
        QTest::newRow("head garbled") << u"garbled"_s;
    }

    void refusesALogThatEndsTooEarly()
    {
        QFETCH(QString, what);
        Room room;
        room.importCases(*room.open(), 1, 1);
        const QString head = room.workspaceFolder() + u"/audit.head"_s;
        if (what == u"database") {
            const QString copy = room.databaseFile() + u".copy"_s;
            QVERIFY(QFile::copy(room.databaseFile(), copy));
            room.importCases(*room.open(), 2, 1);
            QVERIFY(QFile::remove(room.databaseFile()) && QFile::rename(copy, room.databaseFile()));
        } else if (what == u"missing") {
            QVERIFY(QFile::remove(head));
        } else {
            QFile file(head);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("garbled") > 0);
        }
        QCOMPARE(Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Test"_s).error().code,
                 ErrorCode::WorkspaceDamaged);
        auto reader = Workspace::open(room.workspaceFolder(), OpenMode::ReadOnly);
        SCRUTINEER_VERIFY_OK(reader);
        const auto report = (*reader)->verify();
        QCOMPARE(report->problems.size(), 1);
        QCOMPARE(report->problems.first().kind, ProblemKind::AuditTail);
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "test_opening.moc"
