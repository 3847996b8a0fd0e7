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
    double evidence = 0; ///< for an earlier compression, in nats per telling coefficient of the whole picture
    cv::Mat
        blocks; ///< CV_32F, a cell per block as stored: nats for the earlier compression, negative against it
    cv::Mat weights; ///< CV_32F: how many coefficients of the block can tell
};

/// luma: the decoded picture (CV_8U) in whatever orientation, from which the shape of the unquantised
/// histograms is taken. Nothing where no earlier compression shows.
[[nodiscard]] std::optional<CompressionHistory> compressionHistory(const JpegCoefficients &stored,
                                                                   const cv::Mat &luma);

} // namespace scrutineer::forensics
