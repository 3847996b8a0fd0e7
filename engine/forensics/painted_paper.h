// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/document_sheet.h"

namespace scrutineer::forensics {

/// Lines of print whose paper was painted over. Cue "paper": between their letters lies hardly any of the
/// grain that noise and patterns leave around them; the score is the grain around divided by their own. Cue
/// "shade": their paper is of one even colour, though noise and light vary above and below them, and in other
/// lines; the score is the least of these spreads divided by their own. lines: printLines().
[[nodiscard]] QList<facts::EditingCue> paperCues(const Sheet &sheet, const std::vector<cv::Rect> &lines);

} // namespace scrutineer::forensics
