// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <csignal>
#include <sys/resource.h>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
/// While it lives, no file of this process grows beyond the limit: a write beyond it fails as on a full disk.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

bool isAboutTheDisk(const Error &error)
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::WriteFailed;
}
} // namespace

class TestDiskFull : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        std::signal(SIGXFSZ, SIG_IGN); // so that the write fails instead
    }

    void losesNothingWhenEvidenceDoesNotFit()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 2);
        Case input = room.makeBundle(3);
        room.write(input.id, u"front.jpg"_s, QByteArray(2'000'000, 'x'));
        {
            const SmallDisk small(1'000'000);
            const auto imported =
                workspace->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()});
            QVERIFY(!imported);
            QCOMPARE(imported.error().code, ErrorCode::DiskFull);
        }
        QVERIFY(!workspace->contains(input.id).value());
        QVERIFY(workspace->verify()->holds());
        SCRUTINEER_VERIFY_OK(workspace->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()}));
        QVERIFY(workspace->verify()->holds());
    }

    void losesNothingWhenTheDatabaseCannotGrow()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 2);
        Draft draft;
        draft.note = u"kept"_s;
        SCRUTINEER_VERIFY_OK(workspace->saveDraft(caseId(2), draft));
        SCRUTINEER_VERIFY_OK(
            workspace->recordDecision(decisionOn(caseId(1), DecisionKind::Reject, u"D-1"_s)));
        {
            const SmallDisk small(16'384); // the log of the database is longer than that already
            const Case input = room.makeBundle(3);
            const auto imported =
                workspace->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()});
            QVERIFY(!imported);
            QVERIFY2(isAboutTheDisk(imported.error()), qPrintable(describe(imported.error())));
            const auto decided =
                workspace->recordDecision(decisionOn(caseId(2), DecisionKind::Approve, u"D-2"_s));
            QVERIFY(!decided);
            QVERIFY2(isAboutTheDisk(decided.error()), qPrintable(describe(decided.error())));
            QVERIFY(!workspace->saveDraft(caseId(1), draft));
            // Reading goes on.
            QCOMPARE(workspace->count({}).value(), 2);
        }
        StoredCase second = workspace->loadCase(caseId(2)).value();
        QCOMPARE(second.draft, draft);
        QVERIFY(second.decisions.isEmpty());
        QCOMPARE(workspace->loadCase(caseId(1))->decisions.size(), 1);
        QVERIFY(workspace->verify()->holds());
        // There is room again: everything works, also in a new process.
        SCRUTINEER_VERIFY_OK(
            workspace->recordDecision(decisionOn(caseId(2), DecisionKind::Approve, u"D-2"_s)));
        workspace.reset();
        workspace = room.open();
        QCOMPARE(workspace->loadCase(caseId(2))->decisions.size(), 1);
        QVERIFY(workspace->verify()->holds());
    }

    void saysSoWhenItCannotEvenStart()
    {
        Room room;
        const SmallDisk small(1000);
        const auto opened = Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Test"_s);
        QVERIFY(!opened);
        QVERIFY2(isAboutTheDisk(opened.error()), qPrintable(describe(opened.error())));
    }
};

QTEST_GUILESS_MAIN(TestDiskFull)
#include "test_disk_full.moc"
