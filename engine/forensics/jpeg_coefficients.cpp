// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/jpeg_coefficients.h"

#include "engine/image/formats/jpeg_source.h"

namespace scrutineer::forensics {

namespace {
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
    image::JpegSource source(bytes);
    if (!source.readHeader() || !hasFullLuma(source.info()))
        return std::nullopt;
    JpegCoefficients result;
    result.size = source.storedSize();
    if (qint64{result.size.width()} * result.size.height() > mostPixels || !source.readCoefficients())
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
        const JBLOCKROW blocks = source.lumaRow(unsigned(row));
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
