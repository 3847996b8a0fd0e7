// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/training.h"

#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::review;
using namespace Qt::StringLiterals;
using store::DecisionKind;
using Answer = TrainingResult::Answer;
using Numbers = QList<int>;

namespace {
QByteArray truth()
{
    return R"({"flagged": ["face.several_people", "document.glare"], "clear": ["document.blurred"],
               "decision": "ask_for_files", "reasons": [214, 112], "difficulty": 2, "lesson": "Plain.",
               "regions": [{"id": "document.glare", "path": "front.jpg", "page": 0,
                            "polygon": [[10, 20], [400, 20], [400, 90]]}],
               "lesson_texts": {"en": {"title": "Lamp", "wrong": "A lamp.", "look": "There.",
                                       "answer": "Ask."},
                                "zh_CN": {"title": "T", "wrong": "W", "look": "L", "answer": "A"}}})";
}
} // namespace

class TestTraining : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void compares_data()
    {
        QTest::addColumn<bool>("clean");
        QTest::addColumn<DecisionKind>("chosen");
        QTest::addColumn<Numbers>("given");
        QTest::addColumn<TrainingResult>("expected");
        const auto ask = DecisionKind::AskForFiles;
        QTest::newRow("all right") << false << ask << Numbers{214, 112}
                                   << TrainingResult{Answer::Right, {112, 214}, {}, {}, {}};
        QTest::newRow("one missed") << false << ask << Numbers{112}
                                    << TrainingResult{Answer::Right, {112}, {214}, {}, {}};
        QTest::newRow("one too much") << false << ask << Numbers{112, 115, 214}
                                      << TrainingResult{Answer::Right, {112, 214}, {}, {115}, {}};
        QTest::newRow("one left open") << false << ask << Numbers{112, 118, 214}
                                       << TrainingResult{Answer::Right, {112, 214}, {}, {}, {118}};
        QTest::newRow("given twice") << false << ask << Numbers{112, 112, 214}
                                     << TrainingResult{Answer::Right, {112, 214}, {}, {}, {}};
        QTest::newRow("rejected instead") << false << DecisionKind::Reject << Numbers{112, 214}
                                          << TrainingResult{Answer::OtherRefusal, {112, 214}, {}, {}, {}};
        QTest::newRow("approved, reasons noted") << false << DecisionKind::Approve << Numbers{112}
                                                 << TrainingResult{Answer::Wrong, {}, {112, 214}, {}, {}};
        QTest::newRow("clean, approved")
            << true << DecisionKind::Approve << Numbers{} << TrainingResult{Answer::Right, {}, {}, {}, {}};
        QTest::newRow("clean, refused") << true << DecisionKind::Reject << Numbers{115}
                                        << TrainingResult{Answer::Wrong, {}, {}, {115}, {}};
    }

    void compares()
    {
        QFETCH(bool, clean);
        QFETCH(DecisionKind, chosen);
        QFETCH(Numbers, given);
        QFETCH(TrainingResult, expected);
        Lesson lesson = *readLesson(truth(), u"en"_s);
        if (clean) {
            lesson.decision = DecisionKind::Approve;
            lesson.reasons.clear();
        }
        const TrainingResult result = compare(lesson, chosen, given);
        QCOMPARE(result.right, expected.right);
        QCOMPARE(result.missed, expected.missed);
        QCOMPARE(result.tooMuch, expected.tooMuch);
        QCOMPARE(result.open, expected.open);
        QVERIFY(result == expected);
        QCOMPARE(result.isFlawless(),
                 expected.answer == Answer::Right && expected.missed.isEmpty() && expected.tooMuch.isEmpty());
    }

    void readsALesson()
    {
        const auto lesson = readLesson(truth(), u"en"_s);
        QVERIFY(lesson);
        QCOMPARE(lesson->decision, DecisionKind::AskForFiles);
        QCOMPARE(lesson->reasons, (Numbers{112, 214}));
        QCOMPARE(lesson->difficulty, 2);
        QVERIFY((lesson->text == LessonText{u"Lamp"_s, u"A lamp."_s, u"There."_s, u"Ask."_s}));
        const QList<Finding> findings = findingsOf(*lesson);
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings[0].checkId, u"document.glare"_s);
        QCOMPARE(findings[0].evidence.size(), 1);
        QCOMPARE(findings[0].evidence[0].polygon.size(), 3);
        QVERIFY(findings[1].evidence.isEmpty());
    }

    void speaksTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("title");
        QTest::newRow("there") << u"zh_CN"_s << u"T"_s;
        QTest::newRow("not there") << u"fr"_s << u"Lamp"_s;
    }

    void speaksTheLanguage()
    {
        QFETCH(QString, language);
        QTEST(readLesson(truth(), language)->text.title, "title");
    }

    void plainLessonWillDo()
    {
        const auto lesson = readLesson(R"({"decision": "approve", "lesson": "Nothing is wrong."})", u"en"_s);
        QVERIFY(lesson);
        QCOMPARE(lesson->text.wrong, u"Nothing is wrong."_s);
    }

    void refusesWhatIsNoTruth_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("no JSON") << QByteArray("{") << u"truth.json"_s;
        QTest::newRow("decision") << QByteArray(R"({"decision": "maybe"})") << u"truth.json#/decision"_s;
        QTest::newRow("check") << QByteArray(R"({"decision": "reject", "flagged": ["document.upside"]})")
                               << u"truth.json#/flagged/0"_s;
    }

    void refusesWhatIsNoTruth()
    {
        QFETCH(QByteArray, json);
        const auto lesson = readLesson(json, u"en"_s);
        QVERIFY(!lesson);
        QTEST(lesson.error().where, "where");
    }
};

QTEST_GUILESS_MAIN(TestTraining)
#include "test_training.moc"
