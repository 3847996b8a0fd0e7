// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/printed_fields.h"

namespace scrutineer::facts {

/// Whether the labels of a licence are abbreviated as in North America (AAMVA card design standard); European
/// ones are numbers alone.
[[nodiscard]] bool hasAmericanLabels(const QList<LaidLine> &lines);

/// Adds what North American licences print large and without words beside it: number and names. What is there
/// already stays.
void readAmericanLicence(const QList<LaidLine> &lines, const DocumentHints &hints,
                         QMap<QString, FoundField> &fields);

} // namespace scrutineer::facts
