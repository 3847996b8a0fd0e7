// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/facts/readers/text_layout.h"
#include "engine/image/picture.h"

namespace scrutineer::facts {

/// How much a page looks captured from a screen, 0 to 1. Paper before a camera or in a scanner is never quite
/// one colour; a screen's background is, to the last bit. A screen's own size and a clock in the top strip
/// add to it. isPdf: a page written by a program has the same flat paper, so that flatness does not count
/// there.
[[nodiscard]] Measurement screenshotLikeness(const image::Picture &picture, const QList<LaidLine> &lines,
                                             bool isPdf);

} // namespace scrutineer::facts
