// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/screenshot.h"
#include "tests/facts_readers/support/placed_text.h"

#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

image::Picture pictureOf(const cv::Mat &bgr)
{
    return {bgr, QSize(bgr.cols, bgr.rows), 1};
}

cv::Mat screen()
{
    return cv::Mat(2400, 1080, CV_8UC3, cv::Scalar(250, 250, 250));
}

/// Paper before a camera: every pixel differs a little.
cv::Mat paper()
{
    cv::Mat noise(2400, 1080, CV_8UC3);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::UNIFORM, 225, 245);
    return noise;
}

} // namespace

class ScreenshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void screenWithAClock()
    {
        const QList<facts::LaidLine> lines = test::laid({{u"09:41"_s, 60, 40}, {u"Your bill"_s, 60, 700}});
        const facts::Measurement likeness = facts::screenshotLikeness(pictureOf(screen()), lines, false);
        QCOMPARE(likeness.value, 1.0);
        QCOMPARE(likeness.regions.size(), 1);
        QVERIFY(likeness.regions.first().boundingRect().bottom() < 100);
    }

    void aTimeFurtherDownIsNoClock()
    {
        const QList<facts::LaidLine> lines = test::laid({{u"09:41"_s, 60, 700}});
        const facts::Measurement likeness = facts::screenshotLikeness(pictureOf(screen()), lines, false);
        QVERIFY(likeness.value < 1.0);
        QVERIFY(likeness.regions.isEmpty());
    }

    void paperIsNone() { QCOMPARE(facts::screenshotLikeness(pictureOf(paper()), {}, false).value, 0.0); }

    void flatPagesOfProgramsAreNone()
    {
        QCOMPARE(facts::screenshotLikeness(pictureOf(screen()), {}, true).value, 0.0);
    }
};

QTEST_APPLESS_MAIN(ScreenshotTest)
#include "screenshot_test.moc"
