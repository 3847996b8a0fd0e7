// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/mrz_alphabet.h"
#include "engine/text/mrz_layout.h"

#include <QChar>

#include <vector>

namespace scrutineer::text {

/// No single cell counts for more against a reading, natural logarithm.
inline constexpr float worstOfCell = -9;

[[nodiscard]] constexpr bool isDigitClass(std::size_t c)
{
    return c >= 26 && c < 36;
}
[[nodiscard]] QChar letterOf(std::size_t c);
[[nodiscard]] std::size_t classOf(QChar c);
/// The score of the likeliest character.
[[nodiscard]] float bestOf(const ClassScores &cell);

/// The cells of one layout at one place.
struct MrzBoard
{
    const MrzLayout *layout = nullptr;
    std::vector<ScoredLine> cells; ///< layout->lines lines of layout->length cells
    std::vector<ScoredLine> seen;  ///< the same without what is merely likelier before anybody looks
};

/// Works into the scores what the fields of the layout allow, and that letters which look like digits are
/// rare in document numbers.
void applyAlphabets(MrzBoard &board);

} // namespace scrutineer::text
