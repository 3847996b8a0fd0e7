// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/jpeg_coefficients.h"

#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>

namespace scrutineer::forensics {

namespace {
constexpr int maximalScans = 200; ///< of a progressive file, as in the decoder

/// Rows and columns of the zigzag (ITU-T T.81, figure A.6), without DC.
constexpr std::array<std::array<int, 2>, keptModes> zigzag{{{0, 1},
                                                            {1, 0},
                                                            {2, 0},
                                                            {1, 1},
                                                            {0, 2},
                                                            {0, 3},
                                                            {1, 2},
                                                            {2, 1},
                                                            {3, 0},
                                                            {4, 0},
                                                            {3, 1},
                                                            {2, 2},
                                                            {1, 3},
                                                            {0, 4}}};

/// libjpeg around one file. It reports errors by longjmp: no function with a setjmp holds an object of its
/// own.
class Source
{
public:
    explicit Source(const QByteArray &bytes) : m_bytes(bytes)
    {
        m_info.err = jpeg_std_error(&m_errors.base);
        m_errors.base.error_exit = [](j_common_ptr info) {
            std::longjmp(reinterpret_cast<Errors *>(info->err)->jump, 1);
        };
        m_errors.base.emit_message = [](j_common_ptr, int) {};
        m_errors.base.output_message = [](j_common_ptr) {};
        m_progress.progress_monitor = [](j_common_ptr info) {
            if (info->is_decompressor &&
                reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > maximalScans)
                std::longjmp(reinterpret_cast<Errors *>(info->err)->jump, 1);
        };
    }
    Source(const Source &) = delete;
    Source &operator=(const Source &) = delete;
    ~Source()
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
        jpeg_mem_src(&m_info, reinterpret_cast<const unsigned char *>(m_bytes.constData()),
                     ulong(m_bytes.size()));
        return jpeg_read_header(&m_info, TRUE) == JPEG_HEADER_OK;
    }

    bool readAll()
    {
        if (setjmp(m_errors.jump))
            return false;
        m_arrays = jpeg_read_coefficients(&m_info);
        return m_arrays != nullptr;
    }

    /// One row of luma blocks; null where it cannot be had.
    JBLOCKROW row(unsigned index)
    {
        if (setjmp(m_errors.jump))
            return nullptr;
        return m_info.mem->access_virt_barray(reinterpret_cast<j_common_ptr>(&m_info), m_arrays[0], index, 1,
                                              FALSE)[0];
    }

    [[nodiscard]] const jpeg_decompress_struct &info() const { return m_info; }

private:
    struct Errors
    {
        jpeg_error_mgr base{};
        std::jmp_buf jump{};
    };

    QByteArray m_bytes;
    jpeg_decompress_struct m_info{};
    Errors m_errors;
    jpeg_progress_mgr m_progress{};
    jvirt_barray_ptr *m_arrays = nullptr;
    bool m_created = false;
};

bool hasFullLuma(const jpeg_decompress_struct &info)
{
    const bool isLuma = info.jpeg_color_space == JCS_YCbCr || info.jpeg_color_space == JCS_GRAYSCALE;
    return isLuma && info.comp_info[0].h_samp_factor == info.max_h_samp_factor &&
           info.comp_info[0].v_samp_factor == info.max_v_samp_factor;
}
} // namespace

cv::Point modePlace(int mode)
{
    return {zigzag.at(std::size_t(mode))[1], zigzag.at(std::size_t(mode))[0]};
}

std::optional<JpegCoefficients> readCoefficients(const QByteArray &bytes, qint64 mostPixels)
{
    Source source(bytes);
    if (!source.readHeader() || !hasFullLuma(source.info()))
        return std::nullopt;
    JpegCoefficients result;
    result.size = QSize(int(source.info().image_width), int(source.info().image_height));
    if (qint64{result.size.width()} * result.size.height() > mostPixels || !source.readAll())
        return std::nullopt;
    const jpeg_component_info &luma = source.info().comp_info[0];
    if (!luma.quant_table)
        return std::nullopt;
    std::array<std::size_t, keptModes> places{};
    for (std::size_t mode = 0; mode < keptModes; ++mode) {
        places[mode] = std::size_t(zigzag[mode][0] * blockSide + zigzag[mode][1]);
        result.steps[mode] = int(luma.quant_table->quantval[places[mode]]);
    }
    const int rows = int(result.size.height() + blockSide - 1) / blockSide;
    const int columns = int(result.size.width() + blockSide - 1) / blockSide;
    result.modes.create(rows, columns, CV_16SC(keptModes));
    for (int row = 0; row < rows; ++row) {
        const JBLOCKROW blocks = source.row(unsigned(row));
        if (!blocks)
            return std::nullopt;
        auto *to = result.modes.ptr<std::int16_t>(row);
        for (int column = 0; column < columns; ++column) {
            for (std::size_t mode = 0; mode < keptModes; ++mode)
                *to++ = blocks[column][places[mode]];
        }
    }
    return result;
}

} // namespace scrutineer::forensics
