// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/photo_quality.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding documentCropped(const Context &context)
{
    return judgeQuality(
        context,
        {.checkId = u"document.cropped"_s,
         .fact = u"cropping"_s,
         .measurement = &facts::Quality::cropping,
         .lowIsBad = false,
         .format = [](double value) { return number(value, 0); },
         .noReader =
             QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for edges outside the picture."),
         .clear = QT_TRANSLATE_NOOP("scrutineer", "All corners of the document are in the picture."),
         .review = QT_TRANSLATE_NOOP("scrutineer", "%1 corners of the document may be outside the picture."),
         .flagged = QT_TRANSLATE_NOOP("scrutineer", "%1 corners of the document are outside the picture.")});
}

} // namespace scrutineer::checks
