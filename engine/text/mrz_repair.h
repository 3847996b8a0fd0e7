// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/mrz_alphabet.h"

#include <vector>

namespace scrutineer::text {

/// The cells of one check digit: those summed over, then the digit's own, and what each is read as.
struct CheckedCells
{
    std::vector<const ClassScores *> cells;
    std::vector<std::size_t> best;
};

/// Another character in one of the cells.
struct Swap
{
    std::size_t cell = 0;
    std::size_t to = 0;
    double cost = 0; ///< natural logarithm; negative where the other one is likelier
};

struct Way
{
    std::vector<Swap> swaps;
    double cost = 0;
};

/// What is left of the sum, modulo 10; 0 where the check digit holds (ICAO 9303 part 3, section 4.9).
[[nodiscard]] int remainderOf(const CheckedCells &checked);

/// The cheapest ways to change one character or two so that the check digit holds, the cheapest first, at
/// most two.
[[nodiscard]] std::vector<Way> waysToHold(const CheckedCells &checked, double mostCost);

/// How sure the characters are, all together: natural logarithm of their probability.
[[nodiscard]] double surenessOf(const CheckedCells &checked);

} // namespace scrutineer::text
