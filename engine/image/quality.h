// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/image/picture.h"

#include <QPolygonF>

namespace scrutineer::image {

/// The longer side of a document is scaled to this before it is measured, pixels.
inline constexpr int canonicalWidth = 1000;

/// Measures photo faults inside the document (quad in full-size pixels, clockwise; the frame for a borderless
/// scan), in the units that facts::Quality names, with regions in full-size pixels. cutAt: sides of the frame
/// that cut the document off. A measurement that the picture does not allow is TooPoor or NothingFound (no
/// text edges to measure blur on). Any thread.
[[nodiscard]] facts::Quality measureQuality(const Picture &picture, const QPolygonF &quad,
                                            Qt::Edges cutAt = {});

/// Where no document was found: what is wrong with the picture so much that it holds for any document in it
/// (dark all over, nothing sharp in it, one colour). The rest is not measured, for that reason.
[[nodiscard]] facts::Quality measureWithoutDocument(const Picture &picture, const facts::NotRead &why);

} // namespace scrutineer::image
