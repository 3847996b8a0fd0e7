// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/image/picture.h"

#include <QByteArray>

namespace scrutineer::forensics {

/// Looks for traces of editing in a picture file: in its metadata, its compression and its pixels. bytes: the
/// file as received, which alone tells its history; picture: its upright page; document: where the document
/// lies, empty where it is not known; faces: boxes, the largest first. Places are pixels of the upright page
/// at full size. Any thread.
[[nodiscard]] facts::Editing readEditing(const QByteArray &bytes, const image::Picture &picture,
                                         const QPolygonF &document, const QList<QRectF> &faces,
                                         QMap<QString, double> &stageMs);

} // namespace scrutineer::forensics
