// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/field_labels.h"
#include "engine/facts/readers/printed_fields.h"

namespace scrutineer::facts {

/// The order of day and month that the dates of a document are written in, as far as one of them leaves no
/// choice.
[[nodiscard]] std::optional<text::DateOrder> writtenOrder(const QList<LaidLine> &lines,
                                                          const DocumentHints &hints);

/// Dates whose label was not read get their meaning by their order in time: nobody's document expires before
/// it was issued, is issued before the holder was born, or lies in the future unless it is the expiry. Adds
/// to fields what is beyond doubt; the confidence is that of the print, less a tenth. A date that is printed
/// twice counts once.
void assignByTime(const QList<LaidLine> &lines, const QList<LabelHit> &labels, const DocumentHints &hints,
                  QMap<QString, FoundField> &fields);

} // namespace scrutineer::facts
