// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/jpeg_source.h"
#include "engine/image/formats/pages.h"
#include "engine/image/formats/upright.h"

namespace scrutineer::image {

namespace {

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
