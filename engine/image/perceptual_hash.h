// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>

namespace scrutineer::image {

/// 64-bit DCT hash of a picture (CV_8UC3 or CV_8UC1): grey, 32 x 32, the 8 x 8 lowest frequencies behind row
/// and column 0, each bit telling whether one is above their median (C. Zauner, "Implementation and
/// Benchmarking of Perceptual Image Hash Functions", 2010, section 3.2.1). The same picture under other bytes
/// differs in few bits. 0 for an empty picture.
[[nodiscard]] std::uint64_t perceptualHash(const cv::Mat &picture);

/// Bits in which two hashes differ, 0 to 64.
[[nodiscard]] int hashDistance(std::uint64_t a, std::uint64_t b);

} // namespace scrutineer::image
