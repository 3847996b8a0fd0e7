// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/geometry/quad_candidates.h"

namespace scrutineer::image {

/// How well a quad's sides reach into its corners, 1 (all do) falling to a floor: a side of the document
/// begins where its corner's rounding ends, a line that was followed too far begins with a gap. Corners at
/// the frame do not count. A finger on a corner leaves a gap too, so this compares quads and rejects none.
[[nodiscard]] double cornersReached(const Gradients &gradients, const Quad &quad);

/// How sure it is by what lies in it that a quad is a document, 1 falling to 0: print is edges all over, an
/// arm or a wall has next to none. strongEdge: what strongEdge() says of the picture.
[[nodiscard]] double printWithin(const Gradients &gradients, const Quad &quad, double strongEdge);
/// Levels per pixel from which an edge is a strong one of this picture.
[[nodiscard]] double strongEdge(const Gradients &gradients);

} // namespace scrutineer::image
