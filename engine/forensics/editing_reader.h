// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/image/picture.h"

#include <QByteArray>

namespace scrutineer::forensics {

/// What is known of a document when traces are looked for. Places are pixels of the upright page at full
/// size.
struct KnownPlaces
{
    QPolygonF document;      ///< its four corners, empty where they are not known
    QList<QRectF> faces;     ///< boxes, the largest first
    QList<QPolygonF> values; ///< of printed fields, each once: corners clockwise from where the print begins
    QList<QPolygonF> fillers = {}; ///< runs of chevrons in machine-readable zones, which repeat at one pitch
};

/// Looks for traces of editing in a picture file: in its metadata, its compression and its pixels. bytes: the
/// file as received, which alone tells its history; picture: its upright page. Any thread.
[[nodiscard]] facts::Editing readEditing(const QByteArray &bytes, const image::Picture &picture,
                                         const KnownPlaces &known, QMap<QString, double> &stageMs);

} // namespace scrutineer::forensics
