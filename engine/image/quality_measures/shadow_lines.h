// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/quality_measures/shadow_steps.h"

#include <optional>

namespace scrutineer::image {

/// What may be a shadow, and how much of its outline says so.
struct ProvenShadow
{
    cv::Mat mask; ///< CV_8U
    double shares = 0;
};

/// Looks for a side of a shadow that runs straight over document and table, as a phone, a book or an arm
/// casts it, and for the side that faces it. What is printed on either side of it does not matter.
[[nodiscard]] std::optional<ProvenShadow> findStraightShadow(const PaperLight &light,
                                                             const LightSteps &steps);

} // namespace scrutineer::image
