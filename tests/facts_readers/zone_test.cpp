// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/upright_text.h"
#include "engine/facts/readers/zone_reader.h"
#include "engine/samples/specimen/document.h"

#include <QFontDatabase>
#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 20);

image::Picture passportPage()
{
    samples::Random random(4);
    const samples::Identity holder = samples::makeIdentity(samples::Language::English, day, random);
    samples::DocumentSpec spec = samples::makeDocument(samples::DocumentDesign::PassportClassic,
                                                       samples::Language::English, holder, day, random);
    spec.portrait = QImage(300, 400, QImage::Format_ARGB32);
    spec.portrait.fill(Qt::gray);
    const QImage drawn = samples::drawDocument(spec, 10).front.convertToFormat(QImage::Format_RGB888);
    const cv::Mat rgb(drawn.height(), drawn.width(), CV_8UC3, const_cast<uchar *>(drawn.constBits()),
                      size_t(drawn.bytesPerLine()));
    image::Picture picture;
    cv::cvtColor(rgb, picture.bgr, cv::COLOR_RGB2BGR);
    picture.fullSize = drawn.size();
    return picture;
}

/// The same without what is left of x.
image::Picture cutAt(const image::Picture &whole, int x)
{
    image::Picture picture;
    picture.bgr = whole.bgr.colRange(x, whole.bgr.cols).clone();
    picture.fullSize = QSize(picture.bgr.cols, picture.bgr.rows);
    return picture;
}

std::optional<facts::ZoneFound> zoneOf(const image::Picture &picture, const QPolygonF &quad)
{
    return facts::readZone(picture, quad, facts::readingView(picture, quad, 0), day);
}

} // namespace

class ReadersZoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFontDatabase::families().contains(u"OCR B"_s))
            QSKIP("The font OCR B is not installed: no zone can be drawn");
    }

    void wholeZone()
    {
        const image::Picture page = passportPage();
        const double right = page.fullSize.width();
        const double bottom = page.fullSize.height();
        const auto zone = zoneOf(page, QPolygonF{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}});
        QVERIFY(zone && zone->mrz.verified);
        QVERIFY(!zone->isCut);
        QCOMPARE(zone->quarterTurns, 0);
    }

    void upsideDown()
    {
        const image::Picture page = passportPage();
        const double right = page.fullSize.width();
        const double bottom = page.fullSize.height();
        const auto zone = zoneOf(page, QPolygonF{{right, bottom}, {0, bottom}, {0, 0}, {right, 0}});
        QVERIFY(zone && zone->mrz.verified);
        QCOMPARE(zone->quarterTurns, 2);
    }

    /// What lies beyond the picture was not seen, whatever its check digits would say.
    void zoneThatGoesOnBeyondThePicture()
    {
        const image::Picture page = passportPage();
        const int gone = page.bgr.cols / 6;
        const image::Picture cut = cutAt(page, gone);
        const double right = cut.fullSize.width();
        const double bottom = cut.fullSize.height();
        const double left = -gone;
        const auto zone = zoneOf(cut, QPolygonF{{left, 0}, {right, 0}, {right, bottom}, {left, bottom}});
        QVERIFY(zone && zone->isCut);
    }

    void linesThatRunUpToTheBorder()
    {
        const image::Picture page = passportPage();
        const double right = page.fullSize.width();
        const double bottom = page.fullSize.height();
        const auto zone = zoneOf(page, QPolygonF{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}});
        QVERIFY(zone);
        QVERIFY(!facts::reachesFrame(zone->mrz, page.fullSize));
        const QRectF line = zone->mrz.lineRegions.first().boundingRect();
        QVERIFY(facts::reachesFrame(zone->mrz, QSize(int(line.right() + line.width() / 44), int(bottom))));
    }

    void turnedViewLiesOnItsPicture()
    {
        const image::Picture page = passportPage();
        const double right = page.fullSize.width();
        const double bottom = page.fullSize.height();
        const QPolygonF quad{{20, 10}, {right - 30, 0}, {right, bottom - 20}, {0, bottom}};
        const image::Rectified view = facts::readingView(page, quad, 0);
        const image::Rectified over = image::turnedOver(view);
        QCOMPARE(over.bgr.size(), view.bgr.size());
        const cv::Point there(17, 40);
        const cv::Point back(view.bgr.cols - 1 - there.x, view.bgr.rows - 1 - there.y);
        QCOMPARE(over.bgr.at<cv::Vec3b>(there), view.bgr.at<cv::Vec3b>(back));
        QVERIFY(QLineF(over.mapToFull(cv::Point2d(there)), view.mapToFull(cv::Point2d(back))).length() <
                0.01);
    }
};

QTEST_MAIN(ReadersZoneTest)
#include "zone_test.moc"
