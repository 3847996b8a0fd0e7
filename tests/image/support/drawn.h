// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <opencv2/core.hpp>

namespace scrutineer::image::test {

/// A picture whose four quarters are red, green (right), blue (below), white: shows every turn and mirror.
[[nodiscard]] QImage quarters(int width, int height);

/// Encodes with Qt's writers: "jpeg", "png", "tiff" (compression 1: LZW), "webp". Ends the program where Qt
/// cannot.
[[nodiscard]] QByteArray encoded(const QImage &image, const char *format, int quality = 90,
                                 int compression = 0);

/// A PDF of `pages` pages, points wide and high, with a line of text and a picture on each.
[[nodiscard]] QByteArray pdf(int pages, const QSizeF &points = {595, 842});

/// The JPEG with an EXIF block that holds the orientation tag.
[[nodiscard]] QByteArray withOrientation(const QByteArray &jpeg, int orientation);

/// A PNG header of any size, with a whole but empty body behind it.
[[nodiscard]] QByteArray pngOfSize(quint32 width, quint32 height);

} // namespace scrutineer::image::test
