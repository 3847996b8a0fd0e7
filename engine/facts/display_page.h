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

/// Maps of a page that show a reviewer where traces of editing may be.
enum class MapKind { ErrorLevel, Noise, Ghosts };
inline constexpr int mapKinds = static_cast<int>(MapKind::Ghosts) + 1;

/// One such map, drawn by the worker: grey, black for nothing, white for the most.
struct HeatMap
{
    QString path; ///< EvidenceFile::path
    int page = 0; ///< from 0
    MapKind kind = MapKind::ErrorLevel;
    QByteArray
        jpeg; ///< of the whole upright page, long side at most mapLongSide; empty: this page has no such map
};
inline constexpr int mapLongSide = 1600; ///< pixels

} // namespace scrutineer::facts
