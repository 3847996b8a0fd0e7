// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/text_layout.h"
#include "engine/facts/readers/text_rows.h"
#include "engine/image/document_quad.h"
#include "engine/text/ocr_engine.h"

#include <QList>
#include <QPolygonF>

#include <optional>

namespace scrutineer::facts {

/// Confident letters that show which way is up, and that the right part of the picture was read.
inline constexpr double enoughLetters = 24;

/// A document as OCR reads it and how it lies.
struct UprightText
{
    image::Rectified view;
    PrintedPage page; ///< of view
    int quarterTurns = 0;
    QList<LaidLine> lines; ///< pixels of view
    double letters = 0;    ///< in words that OCR is sure of
};

/// The quad, straightened to the width at which print and zones are read, and turned by so many
/// counter-clockwise quarter turns. Empty where the quad is none.
[[nodiscard]] image::Rectified readingView(const image::Picture &picture, const QPolygonF &quad,
                                           int quarterTurns);

/// Reads the print inside the quad. flatView: its reading view without a turn. quarterTurns: where it is
/// known which way is up; else the rows of print tell whether it stands or lies, and OCR tells top from
/// bottom. known: places (full-size pixels) that are not read, since another reader did.
[[nodiscard]] UprightText readUpright(const image::Picture &picture, const QPolygonF &quad,
                                      const image::Rectified &flatView, std::optional<int> quarterTurns,
                                      const QList<QPolygonF> &known, text::OcrEngine &ocr);

} // namespace scrutineer::facts
