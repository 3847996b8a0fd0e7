// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/pages.h"
#include "engine/image/formats/row_shrinker.h"
#include "engine/image/formats/upright.h"

#include <algorithm>
#include <cstring>
#include <tiffio.h>
#include <vector>

namespace scrutineer::image {

namespace {

/// A TIFF in memory, read through libtiff's callbacks.
class TiffSource
{
public:
    TiffSource(QByteArray bytes, const policy::Limits &limits) : m_bytes(std::move(bytes))
    {
        TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
        TIFFOpenOptionsSetMaxSingleMemAlloc(options, limits.memoryBytes / 2);
        TIFFOpenOptionsSetErrorHandlerExtR(options, onError, this);
        TIFFOpenOptionsSetWarningHandlerExtR(
            options, [](TIFF *, void *, const char *, const char *, va_list) { return 1; }, nullptr);
        // r: read, m: no memory map
        m_tiff = TIFFClientOpenExt(
            "", "rm", this, onRead, [](thandle_t, void *, tmsize_t) { return tmsize_t{0}; }, onSeek,
            [](thandle_t) { return 0; }, onSize, nullptr, nullptr, options);
        TIFFOpenOptionsFree(options);
    }
    TiffSource(const TiffSource &) = delete;
    TiffSource &operator=(const TiffSource &) = delete;
    ~TiffSource()
    {
        if (m_tiff)
            TIFFClose(m_tiff);
    }

    [[nodiscard]] TIFF *handle() const { return m_tiff; }
    [[nodiscard]] bool failed() const { return m_failed || !m_tiff; }

private:
    static int onError(TIFF *, void *self, const char *, const char *, va_list)
    {
        static_cast<TiffSource *>(self)->m_failed = true;
        return 1; // said: the library prints nothing
    }
    static tmsize_t onRead(thandle_t handle, void *to, tmsize_t length)
    {
        auto *self = static_cast<TiffSource *>(handle);
        const qint64 left = std::max<qint64>(0, self->m_bytes.size() - self->m_position);
        const tmsize_t count = std::clamp<tmsize_t>(length, 0, left);
        std::memcpy(to, self->m_bytes.constData() + self->m_position, std::size_t(count));
        self->m_position += count;
        return count;
    }
    static toff_t onSeek(thandle_t handle, toff_t offset, int whence)
    {
        auto *self = static_cast<TiffSource *>(handle);
        const qint64 base = whence == SEEK_SET   ? 0
                            : whence == SEEK_CUR ? self->m_position
                                                 : self->m_bytes.size();
        const qint64 target = base + qint64(offset);
        if (target < 0 || target > self->m_bytes.size())
            return toff_t(-1);
        self->m_position = target;
        return toff_t(target);
    }
    static toff_t onSize(thandle_t handle)
    {
        return toff_t(static_cast<TiffSource *>(handle)->m_bytes.size());
    }

    QByteArray m_bytes;
    qint64 m_position = 0;
    TIFF *m_tiff = nullptr;
    bool m_failed = false;
};

struct TiffPage
{
    tdir_t directory = 0;
    QSize stored;
    int orientation = uprightOrientation;
};

/// libtiff's raster: red in the lowest byte, colour already multiplied by alpha.
void toBgr(const uint32_t *raster, int count, uchar *bgr)
{
    for (int i = 0; i < count; ++i, bgr += 3) {
        const uint32_t pixel = raster[i];
        const int white = 255 - int(TIFFGetA(pixel));
        bgr[0] = uchar(std::min(255, int(TIFFGetB(pixel)) + white));
        bgr[1] = uchar(std::min(255, int(TIFFGetG(pixel)) + white));
        bgr[2] = uchar(std::min(255, int(TIFFGetR(pixel)) + white));
    }
}

class TiffPages final : public FileDecoder::Pages
{
public:
    TiffPages(QByteArray bytes, policy::Limits limits, QList<TiffPage> pages)
        : m_bytes(std::move(bytes)), m_limits(std::move(limits)), m_pages(std::move(pages))
    {
    }

    QList<QSize> sizes() const override
    {
        QList<QSize> sizes;
        for (const TiffPage &page : m_pages)
            sizes.append(uprightSize(page.stored, page.orientation));
        return sizes;
    }

