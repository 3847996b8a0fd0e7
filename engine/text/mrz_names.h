// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/mrz_alphabet.h"

#include <QString>

namespace scrutineer::text {

/// The likeliest names that cells show: words with one filler between them, two fillers between surname and
/// given names, nothing but fillers behind. Other runs of fillers are possible but cost. Pure.
[[nodiscard]] QString mostLikelyNames(const ScoredLine &cells);

} // namespace scrutineer::text
