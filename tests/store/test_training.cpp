// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
const QByteArray truth = R"({"decision": "reject", "lesson": "Find the secret lamp."})";
}

/// What training cases have of their own.
class TestTrainingCases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_room = std::make_unique<Room>();
        m_workspace = m_room->open();
        m_room->importCases(*m_workspace, 1, 2);
        const Case input = m_room->makeBundle(3);
        ImportOptions options{u"Test"_s, noon()};
        options.training = true;
        options.truth = truth;
        SCRUTINEER_VERIFY_OK(m_workspace->importCase(input, m_room->bundleFolder(input.id), options));
    }

    void cleanup()
    {
        m_workspace.reset();
        m_room.reset();
    }

    void truthComesWithTheDecision()
    {
        QCOMPARE(m_workspace->trainingTruth(caseId(3)).value(), std::nullopt);
        SCRUTINEER_VERIFY_OK(
            m_workspace->recordDecision(decisionOn(caseId(3), DecisionKind::Approve, u"D-3"_s)));
        QCOMPARE(m_workspace->trainingTruth(caseId(3)).value(), std::optional(truth));
        SCRUTINEER_VERIFY_OK(m_workspace->withdrawDecision(u"D-3"_s, u"Test"_s, noon(), {}));
        QCOMPARE(m_workspace->trainingTruth(caseId(3)).value(), std::nullopt);
        QCOMPARE(m_workspace->trainingTruth(u"nobody"_s).error().code, ErrorCode::NotFound);
        QVERIFY(m_workspace->verify()->holds());
    }

    void realCasesHaveNone()
    {
        const Case input = m_room->makeBundle(4);
        ImportOptions options{u"Test"_s, noon()};
        options.truth = truth; // without the mark it is nothing
        SCRUTINEER_VERIFY_OK(m_workspace->importCase(input, m_room->bundleFolder(input.id), options));
        SCRUTINEER_VERIFY_OK(
            m_workspace->recordDecision(decisionOn(caseId(4), DecisionKind::Approve, u"D-4"_s)));
        QCOMPARE(m_workspace->trainingTruth(caseId(4)).value(), std::nullopt);
    }

    void exportMarksThemAndTellsNothing()
    {
        QBuffer out;
        QVERIFY(out.open(QIODevice::ReadWrite));
        QCOMPARE(m_workspace->exportAll(out, ExportFormat::JsonLines).value(), 3);
        QVERIFY(!out.data().contains("secret lamp"));
        const QList<QByteArray> lines = out.data().trimmed().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QCOMPARE(object["training"_L1].toBool(), object["case"_L1]["id"_L1].toString() == caseId(3));
        }
    }

    void countsDoNotMix()
    {
        QueueFilter real;
        real.training = false;
        QueueFilter training;
        training.training = true;
        QCOMPARE(m_workspace->count(real).value(), 2);
        QCOMPARE(m_workspace->count(training).value(), 1);
    }

    void waitsBehindRealCases()
    {
        Case input = m_room->makeBundle(5);
        input.submittedAt = input.submittedAt.addYears(1);
        SCRUTINEER_VERIFY_OK(
            m_workspace->importCase(input, m_room->bundleFolder(input.id), {u"Test"_s, noon()}));
        Case later = m_room->makeBundle(6);
        later.submittedAt = later.submittedAt.addYears(-1); // a course goes by its ids
        ImportOptions training{u"Test"_s, noon()};
        training.training = true;
        SCRUTINEER_VERIFY_OK(m_workspace->importCase(later, m_room->bundleFolder(later.id), training));
        QCOMPARE(m_workspace->casesToAnalyse(9).value(), (QStringList{caseId(5), caseId(3), caseId(6)}));
        QCOMPARE(m_workspace->casesToAnalyse(2).value(), (QStringList{caseId(5), caseId(3)}));
        QCOMPARE(m_workspace->casesToAnalyse(1).value(), (QStringList{caseId(5)}));
    }

    void isNoDuplicateOfARealCase()
    {
        const auto stored = m_workspace->loadCase(caseId(1));
        SCRUTINEER_VERIFY_OK(stored);
        facts::Facts facts;
        facts::FileFacts file;
        file.path = stored->files.first().file.path;
        file.sha256 = stored->files.first().sha256;
        facts.files = {file};
        QCOMPARE(m_workspace->duplicatesInEarlierCases(caseId(2), facts)->size(), 1);
        QCOMPARE(m_workspace->duplicatesInEarlierCases(caseId(3), facts)->size(), 0);
    }

private:
    std::unique_ptr<Room> m_room;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(TestTrainingCases)
#include "test_training.moc"
