// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"
#include "engine/samples/scene/photo.h"
#include "engine/samples/scene/surface.h"

namespace scrutineer::samples {

/// Where a document lies before the camera.
struct View
{
    cv::Size frame{2048, 1536};
    Surface surface = Surface::Wood;
    double turnDegrees = 0;  ///< about the optical axis, clockwise
    double tiltXDegrees = 0; ///< the far edge is farther away
    double tiltYDegrees = 0;
    double distance = 2.2;       ///< in diagonals of the document; small: strong perspective
    double fill = 0.82;          ///< the share of the frame that the document's extent takes, at most
    QPointF shift;               ///< of its middle, in shares of the frame
    double cornerRadius = 0.055; ///< in heights of the document: an ID-1 card's; paper has none
    bool openBooklet = false;    ///< a passport: the page above and the pages below are seen
    bool held = false;           ///< in a hand before a room, not on the surface
    cv::Vec3d skin{0.33, 0.44, 0.70};
};

/// An everyday view of a document of a shape: 3 to 12 megapixels, mostly near upright. anyAngle: turned any
/// way.
[[nodiscard]] View makeView(bool isBooklet, bool anyAngle, Random &random);

/// A good resolution for the flat document: pixels across that the photo will show.
[[nodiscard]] double usefulWidth(const View &view, double aspect);

/// Lays the flat document there. Light, lens and sensor come later (expose), after what lies on the document.
[[nodiscard]] Photo layDown(const QImage &document, const View &view, Random &random);

/// From a flat-bed scanner, cut to the document: no border at all.
[[nodiscard]] Photo scanWithoutBorder(const QImage &document, Random &random);

} // namespace scrutineer::samples
