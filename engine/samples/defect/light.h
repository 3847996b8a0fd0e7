// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"
#include "engine/samples/scene/photo.h"

namespace scrutineer::samples {

// Each gives what it spoils as a polygon of the photo. Strength: 0 hardly visible, 1 gross.

/// The soft reflection of a lamp on a laminated document. The region is what is blown out. Pixels of the flat
/// document.
QPolygonF reflectLamp(Photo &photo, const QPointF &centre, double strength, Random &random);
/// The reflection of a window with its bars.
QPolygonF reflectWindow(Photo &photo, const QPointF &centre, double strength, Random &random);
/// A sheen that lightens without blowing anything out: a glossy card in good light.
void sheen(Photo &photo, Random &random);
/// The shadow of a phone or of an arm over a part of the document.
QPolygonF castShadow(Photo &photo, double strength, Random &random);

enum class Filter { Grey, Sepia, Duotone, Contrast, Faded, Posterised };
inline constexpr int filterCount = 6;
/// What a picture editor does to a whole picture.
void applyFilter(cv::Mat &bgr, Filter filter, double strength);

} // namespace scrutineer::samples
