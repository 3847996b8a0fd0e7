// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/display.h"
#include "engine/image/perceptual_hash.h"
#include "tests/image/support/drawn.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace scrutineer::image;

namespace {

cv::Mat scene(std::uint64_t seed)
{
    cv::RNG random(seed);
    cv::Mat mat(600, 800, CV_8UC3, cv::Scalar(200, 190, 180));
    for (int shape = 0; shape < 25; ++shape) {
        cv::rectangle(
            mat, cv::Rect(random.uniform(0, 700), random.uniform(0, 500), 40 + random.uniform(0, 200), 60),
            cv::Scalar(random.uniform(0, 255), random.uniform(0, 255), random.uniform(0, 255)), cv::FILLED);
    }
    return mat;
}

} // namespace

class TestDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boundsLongSide_data()
    {
        QTest::addColumn<int>("longSide");
        QTest::addColumn<QSize>("expected");
        QTest::newRow("smaller") << 400 << QSize(400, 300);
        QTest::newRow("same") << 800 << QSize(800, 600);
        QTest::newRow("never enlarged") << 4096 << QSize(800, 600);
        QTest::newRow("tiny") << 1 << QSize(1, 1);
    }
    void boundsLongSide()
    {
        QFETCH(int, longSide);
        QFETCH(QSize, expected);
        const QByteArray jpeg = toJpeg(scene(1), longSide, displayJpegQuality);
        QCOMPARE(QImage::fromData(jpeg, "jpeg").size(), expected);
    }

    /// Halving first must not move anything, nor change what is seen.
    void shrinksAsInOneStep()
    {
        cv::Mat large;
        cv::resize(scene(3), large, {4032, 3024}, 0, 0, cv::INTER_CUBIC);
        cv::Mat once;
        cv::resize(large, once, {1000, 750}, 0, 0, cv::INTER_AREA);
        const cv::Mat inSteps = shrunk(large, 1000);
        QCOMPARE(inSteps.size(), once.size());
        QVERIFY(cv::norm(once, inSteps, cv::NORM_L1) / double(once.total() * 3) < 0.5);
    }

    void halvesAsOftenAsItGoes()
    {
        double shrink = 13;
        const cv::Mat small = halved(scene(4), shrink, 2);
        QCOMPARE(shrink, 13 / 8.0);
        QCOMPARE(small.size(), cv::Size(100, 75));
        double little = 1.5;
        const cv::Mat same = scene(4);
        QCOMPARE(halved(same, little, 2).data, same.data);
        QCOMPARE(little, 1.5);
    }

    void emptyPictureGivesNothing()
    {
        QVERIFY(toJpeg({}, 100, displayJpegQuality).isEmpty());
        QCOMPARE(perceptualHash({}), std::uint64_t{0});
    }

    void hashKnowsThePictureAgain()
    {
        const cv::Mat original = scene(1);
        cv::Mat smaller;
        cv::resize(original, smaller, {}, 0.4, 0.4, cv::INTER_AREA);
        std::vector<uchar> bytes;
        QVERIFY(cv::imencode(".jpg", smaller, bytes, {cv::IMWRITE_JPEG_QUALITY, 60}));
        const cv::Mat again = cv::imdecode(bytes, cv::IMREAD_COLOR) * 0.8;
        QVERIFY2(hashDistance(perceptualHash(original), perceptualHash(again)) <= 6,
                 qPrintable(QString::number(hashDistance(perceptualHash(original), perceptualHash(again)))));
    }

    void hashTellsPicturesApart()
    {
        for (std::uint64_t seed = 2; seed < 20; ++seed)
            QVERIFY(hashDistance(perceptualHash(scene(1)), perceptualHash(scene(seed))) >= 16);
    }
};

QTEST_GUILESS_MAIN(TestDisplay)
#include "test_display.moc"
