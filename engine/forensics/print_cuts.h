// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/document_sheet.h"

namespace scrutineer::forensics {

/// Print that was copied within its line, as cue "cut": print ends at a straight cut along the pixels,
/// sharper than any lens draws, and what lies on one side of the cut is found again in the line, without the
/// cut. The score is the length of the cut divided by that of the longest cut elsewhere that no copy
/// explains: where the lens hardly blurs, print has some of its own. luma: CV_8U, the picture at full size;
/// lines: printLines().
[[nodiscard]] QList<facts::EditingCue> cutCues(const cv::Mat &luma, const Sheet &sheet,
                                               const std::vector<cv::Rect> &lines);

} // namespace scrutineer::forensics
