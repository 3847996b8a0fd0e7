// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/median.h"

#include <algorithm>

namespace scrutineer::forensics {

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace scrutineer::forensics
