// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/field_labels.h"

namespace scrutineer::facts {

/// European licences number their fields in one column, always in the same order (Directive 2006/126/EC,
/// annex I): 1, 2, 3, 4a, 4b, 5. A number that OCR misread or lost is told by its place among at least three
/// others. Adds such labels; where no number was read at all, a label of no words. Any thread.
void completeNumbers(const QList<LaidLine> &lines, QList<LabelHit> &labels);

} // namespace scrutineer::facts
