// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"

#include <opencv2/core.hpp>

namespace scrutineer::samples {

/// What a document lies on, or what is behind it.
enum class Surface { Wood, Cloth, Granite, Laminate, Desk, Sheet, Room };
inline constexpr int surfaceCount = 7;

/// A picture of it, 8UC3, evenly lit.
[[nodiscard]] cv::Mat paintSurface(Surface surface, cv::Size size, Random &random);

} // namespace scrutineer::samples
