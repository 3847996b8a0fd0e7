// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/ocrb/glyph_net.h"

#include <cstdint>
#include <vector>

namespace scrutineer::text {

struct CellSamples
{
    std::vector<float> cells; ///< cellArea values each
    std::vector<int> labels;
};

struct TrainingPlan
{
    uint64_t seed = 20261123;
    int strips = 16000; ///< painted; each holds about 17 cells
    int rounds = 3;     ///< through all of them
    std::vector<int> hidden{96, 48};
};

/// Cells of that many painted strips. Needs a QGuiApplication.
[[nodiscard]] CellSamples paintedCells(uint64_t seed, int strips);

/// Trains a net by stochastic gradient descent with momentum. The same plan gives the same net on the same
/// machine. Needs a QGuiApplication.
[[nodiscard]] GlyphNet trainGlyphNet(const TrainingPlan &plan);

} // namespace scrutineer::text
