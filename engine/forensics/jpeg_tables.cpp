// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/jpeg_tables.h"

#include "engine/image/formats/jpeg_source.h"

#include <algorithm>
#include <iterator>

namespace scrutineer::forensics {

namespace {
/// The library's own tables for a quality; nothing is compressed with it.
class StandardTables
{
public:
    StandardTables()
    {
        m_info.err = jpeg_std_error(&m_errors);
        jpeg_create_compress(&m_info);
        m_info.in_color_space = JCS_YCbCr;
        m_info.input_components = 3;
        jpeg_set_defaults(&m_info);
    }
    StandardTables(const StandardTables &) = delete;
    StandardTables &operator=(const StandardTables &) = delete;
    ~StandardTables() { jpeg_destroy_compress(&m_info); }

    [[nodiscard]] bool areThose(int quality, const JQUANT_TBL &luma, const JQUANT_TBL &chroma)
    {
        jpeg_set_quality(&m_info, quality, TRUE);
        return isSame(*m_info.quant_tbl_ptrs[0], luma) && isSame(*m_info.quant_tbl_ptrs[1], chroma);
    }

private:
    static bool isSame(const JQUANT_TBL &a, const JQUANT_TBL &b)
    {
        return std::equal(std::begin(a.quantval), std::end(a.quantval), std::begin(b.quantval));
    }

    jpeg_compress_struct m_info{};
    jpeg_error_mgr m_errors{};
};

std::optional<int> standardQualityOf(const JQUANT_TBL &luma, const JQUANT_TBL &chroma)
{
    StandardTables standard;
    for (int quality = 100; quality >= 1; --quality) {
        if (standard.areThose(quality, luma, chroma))
            return quality;
    }
    return std::nullopt;
}
} // namespace

std::optional<JpegTables> readJpegTables(const QByteArray &bytes)
{
    image::JpegSource source(bytes);
    if (!source.readHeader())
        return std::nullopt;
    const jpeg_decompress_struct &info = source.info();
    if (info.jpeg_color_space != JCS_YCbCr || info.num_components != 3)
        return std::nullopt;
    const auto tableOf = [&](int component) -> const JQUANT_TBL * {
        const int table = info.comp_info[component].quant_tbl_no;
        return table >= 0 && table < NUM_QUANT_TBLS ? info.quant_tbl_ptrs[table] : nullptr;
    };
    JpegTables tables{source.storedSize(), info.progressive_mode == TRUE, std::nullopt};
    if (tableOf(0) && tableOf(1))
        tables.standardQuality = standardQualityOf(*tableOf(0), *tableOf(1));
    return tables;
}

} // namespace scrutineer::forensics
