// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/image/support/drawn.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QtEndian>

#include <cstdlib>

namespace scrutineer::image::test {

QImage quarters(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    const int halfWidth = width / 2;
    const int halfHeight = height / 2;
    painter.fillRect(0, 0, halfWidth, halfHeight, Qt::red);
    painter.fillRect(halfWidth, 0, width - halfWidth, halfHeight, Qt::green);
    painter.fillRect(0, halfHeight, halfWidth, height - halfHeight, Qt::blue);
    painter.fillRect(halfWidth, halfHeight, width - halfWidth, height - halfHeight, Qt::white);
    return image;
}

QByteArray encoded(const QImage &image, const char *format, int quality, int compression)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    if (compression > 0)
        writer.setCompression(compression);
    if (!writer.write(image))
        qFatal("Qt has no writer for %s", format);
    return bytes;
}

QByteArray pdf(int pages, const QSizeF &points)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 24));
        painter.drawText(QPointF(72, 144), QStringLiteral("Invoice 2024"));
        painter.drawImage(QRectF(72, 300, 144, 144), quarters(64, 64));
    }
    painter.end();
    return bytes;
}

QByteArray withOrientation(const QByteArray &jpeg, int orientation)
{
    QByteArray exif("Exif\0\0II*\0\x08\0\0\0", 14); // little-endian TIFF, the first directory at 8
    exif.append(QByteArray("\x01\0\x12\x01\x03\0\x01\0\0\0", 10)); // one entry: 0x0112, SHORT, one value
    exif.append(char(orientation));
    exif.append(QByteArray(3 + 4, '\0')); // padding, no further directory
    QByteArray marker("\xff\xe1", 2);
    const auto length = qToBigEndian(quint16(exif.size() + 2));
    marker.append(reinterpret_cast<const char *>(&length), 2);
    return jpeg.left(2) + marker + exif + jpeg.mid(2);
}

QByteArray pngOfSize(quint32 width, quint32 height)
{
    QByteArray png = encoded(quarters(1, 1), "png");
    const auto chunk = [](QByteArray type, const QByteArray &data) {
        type.append(data);
        quint32 crc = 0xffff'ffff;
        for (const char byte : type) {
            crc ^= uchar(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ (crc & 1 ? 0xedb8'8320U : 0U);
        }
        const auto length = qToBigEndian(quint32(data.size()));
        const auto check = qToBigEndian(crc ^ 0xffff'ffff);
        return QByteArray(reinterpret_cast<const char *>(&length), 4) + type +
               QByteArray(reinterpret_cast<const char *>(&check), 4);
    };
    QByteArray header(8, '\0');
    qToBigEndian(width, header.data());
    qToBigEndian(height, header.data() + 4);
    header.append(QByteArray("\x08\x02\0\0\0", 5)); // eight bits, RGB
    const QByteArray body = qCompress(QByteArray(1 << 16, '\0')).mid(4);
    return png.left(8) + chunk("IHDR", header) + chunk("IDAT", body) + chunk("IEND", {});
}

} // namespace scrutineer::image::test
