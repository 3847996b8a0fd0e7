// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/photo_quality.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding documentGlare(const Context &context)
{
    return judgeQuality(
        context,
        {.checkId = u"document.glare"_s,
         .fact = u"glare"_s,
         .measurement = &facts::Quality::glare,
         .lowIsBad = false,
         .format = percent,
         .noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for glare."),
         .clear = QT_TRANSLATE_NOOP("scrutineer", "Glare covers %1 of the document, nothing that matters."),
         .review = QT_TRANSLATE_NOOP("scrutineer", "Glare covers %1 of the document."),
         .flagged = QT_TRANSLATE_NOOP("scrutineer", "Glare covers %1 of the document, over its content.")});
}

} // namespace scrutineer::checks
