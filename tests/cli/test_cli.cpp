// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/bundles.h"
#include "tests/cli/cli_run.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

class TestCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void usage_data();
    void usage();
    void keepsTheOrderGiven();
    void inspectNeedsNoApplicant();
    void todayReplacesTheDayOfSubmission();
    void comparesNoFacesWithoutModel();
    void comparesNoFacesOfUnreadableFiles();
    void saysWhenTheOutputIsClosed();
    void keepsCasesInAWorkspace();
    void refusesADamagedWorkspace();

private:
    QString at(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(bundles::write(at(u"a.jpg"_s), bundles::encoded("jpeg")));
    QVERIFY(bundles::write(at(u"b.png"_s), bundles::encoded("png")));
    QVERIFY(bundles::write(at(u"c.pdf"_s), bundles::encoded("pdf")));
    QVERIFY(bundles::write(at(u"empty.jpg"_s), QByteArray()));
    QVERIFY(bundles::write(at(u"policy.json"_s), QByteArray("{\"format\": \"scrutineer.policy/1\"}")));
    for (const QString &id : {u"one"_s, u"two"_s}) {
        const QList<QPair<QString, QString>> files{{u"document_front"_s, u"front.png"_s},
                                                   {u"selfie"_s, u"selfie.jpg"_s}};
        QVERIFY(bundles::write(at(id + u"/case.json"_s), bundles::caseJson(id, files)));
        QVERIFY(bundles::write(at(id + u"/front.png"_s), bundles::encoded("png")));
        QVERIFY(bundles::write(at(id + u"/selfie.jpg"_s), bundles::encoded("jpeg")));
    }
}

void TestCli::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    const QString here = at(u""_s);
    const QString file = at(u"a.jpg"_s);
    QTest::newRow("nothing") << QStringList{} << 2 << u"No command"_s;
    QTest::newRow("unknown command") << QStringList{u"analyse"_s} << 2 << u"analyse: no such command"_s;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"compare-faces"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"0."_s;
    for (const QString &command : {u"analyze"_s, u"inspect"_s, u"compare-faces"_s, u"import"_s, u"export"_s,
                                   u"rejudge"_s, u"verify"_s}) {
        QTest::addRow("%s help", qPrintable(command)) << QStringList{command, u"--help"_s} << 0 << command;
        QTest::addRow("%s unknown option", qPrintable(command))
            << QStringList{command, u"--colour"_s} << 2 << u"colour"_s;
        QTest::addRow("%s without arguments", qPrintable(command)) << QStringList{command} << 2 << u"need"_s;
    }
    QTest::newRow("unknown role") << QStringList{u"inspect"_s, file, u"--role"_s, u"portrait"_s} << 2
                                  << u"portrait: no such role"_s;
    QTest::newRow("no role") << QStringList{u"inspect"_s, file} << 2 << u"--role"_s;
    QTest::newRow("missing policy") << QStringList{u"analyze"_s, at(u"one"_s), u"--policy"_s,
                                                   at(u"none.json"_s)}
                                    << 2 << u"none.json"_s;
    QTest::newRow("bad policy") << QStringList{u"analyze"_s, at(u"one"_s), u"--policy"_s,
                                               at(u"policy.json"_s)}
                                << 2 << u"policy.json#/"_s;
    QTest::newRow("missing models") << QStringList{u"analyze"_s, at(u"one"_s), u"--models"_s, at(u"none"_s)}
                                    << 2 << u"none"_s;
    QTest::newRow("no date") << QStringList{u"analyze"_s, at(u"one"_s), u"--today"_s, u"yesterday"_s} << 2
                             << u"yesterday"_s;
    QTest::newRow("one face") << QStringList{u"compare-faces"_s, file} << 2 << u"A B"_s;
    QTest::newRow("three faces") << QStringList{u"compare-faces"_s, file, file, file} << 2 << u"A B"_s;
    QTest::newRow("missing bundle") << QStringList{u"analyze"_s, at(u"none"_s)} << 3 << u"none/case.json"_s;
    QTest::newRow("missing workspace")
        << QStringList{u"verify"_s, u"--workspace"_s, at(u"none"_s)} << 2 << u"none"_s;
    QTest::newRow("bad export format")
        << QStringList{u"export"_s, u"--workspace"_s, here, u"--format"_s, u"xml"_s} << 2 << u"xml"_s;
}

