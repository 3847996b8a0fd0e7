// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/photo_quality.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding documentTooDark(const Context &context)
{
    return judgeQuality(
        context,
        {.checkId = u"document.too_dark"_s,
         .fact = u"darkness"_s,
         .measurement = &facts::Quality::darkness,
         .lowIsBad = true,
         .format = [](double value) { return number(value, 1); },
         .noReader =
             QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for the light of a document photo."),
         .clear = QT_TRANSLATE_NOOP("scrutineer",
                                    "The document is bright enough: its brightest tenth is at %1 of 255."),
         .review = QT_TRANSLATE_NOOP("scrutineer",
                                     "The document is rather dark: its brightest tenth is at %1 of 255."),
         .flagged = QT_TRANSLATE_NOOP("scrutineer",
                                      "The document is too dark: its brightest tenth is at %1 of 255.")});
}

} // namespace scrutineer::checks
