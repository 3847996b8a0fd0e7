// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace scrutineer::forensics {

/// The upper of the two middle ones where their number is even. values: not empty.
[[nodiscard]] double medianOf(std::vector<double> values);

} // namespace scrutineer::forensics
