// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int caseCount = 24;

QueueFilter searching(const QString &text)
{
    QueueFilter filter;
    filter.search = text;
    return filter;
}
} // namespace
Q_DECLARE_METATYPE(QueueFilter)

class TestQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_workspace = m_room.open();
        m_room.importCases(*m_workspace, 0, caseCount);
        const Case waiting = m_room.makeBundle(caseCount);
        ImportOptions options{u"Test"_s, noon()};
        options.training = true;
        SCRUTINEER_VERIFY_OK(m_workspace->importCase(waiting, m_room.bundleFolder(waiting.id), options));
        SCRUTINEER_VERIFY_OK(
            m_workspace->recordDecision(decisionOn(caseId(3), DecisionKind::Reject, u"D-3"_s)));
        SCRUTINEER_VERIFY_OK(
            m_workspace->recordDecision(decisionOn(caseId(4), DecisionKind::Approve, u"D-4"_s)));
        SCRUTINEER_VERIFY_OK(m_workspace->saveDraft(caseId(5), {}));
    }

    void cleanupTestCase() { m_workspace.reset(); }

    void filters_data()
    {
        QTest::addColumn<QueueFilter>("filter");
        QTest::addColumn<int>("count");
        const auto row = [](const char *name, const std::function<void(QueueFilter &)> &set, int count) {
            QueueFilter filter;
            set(filter);
            QTest::newRow(name) << filter << count;
        };
        row(
            "all", [](QueueFilter &) {}, 25);
        row(
            "waiting",
            [](QueueFilter &f) {
                f.states = {CaseState::Imported, CaseState::Ready};
            },
            23);
        row(
            "decided", [](QueueFilter &f) { f.states = {CaseState::Rejected}; }, 1);
        row(
            "advanced", [](QueueFilter &f) { f.level = Level::Advanced; }, 12);
        row(
            "flagged", [](QueueFilter &f) { f.flags = QueueFilter::Flags::Flagged; }, 8);
        row(
            "to look at", [](QueueFilter &f) { f.flags = QueueFilter::Flags::ToLookAt; }, 12);
        row(
            "nothing", [](QueueFilter &f) { f.flags = QueueFilter::Flags::Nothing; }, 12);
        row(
            "glare", [](QueueFilter &f) { f.reason = 112; }, 8);
        row(
            "blur to look at", [](QueueFilter &f) { f.reason = 115; }, 6);
        row(
            "a reason nobody has", [](QueueFilter &f) { f.reason = 221; }, 0);
        row(
            "training", [](QueueFilter &f) { f.training = true; }, 1);
        row(
            "older than", [](QueueFilter &f) { f.submittedBefore = noon().addSecs(-60 * 19); }, 5);
        row(
            "not older than", [](QueueFilter &f) { f.submittedFrom = noon().addSecs(-60 * 19); }, 20);
        row(
            "accents do not matter", [](QueueFilter &f) { f.search = u"JOSE nunez"_s; }, 5);
        row(
            "inside a word", [](QueueFilter &f) { f.search = u"riks"_s; }, 5);
        row(
            "another script", [](QueueFilter &f) { f.search = u"小明"_s; }, 5);
        row(
            "an id", [](QueueFilter &f) { f.search = u"c-00001"_s; }, 10);
        row(
            "id and name", [](QueueFilter &f) { f.search = u"c-00001 eriksson"_s; }, 2);
        row(
            "signs are letters", [](QueueFilter &f) { f.search = u"%"_s; }, 0);
        row(
            "quotes are letters", [](QueueFilter &f) { f.search = u"o'brien"_s; }, 5);
        row(
            "flagged and advanced",
            [](QueueFilter &f) {
                f.flags = QueueFilter::Flags::Flagged;
                f.level = Level::Advanced;
            },
            4);
    }

    void filters()
    {
        QFETCH(QueueFilter, filter);
        QFETCH(int, count);
        QCOMPARE(m_workspace->count(filter).value(), count);
        for (const auto sort : {QueueSort::OldestFirst, QueueSort::NewestFirst, QueueSort::MostFlags,
                                QueueSort::Id, QueueSort::Name}) {
            const auto rows = m_workspace->window(filter, sort, 0, 100);
            SCRUTINEER_VERIFY_OK(rows);
            QCOMPARE(rows->size(), count);
            for (qsizetype i = 0; i < rows->size(); ++i)
                QCOMPARE(m_workspace->positionOf(rows->at(i).id, filter, sort).value(), i);
        }
    }

    void sorts_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<QList<int>>("first");
        QTest::newRow("oldest") << int(QueueSort::OldestFirst) << QList<int>{24, 23, 22, 21};
        QTest::newRow("newest") << int(QueueSort::NewestFirst) << QList<int>{0, 1, 2, 3};
        QTest::newRow("most flags, then oldest") << int(QueueSort::MostFlags) << QList<int>{12, 0, 21, 18};
        QTest::newRow("id") << int(QueueSort::Id) << QList<int>{0, 1, 2, 3};
        QTest::newRow("name") << int(QueueSort::Name) << QList<int>{0, 10, 15, 20};
    }

    void sorts()
    {
        QFETCH(int, sort);
        QFETCH(QList<int>, first);
        const auto rows = m_workspace->window({}, QueueSort(sort), 0, int(first.size()));
        SCRUTINEER_VERIFY_OK(rows);
        QList<QString> ids;
        QList<QString> expected;
        for (qsizetype i = 0; i < first.size(); ++i) {
            ids << rows->at(i).id;
            expected << caseId(first[i]);
        }
        QCOMPARE(ids, expected);
    }

    void comesInWindows()
    {
        QStringList ids;
        for (int offset = 0; offset < 30; offset += 7) {
            const auto rows = m_workspace->window({}, QueueSort::Id, offset, 7);
            SCRUTINEER_VERIFY_OK(rows);
            for (const QueueRow &row : *rows)
                ids << row.id;
        }
        QCOMPARE(ids.size(), 25);
        QCOMPARE(ids.first(), caseId(0));
        QCOMPARE(ids.last(), caseId(24));
        QVERIFY(std::is_sorted(ids.cbegin(), ids.cend()));
    }

    void showsWhatARowNeeds()
    {
        const auto flagged = m_workspace->row(caseId(12));
        SCRUTINEER_VERIFY_OK(flagged);
        QCOMPARE(flagged->flagged, 1);
        QCOMPARE(flagged->toLookAt, 1);
        QCOMPARE(flagged->notAssessed, 1);
        QCOMPARE(flagged->level, Level::Primary);
        QCOMPARE(flagged->documentType, DocumentType::Passport);
        QCOMPARE(flagged->issuingCountry, u"UTO"_s);
        QCOMPARE(flagged->submittedAt, noon().addSecs(-60 * 12));
        QCOMPARE(flagged->state, CaseState::Ready);
        QVERIFY(!flagged->hasDraft);
        QVERIFY(m_workspace->row(caseId(5))->hasDraft);
        QVERIFY(m_workspace->row(caseId(24))->training);
        QCOMPARE(m_workspace->row(caseId(24))->state, CaseState::Imported);
        QCOMPARE(m_workspace->row(caseId(3))->state, CaseState::Rejected);
        QCOMPARE(m_workspace->row(u"C-none"_s).error().code, ErrorCode::NotFound);
        QVERIFY(!m_workspace->positionOf(caseId(1), searching(u"nobody"_s), QueueSort::Id).value());
    }

private:
    Room m_room;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(TestQueue)
#include "test_queue.moc"