void TestCli::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, words);
    const CliRun run = runCli(arguments);
    QCOMPARE(run.status, status);
    QVERIFY2(run.complaints.contains(words), qPrintable(run.complaints));
    QVERIFY(run.output.isEmpty());
}

void TestCli::keepsTheOrderGiven()
{
    const CliRun run = runCli({u"inspect"_s, at(u"c.pdf"_s), at(u"empty.jpg"_s), at(u"b.png"_s),
                               at(u"none.jpg"_s), at(u"a.jpg"_s), u"--role"_s, u"address_proof"_s});
    QCOMPARE(run.status, 0);
    QStringList names;
    for (const QJsonObject &analysis : run.objects)
        names += analysis[u"case"_s].toString();
    QCOMPARE(names, (QStringList{u"c.pdf"_s, u"empty.jpg"_s, u"b.png"_s, u"none.jpg"_s, u"a.jpg"_s}));
}

void TestCli::inspectNeedsNoApplicant()
{
    const CliRun run = runCli({u"inspect"_s, at(u"b.png"_s), u"--role"_s, u"document_front"_s});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.objects.size(), 1);
    const QJsonObject analysis = run.objects.first();
    QCOMPARE(analysis[u"format"_s].toString(), u"scrutineer.analysis/1"_s);
    QVERIFY(analysis[u"checks"_s].toArray().size() > 30);
    for (const QString &id : {u"document.data_mismatch"_s, u"file.missing"_s, u"face.mismatch"_s,
                              u"document.type_mismatch"_s, u"address.declared_incomplete"_s}) {
        const QString outcome = checkOf(analysis, id)[u"outcome"_s].toString();
        QVERIFY2(outcome != "flagged"_L1 && outcome != "review"_L1 && !outcome.isEmpty(),
                 qPrintable(id + outcome));
    }
    QCOMPARE(fileOf(analysis, u"b.png"_s)[u"width"_s].toInt(), 320);
    QCOMPARE(fileOf(analysis, u"b.png"_s)[u"kind"_s].toString(), u"image/png"_s);
    QCOMPARE(fileOf(analysis, u"b.png"_s)[u"role"_s].toString(), u"document_front"_s);
}

void TestCli::todayReplacesTheDayOfSubmission()
{
    QJsonObject json = bundles::caseJson(u"dated"_s, {{u"document_front"_s, u"front.png"_s}});
    json[u"document"_s] = QJsonObject{{u"type"_s, u"passport"_s}, {u"expires_on"_s, u"2026-12-31"_s}};
    QVERIFY(bundles::write(at(u"dated/case.json"_s), json));
    QVERIFY(bundles::write(at(u"dated/front.png"_s), bundles::encoded("png")));
    const CliRun run = runCli({u"analyze"_s, at(u"dated"_s), u"--today"_s, u"2030-01-01"_s});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.objects.size(), 1);
    QCOMPARE(run.objects.first()[u"case"_s].toString(), u"dated"_s);
}

void TestCli::comparesNoFacesWithoutModel()
{
    const CliRun run = runCli({u"compare-faces"_s, at(u"a.jpg"_s), at(u"b.png"_s)});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.objects.size(), 1);
    QCOMPARE(run.objects.first()[u"outcome"_s].toString(), u"not_assessed"_s);
    QVERIFY(run.objects.first()[u"score"_s].isNull());
    QVERIFY(run.objects.first().contains(u"model"_s));
    QVERIFY(!run.objects.first()[u"message"_s].toString().isEmpty());
}

void TestCli::comparesNoFacesOfUnreadableFiles()
{
    const CliRun run = runCli({u"compare-faces"_s, at(u"empty.jpg"_s), at(u"none.jpg"_s)});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.objects.size(), 1);
    QCOMPARE(run.objects.first()[u"outcome"_s].toString(), u"not_assessed"_s);
    QVERIFY(run.complaints.contains(u"empty.jpg"_s) && run.complaints.contains(u"none.jpg"_s));
}

