// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality.h"
#include "tests/image/support/on_table.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>

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

cv::Point pixelAt(const QPointF &point)
{
    return {qRound(point.x()), qRound(point.y())};
}

/// How well what is said to cover the document is where it is covered; 0 where nothing is said.
double overlapOfObstruction(const test::Scene &scene, const cv::Mat &cover)
{
    const auto found = measureQuality(stored(scene.bgr), scene.quad).obstruction;
    const cv::Mat covered = cover & areaOf(cover.size(), QList<QPolygonF>{scene.quad});
    return found ? overlapOf(areaOf(cover.size(), found->regions), covered) : 0;
}

} // namespace

class TestPhotoFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { cv::setNumThreads(1); }

    void findsWhatCoversTheDocument_data()
    {
        QTest::addColumn<cv::Vec3d>("colour");
        QTest::addColumn<int>("radius");
        QTest::newRow("light finger") << cv::Vec3d(150, 175, 222) << 55;
        QTest::newRow("brown finger") << cv::Vec3d(80, 110, 165) << 60;
        QTest::newRow("dark finger") << cv::Vec3d(52, 72, 112) << 60;
        QTest::newRow("blue pen") << cv::Vec3d(150, 70, 40) << 16;
        QTest::newRow("note") << cv::Vec3d(60, 170, 235) << 80;
    }
    void findsWhatCoversTheDocument()
    {
        QFETCH(cv::Vec3d, colour);
        QFETCH(int, radius);
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            test::Scene scene = onTable(seed, {205, 214, 208}, test::Background::Plain);
            const QPointF edge = (scene.quad[1] * 0.4 + scene.quad[2] * 0.6);
            const cv::Point tip(int(edge.x()) - 240 + radius, int(edge.y()));
            cv::Mat cover = cv::Mat::zeros(scene.bgr.size(), CV_8U);
            cv::line(cover, tip, {1400, int(edge.y()) + 60}, 255, 2 * radius, cv::LINE_AA);
            scene.bgr.setTo(colour, cover > 127);
            cv::GaussianBlur(scene.bgr, scene.bgr, {}, 1);
            const auto found = measureQuality(stored(scene.bgr), scene.quad).obstruction;
            QVERIFY(found);
            QVERIFY2(found->value >= thresholdOf(QStringLiteral("document.obstructed")),
                     qPrintable(QString::number(found->value)));
            cover &= areaOf(cover.size(), QList<QPolygonF>{scene.quad});
            QVERIFY(overlapOf(areaOf(cover.size(), found->regions), cover) > 0.7);
        }
    }

    // Its border shows by the line of its edge alone, and two fingers take more than half of it.
    void findsFingersOnACardAsLightAsItsTable()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            test::Scene scene = onTable(seed, {124, 146, 152}, test::Background::Plain);
            for (int corner = 0; corner < 4; ++corner)
                cv::line(scene.bgr, pixelAt(scene.quad[corner]), pixelAt(scene.quad[(corner + 1) % 4]),
                         {60, 72, 80}, 4, cv::LINE_AA);
            cv::Mat cover = cv::Mat::zeros(scene.bgr.size(), CV_8U);
            for (const double down : {0.33, 0.62}) {
                const cv::Point edge = pixelAt(scene.quad[1] * (1 - down) + scene.quad[2] * down);
                cv::line(cover, edge - cv::Point(120, 0), {1400, edge.y}, 255, 130, cv::LINE_AA);
            }
            scene.bgr.setTo(cv::Scalar(150, 175, 222), cover > 127);
            cv::GaussianBlur(scene.bgr, scene.bgr, {}, 1);
            QVERIFY(overlapOfObstruction(scene, cover) > 0.7);
        }
    }

    // Beside the card it has nearly the colour of the wood: what tells it is the border that it hides.
    void findsFingersOfTheTablesColour()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            test::Scene scene = onTable(seed);
            const cv::Point edge = pixelAt(scene.quad[2] * 0.4 + scene.quad[3] * 0.6);
            const cv::Mat beside = scene.bgr(cv::Rect(edge.x - 40, edge.y + 20, 80, 60));
            cv::Mat cover = cv::Mat::zeros(scene.bgr.size(), CV_8U);
            cv::line(cover, edge - cv::Point(0, 110), {edge.x + 20, 1000}, 255, 110, cv::LINE_AA);
            scene.bgr.setTo(cv::mean(beside) + cv::Scalar(6, 6, 10), cover > 127);
            cv::GaussianBlur(scene.bgr, scene.bgr, {}, 1);
            QVERIFY(overlapOfObstruction(scene, cover) > 0.7);
        }
    }

    void findsNotesOverTheBorder()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            test::Scene scene = onTable(seed);
            const QPointF middle = scene.quad[0] * 0.42 + scene.quad[1] * 0.07 + scene.quad[3] * 0.51;
            std::array<cv::Point2f, 4> corners;
            cv::RotatedRect({float(middle.x()), float(middle.y())}, {170, 110}, 12).points(corners.data());
            cv::Mat cover = areaOf(scene.bgr.size(), std::vector<cv::Point>(corners.begin(), corners.end()));
            scene.bgr.setTo(cv::Scalar(100, 225, 240), cover);
            cv::GaussianBlur(scene.bgr, scene.bgr, {}, 1);
            QVERIFY(overlapOfObstruction(scene, cover) > 0.7);
        }
    }

    void takesNoPrintForACover()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
            for (const cv::Scalar &paper : {cv::Scalar(205, 214, 208), cv::Scalar(195, 190, 235)}) { // pink
                test::Scene scene = onTable(seed, paper);
                // A finger that ends at the edge, and print that reaches it.
                const QPointF edge = (scene.quad[1] + scene.quad[2]) / 2;
                cv::circle(scene.bgr, {int(edge.x()) + 70, int(edge.y())}, 55, {115, 145, 198}, cv::FILLED);
                QCOMPARE(measureQuality(stored(scene.bgr), scene.quad).obstruction->value, 0);
                const cv::Mat scan = test::drawnCard(900, 1.586, paper);
                QCOMPARE(measureQuality(stored(scan), frameOf(scan)).obstruction->value, 0);
            }
        }
    }

    void findsWhatLiesOnTheDocument_data()
    {
        QTest::addColumn<cv::Scalar>("colour");
        QTest::addColumn<float>("turn");
        QTest::addColumn<bool>("isDisc");
        QTest::newRow("note askew") << cv::Scalar(90, 90, 96) << 14.F << false;
        QTest::newRow("note square to the print") << cv::Scalar(120, 226, 244) << 0.F << false;
        QTest::newRow("coin") << cv::Scalar(110, 150, 170) << 0.F << true;
    }
    void findsWhatLiesOnTheDocument()
    {
        QFETCH(cv::Scalar, colour);
        QFETCH(float, turn);
        QFETCH(bool, isDisc);
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            test::Scene scene = onTable(seed);
            const QPointF middle =
                scene.quad[0] * 0.3 + scene.quad[1] * 0.2 + scene.quad[2] * 0.3 + scene.quad[3] * 0.2;
            cv::Mat cover = cv::Mat::zeros(scene.bgr.size(), CV_8U);
            const cv::Point2f at(float(middle.x()), float(middle.y()));
            if (isDisc) {
                cv::circle(cover, at, 70, 255, cv::FILLED);
            } else {
                const float square = float(seed % 7) - 3; // as onTable() turns the card
                std::array<cv::Point2f, 4> corners;
                cv::RotatedRect(at, {190, 110}, square + turn).points(corners.data());
                cover = areaOf(cover.size(), std::vector<cv::Point>(corners.begin(), corners.end()));
            }
            scene.bgr.setTo(colour, cover);
            cv::GaussianBlur(scene.bgr, scene.bgr, {}, 1);
            const auto found = measureQuality(stored(scene.bgr), scene.quad).obstruction;
            QVERIFY(found);
            QVERIFY2(found->value >= thresholdOf(QStringLiteral("document.obstructed")),
                     qPrintable(QString::number(found->value)));
            QVERIFY(overlapOf(areaOf(cover.size(), found->regions), cover) > 0.7);
        }
    }

    void takesNoPrintedFieldForAThing()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
            cv::Mat card = test::drawnCard(900);
            // A flag and the frame of a table, both beside print.
            cv::rectangle(card, cv::Rect(760, 310, 110, 70), {150, 60, 30}, cv::FILLED);
            cv::rectangle(card, cv::Rect(740, 180, 130, 90), {40, 40, 40}, 2);
            const test::Scene scene = test::placed(card, {1200, 900}, 820, 2, test::Background::Wood, seed);
            QCOMPARE(measureQuality(stored(scene.bgr), scene.quad).obstruction->value, 0);
        }
    }

    void takesNoTableWithinTheQuadForACover()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            test::Scene scene = onTable(seed, {205, 214, 208}, test::Background::Dark);
            const QPointF outwards(-60, 0);
            scene.quad[0] += outwards;
            scene.quad[3] += outwards;
            QCOMPARE(measureQuality(stored(scene.bgr), scene.quad).obstruction->value, 0);
        }
    }

    void takesNoShadowForACover()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const test::Scene scene = onTable(seed, {205, 214, 208}, test::Background::Plain);
            const QRectF box = scene.quad.boundingRect();
            const int top = int(box.top() + 0.3 * box.height());
            const int bottom = int(box.top() + 0.7 * box.height());
            const cv::Mat band = areaOf(
                scene.bgr.size(), std::vector<cv::Point>{{0, top}, {1200, top}, {1200, bottom}, {0, bottom}});
            for (const double dark : {0.5, 0.25})
                QCOMPARE(
                    measureQuality(stored(shaded(scene.bgr, band, dark, 3)), scene.quad).obstruction->value,
                    0);
        }
    }

    void countsLostCorners_data()
    {
        QTest::addColumn<QPolygonF>("quad");
        QTest::addColumn<Qt::Edges>("cutAt");
        QTest::addColumn<double>("lost");
        QTest::addColumn<int>("shown");
        const Qt::Edges none;
        // In a frame of 1,200 x 900.
        QTest::newRow("inside") << QPolygonF{{200, 200}, {993, 200}, {993, 700}, {200, 700}} << none << 0.0
                                << 0;
        QTest::newRow("near the border")
            << QPolygonF{{8, 60}, {1154, 60}, {1154, 783}, {8, 783}} << none << 0.0 << 0;
        QTest::newRow("whole, at the border")
            << QPolygonF{{0, 100}, {793, 100}, {793, 600}, {0, 600}} << none << 0.0 << 0;
        QTest::newRow("the frame") << QPolygonF{{0, 0}, {1200, 0}, {1200, 900}, {0, 900}} << none << 0.0 << 0;
        QTest::newRow("one outside") << QPolygonF{{-30, 200}, {763, 180}, {775, 680}, {10, 700}} << none
                                     << 1.0 << 1;
        QTest::newRow("a side outside")
            << QPolygonF{{600, 200}, {1300, 200}, {1300, 640}, {600, 640}} << none << 2.0 << 1;
        QTest::newRow("cut off on the right") << QPolygonF{{600, 200}, {1200, 200}, {1200, 680}, {600, 680}}
                                              << Qt::Edges(Qt::RightEdge) << 2.0 << 1;
        QTest::newRow("cut off at a corner") << QPolygonF{{0, 0}, {700, 0}, {700, 700}, {0, 700}}
                                             << Qt::Edges(Qt::TopEdge | Qt::LeftEdge) << 3.0 << 2;
        QTest::newRow("ends at the frame in the shape of a card")
            << QPolygonF{{0, 100}, {793, 100}, {793, 600}, {0, 600}} << Qt::Edges(Qt::LeftEdge) << 0.5 << 1;
    }
    void countsLostCorners()
    {
        QFETCH(QPolygonF, quad);
        QFETCH(Qt::Edges, cutAt);
        QFETCH(double, lost);
        QFETCH(int, shown);
        const Picture picture = stored(onTable(2).bgr);
        const auto cropping = measureQuality(picture, quad, cutAt).cropping;
        QVERIFY(cropping);
        QCOMPARE(cropping->value, lost);
        QCOMPARE(cropping->regions.size(), shown);
        const QRectF frame(0, 0, 1200, 900);
        for (const QPolygonF &region : cropping->regions) {
            QVERIFY(!region.boundingRect().isEmpty());
            QVERIFY(frame.contains(region.boundingRect()));
        }
    }

    /// A card that lost a tenth of its length has a page's shape. Its other corners are round, those are not.
    void countsCornersThatAreNotRound_data()
    {
        QTest::addColumn<bool>("areRound");
        QTest::addColumn<double>("lost");
        QTest::newRow("a card with round corners") << true << 2.0;
        QTest::newRow("a page with square ones") << false << 0.5;
    }
    void countsCornersThatAreNotRound()
    {
        QFETCH(bool, areRound);
        QFETCH(double, lost);
        cv::Mat seen(900, 1200, CV_8UC3, cv::Scalar(60, 62, 70));
        const int radius = 33; // 3.18 mm
        const cv::Rect card(310, 150, 890, 627);
        const cv::Scalar paper(212, 220, 214);
        cv::rectangle(seen, card, paper, cv::FILLED);
        for (const int y : {card.y, card.br().y - radius}) {
            if (!areRound)
                continue;
            cv::rectangle(seen, cv::Rect(card.x, y, radius, radius), cv::Scalar(60, 62, 70), cv::FILLED);
            const cv::Point middle(card.x + radius, y == card.y ? y + radius : y);
            cv::circle(seen, middle, radius, paper, cv::FILLED, cv::LINE_AA);
        }
        const QPolygonF quad(QRectF(card.x, card.y, card.width, card.height));
        const auto cropping = measureQuality(stored(seen), quad.sliced(0, 4), Qt::RightEdge).cropping;
        QVERIFY(cropping);
        QCOMPARE(cropping->value, lost);
    }
};

QTEST_GUILESS_MAIN(TestPhotoFaults)
#include "test_photo_faults.moc"
