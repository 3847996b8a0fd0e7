// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile files through the real command line and the real worker.
#include "tests/cli/bundles.h"
#include "tests/cli/cli_run.h"
#include "tests/cli/hostile_files.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class TestHostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void mutations_data();
    void mutations();
    void oddFile_data();
    void oddFile();
    void oddBundle_data();
    void oddBundle();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    bool writeBundle(const QString &name, const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHostile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

/// A bundle with a good selfie and the path in question as the handheld photo, which has few readers.
bool TestHostile::writeBundle(const QString &name, const QString &path)
{
    return bundles::write(at(name + u"/case.json"_s),
                          bundles::caseJson(name, {{u"handheld"_s, path}, {u"selfie"_s, u"selfie.jpg"_s}})) &&
           bundles::write(at(name + u"/selfie.jpg"_s), bundles::encoded("jpeg"));
}

void TestHostile::mutations_data()
{
    QTest::addColumn<QString>("role");
    // Roles with few readers: it is the decoders that stand in the line of fire.
    QTest::newRow("jpeg") << u"selfie"_s;
    QTest::newRow("png") << u"selfie"_s;
    QTest::newRow("tiff") << u"selfie"_s;
    QTest::newRow("pdf") << u"address_proof"_s;
}

void TestHostile::mutations()
{
    QFETCH(QString, role);
    const QByteArray format = QTest::currentDataTag();
    const QByteArray good = bundles::encoded(format);
    if (good.isEmpty())
        QSKIP("Qt cannot write this format here: the package qt6-image-formats-plugins is not installed.");
    QRandomGenerator random(20261122);
    QStringList arguments{u"inspect"_s, u"--role"_s, role};
    constexpr int count = 200;
    for (int i = 0; i < count; ++i) {
        arguments += at(u"%1.%2"_s.arg(i).arg(QString::fromLatin1(format)));
        QVERIFY(bundles::write(arguments.last(), hostile::mutated(good, random)));
    }
    const CliRun run = runCli(arguments);
    QCOMPARE(run.status, 0);
    QVERIFY(run.onlyObjects);
    QCOMPARE(run.objects.size(), count);
    int unreadable = 0;
    for (int i = 0; i < count; ++i) {
        const QJsonObject analysis = run.objects[i];
        const QString name = QFileInfo(arguments[3 + i]).fileName();
        QCOMPARE(analysis[u"case"_s].toString(), name);
        const QJsonObject check = checkOf(analysis, u"file.unreadable"_s);
        const QString outcome = check[u"outcome"_s].toString();
        // Either it was read, and then it has a size, or it was not, and then the reason is said.
        const int width = fileOf(analysis, name)[u"width"_s].toInt();
        QVERIFY2(outcome == "clear"_L1 ? width > 0 : outcome == "flagged"_L1,
                 qPrintable(u"%1: %2, width %3"_s.arg(name, outcome).arg(width)));
        QVERIFY(!check[u"message"_s].toString().isEmpty());
        unreadable += outcome == "flagged"_L1;
    }
    QVERIFY2(unreadable > 10, qPrintable(QString::number(unreadable)));
}

void TestHostile::oddFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words"); // in the message
    QTest::newRow("65,000 x 65,000 pixels") << u"huge.png"_s << hostile::hugePng(65'000) << u"pixels"_s;
    QTest::newRow("a billion objects")
        << u"objects.pdf"_s << hostile::pdfWithObjects(1'000'000'000) << QString();
    QTest::newRow("a billion pages") << u"pages.pdf"_s << hostile::pdfWithEndlessPages(1'000'000'000)
                                     << QString();
    QTest::newRow("encrypted") << u"locked.pdf"_s << hostile::encryptedPdf() << u"password"_s;
    QTest::newRow("empty") << u"empty.jpg"_s << QByteArray() << u"empty"_s;
    QTest::newRow("text") << u"text.jpg"_s << QByteArray("Dear reviewer, this is no picture.\n")
                          << u"picture"_s;
    QTest::newRow("a program") << u"program.png"_s
                               << QByteArray("\x7f"
                                             "ELF\x02\x01\x01\0\0\0\0\0",
                                             12)
                               << u"picture"_s;
    QTest::newRow("only a header") << u"header.jpg"_s << QByteArray("\xff\xd8\xff\xe0") << QString();
    QTest::newRow("name of odd letters") << u"a \u202e%1 'b' \".jpg"_s << QByteArray("x") << QString();
}

/// In a bundle: the file has a clear outcome, the other file of the case is analysed.
void TestHostile::oddFile()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    QVERIFY(writeBundle(u"odd"_s, name));
    QVERIFY(bundles::write(at(u"odd/"_s + name), bytes));
    const CliRun run = runCli({u"analyze"_s, at(u"odd"_s)});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.objects.size(), 1);
    const QJsonObject analysis = run.objects.first();
    QVERIFY(fileOf(analysis, u"selfie.jpg"_s)[u"width"_s].toInt() > 0);
    const QJsonObject check = checkOf(analysis, u"file.unreadable"_s);
    const bool wasRead = fileOf(analysis, name)[u"width"_s].toInt() > 0;
    QVERIFY(!words.isEmpty() ? !wasRead : true);
    QCOMPARE(check[u"outcome"_s].toString(), wasRead ? u"clear"_s : u"flagged"_s);
    QVERIFY2(check[u"message"_s].toString().contains(words), qPrintable(check[u"message"_s].toString()));
    if (!wasRead)
        QCOMPARE(check[u"evidence"_s][0][u"path"_s].toString(), name);
}

void TestHostile::oddBundle_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("path leaves the bundle")
        << u"../good/front.jpg"_s << 3 << u"odd/case.json#/files/0/path"_s;
    QTest::newRow("absolute path") << u"/etc/passwd"_s << 3 << u"odd/case.json#/files/0/path"_s;
    QTest::newRow("symbolic link") << u"link.jpg"_s << 0 << QString();
    QTest::newRow("folder that is a link") << u"linked/front.jpg"_s << 0 << QString();
    QTest::newRow("named pipe") << u"pipe.jpg"_s << 0 << QString();
    QTest::newRow("folder") << u"folder.jpg"_s << 0 << QString();
    QTest::newRow("missing") << u"missing.jpg"_s << 0 << QString();
    QTest::newRow("no files") << u"no files"_s << 3 << u"odd/case.json"_s;
    QTest::newRow("no JSON") << u"no json"_s << 3 << u"odd/case.json"_s;
    QTest::newRow("deep JSON") << u"deep json"_s << 3 << u"odd/case.json"_s;
    QTest::newRow("no case.json") << u"no case"_s << 3 << u"odd"_s;
}

