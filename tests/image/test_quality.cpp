// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/document_quad.h"
#include "engine/image/file_decoder.h"
#include "engine/image/quality.h"
#include "engine/policy/policy.h"
#include "tests/image/support/faults.h"
#include "tests/image/support/scenes.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

using namespace scrutineer;
using namespace scrutineer::image;

namespace {

Picture pictureOf(const cv::Mat &bgr)
{
    return {bgr, QSize(bgr.cols, bgr.rows), 1};
}

QPolygonF frameOf(const cv::Mat &bgr)
{
    const double right = bgr.cols;
    const double bottom = bgr.rows;
    return {{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
}

facts::Quality measured(const cv::Mat &bgr)
{
    return measureQuality(pictureOf(bgr), frameOf(bgr));
}

/// As a phone would store it.
cv::Mat stored(const cv::Mat &bgr)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, 85});
    return cv::imdecode(bytes, cv::IMREAD_COLOR);
}

double flagOf(const QString &check)
{
    return policy::builtIn().threshold(check).value;
}

enum class Verdict { Clear, Review, Flagged };

/// What the built-in policy's thresholds say. sign -1: the check flags what lies below.
Verdict verdict(const QString &check, double value, double sign = 1)
{
    if (value >= sign * flagOf(check))
        return Verdict::Flagged;
    const double review = policy::builtIn().threshold(check, QStringLiteral("review")).value;
    return value >= sign * review ? Verdict::Review : Verdict::Clear;
}

double blownShare(const cv::Mat &bgr)
{
    cv::Mat white;
    cv::inRange(bgr, cv::Scalar::all(247), cv::Scalar::all(255), white);
    return double(cv::countNonZero(white)) / double(white.total());
}

} // namespace

class TestQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { cv::setNumThreads(1); }

    void tellsBlur_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("sigma");
        QTest::addColumn<Verdict>("expected");
        for (const int width : {500, 1000, 1800}) {
            for (const double sigma : {0.0, 1.0, 2.0})
                QTest::addRow("%d px, sigma %g: sharp or soft but readable", width, sigma)
                    << width << sigma << Verdict::Clear;
            QTest::addRow("%d px, sigma 3: to look at", width) << width << 3.0 << Verdict::Review;
            for (const double sigma : {4.0, 6.0, 9.0})
                QTest::addRow("%d px, sigma %g: blurred", width, sigma) << width << sigma << Verdict::Flagged;
        }
    }
    void tellsBlur()
    {
        QFETCH(int, width);
        QFETCH(double, sigma);
        QFETCH(Verdict, expected);
        const auto blur = measured(stored(test::outOfFocus(test::drawnCard(width), sigma))).blur;
        QVERIFY(blur);
        QCOMPARE(verdict(QStringLiteral("document.blurred"), blur->value), expected);
        QVERIFY(!blur->regions.isEmpty());
        // A step under a Gaussian is 2.56 standard deviations wide; strokes lie close and make it look
        // narrower.
        QVERIFY(blur->value < 2.563 * sigma + 1.6);
        QVERIFY(blur->value > 2.563 * sigma * 0.65);
    }

    void tellsShaking_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<bool>("blurred");
        QTest::newRow("still") << 0.0 << false;
        QTest::newRow("3 px") << 3.0 << false;
        QTest::newRow("6 px, readable") << 6.0 << false;
        QTest::newRow("15 px") << 15.0 << true;
        QTest::newRow("25 px") << 25.0 << true;
    }
    void tellsShaking()
    {
        QFETCH(double, length);
        QFETCH(bool, blurred);
        for (const bool upright : {false, true}) { // a hand moves sideways or up
            cv::Mat card = test::drawnCard(1000);
            if (upright)
                cv::rotate(card, card, cv::ROTATE_90_CLOCKWISE);
            card = test::shaken(card, length * 1000 / card.cols);
            const auto blur = measured(stored(card)).blur;
            QVERIFY(blur);
            QCOMPARE(verdict(QStringLiteral("document.blurred"), blur->value) != Verdict::Clear, blurred);
        }
    }

    /// Print that was moved at a slant has sharp edges left in the directions of its sides.
    void tellsShakingAtASlant_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("degrees");
        QTest::addColumn<bool>("blurred");
        for (const double degrees : {20.0, 45.0, -30.0, 70.0}) {
            QTest::addRow("25 px at %.0f", degrees) << 25.0 << degrees << true;
            QTest::addRow("3 px at %.0f", degrees) << 3.0 << degrees << false;
        }
    }
    void tellsShakingAtASlant()
    {
        QFETCH(double, length);
        QFETCH(double, degrees);
        QFETCH(bool, blurred);
        const auto blur = measured(stored(test::shaken(test::drawnCard(1000), length, degrees))).blur;
        QVERIFY(blur);
        QCOMPARE(verdict(QStringLiteral("document.blurred"), blur->value) != Verdict::Clear, blurred);
    }

    void saysWhereNothingCanBeMeasured()
    {
        const auto plain = measured(cv::Mat(600, 900, CV_8UC3, cv::Scalar::all(190)));
        QCOMPARE(plain.blur.missing().cause, facts::Cause::NothingFound);
        QVERIFY(plain.darkness);
        QCOMPARE(plain.shadow->value, 0);
        const auto tiny = measured(cv::Mat(9, 9, CV_8UC3, cv::Scalar::all(190)));
        QCOMPARE(tiny.blur.missing().cause, facts::Cause::TooPoor);
        QCOMPARE(tiny.glare.missing().cause, facts::Cause::TooPoor);
        QCOMPARE(tiny.filtering.missing().cause, facts::Cause::TooPoor);
        QCOMPARE(measureQuality({}, {}).darkness.missing().cause, facts::Cause::TooPoor);
    }

    void tellsDarkness_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<Verdict>("expected");
        QTest::newRow("full light") << 1.0 << Verdict::Clear;
        QTest::newRow("evening, readable") << 0.5 << Verdict::Clear;
        QTest::newRow("dim") << 0.35 << Verdict::Review;
        QTest::newRow("dark") << 0.2 << Verdict::Flagged;
        QTest::newRow("black") << 0.05 << Verdict::Flagged;
    }
    void tellsDarkness()
    {
        QFETCH(double, factor);
        QFETCH(Verdict, expected);
        const auto darkness = measured(stored(test::darkened(test::drawnCard(1000), factor))).darkness;
        QVERIFY(darkness);
        QCOMPARE(verdict(QStringLiteral("document.too_dark"), -darkness->value, -1), expected);
    }

    /// Lamps of many sizes and strengths over print; each that blows at least the flag's share must be found.
    void findsHighlights()
    {
        int cases = 0;
        QStringList missed;
        for (const double spread : {0.02, 0.03, 0.05, 0.08, 0.12}) {
            for (const double strength : {60.0, 120.0, 250.0, 500.0}) {
                for (const cv::Point2d &at :
                     {cv::Point2d(0.5, 0.4), {0.7, 0.6}, {0.15, 0.5}, {0.85, 0.87}, {0.2, 0.9}}) {
                    const cv::Mat lit =
                        stored(test::withHighlight(test::drawnCard(1000), at, spread, strength));
                    if (blownShare(lit) < flagOf(QStringLiteral("document.glare")) * 1.25)
                        continue;
                    ++cases;
                    const auto glare = measured(lit).glare;
                    const QPointF middle(at.x * lit.cols, at.y * lit.rows);
                    const bool found =
                        verdict(QStringLiteral("document.glare"), glare->value) == Verdict::Flagged;
                    const bool onSpot = std::any_of(glare->regions.begin(), glare->regions.end(),
                                                    [&](const QPolygonF &region) {
                                                        return region.containsPoint(middle, Qt::OddEvenFill);
                                                    });
                    if (!found || !onSpot)
                        missed
                            << QStringLiteral("%1/%2 at %3,%4").arg(spread).arg(strength).arg(at.x).arg(at.y);
                }
            }
        }
        qInfo("highlights: %d of %d missed: %s", int(missed.size()), cases, qPrintable(missed.join(u' ')));
        QVERIFY(cases > 60);
        QVERIFY(missed.size() <= cases / 20);
    }

    void keepsClearOfWhitePrint_data()
    {
        QTest::addColumn<cv::Mat>("bgr");
        for (const int paper : {180, 215, 235, 245, 250, 255}) {
            for (const double sigma : {0.0, 1.0, 3.0, 6.0}) {
                QTest::addRow("paper %d, sigma %g", paper, sigma)
                    << test::outOfFocus(test::drawnCard(1000, 1.586, cv::Scalar::all(paper)), sigma);
            }
        }
        for (const double sigma : {0.0, 1.0}) {
            cv::Mat boxes = test::drawnCard(1000);
            for (int field = 0; field < 4; ++field)
                cv::rectangle(boxes, cv::Rect(330, 165 + field * 70, 300, 30), cv::Scalar::all(255),
                              cv::FILLED);
            QTest::addRow("white fields, sigma %g", sigma) << test::outOfFocus(boxes, sigma);
        }
        cv::Mat margin(760, 1100, CV_8UC3, cv::Scalar::all(255));
        test::drawnCard(1000).copyTo(margin(cv::Rect(50, 65, 1000, 631)));
        QTest::newRow("a scanner's white lid around it") << margin;
        QTest::newRow("a lamp beside the print")
            << test::withHighlight(test::drawnCard(1000), {0.985, 0.3}, 0.01, 300);
        cv::Mat bars = test::drawnCard(1000);
        cv::rectangle(bars, cv::Rect(320, 120, 640, 330), cv::Scalar::all(240), cv::FILLED);
        cv::RNG random(5);
        for (int row = 0; row < 26; ++row) {
            for (int column = 0; column < 75; ++column) {
                if (random.uniform(0, 2) == 0)
                    cv::rectangle(bars, cv::Rect(340 + column * 8, 135 + row * 11, 8, 11),
                                  cv::Scalar::all(20), cv::FILLED);
            }
        }
        QTest::newRow("a light on a white barcode") << test::withHighlight(bars, {0.6, 0.4}, 0.12, 40);
        cv::Mat zone = test::drawnCard(1000);
        cv::Mat white = zone(cv::Rect(0, 470, 1000, 160));
        cv::Mat letters;
        cv::cvtColor(white, letters, cv::COLOR_BGR2GRAY);
        white.setTo(cv::Scalar::all(235), letters > 150);
        QTest::newRow("a light on a white machine-readable zone")
            << test::withHighlight(zone, {0.5, 0.87}, 0.1, 50);
    }
    // Its halo reaches far, and the paper is nearly as bright as what is blown out.
    void findsLargeHighlightsOnBrightPaper()
    {
        for (const double spread : {0.07, 0.08}) {
            const cv::Mat card = test::drawnCard(1000, 1.586, {238, 239, 238});
            const auto glare = measured(stored(test::withHighlight(card, {0.62, 0.42}, spread, 700))).glare;
            QVERIFY(glare);
            QCOMPARE(verdict(QStringLiteral("document.glare"), glare->value), Verdict::Flagged);
        }
    }

    void findsHighlightsThatWereClippedBeforeTheyWereTinted()
    {
        cv::Mat lit = test::drawnCard(1000);
        cv::Mat light = cv::Mat::zeros(lit.size(), CV_8UC3);
        cv::ellipse(light, {600, 330}, {120, 80}, 20, 0, 360, cv::Scalar::all(255), cv::FILLED);
        cv::GaussianBlur(light, light, {}, 9);
        cv::add(lit, light, lit);
        lit.convertTo(lit, -1, 0.92, 0); // white balance or a filter after the sensor: white is 235
        const auto glare = measured(stored(lit)).glare;
        QVERIFY(glare);
        QVERIFY2(verdict(QStringLiteral("document.glare"), glare->value) == Verdict::Flagged,
                 qPrintable(QString::number(glare->value)));
    }

    void keepsClearOfWhitePrint()
    {
        QFETCH(cv::Mat, bgr);
        const auto glare = measured(stored(bgr)).glare;
        QVERIFY(glare);
        QVERIFY2(verdict(QStringLiteral("document.glare"), glare->value) == Verdict::Clear,
                 qPrintable(QString::number(glare->value)));
    }

    /// Through the whole way: a card on a table, found, rectified and measured.
    void measuresInsideTheCardOnly()
    {
        cv::Mat card = test::drawnCard(900);
        const auto scene = test::placed(card, {900, 1200}, 600, 6, test::Background::Dark, 3);
        const Picture picture = pictureOf(scene.bgr);
        const auto found = findDocument(picture);
        QVERIFY(found);
        const auto quality = measureQuality(picture, found->quad);
        QVERIFY(quality.darkness->value > 180); // the table is black
        QCOMPARE(verdict(QStringLiteral("document.glare"), quality.glare->value), Verdict::Clear);
        QCOMPARE(verdict(QStringLiteral("document.blurred"), quality.blur->value), Verdict::Clear);
        const QRectF inside = found->quad.boundingRect().adjusted(-2, -2, 2, 2);
        for (const QPolygonF &region : quality.blur->regions)
            QVERIFY(inside.contains(region.boundingRect()));
    }

    void agreesWithRealFiles_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Verdict>("dark");
        QTest::newRow("licence on a chair") << "cases/quebec-doe/front.png" << Verdict::Clear;
        QTest::newRow("passport, phone") << "documents/us-passport-phone-photo.jpg" << Verdict::Clear;
        QTest::newRow("card, phone video") << "documents/midv500-ca43-01.png" << Verdict::Clear;
        QTest::newRow("white licence, scan")
            << "documents/us-licence-photoshop-metadata.jpg" << Verdict::Clear;
        QTest::newRow("licence, scan") << "documents/us-co-licence-2015.png" << Verdict::Clear;
        QTest::newRow("form in the dark") << "pdf/licence-form-too-dark.pdf" << Verdict::Flagged;
    }
    void agreesWithRealFiles()
    {
        if (!qEnvironmentVariableIsSet("SCRUTINEER_TESTDATA"))
            QSKIP("SCRUTINEER_TESTDATA is not set: the real files are not at hand.");
        QFETCH(QString, path);
        QFETCH(Verdict, dark);
        QFile file(QDir(qEnvironmentVariable("SCRUTINEER_TESTDATA")).filePath(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto decoder = FileDecoder::open(file.readAll(), {});
        QVERIFY(decoder);
        const auto picture = decoder->page(0);
        QVERIFY(picture);
        const auto found = findDocument(*picture);
        QVERIFY(found);
        QElapsedTimer timer;
        timer.start();
        const auto quality = measureQuality(*picture, found->quad);
        qInfo("darkness %.0f, glare %.4f, blur %.2f, %lld ms", quality.darkness->value, quality.glare->value,
              quality.blur->value, timer.elapsed());
        QCOMPARE(verdict(QStringLiteral("document.too_dark"), -quality.darkness->value, -1), dark);
        QCOMPARE(verdict(QStringLiteral("document.glare"), quality.glare->value), Verdict::Clear);
        QCOMPARE(verdict(QStringLiteral("document.blurred"), quality.blur->value), Verdict::Clear);
        QCOMPARE(verdict(QStringLiteral("document.shadow"), quality.shadow->value), Verdict::Clear);
        QCOMPARE(quality.cropping->value, 0);
        QCOMPARE(verdict(QStringLiteral("document.filtered"), quality.filtering->value), Verdict::Clear);
    }
};

QTEST_GUILESS_MAIN(TestQuality)
#include "test_quality.moc"
