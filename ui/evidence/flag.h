// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"

#include <QList>
#include <QPolygonF>
#include <QString>

namespace scrutineer::ui {

/// What one finding shows on one page.
struct Flag
{
    QString checkId;
    int reason = 0;
    Outcome outcome = Outcome::Review;
    QString title;           ///< "Glare"
    QString message;         ///< the finding's sentence, translated
    QList<QPolygonF> shapes; ///< full-size pixels of the page; an empty polygon is the whole page
};

/// The flags of one page of one file, in the findings' order. Clear findings come too: they are drawn when
/// selected.
[[nodiscard]] QList<Flag> flagsOf(const QList<Finding> &findings, const QString &path, int page);

} // namespace scrutineer::ui
