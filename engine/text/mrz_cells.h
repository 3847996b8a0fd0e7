// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/text/mrz_alphabet.h"

#include <QDate>

#include <optional>
#include <vector>

namespace scrutineer::text {

struct DecodedZone
{
    facts::Mrz mrz;              ///< lineRegions are left empty
    int firstLine = 0;           ///< of the lines that were given
    std::vector<int> firstCells; ///< per line of the zone, the cell at which it begins
    double score = 0;            ///< natural logarithm, for comparing zones of the same cells
};

/// Reads a machine-readable zone out of what its cells may show: every layout (mrz_layout.h) at every place,
/// each cell within the alphabet of its field, names as a name line is built. Where a check digit does not
/// hold, the likeliest reading with at most two other, nearly as likely characters is taken; then the zone is
/// marked repaired and that check digit says nothing. A check digit counts as valid only where the characters
/// as seen leave no near alternative that fits as well, and as wrong only where they are clear. day: decides
/// the century of two-digit years. Empty where no layout fits. Pure.
[[nodiscard]] std::optional<DecodedZone> decodeCells(const std::vector<ScoredLine> &lines, const QDate &day);

} // namespace scrutineer::text
