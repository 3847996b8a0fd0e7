// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/facts/readers/reader_tools.h"
#include "engine/image/picture.h"

namespace scrutineer::facts {

/// Reads one picture of an identity document: where it lies, its photo faults, machine-readable zone, print,
/// fields and type. What is not found carries its cause. Coordinates: full-size pixels. One thread at a time
/// for each tools. Stages: "quad", "quality", "mrz", "text".
[[nodiscard]] Document readDocument(const image::Picture &picture, ReaderTools &tools);

} // namespace scrutineer::facts
