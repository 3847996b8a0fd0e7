// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/photo_quality.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding documentShadow(const Context &context)
{
    return judgeQuality(
        context, {.checkId = u"document.shadow"_s,
                  .fact = u"shadow"_s,
                  .measurement = &facts::Quality::shadow,
                  .lowIsBad = false,
                  .format = percent,
                  .noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for shadows."),
                  .clear = QT_TRANSLATE_NOOP("scrutineer", "A shadow lies on %1 of the document."),
                  .review = QT_TRANSLATE_NOOP("scrutineer", "A shadow lies on %1 of the document."),
                  .flagged = QT_TRANSLATE_NOOP("scrutineer", "A shadow lies on %1 of the document.")});
}

} // namespace scrutineer::checks
