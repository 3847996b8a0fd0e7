// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <opencv2/core.hpp>

namespace scrutineer::image {

inline constexpr int displayJpegQuality =
    88; ///< of 100: artefacts cannot be told from the camera's own at 100 %
inline constexpr int previewJpegQuality = 80;

/// How much is left for a last step that is no whole number: a small one would blur some pixels and not
/// their neighbours.
inline constexpr double leastLastStep = 3;

/// The picture halved as long as `shrink`, by what it is to be made smaller, is `least` or more; shrink is
/// then what is left of it. Halving averages and is ten times faster than any other step, where sides are
/// even.
[[nodiscard]] cv::Mat halved(const cv::Mat &picture, double &shrink, double least = leastLastStep);

/// The picture (CV_8UC3, BGR) no larger than longSide pixels, averaged over areas; the same data where it
/// fits.
[[nodiscard]] cv::Mat shrunk(const cv::Mat &bgr, int longSide);

/// The picture as JPEG with a long side of at most longSide pixels, written anew: no metadata survives.
/// Empty for an empty picture. Any thread.
[[nodiscard]] QByteArray toJpeg(const cv::Mat &bgr, int longSide, int quality);

} // namespace scrutineer::image