void TestCli::saysWhenTheOutputIsClosed()
{
    QProcess shell;
    // true reads nothing and ends; the status is that of the first program.
    shell.start(u"/bin/bash"_s,
                {u"-c"_s, u"\"$0\" inspect \"$1\" \"$2\" --role selfie | true; exit ${PIPESTATUS[0]}"_s,
                 QStringLiteral(SCRUTINEER_BIN_DIR "/scrutineer-cli"), at(u"a.jpg"_s), at(u"b.png"_s)});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
    QCOMPARE(shell.exitCode(), 1);
    QCOMPARE(QString::fromUtf8(shell.readAllStandardError()).count(u"The output cannot be written"_s), 1);
}

void TestCli::keepsCasesInAWorkspace()
{
    const QString workspace = at(u"workspace"_s);
    const CliRun imported =
        runCli({u"import"_s, at(u"one"_s), at(u"none"_s), at(u"two"_s), u"--workspace"_s, workspace});
    QCOMPARE(imported.status, 3); // one bundle of the three is not there
    QCOMPARE(imported.objects.size(), 2);
    QCOMPARE(imported.objects[0][u"case"_s].toString(), u"one"_s);
    QCOMPARE(imported.objects[1][u"case"_s].toString(), u"two"_s);
    QVERIFY(imported.objects[1][u"analysed"_s].toBool());

    const CliRun again = runCli({u"import"_s, at(u"one"_s), u"--workspace"_s, workspace, u"--no-analysis"_s});
    QCOMPARE(again.status, 3);
    QVERIFY2(again.complaints.contains(u"already"_s), qPrintable(again.complaints));

    const CliRun verified = runCli({u"verify"_s, u"--workspace"_s, workspace});
    QVERIFY2(verified.status == 0, qPrintable(verified.complaints));
    QCOMPARE(verified.objects.size(), 1);
    QVERIFY(verified.objects.first()[u"holds"_s].toBool());
    QCOMPARE(verified.objects.first()[u"cases"_s].toInt(), 2);

    // No evidence is opened: it is not even there.
    QVERIFY(QDir(workspace).rename(u"evidence"_s, u"elsewhere"_s));
    const CliRun judged = runCli({u"rejudge"_s, u"--workspace"_s, workspace});
    QVERIFY2(judged.status == 0, qPrintable(judged.complaints));
    QCOMPARE(judged.objects.value(0)[u"cases"_s].toInt(), 2);
    QCOMPARE(judged.objects.value(0)[u"changed"_s].toInt(), 0);
    QVERIFY(QDir(workspace + u"/evidence"_s).removeRecursively()); // made anew, empty
    QVERIFY(QDir(workspace).rename(u"elsewhere"_s, u"evidence"_s));

    const CliRun exported = runCli({u"export"_s, u"--workspace"_s, workspace});
    QCOMPARE(exported.status, 0);
    QVERIFY(exported.onlyObjects);
    QCOMPARE(exported.objects.size(), 2);
    const CliRun csv = runCli({u"export"_s, u"--workspace"_s, workspace, u"--format"_s, u"csv"_s});
    QCOMPARE(csv.status, 0);
    QCOMPARE(csv.output.trimmed().count('\n'), 2);
}

void TestCli::refusesADamagedWorkspace()
{
    const QString workspace = at(u"damaged"_s);
    QCOMPARE(runCli({u"import"_s, at(u"one"_s), u"--workspace"_s, workspace, u"--no-analysis"_s}).status, 0);
    QDirIterator evidence(workspace + u"/evidence"_s, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(evidence.hasNext());
    QFile file(evidence.next());
    QVERIFY(file.setPermissions(file.permissions() | QFile::WriteOwner | QFile::WriteUser));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("X");
    file.close();
    const CliRun verified = runCli({u"verify"_s, u"--workspace"_s, workspace});
    QCOMPARE(verified.status, 4);
    QVERIFY(!verified.objects.value(0)[u"holds"_s].toBool(true));

    QVERIFY(
        bundles::write(workspace + u"/workspace.sqlite"_s, QByteArray("not a database, whatever its name")));
    const CliRun refused = runCli({u"export"_s, u"--workspace"_s, workspace});
    QCOMPARE(refused.status, 4);
    QVERIFY(!refused.complaints.isEmpty());
}

QTEST_MAIN(TestCli)
#include "test_cli.moc"
