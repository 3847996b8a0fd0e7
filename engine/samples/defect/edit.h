// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"
#include "engine/samples/scene/photo.h"

namespace scrutineer::samples {

// Forgeries of a finished photo (exposed, and compressed once). Each gives what was changed.
// Strength: 0 with care, 1 crude.

/// Pastes parts of another flat of the same design: a retyped number, another portrait. The paste has its own
/// sharpness, brightness, noise and JPEG grid.
QPolygonF pasteFromFlat(Photo &photo, const QImage &otherFlat, const QPolygonF &onDocument, double strength,
                        Random &random);

/// Paints a field over with what is around it and types the other flat's print there: sharp, without noise.
QPolygonF retypeFromFlat(Photo &photo, const QImage &otherFlat, const QPolygonF &onDocument, Random &random);

/// Types single characters of a field anew: the old ones are brushed away, the new ones are printed as the
/// photo shows print, but sharper and without noise. Gives the box around what differs between the flats.
QPolygonF retypeCharacters(Photo &photo, const QImage &flat, const QImage &otherFlat, const QRectF &field,
                           double strength, Random &random);

/// Pastes a field from another photo of the other flat: with its own blur, noise, light and JPEG quality.
QPolygonF spliceFromPhoto(Photo &photo, const QImage &otherFlat, const QPolygonF &onDocument, double strength,
                          Random &random);

/// Copies one part of the document over another of the same size, as a digit over a digit. Gives the target.
QPolygonF copyMove(Photo &photo, const QRectF &from, const QPointF &to, Random &random);

/// Cuts the document out and lays it on something else (a blank page, a smooth shade, another photo); gives
/// the frame's part outside the document: the frame with a slit to the document's outline.
QPolygonF replaceBackground(Photo &photo, double strength, Random &random);

} // namespace scrutineer::samples
