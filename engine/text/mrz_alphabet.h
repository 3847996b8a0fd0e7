// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

namespace scrutineer::text {

/// What a cell may show: A to Z, 0 to 9, the filler, and anything that is no character of a zone.
constexpr int glyphCount = 37;
constexpr int classCount = 38;
constexpr int fillerClass = 36;
constexpr int nothingClass = 37;
constexpr char glyphLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

/// Natural logarithms of the probabilities of the classes.
using ClassScores = std::array<float, classCount>;

/// One line of cells from left to right, with some beside the text on both sides.
using ScoredLine = std::vector<ClassScores>;

} // namespace scrutineer::text
