// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality.h"
#include "tests/image/support/on_table.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <functional>

using namespace scrutineer;
using namespace scrutineer::image;
using test::areaOf;
using test::frameOf;
using test::onTable;
using test::stored;
using test::thresholdOf;

namespace {

using Change = std::function<void(cv::Mat &)>;

cv::Mat greyed(const cv::Mat &bgr)
{
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    cv::cvtColor(grey, grey, cv::COLOR_GRAY2BGR);
    return grey;
}

void stretch(cv::Mat &bgr, double gain, double offset)
{
    bgr.convertTo(bgr, CV_8UC3, gain, offset);
}

/// Rounds every channel to a few levels; share: how much of the change is mixed in.
void posterise(cv::Mat &bgr, int levels, double share)
{
    const double distance = 255.0 / (levels - 1);
    for (int row = 0; row < bgr.rows; ++row) {
        for (int column = 0; column < 3 * bgr.cols; ++column) {
            uchar &value = bgr.ptr(row)[column];
            const double rounded = std::round(value / distance) * distance;
            value = cv::saturate_cast<uchar>(value + share * (rounded - value));
        }
    }
}

double filteringOf(const test::Scene &scene)
{
    return measureQuality(stored(scene.bgr), scene.quad).filtering->value;
}

/// With a sensor's noise, which what is drawn lacks.
void addGrain(cv::Mat &bgr)
{
    cv::Mat grain(bgr.size(), CV_16SC3);
    cv::theRNG().state = 7;
    cv::randn(grain, 0, 3);
    cv::add(bgr, grain, bgr, {}, CV_8UC3);
}

test::Scene laidDown(const cv::Mat &card, test::Background background, std::uint64_t seed)
{
    test::Scene scene = test::placed(card, {1200, 900}, 820, 2, background, seed);
    addGrain(scene.bgr);
    return scene;
}

/// A back of a card: a magnetic stripe, bars, and thin print or none.
cv::Mat blackOnWhite(const cv::Scalar &paper, bool isBold)
{
    cv::Mat card(568, 900, CV_8UC3, paper);
    if (isBold) {
        cv::rectangle(card, cv::Rect(0, 60, 900, 100), {2, 2, 2}, cv::FILLED);
        for (int bar = 0; bar < 40; ++bar)
            cv::rectangle(card, cv::Rect(150 + bar * 15, 330, 4 + bar * 7 % 9, 120), {2, 2, 2}, cv::FILLED);
        return card;
    }
    for (int line = 0; line < 9; ++line)
        cv::putText(card, "1. Surname  2. Given names  9. 10. 11.", {60, 80 + 50 * line},
                    cv::FONT_HERSHEY_SIMPLEX, 0.5, {25, 25, 25}, 1, cv::LINE_AA);
    return card;
}

} // namespace

