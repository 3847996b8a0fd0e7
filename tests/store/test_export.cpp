// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
QByteArray exported(const Workspace &workspace, ExportFormat format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto count = workspace.exportAll(buffer, format);
    return count ? buffer.data() : QByteArray();
}
} // namespace

class TestExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writesJsonLines()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 3);
        SCRUTINEER_VERIFY_OK(
            workspace->recordDecision(decisionOn(caseId(3), DecisionKind::Reject, u"D-1"_s)));
        SCRUTINEER_VERIFY_OK(workspace->withdrawDecision(u"D-1"_s, u"Reviewer"_s, noon(), {}));
        const QList<QByteArray> lines = exported(*workspace, ExportFormat::JsonLines).split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.last().isEmpty());
        const QJsonObject third = QJsonDocument::fromJson(lines[2]).object();
        QCOMPARE(third["format"_L1].toString(), u"scrutineer.export/1"_s);
        QCOMPARE(third["case"_L1]["id"_L1].toString(), caseId(3));
        QCOMPARE(third["case"_L1]["applicant"_L1]["date_of_birth"_L1].toString(), u"1974-08-12"_s);
        QCOMPARE(third["state"_L1].toString(), u"ready"_s);
        QCOMPARE(third["files"_L1].toArray().size(), 2);
        QCOMPARE(third["files"_L1][0]["sha256"_L1].toString().size(), 64);
        QCOMPARE(third["findings"_L1][0]["outcome"_L1].toString(), u"flagged"_s);
        QCOMPARE(third["findings"_L1][0]["evidence"_L1][0]["polygon"_L1][2][1].toDouble(), 90.5);
        const QJsonValue decision = third["decisions"_L1][0];
        QCOMPARE(decision["kind"_L1].toString(), u"reject"_s);
        QCOMPARE(decision["reasons"_L1][0].toInt(), 112);
        QCOMPARE(decision["withdrawn_at"_L1].toString(), u"2026-11-20T12:00:00.000Z"_s);
    }

    void writesCsv()
    {
        Room room;
        auto workspace = room.open();
        Case input = room.makeBundle(1);
        input.applicant.fullName = u"=HYPERLINK(\"http://x\"), Anna"_s;
        SCRUTINEER_VERIFY_OK(workspace->importCase(input, room.bundleFolder(input.id), {u"Test"_s, noon()}));
        SCRUTINEER_VERIFY_OK(workspace->saveAnalysis(input.id, analysisOf(input, 12)));
        Decision decision = decisionOn(input.id, DecisionKind::Reject, u"D-1"_s);
        decision.message = u"line one\n\nline two"_s;
        SCRUTINEER_VERIFY_OK(workspace->recordDecision(decision));
        const QByteArray csv = exported(*workspace, ExportFormat::Csv);
        const QByteArray expected =
            "id,level,submitted_at,full_name,state,training,flagged,review,not_assessed,decision,decided_by,"
            "decided_at,reasons,confirmed,dismissed,message,note,policy_sha256\r\n"
            "C-000001,advanced,2026-11-20T11:59:00.000Z,\"'=HYPERLINK(\"\"http://x\"\"), "
            "Anna\",rejected,0,112,115,"
            "221,reject,Reviewer,2026-11-20T13:00:00.000Z,112,112,,\"line one\n\nline two\",note," +
            QByteArray(64, 'a') + "\r\n";
        QCOMPARE(QString::fromUtf8(csv), QString::fromUtf8(expected));
    }

    void saysWhenItCannotWrite()
    {
        Room room;
        auto workspace = room.open();
        room.importCases(*workspace, 1, 1);
        QFile full(u"/dev/full"_s);
        if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            QSKIP("This system has no /dev/full.");
        const auto count = workspace->exportAll(full, ExportFormat::JsonLines);
        QVERIFY(!count);
        QCOMPARE(count.error().code, ErrorCode::WriteFailed);
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "test_export.moc"
