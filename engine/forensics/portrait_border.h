// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/document_sheet.h"

#include <optional>

namespace scrutineer::forensics {

/// A portrait whose border is sharper than the print of the page, as cue "border": the lens that softened
/// the print never saw it. The score is the width of the sharper edges of print divided by that of the
/// border. Where the print is nearly as sharp as pixels can be, the edges of printed values are the measure
/// (usualEdgeWidth(), pixels); where they are, too, nothing tells of a lens (scans, drawings).
/// luma: CV_8U, the picture at full size; faces: boxes, the largest first.
[[nodiscard]] QList<facts::EditingCue> borderCues(const cv::Mat &luma, const QPolygonF &document,
                                                  const Sheet &sheet, const QList<QRectF> &faces,
                                                  std::optional<double> valueWidth);

} // namespace scrutineer::forensics
