// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/file_decoder.h"
#include "tests/image/support/drawn.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>
#include <sys/resource.h>

using namespace scrutineer;
using namespace scrutineer::image;

namespace {

QString codeOf(const QByteArray &bytes, const policy::Limits &limits = {})
{
    const auto opened = FileDecoder::open(bytes, limits);
    if (!opened)
        return toName(opened.error().code);
    for (int index = 0; index < opened->pageCount(); ++index) {
        const auto page = opened->page(index);
        if (!page)
            return toName(page.error().code);
    }
    return QStringLiteral("ok");
}

/// The corners' colours, clockwise from the top left: "rgwb" for test::quarters as it is drawn.
QString corners(const cv::Mat &bgr)
{
    const int x = bgr.cols / 8;
    const int y = bgr.rows / 8;
    QString names;
    for (const cv::Point &point :
         {cv::Point(x, y), cv::Point(bgr.cols - 1 - x, y), cv::Point(bgr.cols - 1 - x, bgr.rows - 1 - y),
          cv::Point(x, bgr.rows - 1 - y)}) {
        const auto &pixel = bgr.at<cv::Vec3b>(point);
        const bool blue = pixel[0] > 128;
        const bool green = pixel[1] > 128;
        const bool red = pixel[2] > 128;
        names += QLatin1Char(red && green && blue ? 'w' : red ? 'r' : green ? 'g' : blue ? 'b' : 'k');
    }
    return names;
}

QByteArray cmykJpeg(int width, int height, bool adobe)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    uchar *buffer = nullptr;
    ulong length = 0;
    jpeg_mem_dest(&info, &buffer, &length);
    info.image_width = JDIMENSION(width);
    info.image_height = JDIMENSION(height);
    info.input_components = 4;
    info.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&info);
    info.write_Adobe_marker = adobe;
    jpeg_start_compress(&info, TRUE);
    // Red is no cyan, full magenta and yellow, no black; Adobe's files hold the complement.
    std::vector<uchar> row(std::size_t(width) * 4);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool ink = i % 4 == 1 || i % 4 == 2;
        row[i] = ink != adobe ? 255 : 0;
    }
    JSAMPROW pointer = row.data();
    while (info.next_scanline < info.image_height)
        jpeg_write_scanlines(&info, &pointer, 1);
    jpeg_finish_compress(&info);
    const QByteArray bytes(reinterpret_cast<const char *>(buffer), qsizetype(length));
    jpeg_destroy_compress(&info);
    std::free(buffer);
    return bytes;
}

} // namespace

class TestDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void tellsKindByContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        const QImage image = test::quarters(64, 48);
        QTest::newRow("jpeg") << test::encoded(image, "jpeg") << "image/jpeg";
        QTest::newRow("png") << test::encoded(image, "png") << "image/png";
        QTest::newRow("webp") << test::encoded(image, "webp") << "image/webp";
        QTest::newRow("webp lossless") << test::encoded(image, "webp", 100) << "image/webp";
        QTest::newRow("tiff") << test::encoded(image, "tiff") << "image/tiff";
    }
    void tellsKindByContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, kind);
        const auto opened = FileDecoder::open(bytes, {});
        QVERIFY(opened);
        QCOMPARE(opened->kind(), kind);
        QCOMPARE(opened->pageSizes(), QList<QSize>{QSize(64, 48)});
        const auto page = opened->page(0);
        QVERIFY(page);
        QCOMPARE(page->fullSize, QSize(64, 48));
        QCOMPARE(page->scale, 1.0);
        QCOMPARE(page->bgr.type(), CV_8UC3);
        QCOMPARE(corners(page->bgr), QStringLiteral("rgwb"));
        QVERIFY(opened->words(0) && opened->words(0)->isEmpty());
        QCOMPARE(opened->page(1).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(opened->page(-1).error().code, ErrorCode::InvalidArgument);
    }

    void turnsUpright_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QSize>("size");
        // How a stored picture with corners r g w b (clockwise) looks once each tag is obeyed.
        QTest::newRow("1") << 1 << "rgwb" << QSize(96, 64);
        QTest::newRow("2") << 2 << "grbw" << QSize(96, 64);
        QTest::newRow("3") << 3 << "wbrg" << QSize(96, 64);
        QTest::newRow("4") << 4 << "bwgr" << QSize(96, 64);
        QTest::newRow("5") << 5 << "rbwg" << QSize(64, 96);
        QTest::newRow("6") << 6 << "brgw" << QSize(64, 96);
        QTest::newRow("7") << 7 << "wgrb" << QSize(64, 96);
        QTest::newRow("8") << 8 << "gwbr" << QSize(64, 96);
        QTest::newRow("nonsense") << 77 << "rgwb" << QSize(96, 64);
    }
    void turnsUpright()
    {
        QFETCH(int, orientation);
        QFETCH(QString, expected);
        QFETCH(QSize, size);
        const QByteArray jpeg =
            test::withOrientation(test::encoded(test::quarters(96, 64), "jpeg"), orientation);
        const auto opened = FileDecoder::open(jpeg, {});
        QVERIFY(opened);
        QCOMPARE(opened->pageSizes(), QList<QSize>{size});
        const auto page = opened->page(0);
        QVERIFY(page);
        QCOMPARE(page->fullSize, size);
        QCOMPARE(QSize(page->bgr.cols, page->bgr.rows), size);
        QCOMPARE(corners(page->bgr), expected);
    }

    void decodesRareKinds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const QImage image = test::quarters(64, 48);
        for (const char *format : {"png", "tiff"}) {
            QTest::addRow("%s 16 bit", format)
                << test::encoded(image.convertToFormat(QImage::Format_RGBX64), format) << "rgwb";
            QTest::addRow("%s palette", format)
                << test::encoded(image.convertToFormat(QImage::Format_Indexed8), format) << "rgwb";
        }
        QImage clear(64, 48, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        QTest::newRow("transparent png") << test::encoded(clear, "png") << "wwww";
        QTest::newRow("transparent webp") << test::encoded(clear, "webp", 100) << "wwww";
        QTest::newRow("transparent tiff") << test::encoded(clear, "tiff") << "wwww";
        QImage dark(64, 48, QImage::Format_Grayscale16);
        dark.fill(QColor(20, 20, 20));
        QTest::newRow("16-bit grey png") << test::encoded(dark, "png") << "kkkk";
        QImage white(64, 48, QImage::Format_Mono);
        white.fill(1);
        QTest::newRow("1-bit png") << test::encoded(white, "png") << "wwww";
        QTest::newRow("grey jpeg") << test::encoded(dark.convertToFormat(QImage::Format_Grayscale8), "jpeg")
                                   << "kkkk";
        QTest::newRow("inks") << cmykJpeg(64, 48, false) << "rrrr";
        QTest::newRow("inverted inks") << cmykJpeg(64, 48, true) << "rrrr";
    }
    void decodesRareKinds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const auto opened = FileDecoder::open(bytes, {});
        QVERIFY(opened);
        const auto page = opened->page(0);
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        QCOMPARE(corners(page->bgr), expected);
    }

    void readsTiffPages()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("pages.tiff")).toStdString();
        QVERIFY(
            cv::imwritemulti(file, std::vector<cv::Mat>{cv::Mat(30, 40, CV_8UC3, cv::Scalar(0, 0, 255)),
                                                        cv::Mat(50, 20, CV_8UC3, cv::Scalar(255, 0, 0))}));
        QFile tiff(QString::fromStdString(file));
        QVERIFY(tiff.open(QIODevice::ReadOnly));
        const QByteArray bytes = tiff.readAll();
        const auto opened = FileDecoder::open(bytes, {});
        QVERIFY(opened);
        QCOMPARE(opened->pageSizes(), (QList<QSize>{QSize(40, 30), QSize(20, 50)}));
        QCOMPARE(corners(opened->page(0)->bgr), QStringLiteral("rrrr"));
        QCOMPARE(corners(opened->page(1)->bgr), QStringLiteral("bbbb"));
        policy::Limits one;
        one.pagesPerPdf = 1;
        QCOMPARE(codeOf(bytes, one), QStringLiteral("TooManyPages"));
    }

    void readsPdf()
    {
        const auto opened = FileDecoder::open(test::pdf(2), {});
        QVERIFY(opened);
        QCOMPARE(opened->kind(), QStringLiteral("application/pdf"));
        QCOMPARE(opened->pageCount(), 2);
        const QSize full = opened->pageSizes().first();
        QVERIFY(std::abs(full.width() - 595 * 200 / 72) <= 1);
        QVERIFY(std::abs(full.height() - 842 * 200 / 72) <= 1);
        const auto page = opened->page(1);
        QVERIFY(page);
        QCOMPARE(page->fullSize, full);
        const double perPoint = 200.0 / 72;
        const cv::Rect drawn(int(72 * perPoint), int(300 * perPoint), int(144 * perPoint),
                             int(144 * perPoint));
        QCOMPARE(corners(page->bgr(drawn)), QStringLiteral("rgwb"));
        const auto words = opened->words(1);
        QVERIFY(words);
        QCOMPARE(words->size(), 2);
        QCOMPARE(words->at(0).text, QStringLiteral("Invoice"));
        QCOMPARE(words->at(1).text, QStringLiteral("2024"));
        QVERIFY(words->at(0).spaceAfter);
        // The baseline stands 144 points from the top, the text starts 72 from the left.
        QVERIFY(words->at(0).box.contains(QPointF(72 + 10, 144 - 8) * perPoint));
        QVERIFY(!words->at(0).box.contains(words->at(1).box.center()));
    }

    void clampsHugePages()
    {
        const auto opened = FileDecoder::open(test::pdf(1, {14'000, 14'000}), {});
        QVERIFY(opened);
        const QSize full = opened->pageSizes().first();
        QVERIFY(qint64{full.width()} * full.height() <= policy::Limits{}.pixelsPerPicture);
        const auto page = opened->page(0);
        QVERIFY(page);
        QVERIFY(std::max(page->bgr.cols, page->bgr.rows) <= workingLongSide);
        QCOMPARE(page->scale, double(page->bgr.cols) / full.width());
    }

    void boundsWorkingPicture_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QImage image = test::quarters(13'000, 700);
        for (const char *format : {"jpeg", "png", "webp", "tiff"})
            QTest::addRow("%s", format) << test::encoded(image, format);
    }
    void boundsWorkingPicture()
    {
        QFETCH(QByteArray, bytes);
        const auto opened = FileDecoder::open(bytes, {});
        QVERIFY(opened);
        const auto page = opened->page(0);
        QVERIFY(page);
        QCOMPARE(page->fullSize, QSize(13'000, 700));
        QVERIFY(page->bgr.cols <= workingLongSide);
        QVERIFY(page->bgr.cols > workingLongSide / 3);
        QVERIFY(std::abs(page->bgr.rows - 700 * page->scale) <= 1);
        QCOMPARE(corners(page->bgr), QStringLiteral("rgwb"));
    }

    void keepsLimits()
    {
        const QByteArray png = test::encoded(test::quarters(100, 100), "png");
        policy::Limits limits;
        limits.pixelsPerPicture = 9'999;
        QCOMPARE(codeOf(png, limits), QStringLiteral("TooManyPixels"));
        limits.pixelsPerPicture = 10'000;
        QCOMPARE(codeOf(png, limits), QStringLiteral("ok"));
        limits.bytesPerFile = png.size() - 1;
        QCOMPARE(codeOf(png, limits), QStringLiteral("FileTooLarge"));
        policy::Limits pages;
        pages.pagesPerPdf = 2;
        QCOMPARE(codeOf(test::pdf(3), pages), QStringLiteral("TooManyPages"));
        QCOMPARE(codeOf(test::pdf(2), pages), QStringLiteral("ok"));
    }

    void decodesTwelveMegapixels()
    {
        cv::Mat scene(3000, 4000, CV_8UC3);
        cv::theRNG().state = 1;
        cv::randu(scene, 0, 255);
        cv::GaussianBlur(scene, scene, {}, 2);
        std::vector<uchar> jpeg;
        QVERIFY(cv::imencode(".jpg", scene, jpeg, {cv::IMWRITE_JPEG_QUALITY, 92}));
        QElapsedTimer timer;
        timer.start();
        const auto opened = FileDecoder::open(
            QByteArray(reinterpret_cast<const char *>(jpeg.data()), qsizetype(jpeg.size())), {});
        QVERIFY(opened && opened->page(0));
        qInfo("12-megapixel JPEG: %lld ms", timer.elapsed());
    }
};

QTEST_MAIN(TestDecoder)
#include "test_decoder.moc"
