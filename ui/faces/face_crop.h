// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QImage>
#include <QSize>
#include <QTransform>

namespace scrutineer::ui {

/// Takes page pixels to a square of `side` pixels in which every face has its eyes in the same place and the
/// same distance apart: the similarity that best fits the five landmarks (least squares) to those of
/// ArcFace's 112-pixel crop (Deng et al. 2019, "ArcFace", reference code), with room for hair and chin.
/// Without five landmarks: the box, enlarged.
[[nodiscard]] QTransform faceTransform(const facts::Face &face, int side);

/// The face as a square picture. display may be smaller than the page; what lies outside of it is grey.
[[nodiscard]] QImage faceCrop(const QImage &display, const QSize &fullSize, const facts::Face &face,
                              int side);

} // namespace scrutineer::ui
