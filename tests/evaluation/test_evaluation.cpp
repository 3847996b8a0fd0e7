// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::evaluation;
using namespace Qt::StringLiterals;

namespace {
QPolygonF box(double x, double y, double width, double height)
{
    return QPolygonF(QRectF(x, y, width, height));
}

Finding finding(Outcome outcome, const QList<Region> &evidence = {})
{
    Finding finding;
    finding.checkId = u"document.glare"_s;
    finding.reason = 112;
    finding.outcome = outcome;
    finding.score = 0.03;
    finding.threshold = 0.004;
    finding.evidence = evidence;
    return finding;
}

EvaluatedCase evaluated(bool wrong, const Finding &said)
{
    EvaluatedCase result;
    result.input.id = u"S-1"_s;
    (wrong ? result.truth.flagged : result.truth.clear).append(u"document.glare"_s);
    result.findings = {said};
    result.durationMs = 100;
    return result;
}
} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonIntervals_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("of");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("none of ten") << 0 << 10 << 0.0 << 0.2775;
        QTest::newRow("half of ten") << 5 << 10 << 0.2366 << 0.7634;
        QTest::newRow("all of four") << 4 << 4 << 0.5101 << 1.0;
        QTest::newRow("nothing measured") << 0 << 0 << 0.0 << 1.0;
    }

    void wilsonIntervals()
    {
        QFETCH(int, count);
        QFETCH(int, of);
        QFETCH(double, low);
        QFETCH(double, high);
        const Share share{count, of};
        QVERIFY2(std::abs(share.low() - low) < 1e-3, qPrintable(QString::number(share.low())));
        QVERIFY2(std::abs(share.high() - high) < 1e-3, qPrintable(QString::number(share.high())));
    }

    void overlaps_data()
    {
        QTest::addColumn<QList<QPolygonF>>("a");
        QTest::addColumn<QList<QPolygonF>>("b");
        QTest::addColumn<double>("expected");
        const QPolygonF square = box(100, 100, 200, 200);
        QTest::newRow("the same") << QList<QPolygonF>{square} << QList<QPolygonF>{square} << 1.0;
        QTest::newRow("half") << QList<QPolygonF>{square} << QList<QPolygonF>{box(100, 100, 100, 200)} << 0.5;
        QTest::newRow("shifted by half")
            << QList<QPolygonF>{square} << QList<QPolygonF>{box(200, 100, 200, 200)} << 1.0 / 3;
        QTest::newRow("two that touch")
            << QList<QPolygonF>{square} << QList<QPolygonF>{box(100, 100, 100, 200), box(200, 100, 100, 200)}
            << 1.0;
        QTest::newRow("apart") << QList<QPolygonF>{square} << QList<QPolygonF>{box(900, 900, 50, 50)} << 0.0;
    }

    void overlaps()
    {
        QFETCH(QList<QPolygonF>, a);
        QFETCH(QList<QPolygonF>, b);
        QFETCH(double, expected);
        const auto value = overlap(a, b);
        QVERIFY(value.has_value());
        QVERIFY2(std::abs(*value - expected) < 0.015, qPrintable(QString::number(*value)));
    }

    void overlapNeedsBoth() { QVERIFY(!overlap({box(0, 0, 10, 10)}, {}).has_value()); }

    void countsOutcomes_data()
    {
        QTest::addColumn<bool>("wrong");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QList<int>>(
            "counts"); // hits, misses, soft hits, false, right, soft alarms, n/a wrong, n/a clear
        QTest::newRow("hit") << true << Outcome::Flagged << QList{1, 0, 0, 0, 0, 0, 0, 0};
        QTest::newRow("miss") << true << Outcome::Clear << QList{0, 1, 0, 0, 0, 0, 0, 0};
        QTest::newRow("miss by not applicable")
            << true << Outcome::NotApplicable << QList{0, 1, 0, 0, 0, 0, 0, 0};
        QTest::newRow("soft hit") << true << Outcome::Review << QList{0, 0, 1, 0, 0, 0, 0, 0};
        QTest::newRow("false alarm") << false << Outcome::Flagged << QList{0, 0, 0, 1, 0, 0, 0, 0};
        QTest::newRow("rightly clear") << false << Outcome::Clear << QList{0, 0, 0, 0, 1, 0, 0, 0};
        QTest::newRow("soft alarm") << false << Outcome::Review << QList{0, 0, 0, 0, 0, 1, 0, 0};
        QTest::newRow("not assessed, wrong") << true << Outcome::NotAssessed << QList{0, 0, 0, 0, 0, 0, 1, 0};
        QTest::newRow("not assessed, clear")
            << false << Outcome::NotAssessed << QList{0, 0, 0, 0, 0, 0, 0, 1};
    }

    void countsOutcomes()
    {
        QFETCH(bool, wrong);
        QFETCH(Outcome, outcome);
        QFETCH(QList<int>, counts);
        const Score result = score({evaluated(wrong, finding(outcome))});
        QCOMPARE(result.checks.size(), 1);
        const CheckScore &check = result.checks.first();
        QCOMPARE((QList{check.hits, check.misses, check.softHits, check.falseAlarms, check.rightlyClear,
                        check.softAlarms, check.notAssessedWrong, check.notAssessedClear}),
                 counts);
        QCOMPARE(result.mistakes.size(), counts[1] + counts[3]);
    }

    void ignoresChecksThatNoTruthNames()
    {
        EvaluatedCase one = evaluated(true, finding(Outcome::Flagged));
        one.truth.flagged.clear();
        QVERIFY(score({one}).checks.isEmpty());
    }

    void measuresRegions()
    {
        EvaluatedCase one =
            evaluated(true, finding(Outcome::Flagged, {{u"a.jpg"_s, 0, box(0, 0, 100, 100), {}}}));
        one.truth.regions.append({u"document.glare"_s, {u"a.jpg"_s, 0, box(0, 0, 100, 50), {}}});
        const Score result = score({one});
        QCOMPARE(result.checks.first().overlaps.size(), 1);
        QVERIFY(std::abs(result.checks.first().overlaps.first() - 0.5) < 0.01);
    }

    void readsTruths_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("good") << QByteArray(
                                     R"({"flagged": ["document.glare"], "clear": ["document.blurred"]})")
                              << QString();
        QTest::newRow("no check") << QByteArray(R"({"flagged": ["document.glare", "document.nice"]})")
                                  << u"truth.json#/flagged/1"_s;
        QTest::newRow("in both") << QByteArray(
                                        R"({"flagged": ["document.glare"], "clear": ["document.glare"]})")
                                 << u"truth.json#/clear/0"_s;
        QTest::newRow("no JSON") << QByteArray("{") << u"truth.json"_s;
    }

    void readsTruths()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"truth.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const auto truth = readTruth(folder.path());
        QCOMPARE(truth.has_value(), where.isEmpty());
        if (!truth)
            QCOMPARE(truth.error().where, where);
    }

    void findsBundlesBehindLinks()
    {
        QTemporaryDir elsewhere;
        QTemporaryDir folder;
        QVERIFY(QDir(elsewhere.path()).mkdir(u"one"_s));
        QFile file(elsewhere.filePath(u"one/case.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(QFile::link(elsewhere.filePath(u"one"_s), folder.filePath(u"linked"_s)));
        QCOMPARE(bundlesIn(folder.path()), QStringList{folder.filePath(u"linked"_s)});
    }

    void saysWhereATruthIsMissing()
    {
        QTemporaryDir folder;
        QCOMPARE(readTruth(folder.path()).error().code, ErrorCode::FileMissing);
    }

    void reportsAgree()
    {
        const QList<EvaluatedCase> cases{evaluated(true, finding(Outcome::Flagged)),
                                         evaluated(true, finding(Outcome::Clear)),
                                         evaluated(false, finding(Outcome::Flagged))};
        const Score result = score(cases);
        QVERIFY(textReport(result).contains(u"112 document.glare"_s));
        const QJsonObject json = jsonReport(result, cases);
        const QJsonObject check = json[u"checks"_s][0].toObject();
        QCOMPARE(check[u"true_positives"_s].toInt(), 1);
        QCOMPARE(check[u"misses"_s].toInt(), 1);
        QCOMPARE(check[u"false_positives"_s].toInt(), 1);
        QCOMPARE(json[u"mistakes"_s].toArray().size(), 2);
        const QString html = htmlReport(result, cases);
        QCOMPARE(html.count(u"<figure>"_s), 2);
        QVERIFY(html.contains(u"<b>Missed</b> document.glare in S-1"_s));
    }
};

QTEST_MAIN(TestEvaluation)
#include "test_evaluation.moc"