class TestFiltering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsFilters_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("filtered");
        QTest::newRow("as taken") << Change([](cv::Mat &) {}) << false;
        QTest::newRow("warm light") << Change([](cv::Mat &bgr) {
            cv::multiply(bgr, cv::Scalar(0.75, 0.92, 1), bgr);
        }) << false;
        QTest::newRow("a little more contrast")
            << Change([](cv::Mat &bgr) { stretch(bgr, 1.2, -25); }) << false;
        QTest::newRow("half the light") << Change([](cv::Mat &bgr) { stretch(bgr, 0.5, 0); }) << false;
        QTest::newRow("grey-scale") << Change([](cv::Mat &bgr) { bgr = greyed(bgr); }) << true;
        QTest::newRow("dark grey-scale") << Change([](cv::Mat &bgr) {
            bgr = greyed(bgr);
            stretch(bgr, 0.5, 0);
        }) << true;
        QTest::newRow("sepia") << Change([](cv::Mat &bgr) {
            bgr = greyed(bgr);
            cv::multiply(bgr, cv::Scalar(0.7, 0.9, 1.08), bgr);
        }) << true;
        QTest::newRow("two tones") << Change([](cv::Mat &bgr) {
            bgr = greyed(bgr);
            cv::multiply(bgr, cv::Scalar(0.5, 0.8, 0.75), bgr);
            bgr += cv::Scalar(60, 24, 30);
        }) << true;
        QTest::newRow("hard contrast") << Change([](cv::Mat &bgr) { stretch(bgr, 3, -250); }) << true;
        QTest::newRow("grey-scale mixed in by nine tenths")
            << Change([](cv::Mat &bgr) { cv::addWeighted(greyed(bgr), 0.9, bgr, 0.1, 0, bgr); }) << true;
        QTest::newRow("six levels") << Change([](cv::Mat &bgr) { posterise(bgr, 6, 1); }) << true;
        QTest::newRow("six levels mixed in by three quarters")
            << Change([](cv::Mat &bgr) { posterise(bgr, 6, 0.75); }) << true;
        QTest::newRow("faded") << Change([](cv::Mat &bgr) { stretch(bgr, 0.4, 120); }) << true;
    }
    void tellsFilters()
    {
        QFETCH(Change, change);
        QFETCH(bool, filtered);
        const double flag = thresholdOf(QStringLiteral("document.filtered"));
        const double review = thresholdOf(QStringLiteral("document.filtered"), QStringLiteral("review"));
        test::Scene scene = onTable(5);
        change(scene.bgr);
        const double value = filteringOf(scene);
        QVERIFY2(filtered ? value >= flag : value < review, qPrintable(QString::number(value)));
    }

    // A scanner's lid is white as well, and its software cuts off black and white, but no colours grow.
    void tellsHardContrastOnWhiteFromScans()
    {
        cv::Mat card = test::drawnCard(900);
        card(cv::Rect(500, 200, 120, 120)) = cv::Scalar(70, 90, 150);
        card(cv::Rect(640, 200, 120, 120)) = cv::Scalar(150, 90, 70);
        test::Scene scene = laidDown(card, test::Background::Wood, 5);
        cv::Mat onWhite(scene.bgr.size(), CV_8UC3, cv::Scalar::all(255));
        scene.bgr.copyTo(onWhite, areaOf(scene.bgr.size(), QList<QPolygonF>{scene.quad}));
        scene.bgr = onWhite.clone();
        stretch(scene.bgr, 1.35, -60);
        const double scanned = filteringOf(scene);
        scene.bgr = onWhite.clone();
        stretch(scene.bgr, 3, -250);
        const double stretched = filteringOf(scene);
        QVERIFY(scanned < thresholdOf(QStringLiteral("document.filtered"), QStringLiteral("review")));
        QVERIFY(stretched >= thresholdOf(QStringLiteral("document.filtered")));
    }

    void takesNoGreyCardForFiltered()
    {
        const cv::Mat card = greyed(test::drawnCard(900, 1.586, {220, 220, 220}));
        const test::Scene scene = laidDown(card, test::Background::Wood, 4);
        const double review = thresholdOf(QStringLiteral("document.filtered"), QStringLiteral("review"));
        QVERIFY(filteringOf(scene) < review);
        const Picture scan = stored(card); // which says nothing about the light it was taken in
        QVERIFY(measureQuality(scan, frameOf(card)).filtering->value > review);
    }

    // Black and white look alike with colour and without.
    void takesNoBlackOnWhiteForFiltered()
    {
        const double review = thresholdOf(QStringLiteral("document.filtered"), QStringLiteral("review"));
        for (const double white : {215.0, 248.0, 252.0}) {
            const cv::Mat card = blackOnWhite({white, white, white}, true);
            QVERIFY(filteringOf(laidDown(card, test::Background::Dark, 3)) < review);
        }
    }

    // A red field beside a grey one as bright, which keeps three tenths of its red.
    void findsGreyMixedIn()
    {
        cv::Mat card = test::drawnCard(900);
        card(cv::Rect(700, 120, 180, 160)).setTo(cv::Scalar(103, 103, 103));
        card(cv::Rect(700, 290, 180, 120)).setTo(cv::Scalar(90, 90, 142));
        test::Scene scene = laidDown(card, test::Background::Plain, 4);
        cv::addWeighted(greyed(scene.bgr), 0.7, scene.bgr, 0.3, 0, scene.bgr);
        const double value = filteringOf(scene);
        QVERIFY2(value >= thresholdOf(QStringLiteral("document.filtered")),
                 qPrintable(QString::number(value)));
    }

    // A scan of a card that has one pale tint beside white, and greys.
    void takesNoPaleTintForFiltered()
    {
        cv::Mat card(568, 900, CV_8UC3, cv::Scalar(252, 252, 252));
        card(cv::Rect(0, 0, 900, 200)).setTo(cv::Scalar(228, 228, 228));
        card(cv::Rect(0, 200, 900, 150)).setTo(cv::Scalar(215, 228, 241));
        card(cv::Rect(60, 30, 120, 150)).setTo(cv::Scalar(130, 130, 130));
        card(cv::Rect(60, 420, 700, 40)).setTo(cv::Scalar(20, 20, 20));
        addGrain(card);
        const double review = thresholdOf(QStringLiteral("document.filtered"), QStringLiteral("review"));
        const double value = measureQuality(stored(card), frameOf(card)).filtering->value;
        QVERIFY2(value < review, qPrintable(QString::number(value)));
    }

    // Thin print has no black in it once the lens and the file have smoothed it.
    void takesNoThinPrintForFaded()
    {
        const double review = thresholdOf(QStringLiteral("document.filtered"), QStringLiteral("review"));
        const cv::Mat card = blackOnWhite({190, 175, 215}, false);
        const test::Scene scene = laidDown(card, test::Background::Plain, 3);
        QVERIFY(filteringOf(scene) < review);
    }

    // In a deep shadow colours lie near each other.
    void takesNoShadowForFiltered()
    {
        const double review = thresholdOf(QStringLiteral("document.filtered"), QStringLiteral("review"));
        test::Scene scene = onTable(2, {200, 212, 218}, test::Background::Dark);
        scene.bgr(cv::Rect(0, 300, scene.bgr.cols, 600)) *= 0.27;
        addGrain(scene.bgr);
        QVERIFY(filteringOf(scene) < review);
    }
};

QTEST_GUILESS_MAIN(TestFiltering)
#include "test_filtering.moc"
