// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/text_rows.h"

#include <vector>

namespace scrutineer::facts {

inline constexpr int leastLetters = 3; ///< of a row

/// Chains letters that stand side by side to rows. mask: CV_8UC1, ink is not 0; what it holds of pictures and
/// lines is left out as far as it does not look like letters. light: what TextRow::light says of the rows.
[[nodiscard]] std::vector<TextRow> rowsIn(const cv::Mat &mask, bool light);

} // namespace scrutineer::facts
