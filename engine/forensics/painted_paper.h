// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <opencv2/core.hpp>

namespace scrutineer::forensics {

/// Lines of print whose paper was painted over: between their letters lies hardly any of the grain that noise
/// and patterns leave on the paper around them, as cue "paper". The score is the grain around the line
/// divided by the line's own, where grain outlived compression. luma: CV_8U, the picture at full size;
/// document: its four corners, pixels.
[[nodiscard]] QList<facts::EditingCue> paperCues(const cv::Mat &luma, const QPolygonF &document);

} // namespace scrutineer::forensics
