// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality.h"
#include "tests/image/support/on_table.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace scrutineer::image;
using test::areaOf;
using test::frameOf;
using test::onTable;
using test::overlapOf;
using test::shaded;
using test::stored;
using test::thresholdOf;

namespace {

/// How well what is said to lie in the shadow does; 0 where nothing is said.
double overlapOfShadow(const test::Scene &scene, const cv::Mat &shadow, double factor, double soft)
{
    const auto found = measureQuality(stored(shaded(scene.bgr, shadow, factor, soft)), scene.quad).shadow;
    if (!found || found->value < thresholdOf(QStringLiteral("document.shadow")))
        return 0;
    const cv::Size size = scene.bgr.size();
    return overlapOf(areaOf(size, found->regions), shadow & areaOf(size, QList<QPolygonF>{scene.quad}));
}

/// Right of a line from top to bottom that leans.
cv::Mat rightPart(const cv::Size &size)
{
    return areaOf(size, std::vector<cv::Point>{{720, 0}, {1200, 0}, {1200, 900}, {620, 900}});
}

constexpr double leastOverlap = 0.75;

} // namespace

class TestShadow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { cv::setNumThreads(1); }

    void findsShadows_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("soft");
        for (const double factor : {0.75, 0.6, 0.45}) {
            for (const double soft : {0.0, 4.0, 12.0})
                QTest::addRow("factor %g, soft %g", factor, soft) << factor << soft;
        }
    }
    void findsShadows()
    {
        QFETCH(double, factor);
        QFETCH(double, soft);
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const test::Scene scene = onTable(seed);
            QVERIFY(overlapOfShadow(scene, rightPart(scene.bgr.size()), factor, soft) > leastOverlap);
        }
    }

    void takesNoPrintForShadow()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
            cv::Mat card = test::drawnCard(900);
            card(cv::Rect(500, 0, 400, card.rows)) *= 0.6; // a dark half that ends with the card
            const test::Scene scene = test::placed(card, {1200, 900}, 820, 2, test::Background::Wood, seed);
            QCOMPARE(measureQuality(stored(scene.bgr), scene.quad).shadow->value, 0);
            // A scan has no surroundings that could tell.
            QCOMPARE(measureQuality(stored(card), frameOf(card)).shadow->value, 0);
        }
    }

    void takesNoShadowBesideForOneOnIt()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const test::Scene scene = onTable(seed);
            const int left = int(scene.quad.boundingRect().left()) - 12;
            const cv::Mat shadow =
                areaOf(scene.bgr.size(), std::vector<cv::Point>{{0, 0}, {left, 0}, {left, 900}, {0, 900}});
            QCOMPARE(measureQuality(stored(shaded(scene.bgr, shadow, 0.5, 3)), scene.quad).shadow->value, 0);
        }
    }

    /// Nothing in the light has the colours that lie in the shadow.
    void findsShadowsOverPatterns()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            cv::Mat card = test::drawnCard(900);
            const int left = 585; // a little beyond the shadow's side
            cv::Mat pattern = card.colRange(left, card.cols);
            cv::multiply(pattern, cv::Scalar(1, 0.7, 0.35), pattern);
            const test::Scene scene = test::placed(card, {1200, 900}, 820, 2, test::Background::Dark, seed);
            QVERIFY(overlapOfShadow(scene, rightPart(scene.bgr.size()), 0.45, 3) > leastOverlap);
        }
    }

    void findsBands()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const test::Scene scene = onTable(seed);
            const cv::Mat arm = areaOf(scene.bgr.size(),
                                       std::vector<cv::Point>{{0, 340}, {1200, 420}, {1200, 640}, {0, 560}});
            QVERIFY(overlapOfShadow(scene, arm, 0.45, 4) > leastOverlap);
        }
    }

    void findsRoundShadows()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const test::Scene scene = onTable(seed);
            cv::Mat head = cv::Mat::zeros(scene.bgr.size(), CV_8U);
            cv::ellipse(head, {700, 820}, {260, 380}, 0, 0, 360, 255, cv::FILLED);
            QVERIFY(overlapOfShadow(scene, head, 0.5, 6) > leastOverlap);
        }
    }
};

QTEST_GUILESS_MAIN(TestShadow)
#include "test_shadow.moc"
