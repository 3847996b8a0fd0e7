// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/audit.h"
#include "tests/store/store_fixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

using Tamper = std::function<void(const Room &, const QString &evidence)>;
Q_DECLARE_METATYPE(Tamper)

namespace {
/// What a thief does first.
QStringList unguarded(const QStringList &statements, const QString &table)
{
    QStringList all;
    for (const QString &action : {u"update"_s, u"delete"_s, u"replace"_s})
        all << u"DROP TRIGGER %1_no_%2"_s.arg(table, action);
    return all + statements;
}

/// Puts the guards back, so that only the data tell.
void tamperQuietly(const Room &room, const QString &table, const QStringList &statements)
{
    QStringList guards;
    for (const QString &action : {u"update"_s, u"delete"_s, u"replace"_s}) {
        guards << room.query(u"SELECT sql FROM sqlite_schema WHERE name = '%1_no_%2'"_s.arg(table, action))
                      .toString();
    }
    room.tamper(unguarded(statements, table) + guards);
}

Tamper onTable(const QString &table, const QStringList &statements)
{
    return [=](const Room &room, const QString &) { tamperQuietly(room, table, statements); };
}

void rewrite(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}
} // namespace

class TestVerify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// One workspace that holds; each test damages a copy.
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto workspace = m_room.open();
        m_room.importCases(*workspace, 1, 5);
        for (const auto &[number, decision] : {std::pair{2, DecisionKind::Reject},
                                               {3, DecisionKind::AskForFiles},
                                               {4, DecisionKind::Approve}}) {
            SCRUTINEER_VERIFY_OK(
                workspace->recordDecision(decisionOn(caseId(number), decision, u"D-%1"_s.arg(number))));
        }
        SCRUTINEER_VERIFY_OK(workspace->withdrawDecision(u"D-3"_s, u"Reviewer"_s, noon(), {}));
        const QString evidence = workspace->loadCase(caseId(1))->files[0].storedPath;
        m_evidence = u"/workspace"_s + evidence.mid(m_room.workspaceFolder().size());
        const auto before = workspace->verify();
        SCRUTINEER_VERIFY_OK(before);
        QVERIFY(before->holds());
        QCOMPARE(before->cases, 5);
        QCOMPARE(before->files, 10);
        QCOMPARE(before->decisions, 3);
        QCOMPARE(before->auditEntries, 15);
    }

    void findsWhatWasDone_data()
    {
        QTest::addColumn<Tamper>("tamper");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, ProblemKind kind, const Tamper &tamper) {
            QTest::newRow(name) << tamper << int(kind);
        };
        row("a guard is gone", ProblemKind::Schema,
            [](const Room &room, const QString &) { room.tamper({u"DROP TRIGGER audit_no_update"_s}); });
        row("a guard is blind", ProblemKind::Schema, [](const Room &room, const QString &) {
            room.tamper({u"DROP TRIGGER audit_no_update"_s,
                         u"CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT 1; END"_s});
        });
        for (const QString &change :
             {u"actor = 'Nobody'"_s, u"at = at + 1"_s, u"action = 'approved'"_s,
              u"payload = replace(payload, 'C-', 'D-')"_s, u"previous = '%1'"_s.arg(QString(64, u'1')),
              u"hash = '%1'"_s.arg(QString(64, u'2'))}) {
            row(qPrintable(u"an entry has "_s + change), ProblemKind::AuditChain,
                onTable(u"audit"_s, {u"UPDATE audit SET %1 WHERE seq = 2"_s.arg(change)}));
        }
        row("an entry is renumbered", ProblemKind::AuditChain,
            onTable(u"audit"_s, {u"UPDATE audit SET seq = 100 WHERE seq = 2"_s}));
        row("an entry in the middle is gone", ProblemKind::AuditChain,
            onTable(u"audit"_s, {u"DELETE FROM audit WHERE seq = 3"_s}));
        row("the first entry is gone", ProblemKind::AuditChain,
            onTable(u"audit"_s, {u"DELETE FROM audit WHERE seq = 1"_s}));
        row("two entries are swapped", ProblemKind::AuditChain,
            onTable(u"audit"_s, {u"UPDATE audit SET seq = -2 WHERE seq = 2"_s,
                                 u"UPDATE audit SET seq = 2 WHERE seq = 3"_s,
                                 u"UPDATE audit SET seq = 3 WHERE seq = -2"_s}));
        row("the last entry is gone", ProblemKind::AuditTail,
            onTable(u"audit"_s, {u"DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)"_s}));
        row("the tail is gone and the database's head follows", ProblemKind::AuditTail,
            onTable(u"audit"_s, {u"DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)"_s,
                                 u"UPDATE audit_head SET entries = (SELECT max(seq) FROM audit), hash ="
                                 " (SELECT hash FROM audit ORDER BY seq DESC LIMIT 1)"_s}));
        row("the database's head is gone", ProblemKind::AuditTail,
            [](const Room &room, const QString &) { room.tamper({u"DELETE FROM audit_head"_s}); });
        row("audit.head is gone", ProblemKind::AuditTail, [](const Room &room, const QString &) {
            QVERIFY(QFile::remove(room.workspaceFolder() + u"/audit.head"_s));
        });
        row("a decision's text is another", ProblemKind::Decision,
            onTable(u"decisions"_s, {u"UPDATE decisions SET body = replace(body, 'glare', 'blur')"_s}));
        row("a decision's kind is another", ProblemKind::Decision,
            onTable(u"decisions"_s, {u"UPDATE decisions SET kind = 'approve' WHERE id = 'D-2'"_s}));
        row("a decision's time is another", ProblemKind::Decision,
            onTable(u"decisions"_s, {u"UPDATE decisions SET at = at - 1 WHERE id = 'D-2'"_s}));
        row("a decision is on another case", ProblemKind::Decision,
            onTable(u"decisions"_s, {u"UPDATE decisions SET case_key = 1 WHERE id = 'D-2'"_s}));
        row("a decision is gone", ProblemKind::Decision,
            onTable(u"decisions"_s, {u"DELETE FROM decisions WHERE id = 'D-4'"_s}));
        row("a decision was put in", ProblemKind::Decision,
            onTable(u"decisions"_s,
                    {u"INSERT INTO decisions (id, case_key, kind, who, at, body, audit_seq)"
                     " SELECT 'D-9', case_key, kind, who, at, body, 1 FROM decisions LIMIT 1"_s}));
        row("a verdict is another", ProblemKind::Decision,
            onTable(u"verdicts"_s, {u"UPDATE verdicts SET verdict = 'dismissed'"_s}));
        row("a verdict is gone", ProblemKind::Decision, onTable(u"verdicts"_s, {u"DELETE FROM verdicts"_s}));
        row("a withdrawal is gone", ProblemKind::Decision,
            onTable(u"withdrawals"_s, {u"DELETE FROM withdrawals"_s}));
        row("a withdrawal is somebody else's", ProblemKind::Decision,
            onTable(u"withdrawals"_s, {u"UPDATE withdrawals SET who = 'Nobody'"_s}));
        row("the applicant's data are others", ProblemKind::Case, [](const Room &room, const QString &) {
            room.tamper({u"UPDATE cases SET body = replace(body, '1974', '1994')"_s});
        });
        row("a file is another", ProblemKind::Case, [](const Room &room, const QString &) {
            room.tamper(
                {u"UPDATE files SET sha256 = (SELECT sha256 FROM files WHERE key = 2) WHERE key = 1"_s});
        });
        row("a file is gone from the list", ProblemKind::Case,
            [](const Room &room, const QString &) { room.tamper({u"DELETE FROM files WHERE key = 1"_s}); });
        row("a case was put in", ProblemKind::Case, [](const Room &room, const QString &) {
            room.tamper({u"INSERT INTO cases (id, level, submitted_at, applicant_name, issuing_country, body,"
                         " imported_at, training, state) VALUES ('C-9', 'primary', 0, '', '', '{}', 0, 0,"
                         " 'ready')"_s});
        });
        row("a case is gone", ProblemKind::Case, [](const Room &room, const QString &) {
            room.tamper({u"DELETE FROM files WHERE case_key = 5"_s, u"DELETE FROM facts WHERE case_key = 5"_s,
                         u"DELETE FROM findings WHERE case_key = 5"_s,
                         u"DELETE FROM judged WHERE case_key = 5"_s,
                         u"DELETE FROM flags WHERE case_key = 5"_s, u"DELETE FROM cases WHERE key = 5"_s});
        });
        row("a row points nowhere", ProblemKind::Database, [](const Room &room, const QString &) {
            room.tamper({u"PRAGMA foreign_keys = OFF"_s, u"INSERT INTO drafts VALUES (99, '{}', 0)"_s});
        });
        row("evidence is altered", ProblemKind::Evidence,
            [](const Room &, const QString &evidence) { rewrite(evidence, "other bytes"); });
        row("evidence is cut short", ProblemKind::Evidence,
            [](const Room &, const QString &evidence) { rewrite(evidence, {}); });
        row("evidence is gone", ProblemKind::Evidence,
            [](const Room &, const QString &evidence) { QVERIFY(QFile::remove(evidence)); });
        row("evidence is a link", ProblemKind::Evidence, [](const Room &, const QString &evidence) {
            QVERIFY(QFile::rename(evidence, evidence + u".moved"_s));
            QVERIFY(QFile::link(evidence + u".moved"_s, evidence));
        });
    }

    void findsWhatWasDone()
    {
        QFETCH(Tamper, tamper);
        QFETCH(int, kind);
        const QTemporaryDir folder;
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, m_room.workspaceFolder(), folder.path()}), 0);
        const Room room(folder.path());
        const QString evidence = folder.path() + m_evidence;
        tamper(room, evidence);
        auto reader = Workspace::open(room.workspaceFolder(), OpenMode::ReadOnly);
        SCRUTINEER_VERIFY_OK(reader);
        const auto after = (*reader)->verify();
        SCRUTINEER_VERIFY_OK(after);
        QVERIFY(!after->holds());
        QStringList said;
        bool found = false;
        for (const Problem &problem : after->problems) {
            said << problem.what.english();
            found = found || int(problem.kind) == kind;
        }
        QVERIFY2(found, qPrintable(said.join(u'\n')));
    }

    void findsDamagedPages()
    {
        Room room;
        {
            auto workspace = room.open();
            room.importCases(*workspace, 1, 20);
        }
        QFile database(room.databaseFile());
        QVERIFY(database.open(QIODevice::ReadWrite));
        const qint64 middle = database.size() / 2 / 4096 * 4096;
        QVERIFY(database.seek(middle) && database.write(QByteArray(4096, 'x')) == 4096);
        database.close();
        auto reader = Workspace::open(room.workspaceFolder(), OpenMode::ReadOnly);
        SCRUTINEER_VERIFY_OK(reader);
        const auto report = (*reader)->verify();
        // Either the check says so, or reading already stops at the damage.
        if (report)
            QVERIFY(!report->holds());
        else
            QCOMPARE(report.error().code, ErrorCode::WorkspaceDamaged);
    }

    void hashesAsDocumented()
    {
        // Fields joined as the header says: another program can check the chain.
        AuditEntry entry{1, 1763640000000, u"Änne"_s, u"decided"_s, "{}", firstPrevious(), {}};
        const QByteArray bytes =
            "scrutineer.audit/164:" + QByteArray(64, '0') + "1:113:17636400000005:\xc3\x84nne7:decided2:{}";
        QCOMPARE(auditHash(entry),
                 QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    }

private:
    Room m_room;
    QString m_evidence; ///< of one file, from the folder that holds the workspace
};

QTEST_GUILESS_MAIN(TestVerify)
#include "test_verify.moc"
