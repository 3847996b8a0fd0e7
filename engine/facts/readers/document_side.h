// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

namespace scrutineer::facts {

/// Which part of a document a picture shows: by where ICAO 9303 and AAMVA put zone and barcode, by the
/// portrait, by the holder's data and by words. faces: of the same picture; no portrait is evidence only
/// where faces were looked for. NothingFound where unsure: nothing tells, or what tells contradicts itself.
/// Pure.
[[nodiscard]] Reading<SideGuess> guessSide(const Document &document, const Reading<Faces> &faces);

} // namespace scrutineer::facts
