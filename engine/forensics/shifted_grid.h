// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <opencv2/core.hpp>

namespace scrutineer::forensics {

/// Parts that were compressed as JPEG on a block grid of their own before they came into the picture, as cue
/// "grid": on that grid, and on no other, the part's DCT coefficients lie near multiples of the earlier steps
/// (Bianchi and Piva 2012). The score is the evidence of the clearest part in nats, above the best of the
/// other grids. What the whole document shows is no part: pictures are cut. luma: CV_8U, the picture as its
/// file stores it (whose own grid starts at 0, 0); document: where to look, pixels; empty: everywhere.
[[nodiscard]] QList<facts::EditingCue> gridCues(const cv::Mat &luma, const QPolygonF &document);

} // namespace scrutineer::forensics
