// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/document_quad.h"
#include "engine/image/file_decoder.h"
#include "tests/image/support/on_table.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace scrutineer::image;
using test::Background;

namespace {

constexpr double goodOverlap = 0.9;

double areaOf(const QPolygonF &polygon)
{
    double twice = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &next = polygon[(i + 1) % polygon.size()];
        twice += polygon[i].x() * next.y() - next.x() * polygon[i].y();
    }
    return std::abs(twice) / 2;
}

Picture pictureOf(const cv::Mat &bgr)
{
    return {bgr, QSize(bgr.cols, bgr.rows), 1};
}

} // namespace

class TestDocumentQuad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { cv::setNumThreads(1); }

    /// The shadow's edge is a better one than the sides in the dark.
    void findsCardsHalfInTheShadow()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const test::Scene scene = test::onTable(seed, {205, 214, 208}, Background::Fabric);
            const cv::Mat shadow = test::areaOf(
                scene.bgr.size(), std::vector<cv::Point>{{500, 0}, {1200, 0}, {1200, 900}, {540, 900}});
            const auto found = findDocument(test::stored(test::shaded(scene.bgr, shadow, 0.24, 3)));
            QVERIFY(found);
            QVERIFY(test::overlap(found->quad, scene.quad) >= goodOverlap);
        }
    }

    void findsCards_data()
    {
        QTest::addColumn<int>("background");
        QTest::addColumn<double>("degrees");
        QTest::addColumn<double>("aspect");
        const std::array<const char *, 5> names{"plain", "dark", "wood", "fabric", "clutter"};
        for (int background = 0; background < 5; ++background) {
            for (const double degrees : {0.0, 4.0, -12.0, 30.0, 90.0}) {
                QTest::addRow("card on %s at %g", names[std::size_t(background)], degrees)
                    << background << degrees << 1.586;
            }
            QTest::addRow("page on %s", names[std::size_t(background)]) << background << 3.0 << 1.42;
        }
    }
    void findsCards()
    {
        QFETCH(int, background);
        QFETCH(double, degrees);
        QFETCH(double, aspect);
        double worst = 1;
        for (std::uint64_t seed = 1; seed <= 2; ++seed) {
            const auto scene = test::placed(test::drawnCard(900, aspect), {900, 1200}, 600, degrees,
                                            Background(background), seed);
            const auto found = findDocument(pictureOf(scene.bgr));
            const double overlap = found && !found->fillsFrame ? test::overlap(found->quad, scene.quad) : 0;
            worst = std::min(worst, overlap);
        }
        QVERIFY2(worst >= goodOverlap, qPrintable(QString::number(worst)));
    }

    void startsAtTopLeftClockwise()
    {
        const auto scene = test::placed(test::drawnCard(900), {1600, 1200}, 900, 5, Background::Dark, 3);
        const auto found = findDocument(pictureOf(scene.bgr));
        QVERIFY(found);
        for (int corner = 0; corner < 4; ++corner) {
            const QPointF off = found->quad[corner] - scene.quad[corner];
            QVERIFY2(std::hypot(off.x(), off.y()) < 6, qPrintable(QString::number(corner)));
        }
        QVERIFY(std::abs(found->aspect - 1.586) < 0.12);
    }

    void tellsWhereTheFrameCutsOff_data()
    {
        QTest::addColumn<int>("background");
        QTest::addColumn<Qt::Edge>("edge");
        const std::array<std::pair<const char *, Qt::Edge>, 4> edges{std::pair{"top", Qt::TopEdge},
                                                                     {"right", Qt::RightEdge},
                                                                     {"bottom", Qt::BottomEdge},
                                                                     {"left", Qt::LeftEdge}};
        for (const Background background : {Background::Plain, Background::Dark, Background::Fabric}) {
            for (const auto &[name, edge] : edges)
                QTest::addRow("%s on %d", name, int(background)) << int(background) << edge;
        }
    }
    void tellsWhereTheFrameCutsOff()
    {
        QFETCH(int, background);
        QFETCH(Qt::Edge, edge);
        const auto scene =
            test::placed(test::drawnCard(900), {1600, 1200}, 900, 3, Background(background), 5);
        const QRectF box = scene.quad.boundingRect();
        QRectF kept(0, 0, 1600, 1200);
        if (edge == Qt::TopEdge)
            kept.setTop(box.top() + 0.2 * box.height());
        else if (edge == Qt::BottomEdge)
            kept.setBottom(box.bottom() - 0.2 * box.height());
        else if (edge == Qt::LeftEdge)
            kept.setLeft(box.left() + 0.2 * box.width());
        else
            kept.setRight(box.right() - 0.2 * box.width());
        const cv::Rect part(int(kept.left()), int(kept.top()), int(kept.width()), int(kept.height()));
        const auto found = findDocument(pictureOf(scene.bgr(part).clone()));
        QVERIFY(found);
        QCOMPARE(found->cutAt, Qt::Edges(edge));
        const QPolygonF frame(QRectF(part.x, part.y, part.width, part.height));
        const QPolygonF seen = scene.quad.intersected(frame);
        const QPolygonF shown = found->quad.translated(part.x, part.y).intersected(frame);
        const double common = areaOf(seen.intersected(shown));
        QVERIFY(common / (areaOf(seen) + areaOf(shown) - common) >= goodOverlap);
    }

    /// Print where a passport's fold would be is no fold: the frame cuts the card off.
    void tellsPrintFromAFold()
    {
        cv::Mat card = test::drawnCard(900, 1.586, {225, 225, 225});
        const int fold = int(card.cols - card.rows / 1.42); // as far from the right as a page's fold
        for (int line = 0; line < 16; ++line) {
            cv::putText(card, "DRIVING LICENCE 31.12.2033", {fold - 80 - 37 * line % 60, 50 + 34 * line},
                        cv::FONT_HERSHEY_SIMPLEX, 0.9, cv::Scalar::all(40), 2, cv::LINE_AA);
        }
        const auto scene = test::placed(card, {1600, 1200}, 1100, 3, Background::Dark, 5);
        const int left = int(scene.quad.boundingRect().left() + 0.2 * scene.quad.boundingRect().width());
        const cv::Mat seen = scene.bgr(cv::Rect(left, 0, 1600 - left, 1200)).clone();
        const auto found = findDocument(pictureOf(seen));
        QVERIFY(found);
        QCOMPARE(found->cutAt, Qt::Edges(Qt::LeftEdge));
    }

    /// The other page of a booklet is cut off, the data page is whole.
    void endsPagesAtTheirFold_data()
    {
        QTest::addColumn<double>("tilt");
        for (const double tilt : {-0.02, 0.0, 0.02})
            QTest::addRow("one side %g nearer", tilt) << tilt;
    }
    void endsPagesAtTheirFold()
    {
        QFETCH(double, tilt);
        const cv::Mat page = test::drawnCard(900, 1.42);
        cv::Mat booklet;
        cv::vconcat(cv::Mat(page.size(), CV_8UC3, cv::Scalar(165, 170, 166)), page, booklet);
        // Seen from aside: one of its sides is nearer, and longer.
        const auto width = float(page.cols);
        const auto height = float(booklet.rows);
        const float top = 300 - height / 2;
        const auto nearer = float(tilt) * height;
        const std::vector<cv::Point2f> from{{0, 0}, {width, 0}, {width, height}, {0, height}};
        const std::vector<cv::Point2f> to{{250, top - nearer},
                                          {1150, top + nearer},
                                          {1150, top + height - nearer},
                                          {250, top + height + nearer}};
        const cv::Mat view = cv::getPerspectiveTransform(from, to);
        cv::Mat seen(1100, 1400, CV_8UC3, cv::Scalar(50, 55, 60));
        cv::warpPerspective(booklet, seen, view, seen.size(), cv::INTER_AREA, cv::BORDER_TRANSPARENT);
        cv::Mat noise(seen.size(), CV_8UC3);
        cv::theRNG().state = 7;
        cv::randn(noise, cv::Scalar::all(8), cv::Scalar::all(3));
        seen += noise;
        const std::vector<cv::Point2f> flat{
            {0, height / 2}, {width, height / 2}, {width, height}, {0, height}};
        std::vector<cv::Point2f> corners;
        cv::perspectiveTransform(flat, corners, view);
        QPolygonF truth;
        for (const cv::Point2f &corner : corners)
            truth << QPointF(double(corner.x), double(corner.y));
        const auto found = findDocument(pictureOf(seen));
        QVERIFY(found);
        QVERIFY(!found->cutAt);
        const double overlap = test::overlap(found->quad, truth);
        QVERIFY2(overlap >= goodOverlap, qPrintable(QString::number(overlap)));
    }

    void findsDocumentsSideBySide()
    {
        const auto front = test::placed(test::drawnCard(900), {1200, 900}, 800, 4, Background::Dark, 3);
        const auto back = test::placed(test::drawnCard(900), {1200, 900}, 800, -5, Background::Dark, 4);
        cv::Mat both;
        cv::vconcat(front.bgr, back.bgr, both);
        const auto found = findDocuments(pictureOf(both));
        QVERIFY(found);
        QCOMPARE(found->size(), 2);
        for (const auto &truth : {front.quad, back.quad.translated(0, 900)}) {
            const double best =
                std::max(test::overlap(found->at(0).quad, truth), test::overlap(found->at(1).quad, truth));
            QVERIFY2(best >= goodOverlap, qPrintable(QString::number(best)));
        }
    }

    void findsCardsWithACoveredSide()
    {
        auto scene = test::placed(test::drawnCard(900), {1600, 1200}, 1000, 3, Background::Dark, 6);
        const QPointF middle = (scene.quad[0] + scene.quad[3]) / 2;
        cv::ellipse(scene.bgr, cv::Point(int(middle.x()), int(middle.y())), {120, 130}, 0, 0, 360,
                    cv::Scalar(120, 150, 210), cv::FILLED, cv::LINE_AA);
        const auto found = findDocument(pictureOf(scene.bgr));
        QVERIFY(found);
        QVERIFY(!found->cutAt);
        QVERIFY(test::overlap(found->quad, scene.quad) >= goodOverlap);
    }

    void findsCardsInTheDark()
    {
        auto scene = test::placed(test::drawnCard(900), {1600, 1200}, 1000, 3, Background::Wood, 6);
        scene.bgr.convertTo(scene.bgr, -1, 0.12);
        const auto found = findDocument(pictureOf(scene.bgr));
        QVERIFY(found);
        QVERIFY(test::overlap(found->quad, scene.quad) >= goodOverlap);
    }

    void findsBlurredCards()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            auto scene = test::placed(test::drawnCard(900), {1600, 1200}, 1000, 3, Background::Plain, seed);
            cv::GaussianBlur(scene.bgr, scene.bgr, {}, 14);
            const auto found = findDocument(pictureOf(scene.bgr));
            QVERIFY(found);
            QVERIFY(!found->cutAt);
            QVERIFY(test::overlap(found->quad, scene.quad) >= goodOverlap);
        }
    }

    // Its straight sides run from the card into the frame. The card is as light as the wall.
    void takesNoArmForADocument()
    {
        const cv::Scalar wall(150, 150, 152);
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            auto scene = test::placed(test::drawnCard(900, 1.586, wall + cv::Scalar::all(12)), {1200, 1600},
                                      800, 2, Background::Plain, seed);
            const QPointF wrist = (scene.quad[2] + scene.quad[3]) / 2;
            const cv::Rect arm(int(wrist.x()) - 170, int(wrist.y()) + 4, 340, 1600 - int(wrist.y()) - 4);
            cv::rectangle(scene.bgr, arm, {60, 90, 140}, cv::FILLED);
            const auto found = findDocument(pictureOf(scene.bgr));
            QVERIFY(!found || !found->cutAt);
            QVERIFY(!found || test::overlap(found->quad, scene.quad) >= goodOverlap);
        }
    }

    void takesBorderlessScansWhole()
    {
        const auto found = findDocument(pictureOf(test::drawnCard(1011)));
        QVERIFY(found);
        QVERIFY(found->fillsFrame);
        QCOMPARE(found->quad.boundingRect(), QRectF(0, 0, 1011, 637));
    }

    void findsNothingWhereNothingIs_data()
    {
        QTest::addColumn<cv::Size>("size");
        QTest::newRow("wall") << cv::Size(800, 600);
        QTest::newRow("tiny") << cv::Size(10, 10);
        QTest::newRow("empty") << cv::Size(0, 0);
    }
    void findsNothingWhereNothingIs()
    {
        QFETCH(cv::Size, size);
        const auto found = findDocument(pictureOf(cv::Mat(size, CV_8UC3, cv::Scalar(140, 150, 160))));
        QVERIFY(!found);
        QCOMPARE(found.missing().cause, facts::Cause::NothingFound);
        QVERIFY(!found.missing().why.text.isEmpty());
    }

    void countsInFullSizePixels()
    {
        const auto scene = test::placed(test::drawnCard(900), {1200, 1600}, 780, 4, Background::Wood, 2);
        Picture shrunken{scene.bgr, QSize(3600, 4800), 1.0 / 3};
        const auto found = findDocument(shrunken);
        QVERIFY(found);
        QPolygonF truth;
        for (const QPointF &corner : scene.quad)
            truth << corner * 3;
        QVERIFY(test::overlap(found->quad, truth) > goodOverlap);
    }

    void rectifiesAndMapsBack_data()
    {
        QTest::addColumn<int>("turns");
        for (int turns = 0; turns < 4; ++turns)
            QTest::addRow("%d quarter turns", turns) << turns;
    }
    void rectifiesAndMapsBack()
    {
        QFETCH(int, turns);
        const auto scene = test::placed(test::drawnCard(900), {1200, 1600}, 780, 8, Background::Dark, 2);
        const Picture picture = pictureOf(scene.bgr);
        const Rectified flat = rectify(picture, scene.quad, 640, turns);
        QCOMPARE(flat.bgr.cols, 640);
        const double expected = turns % 2 == 0 ? 1.586 : 1 / 1.586;
        QVERIFY(std::abs(640.0 / flat.bgr.rows / expected - 1) < 0.08);
        const QPolygonF corners = flat.mapToFull(cv::Rect2d(-0.5, -0.5, flat.bgr.cols, flat.bgr.rows));
        for (int corner = 0; corner < 4; ++corner) {
            const QPointF off = corners[corner] - scene.quad[(corner + turns) % 4];
            QVERIFY(std::hypot(off.x(), off.y()) < 0.5);
        }
        if (turns == 0) { // the header band is blue
            const auto band = flat.bgr.at<cv::Vec3b>(10, 600);
            QVERIFY(band[0] > band[2] + 50);
        }
    }

    void refusesDegenerateQuads()
    {
        const Picture picture = pictureOf(cv::Mat(100, 100, CV_8UC3, cv::Scalar::all(9)));
        QVERIFY(rectify(picture, {}, 500).bgr.empty());
        QVERIFY(rectify(picture, QPolygonF{{5, 5}, {5, 5}, {5, 5}, {5, 5}}, 500).bgr.empty());
        QVERIFY(rectify({}, QPolygonF{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, 500).bgr.empty());
    }

    void matchesTruthOfRealPhotos()
    {
        const QDir folder(qEnvironmentVariable("SCRUTINEER_TESTDATA"));
        if (!qEnvironmentVariableIsSet("SCRUTINEER_TESTDATA"))
            QSKIP("SCRUTINEER_TESTDATA is not set: the real files are not at hand.");
        QFile truthFile(folder.filePath(QStringLiteral("documents/truth.json")));
        QVERIFY(truthFile.open(QIODevice::ReadOnly));
        const QJsonObject truth = QJsonDocument::fromJson(truthFile.readAll()).object();
        int checked = 0;
        for (auto it = truth.begin(); it != truth.end(); ++it) {
            const QJsonArray corners = it->toObject().value(QLatin1StringView("quad")).toArray();
            if (corners.isEmpty())
                continue;
            QPolygonF expected;
            for (const auto &corner : corners)
                expected << QPointF(corner[0].toDouble(), corner[1].toDouble());
            QFile file(folder.filePath(it.key()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto decoder = FileDecoder::open(file.readAll(), {});
            QVERIFY(decoder);
            const auto picture = decoder->page(0);
            QVERIFY(picture);
            QElapsedTimer timer;
            timer.start();
            const auto found = findDocument(*picture);
            const qint64 elapsed = timer.elapsed();
            QVERIFY(found);
            const double overlap = test::overlap(found->quad, expected);
            qInfo("%s: overlap %.3f, %lld ms", qPrintable(it.key()), overlap, elapsed);
            QVERIFY(overlap >= goodOverlap);
            ++checked;
        }
        QVERIFY(checked > 0);
    }
};

QTEST_GUILESS_MAIN(TestDocumentQuad)
#include "test_document_quad.moc"
