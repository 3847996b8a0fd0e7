// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/pages.h"
#include "engine/image/formats/upright.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <jerror.h>
#include <jpeglib.h>

namespace scrutineer::image {

namespace {

constexpr int maximalScans = 200; ///< of a progressive file; cameras write ten, an attack thousands
constexpr int scaleSteps = 8;     ///< libjpeg shrinks by eighths while it decodes

/// libjpeg around one file. It reports errors by longjmp: no function with a setjmp holds an object of its
/// own.
class JpegSource
{
public:
    explicit JpegSource(const QByteArray &bytes) : m_bytes(bytes)
    {
        m_info.err = jpeg_std_error(&m_errors.base);
        m_errors.base.error_exit = onError;
        m_errors.base.emit_message = onMessage;
        m_errors.base.output_message = [](j_common_ptr) {};
        m_progress.progress_monitor = onProgress;
    }
    JpegSource(const JpegSource &) = delete;
    JpegSource &operator=(const JpegSource &) = delete;
    ~JpegSource()
    {
        if (m_created)
            jpeg_destroy_decompress(&m_info);
    }

    bool readHeader()
    {
        if (setjmp(m_errors.jump))
            return false;
        jpeg_create_decompress(&m_info);
        m_created = true;
        m_info.progress = &m_progress;
        jpeg_save_markers(&m_info, JPEG_APP0 + 1, 0xffff);
        jpeg_mem_src(&m_info, reinterpret_cast<const unsigned char *>(m_bytes.constData()),
                     ulong(m_bytes.size()));
        return jpeg_read_header(&m_info, TRUE) == JPEG_HEADER_OK;
    }

    /// Sets the output up; outputSize() and channels() hold afterwards.
    bool start()
    {
        if (setjmp(m_errors.jump))
            return false;
        const bool inks = m_info.jpeg_color_space == JCS_CMYK || m_info.jpeg_color_space == JCS_YCCK;
        m_info.out_color_space = inks ? JCS_CMYK : JCS_EXT_BGR;
        m_info.scale_denom = scaleSteps;
        m_info.scale_num = scaleSteps;
        const qint64 longest = std::max(m_info.image_width, m_info.image_height);
        while (m_info.scale_num > 1 &&
               (longest * m_info.scale_num + scaleSteps - 1) / scaleSteps > workingLongSide)
            --m_info.scale_num;
        m_info.dct_method = JDCT_ISLOW;
        return jpeg_start_decompress(&m_info) == TRUE;
    }

    bool readRows(cv::Mat *rows)
    {
        if (setjmp(m_errors.jump))
            return false;
        while (m_info.output_scanline < m_info.output_height) {
            JSAMPROW row = rows->ptr(int(m_info.output_scanline));
            if (jpeg_read_scanlines(&m_info, &row, 1) != 1)
                return false;
        }
        return jpeg_finish_decompress(&m_info) == TRUE; // reads up to the end marker: finds what is cut off
    }

    [[nodiscard]] QSize storedSize() const { return {int(m_info.image_width), int(m_info.image_height)}; }
    [[nodiscard]] cv::Size outputSize() const
    {
        return {int(m_info.output_width), int(m_info.output_height)};
    }
    [[nodiscard]] bool isCmyk() const { return m_info.out_color_space == JCS_CMYK; }
    [[nodiscard]] bool hasAdobeMarker() const { return m_info.saw_Adobe_marker == TRUE; }

    [[nodiscard]] int orientation() const
    {
        constexpr std::size_t prefix = 6; // "Exif", 0, 0
        for (const jpeg_marker_struct *marker = m_info.marker_list; marker; marker = marker->next) {
            if (marker->marker == JPEG_APP0 + 1 && marker->data_length > prefix &&
                std::memcmp(marker->data, "Exif\0", prefix) == 0)
                return exifOrientation({marker->data + prefix, marker->data_length - prefix});
        }
        return uprightOrientation;
    }

    [[nodiscard]] Error error() const
    {
        const char *detail = m_errors.cutShort ? "cut short" : "not a whole JPEG";
        return {m_errors.code, {}, QLatin1StringView(detail)};
    }

private:
    struct Errors
    {
        jpeg_error_mgr base{};
        std::jmp_buf jump{};
        ErrorCode code = ErrorCode::FileDamaged;
        bool cutShort = false;
    };

