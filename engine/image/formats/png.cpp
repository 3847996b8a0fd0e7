// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/pages.h"
#include "engine/image/formats/row_shrinker.h"
#include "engine/image/formats/upright.h"

#include <csetjmp>
#include <cstring>
#include <optional>
#include <png.h>
#include <vector>

namespace scrutineer::image {

namespace {

constexpr png_alloc_size_t maximalChunkBytes =
    16'000'000; ///< a text or profile that unpacks to more is an attack

/// libpng around one file. It reports errors by longjmp: no function with a setjmp holds an object of its
/// own.
class PngSource
{
public:
    explicit PngSource(const QByteArray &bytes) : m_bytes(bytes) {}
    PngSource(const PngSource &) = delete;
    PngSource &operator=(const PngSource &) = delete;
    ~PngSource() { png_destroy_read_struct(&m_png, &m_info, nullptr); }

    bool readHeader()
    {
        m_png =
            png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, [](png_structp, png_const_charp) {});
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
        if (!m_info)
            return false;
        if (setjmp(m_jump))
            return false;
        png_set_read_fn(m_png, this, onRead);
        png_set_user_limits(m_png, 0x7fff'ffff, 0x7fff'ffff); // checked against the policy by the caller
        png_set_chunk_malloc_max(m_png, maximalChunkBytes);
        png_read_info(m_png, m_info);
        return true;
    }

    /// Asks for eight bits, blue-green-red, over white.
    bool start()
    {
        if (setjmp(m_jump))
            return false;
        const bool transparent = (png_get_color_type(m_png, m_info) & PNG_COLOR_MASK_ALPHA) != 0 ||
                                 png_get_valid(m_png, m_info, PNG_INFO_tRNS) != 0;
        png_set_expand(m_png);
        png_set_scale_16(m_png);
        png_set_gray_to_rgb(m_png);
        png_set_bgr(m_png);
        if (transparent) {
            png_color_16 white{0, 0xff, 0xff, 0xff, 0xff};
            if (png_get_bit_depth(m_png, m_info) == 16)
                white = {0, 0xffff, 0xffff, 0xffff, 0xffff};
            png_set_background_fixed(m_png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, PNG_FP_1);
        }
        m_passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        return png_get_rowbytes(m_png, m_info) == std::size_t(png_get_image_width(m_png, m_info)) * 3;
    }

    bool readRows(RowShrinker *shrinker, uchar *row)
    {
        if (setjmp(m_jump))
            return false;
        for (png_uint_32 left = png_get_image_height(m_png, m_info); left > 0; --left) {
            png_read_row(m_png, row, nullptr);
            shrinker->add(row);
        }
        png_read_end(m_png, nullptr); // finds what is cut off behind the last row
        return true;
    }

    /// Interlaced files build up the whole picture pass by pass.
    bool readPasses(cv::Mat *whole)
    {
        if (setjmp(m_jump))
            return false;
        for (m_pass = 0; m_pass < m_passes; ++m_pass) {
            for (m_row = 0; m_row < whole->rows; ++m_row)
                png_read_row(m_png, whole->ptr(m_row), nullptr);
        }
        png_read_end(m_png, nullptr);
        return true;
    }

    [[nodiscard]] bool isInterlaced() const { return m_passes > 1; }
    [[nodiscard]] QSize storedSize() const
    {
        return {int(png_get_image_width(m_png, m_info)), int(png_get_image_height(m_png, m_info))};
    }
    [[nodiscard]] int orientation() const
    {
        png_uint_32 length = 0;
        png_bytep exif = nullptr;
        if (png_get_eXIf_1(m_png, m_info, &length, &exif) == 0 || !exif)
            return uprightOrientation;
        return exifOrientation({exif, length});
    }
    [[nodiscard]] Error error() const
    {
        const char *detail = m_cutShort ? "cut short" : "not a whole PNG";
        return {ErrorCode::FileDamaged, {}, QLatin1StringView(detail)};
    }

private:
    [[noreturn]] static void onError(png_structp png, png_const_charp)
    {
        std::longjmp(static_cast<PngSource *>(png_get_error_ptr(png))->m_jump, 1);
    }

    static void onRead(png_structp png, png_bytep to, std::size_t length)
    {
        auto *self = static_cast<PngSource *>(png_get_io_ptr(png));
        if (length > std::size_t(self->m_bytes.size() - self->m_position)) {
            self->m_cutShort = true;
            png_error(png, "cut short");
        }
        std::memcpy(to, self->m_bytes.constData() + self->m_position, length);
        self->m_position += qsizetype(length);
    }

    QByteArray m_bytes;
    qsizetype m_position = 0;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_jump{};
    int m_passes = 1;
    int m_pass = 0;
    int m_row = 0;
    bool m_cutShort = false;
};

class PngPages final : public FileDecoder::Pages
{
public:
    PngPages(QByteArray bytes, QSize stored, int orientation)
        : m_bytes(std::move(bytes)), m_stored(stored), m_orientation(orientation)
    {
    }

    QList<QSize> sizes() const override { return {uprightSize(m_stored, m_orientation)}; }

    Result<Picture> page(int) override
    {
        PngSource source(m_bytes);
        if (!source.readHeader() || !source.start())
            return tl::unexpected(source.error());
        RowShrinker shrinker(m_stored);
        if (source.isInterlaced()) {
            cv::Mat whole(m_stored.height(), m_stored.width(), CV_8UC3);
            if (!source.readPasses(&whole))
                return tl::unexpected(source.error());
            shrinker.add(whole);
        } else {
            std::vector<uchar> row(std::size_t(m_stored.width()) * 3);
            if (!source.readRows(&shrinker, row.data()))
                return tl::unexpected(source.error());
        }
        return uprightPicture(shrinker.picture(), m_stored, m_orientation);
    }

private:
    QByteArray m_bytes;
    QSize m_stored;
    int m_orientation;
};

} // namespace

OpenedPages openPng(const QByteArray &bytes, const policy::Limits &limits)
{
    PngSource source(bytes);
    if (!source.readHeader())
        return tl::unexpected(source.error());
    if (const auto fits = checkSize(source.storedSize(), limits); !fits)
        return tl::unexpected(fits.error());
    return std::make_unique<PngPages>(bytes, source.storedSize(), source.orientation());
}

} // namespace scrutineer::image
