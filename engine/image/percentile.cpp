// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/percentile.h"

#include <array>
#include <cstdint>

namespace scrutineer::image {

double percentile(const cv::Mat &plane, double share, const cv::Mat &mask)
{
    std::array<std::int64_t, 256> counts{};
    std::int64_t total = 0;
    for (int row = 0; row < plane.rows; ++row) {
        const auto *values = plane.ptr(row);
        const auto *allowed = mask.empty() ? nullptr : mask.ptr(row);
        for (int column = 0; column < plane.cols; ++column) {
            if (allowed && allowed[column] == 0)
                continue;
            ++counts[values[column]];
            ++total;
        }
    }
    if (total == 0)
        return -1;
    std::int64_t seen = 0;
    for (std::size_t value = 0; value < counts.size(); ++value) {
        seen += counts[value];
        if (double(seen) >= share * double(total))
            return double(value);
    }
    return 255;
}

} // namespace scrutineer::image
