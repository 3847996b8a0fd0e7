// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"
#include "engine/samples/scene/photo.h"

namespace scrutineer::samples {

// Things over a document, before the picture is exposed. Each gives the part of the document that it hides.
// Strength: 0 hardly more than the margin, 1 gross.

/// One or two fingers from the edge of the frame: what each hides. Skin: linear BGR.
QList<QPolygonF> layFingers(Photo &photo, const cv::Vec3d &skin, double strength, Random &random);
/// A paper sticker, a strip of tape or a coin at a place of the flat document.
QPolygonF laySticker(Photo &photo, const QPointF &centre, double strength, Random &random);

} // namespace scrutineer::samples
