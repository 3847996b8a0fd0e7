// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/file_decoder.h"
#include "tests/image/support/drawn.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

using namespace scrutineer;
using namespace scrutineer::image;

namespace {

constexpr quint32 seed = 20'240'601;
constexpr int mutations = 200;

QString codeOf(const QByteArray &bytes)
{
    const auto opened = FileDecoder::open(bytes, {});
    if (!opened)
        return toName(opened.error().code);
    for (int index = 0; index < opened->pageCount(); ++index) {
        const auto page = opened->page(index);
        if (!page)
            return toName(page.error().code);
        if (!opened->words(index))
            return QStringLiteral("words");
    }
    return QStringLiteral("ok");
}

/// A photo-like picture: every byte of the file matters.
QImage busyPicture()
{
    QImage image(160, 120, QImage::Format_RGB32);
    QRandomGenerator random(seed);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x + int(random.bounded(40)), y * 2, int(random.bounded(256))));
    }
    return image;
}

QByteArray progressiveJpeg()
{
    const QImage image = busyPicture();
    const cv::Mat bgra(image.height(), image.width(), CV_8UC4, const_cast<uchar *>(image.constBits()),
                       std::size_t(image.bytesPerLine()));
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgra, bytes, {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

void addFormats()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *format : {"jpeg", "png", "tiff", "webp"})
        QTest::addRow("%s", format) << test::encoded(busyPicture(), format);
    QTest::newRow("packed tiff") << test::encoded(busyPicture(), "tiff", 90, 1);
    QTest::newRow("lossless webp") << test::encoded(busyPicture(), "webp", 100);
    QTest::newRow("progressive jpeg") << progressiveJpeg();
    QTest::newRow("pdf") << test::pdf(2);
}

QByteArray handWrittenPdf(const QByteArray &objects, const QByteArray &trailer)
{
    const QByteArray start = "%PDF-1.4\n";
    const QByteArray body = start + objects;
    return body + "xref\n0 1\n0000000000 65535 f \ntrailer\n" + trailer + "\nstartxref\n" +
           QByteArray::number(body.size()) + "\n%%EOF\n";
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void findsWhatIsCutOff_data() { addFormats(); }
    void findsWhatIsCutOff()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(codeOf(bytes), QStringLiteral("ok"));
        for (int step = 0; step < mutations; ++step) {
            const qsizetype length = bytes.size() * step / mutations;
            const QString code = codeOf(bytes.left(length));
            const QStringList clear{QStringLiteral("FileDamaged"), QStringLiteral("FileEmpty"),
                                    QStringLiteral("KindUnsupported")};
            QVERIFY2(clear.contains(code),
                     qPrintable(QStringLiteral("%1 of %2: %3").arg(length).arg(bytes.size()).arg(code)));
        }
        const bool isPdf = FileDecoder::sniff(bytes) == QLatin1StringView("application/pdf");
        for (int missing = 1; missing <= 16 && !isPdf; ++missing)
            QCOMPARE(codeOf(bytes.chopped(missing)), QStringLiteral("FileDamaged"));
        if (isPdf) // less than the end mark may be missing, but not the mark
            QCOMPARE(codeOf(bytes.chopped(6)), QStringLiteral("FileDamaged"));
    }

    void survivesFlippedBits_data() { addFormats(); }
    void survivesFlippedBits()
    {
        QFETCH(QByteArray, bytes);
        QRandomGenerator random(seed);
        QHash<QString, int> outcomes;
        for (int step = 0; step < mutations; ++step) {
            QByteArray mutated = bytes;
            const int flips = 1 + int(random.bounded(8));
            for (int flip = 0; flip < flips; ++flip) {
                const auto at = qsizetype(random.bounded(quint32(mutated.size())));
                mutated[at] = char(mutated.at(at) ^ (1 << random.bounded(8)));
            }
            ++outcomes[codeOf(mutated)];
        }
        const QStringList clear{QStringLiteral("ok"),
                                QStringLiteral("FileDamaged"),
                                QStringLiteral("TooManyPixels"),
                                QStringLiteral("TooManyPages"),
                                QStringLiteral("KindUnsupported"),
                                QStringLiteral("FileEncrypted"),
                                QStringLiteral("OutOfMemory")};
        for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it)
            QVERIFY2(clear.contains(it.key()), qPrintable(it.key()));
        const bool hasChecks =
            FileDecoder::sniff(bytes) != QLatin1StringView("image/tiff"); // bare pixels have none
        QVERIFY(outcomes.value(QStringLiteral("FileDamaged")) > 0 || !hasChecks);
        qInfo() << outcomes;
    }

    void refusesAtOnce_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("65,000 x 65,000 PNG") << test::pngOfSize(65'000, 65'000) << "TooManyPixels";
        QTest::newRow("largest PNG header") << test::pngOfSize(0x7fff'ffff, 0x7fff'ffff) << "TooManyPixels";
        QTest::newRow("PNG whose pixels are missing") << test::pngOfSize(14'000, 14'000) << "FileDamaged";
        QTest::newRow("empty file") << QByteArray() << "FileEmpty";
        QTest::newRow("text named .jpg")
            << QByteArray("I am a letter, whatever my name says.\n") << "KindUnsupported";
        QTest::newRow("three bytes of a JPEG") << QByteArray("\xff\xd8\xff") << "FileDamaged";
        QTest::newRow("a program") << QByteArray("\x7f"
                                                 "ELF\2\1\1")
                                   << "KindUnsupported";
        QTest::newRow("encrypted PDF")
            << handWrittenPdf("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
                              "0/Kids[]>>endobj\n",
                              "<</Size 3/Root 1 0 "
                              "R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
                              "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" +
                                  QByteArray(64, '3') + ">/U<" + QByteArray(64, '4') + ">>>>>")
            << "FileEncrypted";
        QTest::newRow("PDF of a billion objects")
            << handWrittenPdf("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                              "2 0 obj<</Type/Pages/Count 1000000000/Kids[2 0 R 2 0 R]>>endobj\n",
                              "<</Size 1000000000/Root 1 0 R/Prev 0>>")
            << "FileDamaged";
        QTest::newRow("PDF without pages") << handWrittenPdf("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 "
                                                             "0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n",
                                                             "<</Size 3/Root 1 0 R>>")
                                           << "FileDamaged";
        QTest::newRow("PDF header alone") << QByteArray("%PDF-1.7\n") << "FileDamaged";
    }
    void refusesAtOnce()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(codeOf(bytes), code);
        QVERIFY2(timer.elapsed() < 3'000 * SCRUTINEER_PATIENCE, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(TestHostile)
#include "test_hostile.moc"
