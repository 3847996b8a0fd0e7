// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/ocrb/training/strip_painter.h"
#include "engine/text/ocrb/training/trainer.h"

#include <QtTest>

#include <algorithm>

using namespace scrutineer::text;

namespace {

double accuracy(const GlyphNet &net, const CellSamples &samples)
{
    const std::vector<ClassScores> scores = net.classify(samples.cells);
    int right = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto best = std::max_element(scores[i].begin(), scores[i].end()) - scores[i].begin();
        right += best == samples.labels[i] ? 1 : 0;
    }
    return scores.empty() ? 0 : right / static_cast<double>(scores.size());
}

} // namespace

/// The classifier of cells: what it knows, how it is stored, and that it can be made again.
class OcrbTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInNetKnowsHeldOutCells()
    {
        if (!StripPainter::hasFont())
            QSKIP("The font OCR B is not installed: no cells can be painted");
        constexpr uint64_t unseen = 7;
        const double right = accuracy(GlyphNet::builtIn(), paintedCells(unseen, 200));
        qInfo("%.1f %% of held-out cells right", 100 * right);
        QVERIFY(right > 0.955); // they are painted harder than photos are
    }

    void trainingLearnsAndRepeats()
    {
        if (!StripPainter::hasFont())
            QSKIP("The font OCR B is not installed: no cells can be painted");
        TrainingPlan plan;
        plan.strips = 100;
        plan.rounds = 3;
        const GlyphNet net = trainGlyphNet(plan);
        const double right = accuracy(net, paintedCells(11, 60));
        qInfo("%.1f %% right after a short training", 100 * right);
        QVERIFY(right > 0.3);
        QCOMPARE(trainGlyphNet(plan).toBytes(), net.toBytes());
    }

    void netsSurviveStorage()
    {
        const QByteArray bytes = GlyphNet::builtIn().toBytes();
        QVERIFY(bytes.size() > 10000 && bytes.size() < 300000);
        const auto again = GlyphNet::fromBytes(bytes);
        QVERIFY(again);
        QCOMPARE(again->toBytes(), bytes);
    }

    void otherBytesAreRefused_data()
    {
        const QByteArray bytes = GlyphNet::builtIn().toBytes();
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("cut short") << bytes.left(bytes.size() / 2);
        QTest::newRow("another mark") << QByteArray(bytes).replace(0, 1, "X");
        QTest::newRow("other sizes") << QByteArray(bytes).replace(8, 4, QByteArray("\xff\xff\xff\xff", 4));
    }
    void otherBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!GlyphNet::fromBytes(bytes));
    }
};

QTEST_MAIN(OcrbTest)
#include "ocrb_test.moc"