    Result<Picture> page(int index) override
    {
        const TiffPage &page = m_pages.at(index);
        TiffSource source(m_bytes, m_limits);
        if (source.failed() || !TIFFSetDirectory(source.handle(), page.directory))
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("not a whole TIFF"));
        // The library half-applies the tag, strip by strip; it is applied to the whole page below.
        TIFFSetField(source.handle(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
        char why[1024];
        if (!TIFFRGBAImageOK(source.handle(), why))
            return failure(ErrorCode::KindUnsupported, {}, QStringLiteral("TIFF of a rare kind"));
        RowShrinker shrinker(page.stored);
        const bool whole = TIFFIsTiled(source.handle()) ? readTiles(source.handle(), page.stored, &shrinker)
                                                        : readStrips(source.handle(), page.stored, &shrinker);
        if (!whole || source.failed())
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("not a whole TIFF"));
        return uprightPicture(shrinker.picture(), page.stored, page.orientation);
    }

private:
    static bool readStrips(TIFF *tiff, const QSize &size, RowShrinker *shrinker)
    {
        uint32_t rowsPerStrip = 0;
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &rowsPerStrip);
        const int height = size.height();
        const int rows = int(std::clamp<uint32_t>(rowsPerStrip, 1, uint32_t(height)));
        const int width = size.width();
        std::vector<uint32_t> raster(std::size_t(width) * std::size_t(rows));
        std::vector<uchar> row(std::size_t(width) * 3);
        for (int top = 0; top < height; top += rows) {
            if (!TIFFReadRGBAStripExt(tiff, uint32_t(top), raster.data(), 1))
                return false;
            const int count = std::min(rows, height - top);
            for (int line = 0; line < count; ++line) { // the raster starts at the bottom
                toBgr(raster.data() + std::size_t(count - 1 - line) * std::size_t(width), width, row.data());
                shrinker->add(row.data());
            }
        }
        return true;
    }

    static bool readTiles(TIFF *tiff, const QSize &size, RowShrinker *shrinker)
    {
        uint32_t tileWidth = 0;
        uint32_t tileHeight = 0;
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &tileWidth);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &tileHeight);
        constexpr uint32_t maximalTileSide = 16384; // pixels
        if (tileWidth == 0 || tileHeight == 0 || tileWidth > maximalTileSide || tileHeight > maximalTileSide)
            return false;
        const int width = size.width();
        std::vector<uint32_t> raster(std::size_t(tileWidth) * tileHeight);
        cv::Mat band(int(tileHeight), width, CV_8UC3);
        for (int top = 0; top < size.height(); top += int(tileHeight)) {
            for (int left = 0; left < width; left += int(tileWidth)) {
                if (!TIFFReadRGBATileExt(tiff, uint32_t(left), uint32_t(top), raster.data(), 1))
                    return false;
                const int count = std::min(int(tileWidth), width - left);
                for (int line = 0; line < int(tileHeight); ++line) {
                    toBgr(raster.data() + std::size_t(int(tileHeight) - 1 - line) * tileWidth, count,
                          band.ptr(line) + std::size_t(left) * 3);
                }
            }
            shrinker->add(band.rowRange(0, std::min(int(tileHeight), size.height() - top)));
        }
        return true;
    }

    QByteArray m_bytes;
    policy::Limits m_limits;
    QList<TiffPage> m_pages;
};

TiffPage currentPage(TIFF *tiff)
{
    uint32_t width = 0;
    uint32_t height = 0;
    uint16_t orientation = 0;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
    TiffPage page;
    page.directory = TIFFCurrentDirectory(tiff);
    constexpr uint32_t most = 0x7fff'ffff;
    page.stored = QSize(int(std::min(width, most)), int(std::min(height, most)));
    page.orientation = orientation >= 1 && orientation <= 8 ? orientation : uprightOrientation;
    return page;
}

} // namespace

OpenedPages openTiff(const QByteArray &bytes, const policy::Limits &limits)
{
    const TiffSource source(bytes, limits);
    if (source.failed())
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("not a whole TIFF"));
    QList<TiffPage> pages;
    do {
        uint32_t subfile = 0;
        TIFFGetFieldDefaulted(source.handle(), TIFFTAG_SUBFILETYPE, &subfile);
        if ((subfile & FILETYPE_REDUCEDIMAGE) && !pages.isEmpty())
            continue; // a thumbnail
        const TiffPage page = currentPage(source.handle());
        if (const auto fits = checkSize(page.stored, limits); !fits)
            return tl::unexpected(fits.error());
        pages.append(page);
        if (pages.size() > limits.pagesPerPdf)
            return failure(ErrorCode::TooManyPages, {},
                           QStringLiteral("more than %1").arg(limits.pagesPerPdf));
    } while (TIFFReadDirectory(source.handle()));
    if (source.failed())
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("not a whole TIFF"));
    return std::make_unique<TiffPages>(bytes, limits, pages);
}

} // namespace scrutineer::image
