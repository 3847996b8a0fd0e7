// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/image/document_quad.h"
#include "engine/image/picture.h"

#include <QDate>
#include <QPolygonF>

#include <optional>

namespace scrutineer::facts {

/// A machine-readable zone and how it lies in the picture.
struct ZoneFound
{
    Mrz mrz; ///< lineRegions in full-size pixels of the picture
    int quarterTurns =
        0; ///< by how many counter-clockwise quarter turns the quad must be turned to stand upright
    bool isCut = false; ///< its lines go on beyond the picture: what stands there was never seen
};

/// Looks for a machine-readable zone in a whole picture. day: decides the century of dates. Empty where none
/// is found. Any thread.
[[nodiscard]] std::optional<ZoneFound> readZone(const image::Picture &picture, const QDate &day);

/// The same inside a quad (full-size pixels). flat: the quad straightened, at the width at which print is
/// read.
[[nodiscard]] std::optional<ZoneFound> readZone(const image::Picture &picture, const QPolygonF &quad,
                                                const image::Rectified &flat, const QDate &day);

/// Whether a line runs up to the picture's border. On a document that is cut off, it goes on beyond it.
[[nodiscard]] bool reachesFrame(const Mrz &mrz, const QSize &fullSize);

} // namespace scrutineer::facts
