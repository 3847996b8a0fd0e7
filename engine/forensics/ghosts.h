// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/forensics/jpeg_coefficients.h"
#include "engine/image/picture.h"

#include <array>
#include <optional>

namespace scrutineer::forensics {

/// An earlier JPEG compression of a picture on the same block grid, told by the comb that it leaves in the
/// histogram of each DCT mode (Popescu and Farid 2004), and where single blocks lack it (Lin et al. 2009;
/// Bianchi and Piva 2012): these came later.
struct CompressionHistory
{
    std::array<int, keptModes>
        earlierSteps{};   ///< quantisation steps of the earlier compression; 0: no sign of one
    int tellingModes = 0; ///< modes with a sign
    // A cell per block as stored, CV_32F, nats. Clipped blocks tell nothing and are 0.
    cv::Mat blocks;   ///< log likelihood of the earlier compression: negative against it
    cv::Mat expected; ///< what that would be on average if the block had been compressed earlier
    cv::Mat spread;   ///< its variance then
    cv::Mat without;  ///< what it would be on average if it had not; negative
};

/// stored: the picture's coefficients; decoded: its pixels as stored (CV_8UC3), which tell where clipping
/// broke the histograms; luma: the same in grey (CV_8U), from which the shape of the unquantised ones is
/// taken. Nothing where no earlier compression shows.
[[nodiscard]] std::optional<CompressionHistory>
compressionHistory(const JpegCoefficients &stored, const cv::Mat &decoded, const cv::Mat &luma);

} // namespace scrutineer::forensics
