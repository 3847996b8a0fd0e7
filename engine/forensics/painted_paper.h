// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/document_sheet.h"

namespace scrutineer::forensics {

/// Lines of print whose paper was painted over: between their letters lies hardly any of the grain that noise
/// and patterns leave on the paper around them, as cue "paper". The score is the grain around the line
/// divided by the line's own, where grain outlived compression. lines: printLines().
[[nodiscard]] QList<facts::EditingCue> paperCues(const Sheet &sheet, const std::vector<cv::Rect> &lines);

} // namespace scrutineer::forensics
