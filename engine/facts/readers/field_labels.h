// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/text_layout.h"

#include <QList>
#include <QRectF>
#include <QString>

namespace scrutineer::facts {

/// A label on a document: "Date of birth", "3.", "4b EXP".
struct LabelHit
{
    QString field; ///< key as in Document::printed; "other" where a label belongs to a field that is not kept
    int line = 0;
    int firstWord = 0;
    int lastWord = 0; ///< less than firstWord where the label itself was not read
    QRectF box;
    int strength = 0; ///< letters matched; 0 for a number of a driving licence
    bool second =
        false; ///< of a second language: what stood before it was not read, and its value begins there
};

/// Labels in lines, in their order. licence: numbers of driving licences count; european: 5 is the licence's
/// number, where in North America 4d is.
[[nodiscard]] QList<LabelHit> findLabels(const QList<LaidLine> &lines, bool licence, bool european);

/// Whether a line begins with "1,2", which stands before surname and given names together.
[[nodiscard]] bool isForBothNames(const LaidLine &line);

} // namespace scrutineer::facts
