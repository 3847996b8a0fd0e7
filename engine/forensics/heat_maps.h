// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/picture.h"

#include <QByteArray>

namespace scrutineer::forensics {

/// Maps for the eye of a reviewer, CV_8U, of the upright page, no larger than longSide: 0 nothing, 255 the
/// most. Empty where the map cannot be made of this file. Any thread.

/// How much a pixel changes when the picture is compressed once more (quality 90): parts with another history
/// stand out, and so do edges. Shown, never judged.
[[nodiscard]] cv::Mat errorLevelMap(const image::Picture &picture, int longSide);
/// The strength of noise where the picture is smooth: 255 is a standard deviation of 8 grey levels.
[[nodiscard]] cv::Mat noiseMap(const image::Picture &picture, int longSide);
/// The evidence that a part lacks the earlier compression of the rest. Empty for a picture without one.
[[nodiscard]] cv::Mat ghostMap(const QByteArray &bytes, const image::Picture &picture, int longSide);

} // namespace scrutineer::forensics
