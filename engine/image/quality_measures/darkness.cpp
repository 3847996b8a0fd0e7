// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/measures.h"

namespace scrutineer::image {

Measured measureDarkness(const Canonical &document)
{
    constexpr double brightTenth = 0.9;
    return facts::Measurement{percentile(document.luma, brightTenth), {document.outline()}};
}

} // namespace scrutineer::image