    static Errors &errorsOf(j_common_ptr info) { return *reinterpret_cast<Errors *>(info->err); }

    [[noreturn]] static void onError(j_common_ptr info)
    {
        Errors &errors = errorsOf(info);
        switch (errors.base.msg_code) {
        case JERR_OUT_OF_MEMORY:
        case JERR_NO_BACKING_STORE:
            errors.code = ErrorCode::OutOfMemory;
            break;
        case JERR_ARITH_NOTIMPL:
        case JERR_BAD_PRECISION:
        case JERR_SOF_UNSUPPORTED:
        case JERR_CONVERSION_NOTIMPL:
            errors.code = ErrorCode::KindUnsupported;
            break;
        default:
            errors.code = ErrorCode::FileDamaged;
        }
        std::longjmp(errors.jump, 1);
    }

    /// Warnings that mean lost pixels end the decoding; the library would fill the rest with grey.
    static void onMessage(j_common_ptr info, int level)
    {
        if (level >= 0)
            return;
        Errors &errors = errorsOf(info);
        switch (errors.base.msg_code) {
        case JWRN_JPEG_EOF:
            errors.cutShort = true;
            [[fallthrough]];
        case JWRN_HIT_MARKER:
        case JWRN_HUFF_BAD_CODE:
        case JWRN_MUST_RESYNC:
            std::longjmp(errors.jump, 1);
        default:
            return; // padding between markers and the like: cameras write it
        }
    }

    static void onProgress(j_common_ptr info)
    {
        if (info->is_decompressor &&
            reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > maximalScans)
            std::longjmp(errorsOf(info).jump, 1);
    }

    QByteArray m_bytes;
    jpeg_decompress_struct m_info{};
    Errors m_errors;
    jpeg_progress_mgr m_progress{};
    bool m_created = false;
};

/// Adobe's programs write inks inverted; red is then cyan times black.
cv::Mat fromInks(const cv::Mat &inks, bool inverted)
{
    cv::Mat bgr(inks.size(), CV_8UC3);
    for (int row = 0; row < inks.rows; ++row) {
        const auto *from = inks.ptr<cv::Vec4b>(row);
        auto *to = bgr.ptr<cv::Vec3b>(row);
        for (int column = 0; column < inks.cols; ++column) {
            cv::Vec4b ink = from[column];
            if (!inverted)
                ink = cv::Vec4b::all(255) - ink;
            for (int channel = 0; channel < 3; ++channel)
                to[column][channel] = uchar((ink[2 - channel] * ink[3] + 127) / 255);
        }
    }
    return bgr;
}

class JpegPages final : public FileDecoder::Pages
{
public:
    JpegPages(QByteArray bytes, QSize stored, int orientation)
        : m_bytes(std::move(bytes)), m_stored(stored), m_orientation(orientation)
    {
    }

    QList<QSize> sizes() const override { return {uprightSize(m_stored, m_orientation)}; }

    Result<Picture> page(int) override
    {
        JpegSource source(m_bytes);
        if (!source.readHeader() || !source.start())
            return tl::unexpected(source.error());
        cv::Mat rows(source.outputSize(), source.isCmyk() ? CV_8UC4 : CV_8UC3);
        if (!source.readRows(&rows))
            return tl::unexpected(source.error());
        if (source.isCmyk())
            rows = fromInks(rows, source.hasAdobeMarker());
        return uprightPicture(rows, m_stored, m_orientation);
    }

private:
    QByteArray m_bytes;
    QSize m_stored;
    int m_orientation;
};

} // namespace

OpenedPages openJpeg(const QByteArray &bytes, const policy::Limits &limits)
{
    JpegSource source(bytes);
    if (!source.readHeader())
        return tl::unexpected(source.error());
    if (const auto fits = checkSize(source.storedSize(), limits); !fits)
        return tl::unexpected(fits.error());
    return std::make_unique<JpegPages>(bytes, source.storedSize(), source.orientation());
}

} // namespace scrutineer::image
