// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QDate>

#include <opencv2/core.hpp>

#include <optional>

namespace scrutineer::text {

struct MrzFinding
{
    facts::Mrz mrz; ///< lineRegions in pixels of the picture that was given
    int quarterTurns =
        0; ///< by how many counter-clockwise quarter turns the picture must be turned to stand upright
};

/// Finds a machine-readable zone by its structure, in any of four orientations and skewed by up to 25
/// degrees, and reads it by fixed pitch: print at least 7 px high, on grounds of any colour. picture: CV_8UC3
/// (BGR) or CV_8UC1. Empty where none is found. day: decides the century of dates. Any thread; no OCR engine.
[[nodiscard]] std::optional<MrzFinding> readMrz(const cv::Mat &picture, const QDate &day);

} // namespace scrutineer::text
