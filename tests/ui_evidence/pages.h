// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/display_page.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace scrutineer::ui::testing {

inline QByteArray jpeg(const QImage &image, int quality = 85)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    return bytes;
}

/// What the worker makes of a picture: a display of at most 4,096 pixels and a preview of at most 1,024.
inline facts::DisplayPage pageOf(const QImage &picture, const QString &path, int page = 0)
{
    const auto bounded = [&picture](int side) {
        return qMax(picture.width(), picture.height()) <= side
                   ? picture
                   : picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    };
    return {path, page, picture.size(), jpeg(bounded(4096)), jpeg(bounded(1024), 80)};
}

/// A picture whose left half is red and right half blue, with a white square of a tenth in its top left
/// corner.
inline QImage drawn(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    painter.fillRect(size.width() / 2, 0, size.width() - size.width() / 2, size.height(), Qt::blue);
    painter.fillRect(0, 0, size.width() / 10, size.width() / 10, Qt::white);
    return image;
}

/// As drawn(), with the grain of a photograph, so that it costs as much to decode.
inline QImage grainy(const QSize &size, unsigned seed)
{
    QImage image = drawn(size);
    unsigned state = seed * 2654435761U + 1;
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            const int grain = static_cast<int>(state >> 28U);
            line[x] =
                qRgb(qMax(0, qRed(line[x]) - grain), qMin(255, qGreen(line[x]) + grain), qBlue(line[x]) / 2);
        }
    }
    return image;
}

} // namespace scrutineer::ui::testing
