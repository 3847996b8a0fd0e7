// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/document_sheet.h"

namespace scrutineer::forensics {

/// A portrait whose border is sharper than the print of the page, as cue "border": the lens that softened
/// the print never saw it. The score is the width of the sharper edges of print divided by that of the
/// border. Nothing where the print is as sharp as pixels can be, which tells of no lens (scans, drawings).
/// luma: CV_8U, the picture at full size; faces: boxes, the largest first.
[[nodiscard]] QList<facts::EditingCue> borderCues(const cv::Mat &luma, const QPolygonF &document,
                                                  const Sheet &sheet, const QList<QRectF> &faces);

} // namespace scrutineer::forensics
