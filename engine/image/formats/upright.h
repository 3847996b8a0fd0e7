// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/image/picture.h"
#include "engine/policy/policy.h"

#include <QByteArray>
#include <QSize>

#include <span>

namespace scrutineer::image {

/// EXIF's orientation tag (JEITA CP-3451, 4.6.4): 1 upright, 2 to 4 mirrored and turned, 5 to 8 on its side.
inline constexpr int uprightOrientation = 1;

/// The orientation in an EXIF block (a TIFF structure without the "Exif" prefix); 1 where it holds none or
/// nonsense.
[[nodiscard]] int exifOrientation(std::span<const unsigned char> exif);

/// The size after turning upright.
[[nodiscard]] QSize uprightSize(const QSize &stored, int orientation);

/// The finished picture: `stored` (BGR, possibly shrunk) turned upright; storedSize is the size in the file.
[[nodiscard]] Picture uprightPicture(const cv::Mat &stored, const QSize &storedSize, int orientation);

/// Whether a header's size may be decoded: FileDamaged for an empty one, TooManyPixels above the limit.
[[nodiscard]] Result<void> checkSize(const QSize &size, const policy::Limits &limits);

/// A picture with transparency (CV_8UC4, BGRA, not premultiplied) over white, as CV_8UC3.
[[nodiscard]] cv::Mat overWhite(const cv::Mat &bgra);

} // namespace scrutineer::image
