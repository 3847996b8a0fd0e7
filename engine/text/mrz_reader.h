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

/// Reads a zone whose lines are known (pixels of the picture, clockwise from each line's own top left), from
/// another picture of the same page, such as the one that a straightened view was made of. Empty where it
/// does not read there.
[[nodiscard]] std::optional<MrzFinding> readMrzAt(const cv::Mat &picture, const QList<QPolygonF> &lineRegions,
                                                  const QDate &day);

} // namespace scrutineer::text
