// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/case/bundle_reader.h"
#include "engine/policy/catalogue.h"
#include "engine/samples/course.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {
QByteArray script(const QByteArray &cases)
{
    return R"({"format": "scrutineer.course/1", "prefix": "T", "seed": 3, "cases": [)" + cases + "]}";
}

QMap<QString, QByteArray> hashesIn(const QString &folder)
{
    QMap<QString, QByteArray> hashes;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            hashes.insert(QDir(folder).relativeFilePath(file.fileName()),
                          QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
    }
    return hashes;
}

/// The first cases of the built-in course.
Course beginning(int count)
{
    Course course = *builtInCourse();
    course.cases = course.cases.mid(0, count);
    return course;
}
} // namespace

class TestCourse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(builtInCourse()); }

    void coversEveryReason()
    {
        const Course course = *builtInCourse();
        QCOMPARE(course.cases.size(), 40);
        QSet<QString> wrong;
        for (const CourseCase &made : course.cases) {
            for (const Flaw &flaw : made.plan.flaws)
                wrong.insert(flaw.id);
        }
        for (const policy::CheckInfo &check : policy::catalogue())
            QVERIFY2(wrong.contains(check.id), qPrintable(check.id));
    }

    void goesFromEasyToMean()
    {
        const Course course = *builtInCourse();
        int harmless = 0;
        int traps = 0;
        int before = 1;
        for (const CourseCase &made : course.cases) {
            QVERIFY2(made.difficulty >= before, qPrintable(made.id));
            before = made.difficulty;
            harmless += made.plan.flaws.isEmpty() ? 1 : 0;
            traps += made.plan.trap ? 1 : 0;
        }
        QCOMPARE(before, 5);
        QVERIFY(harmless >= 8); // who flags everything learns nothing
        QVERIFY(traps >= 6);
    }

    void flawsStandTogether()
    {
        const Course course = *builtInCourse();
        for (const CourseCase &made : course.cases) {
            const QStringList applicable = applicableChecks(made.plan);
            for (const Flaw &flaw : made.plan.flaws) {
                QVERIFY2(applicable.contains(flaw.id), qPrintable(made.id));
                for (const Flaw &other : made.plan.flaws)
                    QVERIFY2(flaw.id == other.id || combine(flaw, other), qPrintable(made.id));
            }
        }
    }

    void refusesWrongScripts_data()
    {
        QTest::addColumn<QByteArray>("cases");
        QTest::addColumn<QString>("where");
        QTest::newRow("id out of turn")
            << QByteArray(R"({"id": "T-0002", "difficulty": 1, "level": "primary", "decision": "approve",
                             "flaws": []})")
            << u"course.json#/cases/0/id"_s;
        QTest::newRow("no check of the catalogue")
            << QByteArray(R"({"id": "T-0001", "difficulty": 1, "level": "primary", "decision": "reject",
                             "flaws": [{"check": "document.upside", "way": 0, "strength": 1}]})")
            << u"course.json#/cases/0/flaws"_s;
        QTest::newRow("flawless and rejected")
            << QByteArray(R"({"id": "T-0001", "difficulty": 1, "level": "primary", "decision": "reject",
                             "flaws": []})")
            << u"course.json#/cases/0/decision"_s;
        QTest::newRow("approved in spite of a flaw")
            << QByteArray(R"({"id": "T-0001", "difficulty": 1, "level": "primary", "decision": "approve",
                             "flaws": [{"check": "document.glare", "way": 0, "strength": 1}]})")
            << u"course.json#/cases/0/decision"_s;
        QTest::newRow("schema")
            << QByteArray(R"({"id": "T-0001", "difficulty": 9, "level": "primary", "decision": "approve",
                             "flaws": []})")
            << u"course.json#/cases/0/difficulty"_s;
    }

    void refusesWrongScripts()
    {
        QFETCH(QByteArray, cases);
        const auto course = courseFrom(script(cases));
        QVERIFY(!course);
        QCOMPARE(course.error().code, ErrorCode::SchemaViolated);
        QTEST(course.error().where, "where");
    }

    void drawsTheSameBytes()
    {
        const QTemporaryDir first;
        const QTemporaryDir second;
        const std::atomic_bool go = false;
        int told = 0;
        const Course course = beginning(3);
        QVERIFY(writeCourse(
            first.path(), course, [&](int done, int) { told = std::max(told, done); }, go));
        QVERIFY(writeCourse(second.path(), course, {}, go));
        QCOMPARE(told, 3);
        const auto hashes = hashesIn(first.path());
        QVERIFY(hashes.size() >= 12);
        QCOMPARE(hashesIn(second.path()), hashes);
        for (const QString &id : course.caseIds()) {
            const auto read = readBundle(first.filePath(id));
            QVERIFY(read);
            QCOMPARE(read->id, id);
        }
    }

    void tellsTheLesson()
    {
        const QTemporaryDir folder;
        const std::atomic_bool go = false;
        const Course course = beginning(2);
        QVERIFY(writeCourse(folder.path(), course, {}, go));
        for (const CourseCase &made : course.cases) {
            QFile file(folder.filePath(made.id + u"/truth.json"_s));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
            QCOMPARE(truth["decision"_L1].toString(), made.decision);
            QCOMPARE(truth["difficulty"_L1].toInt(), made.difficulty);
            const QJsonObject lesson = truth["lesson_texts"_L1]["en"_L1].toObject();
            for (const QString &part : {u"title"_s, u"wrong"_s, u"look"_s, u"answer"_s})
                QVERIFY2(!lesson[part].toString().isEmpty(), qPrintable(made.id + part));
            QVERIFY(truth["lesson"_L1].toString().startsWith(lesson["wrong"_L1].toString()));
        }
    }

    void stopsWhenCancelled()
    {
        const QTemporaryDir folder;
        std::atomic_bool cancelled = false;
        const auto done = writeCourse(
            folder.path(), beginning(6), [&](int, int) { cancelled = true; }, cancelled);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() < 6);
    }

    void everyCaseHasALesson()
    {
        const QStringList ids = builtInCourse()->caseIds();
        const QDir folder(QStringLiteral(SCRUTINEER_SOURCE_DIR "/resources/course"));
        const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files);
        QVERIFY(names.contains(u"en.json"_s));
        for (const QString &name : names) {
            if (name == u"course.json"_s)
                continue;
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QStringList told = QJsonDocument::fromJson(file.readAll()).object().keys();
            told.sort();
            QCOMPARE(told, ids);
        }
    }
};

QTEST_MAIN(TestCourse)
#include "test_course.moc"
