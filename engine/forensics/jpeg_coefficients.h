// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <optional>

namespace scrutineer::forensics {

inline constexpr int blockSide = 8;  ///< pixels of a JPEG block (ITU-T T.81)
inline constexpr int keptModes = 14; ///< AC modes in zigzag order: where earlier compressions show

/// The luma of a JPEG file as it is stored: quantised, without the rounding of decoding.
struct JpegCoefficients
{
    QSize size;    ///< pixels as stored, before turning upright
    cv::Mat modes; ///< CV_16SC(keptModes), a cell per block: AC modes 1 … keptModes in zigzag order
    std::array<int, keptModes> steps{}; ///< their quantisation steps
};

/// Row and column of a kept mode (0 is the first AC mode) in its block.
[[nodiscard]] cv::Point modePlace(int mode);

/// Nothing where the bytes are no JPEG with a full-size luma, or hold more than mostPixels. Any thread.
[[nodiscard]] std::optional<JpegCoefficients> readCoefficients(const QByteArray &bytes, qint64 mostPixels);

} // namespace scrutineer::forensics
