// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/photo_quality.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding documentFiltered(const Context &context)
{
    return judgeQuality(
        context, {.checkId = u"document.filtered"_s,
                  .fact = u"filtering"_s,
                  .measurement = &facts::Quality::filtering,
                  .lowIsBad = false,
                  .format = percent,
                  .noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for filters."),
                  .clear = QT_TRANSLATE_NOOP("scrutineer", "No filter shows (strength %1)."),
                  .review = QT_TRANSLATE_NOOP("scrutineer", "The picture may be filtered (strength %1)."),
                  .flagged = QT_TRANSLATE_NOOP("scrutineer", "The picture is filtered (strength %1).")});
}

} // namespace scrutineer::checks
