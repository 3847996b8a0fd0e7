// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/text/ocr_engine.h"

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

/// Finds a machine-readable zone by its structure, in any of four orientations and skewed to about 10
/// degrees, and reads it by OCR. picture: CV_8UC3 (BGR) or CV_8UC1, best a document filling the frame.
/// leastWidthShare: of the picture's width, how far a zone must reach at least; a higher share saves time.
/// Empty where none is found. day: decides the century of dates. One thread at a time for each engine.
[[nodiscard]] std::optional<MrzFinding> readMrz(const cv::Mat &picture, OcrEngine &engine, const QDate &day,
                                                double leastWidthShare);

} // namespace scrutineer::text
