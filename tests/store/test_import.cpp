// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
int evidenceFiles(const Room &room)
{
    int count = 0;
    QDirIterator files(room.workspaceFolder() + u"/evidence"_s, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        ++count;
    }
    return count;
}

void makeLink(const QString &target, const QString &link)
{
    QVERIFY(QFile::link(target, link));
}
} // namespace

class TestImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keepsTheWholeCase()
    {
        Room room;
        auto workspace = room.open();
        Case input = room.makeBundle(1);
        input.applicant.address = Address{u"12 Rue de Londres"_s, u"Paris"_s, {}, u"75009"_s, u"FR"_s};
        input.primaryFullName = u"Anna M. Eriksson"_s;
        SCRUTINEER_VERIFY_OK(workspace->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()}));
        const auto stored = workspace->loadCase(input.id);
        SCRUTINEER_VERIFY_OK(stored);
        // Texts that were not given come back empty, not null.
        QCOMPARE(stored->input, input);
        QCOMPARE(stored->state, CaseState::Imported);
        QCOMPARE(stored->importedAt, noon());
        QVERIFY(!stored->facts);
        QCOMPARE(stored->files.size(), 2);
        QCOMPARE(stored->files[1].file, input.files[1]);
        QFile evidence(stored->files[0].storedPath);
        QVERIFY(evidence.open(QIODevice::ReadOnly));
        QCOMPARE(evidence.size(), stored->files[0].bytes);
        QVERIFY(evidence.readAll().startsWith("front1\n"));
        struct stat status
        {
        };
        QCOMPARE(::stat(QFile::encodeName(stored->files[0].storedPath).constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0400);
        QCOMPARE(workspace->casesToAnalyse(10).value(), QStringList{input.id});
    }

    void keepsTheAnalysis()
    {
        Room room;
        auto workspace = room.open();
        const Case input = room.makeBundle(3);
        SCRUTINEER_VERIFY_OK(workspace->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()}));
        Analysis analysis = analysisOf(input, 3);
        analysis.facts.files[0].perceptualHash = 0x8123456789abcdefULL;
        analysis.pages = {{u"front.jpg"_s, 0, QSize(4032, 3024), "display", "preview"}};
        SCRUTINEER_VERIFY_OK(workspace->saveAnalysis(input.id, analysis));
        const auto stored = workspace->loadCase(input.id);
        SCRUTINEER_VERIFY_OK(stored);
        QCOMPARE(stored->state, CaseState::Ready);
        QCOMPARE(*stored->facts, analysis.facts);
        QCOMPARE(stored->findings, analysis.findings);
        QCOMPARE(stored->policySha256, analysis.policySha256);
        QCOMPARE(stored->engineVersion, u"0.1.0"_s);
        QCOMPARE(stored->pages.size(), 1);
        QFile display(stored->pages[0].displayFile);
        QVERIFY(display.open(QIODevice::ReadOnly));
        QCOMPARE(display.readAll(), "display");
        QVERIFY(workspace->casesToAnalyse(10).value().isEmpty());
    }

    void replacedPagesLeaveNoFileBehind()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 1);
        const auto page = [](const QByteArray &display) {
            return QList<facts::DisplayPage>{{u"front.jpg"_s, 0, QSize(10, 10), display, "preview"}};
        };
        SCRUTINEER_VERIFY_OK(workspace->savePages(caseId(1), page("old")));
        const QString old = workspace->loadCase(caseId(1)).value().pages[0].displayFile;
        SCRUTINEER_VERIFY_OK(workspace->savePages(caseId(1), page("new")));
        const StoredPage now = workspace->loadCase(caseId(1)).value().pages.value(0);
        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(now.displayFile));
        QVERIFY(QFile::exists(now.previewFile));
    }

    void notesFilesThatCannotBeTaken_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << u"nowhere.jpg"_s << int(ErrorCode::FileMissing);
        QTest::newRow("too large") << u"large.jpg"_s << int(ErrorCode::FileTooLarge);
        QTest::newRow("link") << u"link.jpg"_s << int(ErrorCode::FileNotRegular);
        QTest::newRow("through a linked folder") << u"linked/front.jpg"_s << int(ErrorCode::FileNotRegular);
        QTest::newRow("folder") << u"folder"_s << int(ErrorCode::FileNotRegular);
        QTest::newRow("pipe") << u"pipe"_s << int(ErrorCode::FileNotRegular);
        QTest::newRow("leaves") << u"../secret"_s << int(ErrorCode::PathLeavesBundle);
        QTest::newRow("leaves further in") << u"folder/../../secret"_s << int(ErrorCode::PathLeavesBundle);
        QTest::newRow("absolute") << u"/etc/hostname"_s << int(ErrorCode::PathLeavesBundle);
        QTest::newRow("nothing") << u""_s << int(ErrorCode::FileNotRegular);
    }

    void notesFilesThatCannotBeTaken()
    {
        QFETCH(QString, path);
        QFETCH(int, code);
        Room room;
        auto workspace = room.open();
        Case input = room.makeBundle(1);
        const QString folder = room.bundleFolder(input.id);
        room.write(input.id, u"large.jpg"_s, QByteArray(5001, 'x'));
        room.write(input.id, u"folder/front.jpg"_s, "x");
        room.write(input.id, u"../secret"_s, "secret");
        makeLink(folder + u"/front.jpg"_s, folder + u"/link.jpg"_s);
        makeLink(folder + u"/folder"_s, folder + u"/linked"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(folder + u"/pipe"_s).constData(), 0600), 0);
        input.files.append({Role::Handheld, path});
        ImportOptions options{u"Test"_s, noon()};
        options.maxBytesPerFile = 5000;
        SCRUTINEER_VERIFY_OK(workspace->importCase(input, folder, options));
        const auto stored = workspace->loadCase(input.id);
        SCRUTINEER_VERIFY_OK(stored);
        QCOMPARE(stored->files.size(), 3);
        QVERIFY(!stored->files[0].problem);
        QVERIFY(stored->files[2].problem);
        QCOMPARE(int(stored->files[2].problem->code), code);
        QVERIFY(stored->files[2].storedPath.isEmpty());
        QCOMPARE(evidenceFiles(room), 2);
        QVERIFY(workspace->verify().value().holds());
    }

    void refusesACaseTwice()
    {
        Room room;
        auto workspace = room.open();
        const Case input = room.makeBundle(1);
        SCRUTINEER_VERIFY_OK(workspace->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()}));
        room.write(input.id, u"front.jpg"_s, "other bytes");
        const auto again = workspace->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(evidenceFiles(room), 2);
    }

    void sharesEqualFilesAndMendsThem()
    {
        Room room;
        auto workspace = room.open();
        Case first = room.makeBundle(1);
        SCRUTINEER_VERIFY_OK(workspace->importCase(first, room.bundleFolder(first.id), {u"Test"_s, noon()}));
        const QString stored = workspace->loadCase(first.id).value().files[0].storedPath;
        QVERIFY(QFile::setPermissions(stored, QFile::ReadOwner | QFile::WriteOwner));
        QFile damaged(stored);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("damaged");
        damaged.close();
        QVERIFY(!workspace->verify().value().holds());
        Case second = first;
        second.id = u"C-2"_s;
        SCRUTINEER_VERIFY_OK(workspace->importCase(second, room.bundleFolder(first.id), {u"Test"_s, noon()}));
        QCOMPARE(evidenceFiles(room), 2);
        QVERIFY(workspace->verify().value().holds());
    }

    void sweepsWhatACrashLeft()
    {
        Room room;
        room.open().reset();
        const QString evidence = room.workspaceFolder() + u"/evidence"_s;
        const QString orphan = QString(64, u'b');
        QVERIFY(QDir().mkpath(evidence + u"/bb"_s));
        for (const QString &path : {u"/bb/"_s + orphan.mid(2), u"/incoming/"_s + orphan + u".pending"_s,
                                    u"/incoming/0123.part"_s}) {
            QFile file(evidence + path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        auto workspace = room.open();
        QCOMPARE(evidenceFiles(room), 0);
    }

    void findsDuplicatesOfEarlierCases()
    {
        Room room;
        auto workspace = room.open();
        Case first = room.makeBundle(1);
        SCRUTINEER_VERIFY_OK(workspace->importCase(first, room.bundleFolder(first.id), {u"Test"_s, noon()}));
        Analysis analysis = analysisOf(first, 1);
        analysis.facts.files[1].perceptualHash = 0xf000'0000'0000'0000ULL;
        SCRUTINEER_VERIFY_OK(workspace->saveAnalysis(first.id, analysis));
        Case second = room.makeBundle(2);
        SCRUTINEER_VERIFY_OK(
            workspace->importCase(second, room.bundleFolder(second.id), {u"Test"_s, noon()}));
        facts::Facts facts;
        facts::FileFacts front;
        front.path = u"front.jpg"_s;
        front.sha256 = workspace->loadCase(first.id).value().files[0].sha256;
        front.perceptualHash = 0x00ff'00ff'00ff'00ffULL;
        facts::FileFacts selfie;
        selfie.path = u"selfie.jpg"_s;
        selfie.sha256 = QString(64, u'c');
        selfie.perceptualHash = 0xf000'0001'0001'0001ULL; // three bits away, one in each of three bands
        facts.files = {front, selfie};
        const QList<facts::Duplicate> expected{{u"front.jpg"_s, first.id, u"front.jpg"_s, true},
                                               {u"selfie.jpg"_s, first.id, u"pictures/selfie.jpg"_s, false}};
        QCOMPARE(workspace->duplicatesInEarlierCases(second.id, facts).value(), expected);
        QCOMPARE(workspace->duplicatesInEarlierCases(second.id, facts, 2).value(), expected.mid(0, 1));
        QVERIFY(workspace->duplicatesInEarlierCases(first.id, facts).value().isEmpty());
    }

    void worksOnSeveralThreads()
    {
        Room room;
        auto workspace = room.open();
        std::vector<std::unique_ptr<QThread>> threads;
        std::atomic_int failures = 0;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back(QThread::create([&, t] {
                auto mine = workspace->anotherConnection();
                if (!mine) {
                    ++failures;
                    return;
                }
                for (int i = t * 10; i < t * 10 + 10; ++i) {
                    const Case input = room.makeBundle(i);
                    failures += !(*mine)->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()});
                    failures += !(*mine)->saveAnalysis(input.id, analysisOf(input, i));
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        QCOMPARE(failures.load(), 0);
        QCOMPARE(workspace->count({}).value(), 40);
        const auto report = workspace->verify();
        QVERIFY(report.value().holds());
        QCOMPARE(report->auditEntries, 81);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "test_import.moc"
