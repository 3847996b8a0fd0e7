// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <opencv2/core.hpp>

namespace scrutineer::image {

inline constexpr int displayJpegQuality =
    88; ///< of 100: artefacts cannot be told from the camera's own at 100 %
inline constexpr int previewJpegQuality = 80;

/// The picture (CV_8UC3, BGR) no larger than longSide pixels, averaged over areas; the same data where it
/// fits.
[[nodiscard]] cv::Mat shrunk(const cv::Mat &bgr, int longSide);

/// The picture as JPEG with a long side of at most longSide pixels, written anew: no metadata survives.
/// Empty for an empty picture. Any thread.
[[nodiscard]] QByteArray toJpeg(const cv::Mat &bgr, int longSide, int quality);

} // namespace scrutineer::image
