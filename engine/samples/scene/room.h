// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"

#include <opencv2/core.hpp>

namespace scrutineer::samples {

/// What is behind people who take pictures of themselves: walls, windows, furniture, now and then a street;
/// a little askew and out of focus. 8UC3, lit by what stands in it.
[[nodiscard]] cv::Mat paintRoom(cv::Size size, Random &random);

} // namespace scrutineer::samples
