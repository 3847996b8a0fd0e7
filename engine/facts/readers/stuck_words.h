// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/text_layout.h"

namespace scrutineer::facts {

/// Takes words apart that OCR ran together: a date and what stands against it ("4a.01.01.2013",
/// "ISS01/06/2015"), and the number of a licence's field and what follows ("1.MARTIN", "4dLIC"). licence:
/// only there are fields numbered.
[[nodiscard]] QList<LaidLine> takenApart(const QList<LaidLine> &lines, bool licence);

} // namespace scrutineer::facts
