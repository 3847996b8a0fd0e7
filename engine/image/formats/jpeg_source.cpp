// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/jpeg_source.h"

#include "engine/image/formats/upright.h"

#include <algorithm>
#include <cstring>
#include <jerror.h>

namespace scrutineer::image {

namespace {
constexpr int maximalScans = 200; ///< of a progressive file; cameras write ten, an attack thousands
constexpr int scaleSteps = 8;     ///< libjpeg shrinks by eighths while it decodes
} // namespace

JpegSource::JpegSource(const QByteArray &bytes) : m_bytes(bytes)
{
    m_info.err = jpeg_std_error(&m_errors.base);
    m_errors.base.error_exit = onError;
    m_errors.base.emit_message = onMessage;
    m_errors.base.output_message = [](j_common_ptr) {};
    m_progress.progress_monitor = onProgress;
}

JpegSource::~JpegSource()
{
    if (m_created)
        jpeg_destroy_decompress(&m_info);
}

bool JpegSource::readHeader()
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

bool JpegSource::start()
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

bool JpegSource::readRows(cv::Mat *rows)
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

bool JpegSource::readCoefficients()
{
    if (setjmp(m_errors.jump))
        return false;
    m_coefficients = jpeg_read_coefficients(&m_info);
    return m_coefficients != nullptr;
}

JBLOCKROW JpegSource::lumaRow(unsigned index)
{
    if (setjmp(m_errors.jump))
        return nullptr;
    return m_info.mem->access_virt_barray(reinterpret_cast<j_common_ptr>(&m_info), m_coefficients[0], index,
                                          1, FALSE)[0];
}

int JpegSource::orientation() const
{
    constexpr std::size_t prefix = 6; // "Exif", 0, 0
    for (const jpeg_marker_struct *marker = m_info.marker_list; marker; marker = marker->next) {
        if (marker->marker == JPEG_APP0 + 1 && marker->data_length > prefix &&
            std::memcmp(marker->data, "Exif\0", prefix) == 0)
            return exifOrientation({marker->data + prefix, marker->data_length - prefix});
    }
    return uprightOrientation;
}

Error JpegSource::error() const
{
    const char *detail = m_errors.cutShort ? "cut short" : "not a whole JPEG";
    return {m_errors.code, {}, QLatin1StringView(detail)};
}

void JpegSource::onError(j_common_ptr info)
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
void JpegSource::onMessage(j_common_ptr info, int level)
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

void JpegSource::onProgress(j_common_ptr info)
{
    if (info->is_decompressor && reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > maximalScans)
        std::longjmp(errorsOf(info).jump, 1);
}

} // namespace scrutineer::image
