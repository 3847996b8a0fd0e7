// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/file_decoder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>
#include <png.h>
#include <sys/resource.h>
#include <vector>

using namespace scrutineer;
using namespace scrutineer::image;

namespace {

constexpr int width = 16'320;
constexpr int height = 12'240; // 199.8 megapixels

void fillRow(int row, int channels, std::vector<uchar> *pixels)
{
    for (int x = 0; x < width; ++x) {
        for (int channel = 0; channel < channels; ++channel)
            (*pixels)[std::size_t(x * channels + channel)] = uchar((x >> (3 + channel)) ^ (row >> 4));
    }
}

QByteArray hugeJpeg(bool progressive)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    uchar *buffer = nullptr;
    ulong length = 0;
    jpeg_mem_dest(&info, &buffer, &length);
    info.image_width = width;
    info.image_height = height;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    if (progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    std::vector<uchar> row(std::size_t(width) * 3);
    while (info.next_scanline < info.image_height) {
        fillRow(int(info.next_scanline), 3, &row);
        JSAMPROW pointer = row.data();
        jpeg_write_scanlines(&info, &pointer, 1);
    }
    jpeg_finish_compress(&info);
    const QByteArray bytes(reinterpret_cast<const char *>(buffer), qsizetype(length));
    jpeg_destroy_compress(&info);
    std::free(buffer);
    return bytes;
}

QByteArray hugePng(int bits, bool transparent)
{
    QByteArray bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &bytes,
        [](png_structp self, png_bytep data, std::size_t length) {
            static_cast<QByteArray *>(png_get_io_ptr(self))
                ->append(reinterpret_cast<const char *>(data), qsizetype(length));
        },
        nullptr);
    png_set_IHDR(png, info, width, height, bits, transparent ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, 1);
    png_set_filter(png, 0, PNG_FILTER_UP);
    png_write_info(png, info);
    const int channels = (transparent ? 4 : 3) * bits / 8;
    std::vector<uchar> row(std::size_t(width) * std::size_t(channels));
    for (int y = 0; y < height; ++y) {
        if (y % 16 == 0)
            fillRow(y, channels, &row);
        png_write_row(png, row.data());
    }
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

qint64 peakMegabytes(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(line.indexOf(':') + 1).simplified().split(' ').first().toLongLong() / 1024;
    }
    return -1;
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5"); // the kernel forgets VmHWM
}

} // namespace

class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesInsideLimit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("jpeg") << hugeJpeg(false);
        QTest::newRow("progressive jpeg") << hugeJpeg(true);
        QTest::newRow("png") << hugePng(8, false);
        QTest::newRow("16-bit transparent png") << hugePng(16, true);
    }
    void decodesInsideLimit()
    {
#ifdef SCRUTINEER_SANITIZED
        QSKIP("AddressSanitizer reserves more address space than the limit allows.");
#endif
        QFETCH(QByteArray, bytes);
        rlimit before{};
        getrlimit(RLIMIT_AS, &before);
        rlimit limit = before;
        limit.rlim_cur = rlim_t(policy::Limits{}.memoryBytes);
        QCOMPARE(setrlimit(RLIMIT_AS, &limit), 0);
        forgetPeak();
        QElapsedTimer timer;
        timer.start();
        const auto opened = FileDecoder::open(bytes, {});
        const auto page = opened ? opened->page(0) : Result<Picture>(tl::unexpected(opened.error()));
        const qint64 elapsed = timer.elapsed();
        setrlimit(RLIMIT_AS, &before);
        QVERIFY2(page, page ? "" : qPrintable(toName(page.error().code)));
        QCOMPARE(page->fullSize, QSize(width, height));
        QVERIFY(page->bgr.cols <= workingLongSide);
        const qint64 resident = peakMegabytes("VmHWM");
        qInfo("%lld MB file, %d x %d: %lld ms, at most %lld MB resident", qint64(bytes.size() / 1'000'000),
              page->bgr.cols, page->bgr.rows, elapsed, resident);
        QVERIFY(resident < policy::Limits{}.memoryBytes / 1'000'000);
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
