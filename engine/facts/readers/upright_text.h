// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/text_layout.h"
#include "engine/image/document_quad.h"
#include "engine/text/ocr_engine.h"

#include <QList>
#include <QPolygonF>

namespace scrutineer::facts {

/// Confident letters that show which way is up, and that the right part of the picture was read.
inline constexpr double enoughLetters = 24;

/// A document as OCR reads it and how it lies.
struct UprightText
{
    image::Rectified view;
    int quarterTurns = 0;
    QList<LaidLine> lines; ///< pixels of view
    double letters = 0;    ///< in level words that OCR is sure of
};

/// Reads the quad with one side after the other up, in the order of turns, until one gives enough text. Lines
/// that OCR was unsure of are looked at again, alone and larger.
[[nodiscard]] UprightText readUpright(const image::Picture &picture, const QPolygonF &quad,
                                      const QList<int> &turns, text::OcrEngine &ocr);

} // namespace scrutineer::facts
