// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/document_sheet.h"
#include "engine/forensics/value_print.h"

namespace scrutineer::forensics {

/// Holds each printed value of a document against its other values, which were printed in one go and seen
/// through one lens: one that is sharper ("edges"), more blurred ("soft") or turned ("slant"). values: their
/// boxes in the picture, four corners clockwise from where the print begins; prints: one for each. Says
/// nothing of fewer than four values.
[[nodiscard]] QList<facts::EditingCue> valueCues(const Sheet &sheet, const QList<QPolygonF> &values,
                                                 const std::vector<ValuePrint> &prints);

} // namespace scrutineer::forensics