/// Between two good bundles: they are analysed whatever is wrong with the one in the middle.
void TestHostile::oddBundle()
{
    QFETCH(QString, damage);
    QFETCH(int, status);
    QFETCH(QString, complaint);
    QVERIFY(writeBundle(u"good"_s, u"front.jpg"_s) && writeBundle(u"last"_s, u"front.jpg"_s));
    QVERIFY(bundles::write(at(u"good/front.jpg"_s), bundles::encoded("jpeg")));
    QVERIFY(bundles::write(at(u"last/front.jpg"_s), bundles::encoded("png")));
    QVERIFY(writeBundle(u"odd"_s, damage));
    QVERIFY(QFile::link(at(u"good/front.jpg"_s), at(u"odd/link.jpg"_s)));
    QVERIFY(QFile::link(at(u"good"_s), at(u"odd/linked"_s)));
    QVERIFY(QDir(m_folder->path()).mkpath(u"odd/folder.jpg"_s));
    QCOMPARE(mkfifo(QFile::encodeName(at(u"odd/pipe.jpg"_s)).constData(), 0600), 0);
    if (damage == "no files"_L1) {
        QJsonObject json = bundles::caseJson(u"odd"_s, {});
        json.remove(u"files"_s);
        QVERIFY(bundles::write(at(u"odd/case.json"_s), json));
    } else if (damage == "no json"_L1) {
        QVERIFY(bundles::write(at(u"odd/case.json"_s), QByteArray("{\"format\": \"scrutineer.case/1\",")));
    } else if (damage == "deep json"_L1) {
        QVERIFY(bundles::write(at(u"odd/case.json"_s), QByteArray(1'000'000, '[')));
    } else if (damage == "no case"_L1) {
        QVERIFY(QFile::remove(at(u"odd/case.json"_s)));
    }
    const CliRun run = runCli({u"analyze"_s, at(u"good"_s), at(u"odd"_s), at(u"last"_s)});
    QCOMPARE(run.status, status);
    QVERIFY(run.onlyObjects);
    QCOMPARE(run.objects.size(), status == 3 ? 2 : 3);
    QCOMPARE(run.objects.first()[u"case"_s].toString(), u"good"_s);
    QCOMPARE(run.objects.last()[u"case"_s].toString(), u"last"_s);
    for (const QJsonObject &analysis : {run.objects.first(), run.objects.last()})
        QCOMPARE(checkOf(analysis, u"file.unreadable"_s)[u"outcome"_s].toString(), u"clear"_s);
    if (status == 3) {
        QVERIFY2(run.complaints.contains(complaint), qPrintable(run.complaints));
    } else {
        const QJsonObject odd = run.objects[1];
        QCOMPARE(checkOf(odd, u"file.unreadable"_s)[u"outcome"_s].toString(), u"flagged"_s);
        QVERIFY(fileOf(odd, u"selfie.jpg"_s)[u"width"_s].toInt() > 0);
    }
}

QTEST_MAIN(TestHostile)
#include "test_hostile.moc"
