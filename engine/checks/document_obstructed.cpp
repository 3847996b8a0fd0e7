// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/photo_quality.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding documentObstructed(const Context &context)
{
    return judgeQuality(
        context, {.checkId = u"document.obstructed"_s,
                  .fact = u"obstruction"_s,
                  .measurement = &facts::Quality::obstruction,
                  .lowIsBad = false,
                  .format = percent,
                  .noReader = QT_TRANSLATE_NOOP(
                      "scrutineer", "This version has no reader for fingers and objects on the document."),
                  .clear = QT_TRANSLATE_NOOP("scrutineer", "%1 of the document is covered."),
                  .review = QT_TRANSLATE_NOOP("scrutineer", "Something may cover %1 of the document."),
                  .flagged = QT_TRANSLATE_NOOP("scrutineer", "Something covers %1 of the document.")});
}

} // namespace scrutineer::checks
