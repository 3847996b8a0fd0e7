// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

namespace scrutineer::facts {

/// One page as it is shown: written anew by the worker, never the stranger's bytes.
struct DisplayPage
{
    QString path;       ///< EvidenceFile::path
    int page = 0;       ///< from 0
    QSize fullSize;     ///< pixels of the upright page; the polygons of facts and findings are in these
    QByteArray display; ///< JPEG, long side at most policy::Limits::displayLongSide
    QByteArray preview; ///< JPEG, long side at most policy::Limits::previewLongSide
};

} // namespace scrutineer::facts
