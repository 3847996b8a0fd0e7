// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QThread>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
/// What a helper said before it was killed.
struct Said
{
    QSet<QString> decided;
    QSet<QString> withdrawn;
};

void readInto(Said &said, const QByteArray &output)
{
    // A line without its end was not said to the end.
    const QByteArray whole = output.left(output.lastIndexOf('\n') + 1);
    for (const QByteArray &line : whole.split('\n')) {
        if (line.startsWith("decided "))
            said.decided.insert(QString::fromUtf8(line.mid(8)));
        else if (line.startsWith("withdrawn "))
            said.withdrawn.insert(QString::fromUtf8(line.mid(10)));
    }
}
} // namespace

class TestCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// 40 rounds, or as many as SCRUTINEER_CRASH_ROUNDS says.
    void survivesBeingKilled()
    {
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("SCRUTINEER_CRASH_ROUNDS", &isNumber);
        const int rounds = isNumber ? wanted : 40;
        QTemporaryDir folder;
        const Room room(folder.path());
        QRandomGenerator random(20261120);
        Said said;
        int atLeast = 0;
        for (int round = 0; round < rounds; ++round) {
            const int decisions = random.bounded(3);
            atLeast += round % 5 == 0 ? 0 : decisions;
            runAndKill(folder.path(), round, decisions, random.bounded(120), said);
            if (QTest::currentTestFailed())
                return;
            checkWhatIsLeft(room, said, round);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d rounds, %lld decisions reported, %lld taken back", rounds, qlonglong(said.decided.size()),
              qlonglong(said.withdrawn.size()));
        QVERIFY(said.decided.size() >= atLeast);
    }

private:
    /// Every fifth is killed while it opens; the others at a random moment after so many decisions.
    static void runAndKill(const QString &folder, int round, int decisions, int afterMs, Said &said)
    {
        QProcess helper;
        helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        helper.start(QCoreApplication::applicationDirPath() + u"/store_crash_helper"_s,
                     {folder, QString::number(round * 10'000)});
        QVERIFY(helper.waitForStarted());
        QByteArray output;
        while (round % 5 != 0 && (!output.contains("opened") || output.count("decided") < decisions)) {
            QVERIFY(helper.waitForReadyRead());
            output += helper.readAllStandardOutput();
        }
        QThread::msleep(static_cast<unsigned long>(afterMs));
        helper.kill();
        QVERIFY(helper.waitForFinished());
        QCOMPARE(helper.exitStatus(), QProcess::CrashExit);
        output += helper.readAllStandardOutput();
        readInto(said, output);
    }

    static void checkWhatIsLeft(const Room &room, const Said &said, int round)
    {
        auto workspace = Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Test"_s);
        SCRUTINEER_VERIFY_OK(workspace);
        const auto report = (*workspace)->verify();
        SCRUTINEER_VERIFY_OK(report);
        for (const Problem &problem : report->problems)
            QFAIL(qPrintable(u"round %1: %2"_s.arg(round).arg(problem.what.english())));
        QSet<QString> decided;
        QSet<QString> withdrawn;
        const auto count = (*workspace)->count({});
        const auto rows = (*workspace)->window({}, QueueSort::Id, 0, int(*count));
        SCRUTINEER_VERIFY_OK(rows);
        for (const QueueRow &row : *rows) {
            const auto stored = (*workspace)->loadCase(row.id);
            SCRUTINEER_VERIFY_OK(stored);
            QCOMPARE(stored->files.size(), 2);
            for (const Decision &decision : stored->decisions) {
                decided.insert(decision.id);
                if (decision.withdrawnAt)
                    withdrawn.insert(decision.id);
            }
        }
        QVERIFY(decided.contains(said.decided));
        QVERIFY(withdrawn.contains(said.withdrawn));
        QVERIFY(QDir(room.workspaceFolder() + u"/evidence/incoming"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "test_crash.moc"
