// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/barcode_reader.h"
#include "engine/samples/specimen/barcode_writer.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {
/// A white card with bars at the given places, seen by a good camera.
image::Picture cardWith(const QImage &bars, const QList<QRect> &places)
{
    const QImage grey = bars.convertToFormat(QImage::Format_Grayscale8);
    const cv::Mat small(grey.height(), grey.width(), CV_8UC1, const_cast<uchar *>(grey.constBits()),
                        std::size_t(grey.bytesPerLine()));
    cv::Mat card(800, 1280, CV_8UC1, cv::Scalar(235));
    for (const QRect &place : places) {
        cv::Mat large;
        cv::resize(small, large, {place.width(), place.height()}, 0, 0, cv::INTER_NEAREST);
        large.copyTo(card(cv::Rect(place.x(), place.y(), place.width(), place.height())));
    }
    cv::GaussianBlur(card, card, {}, 0.8);
    image::Picture picture;
    cv::cvtColor(card, picture.bgr, cv::COLOR_GRAY2BGR);
    picture.fullSize = QSize(card.cols, card.rows);
    return picture;
}
} // namespace

class BarcodeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linearCodesAreNoted_data()
    {
        QTest::addColumn<QList<QRect>>("places");
        QTest::newRow("one") << QList{QRect(200, 500, 700, 120)};
        QTest::newRow("the same one twice") << QList{QRect(200, 120, 700, 160), QRect(200, 500, 700, 160)};
        QTest::newRow("large and small") << QList{QRect(100, 60, 1050, 260), QRect(300, 600, 500, 60)};
    }

    /// The library ends the process where it meets such codes several times over.
    void linearCodesAreNoted()
    {
        QFETCH(QList<QRect>, places);
        const QString text = u"UTO-2026-004711"_s;
        const image::Picture picture = cardWith(samples::code128(text), places);
        const auto read = facts::readBarcodes(picture, QPolygonF(QRectF({}, QSizeF(picture.fullSize))));
        QVERIFY(read);
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->constFirst().symbology, u"Code128"_s);
        QCOMPARE(read->constFirst().text, text);
    }

    /// Guilloche and close print change as often along a row as bars do, but across it as well.
    void densePatternIsNoUnreadableCode()
    {
        image::Picture picture = cardWith(samples::code128(u"X"_s), {});
        cv::Mat pattern(300, 700, CV_8UC3);
        cv::RNG random(7);
        random.fill(pattern, cv::RNG::UNIFORM, 0, 255);
        cv::GaussianBlur(pattern, pattern, {}, 2.5);
        cv::normalize(pattern, pattern, 0, 235, cv::NORM_MINMAX);
        pattern.copyTo(picture.bgr(cv::Rect(250, 220, 700, 300)));
        const auto read = facts::readBarcodes(picture, QPolygonF(QRectF({}, QSizeF(picture.fullSize))));
        QVERIFY(!read);
        QCOMPARE(read.missing().cause, facts::Cause::NothingFound);
    }

    void nothingIsMadeUp()
    {
        const image::Picture picture = cardWith(samples::code128(u"X"_s), {});
        QVERIFY(!facts::readBarcodes(picture, QPolygonF(QRectF({}, QSizeF(picture.fullSize)))));
    }
};

QTEST_GUILESS_MAIN(BarcodeTest)
#include "barcode_test.moc"
