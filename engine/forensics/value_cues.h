// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/document_sheet.h"

namespace scrutineer::forensics {

/// Holds each printed value of a document against its other values, which were printed in one go and seen
/// through one lens: one that is sharper ("edges"), more blurred ("soft") or turned ("slant"). luma: CV_8U,
/// the picture at full size; values: their boxes in it, four corners clockwise from where the print begins.
/// Says nothing of fewer than four values.
[[nodiscard]] QList<facts::EditingCue> valueCues(const cv::Mat &luma, const Sheet &sheet,
                                                 const QList<QPolygonF> &values);

} // namespace scrutineer::forensics
