// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/pages.h"
#include "engine/image/formats/upright.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <webp/decode.h>
#include <webp/demux.h>

namespace scrutineer::image {

namespace {

constexpr qsizetype riffHeaderBytes = 8; ///< "RIFF" and the length of what follows

const uint8_t *data(const QByteArray &bytes)
{
    return reinterpret_cast<const uint8_t *>(bytes.constData());
}

int orientationOf(const QByteArray &bytes)
{
    const WebPData whole{data(bytes), std::size_t(bytes.size())};
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> demuxer(WebPDemux(&whole),
                                                                           &WebPDemuxDelete);
    WebPChunkIterator chunk{};
    if (!demuxer || !WebPDemuxGetChunk(demuxer.get(), "EXIF", 1, &chunk))
        return uprightOrientation;
    std::span<const unsigned char> exif(chunk.chunk.bytes, chunk.chunk.size);
    constexpr std::size_t prefix = 6; // some writers keep JPEG's "Exif", 0, 0
    if (exif.size() > prefix && std::equal(exif.begin(), exif.begin() + 4, "Exif"))
        exif = exif.subspan(prefix);
    const int orientation = exifOrientation(exif);
    WebPDemuxReleaseChunkIterator(&chunk);
    return orientation;
}

class WebpPages final : public FileDecoder::Pages
{
public:
    WebpPages(QByteArray bytes, QSize stored, bool transparent)
        : m_bytes(std::move(bytes)), m_stored(stored), m_orientation(orientationOf(m_bytes)),
          m_transparent(transparent)
    {
    }

    QList<QSize> sizes() const override { return {uprightSize(m_stored, m_orientation)}; }

    Result<Picture> page(int) override
    {
        WebPDecoderConfig config;
        if (!WebPInitDecoderConfig(&config))
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("decoder of another version"));
        const double longest = std::max(m_stored.width(), m_stored.height());
        const double scale = std::min(1.0, workingLongSide / longest);
        cv::Mat rows(std::max(1, int(std::lround(m_stored.height() * scale))),
                     std::max(1, int(std::lround(m_stored.width() * scale))),
                     m_transparent ? CV_8UC4 : CV_8UC3);
        config.options.use_scaling = scale < 1;
        config.options.scaled_width = rows.cols;
        config.options.scaled_height = rows.rows;
        config.output.colorspace = m_transparent ? MODE_BGRA : MODE_BGR;
        config.output.is_external_memory = 1;
        config.output.u.RGBA.rgba = rows.data;
        config.output.u.RGBA.stride = int(rows.step);
        config.output.u.RGBA.size = rows.step * std::size_t(rows.rows);
        const VP8StatusCode status = WebPDecode(data(m_bytes), std::size_t(m_bytes.size()), &config);
        if (status == VP8_STATUS_OUT_OF_MEMORY)
            return failure(ErrorCode::OutOfMemory);
        if (status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED)
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("cut short"));
        if (status != VP8_STATUS_OK)
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("not a whole WebP"));
        return uprightPicture(m_transparent ? overWhite(rows) : rows, m_stored, m_orientation);
    }

private:
    QByteArray m_bytes;
    QSize m_stored;
    int m_orientation;
    bool m_transparent;
};

} // namespace

OpenedPages openWebp(const QByteArray &bytes, const policy::Limits &limits)
{
    const auto promised = qFromLittleEndian<quint32>(bytes.constData() + 4);
    if (qint64{promised} + riffHeaderBytes > bytes.size())
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("cut short"));
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data(bytes), std::size_t(bytes.size()), &features) != VP8_STATUS_OK)
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("not a whole WebP"));
    if (features.has_animation)
        return failure(ErrorCode::KindUnsupported, {}, QStringLiteral("animated WebP"));
    const QSize stored(features.width, features.height);
    if (const auto fits = checkSize(stored, limits); !fits)
        return tl::unexpected(fits.error());
    return std::make_unique<WebpPages>(bytes, stored, features.has_alpha != 0);
}

} // namespace scrutineer::image
