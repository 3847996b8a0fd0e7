// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <opencv2/core.hpp>

namespace scrutineer::forensics {

inline constexpr int noiseCell = 8; ///< pixels of a cell of the noise map

/// The standard deviation of noise in each cell, grey levels, CV_32F (Immerkaer, "Fast noise variance
/// estimation", 1996, cell by cell); -1 where the cell is clipped to white or black.
[[nodiscard]] cv::Mat noiseLevels(const cv::Mat &luma);

/// Parts of a document that are much quieter than what is around them, as cue "noise", and a background that
/// is much quieter than the document, as cue "backdrop": their scores are the document's noise divided by
/// theirs, where noise survived compression. A blank background around a document that was seen from aside is
/// cue "cutout": degrees from the right angle. document: pixels of the upright page at full size.
/// luma: CV_8U, the picture at full size; levels: its noiseLevels().
[[nodiscard]] QList<facts::EditingCue> noiseCues(const cv::Mat &luma, const cv::Mat &levels,
                                                 const QPolygonF &document);

} // namespace scrutineer::forensics
