// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QSize>

#include <opencv2/core.hpp>

#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>

namespace scrutineer::image {

/// libjpeg around one JPEG file, for its pixels or for its coefficients. It reports errors by longjmp: no
/// function with a setjmp holds an object of its own. What a call did not do, error() tells.
class JpegSource
{
public:
    explicit JpegSource(const QByteArray &bytes);
    JpegSource(const JpegSource &) = delete;
    JpegSource &operator=(const JpegSource &) = delete;
    ~JpegSource();

    bool readHeader();

    /// Sets decoding up; outputSize() and isCmyk() hold afterwards.
    bool start();
    /// rows: outputSize(), CV_8UC3 (BGR) or CV_8UC4 (inks).
    bool readRows(cv::Mat *rows);

    /// Reads the quantised coefficients, instead of start().
    bool readCoefficients();
    /// One row of blocks of the first component; null where it cannot be had.
    JBLOCKROW lumaRow(unsigned index);

    [[nodiscard]] const jpeg_decompress_struct &info() const { return m_info; }
    [[nodiscard]] QSize storedSize() const { return {int(m_info.image_width), int(m_info.image_height)}; }
    [[nodiscard]] cv::Size outputSize() const
    {
        return {int(m_info.output_width), int(m_info.output_height)};
    }
    [[nodiscard]] bool isCmyk() const { return m_info.out_color_space == JCS_CMYK; }
    [[nodiscard]] bool hasAdobeMarker() const { return m_info.saw_Adobe_marker == TRUE; }
    [[nodiscard]] int orientation() const; ///< EXIF's
    [[nodiscard]] Error error() const;

private:
    struct Errors
    {
        jpeg_error_mgr base{};
        std::jmp_buf jump{};
        ErrorCode code = ErrorCode::FileDamaged;
        bool cutShort = false;
    };

    static Errors &errorsOf(j_common_ptr info) { return *reinterpret_cast<Errors *>(info->err); }
    [[noreturn]] static void onError(j_common_ptr info);
    static void onMessage(j_common_ptr info, int level);
    static void onProgress(j_common_ptr info);

    QByteArray m_bytes;
    jpeg_decompress_struct m_info{};
    Errors m_errors;
    jpeg_progress_mgr m_progress{};
    jvirt_barray_ptr *m_coefficients = nullptr;
    bool m_created = false;
};

} // namespace scrutineer::image
