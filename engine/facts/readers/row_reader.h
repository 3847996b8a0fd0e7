// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/text_layout.h"
#include "engine/facts/readers/text_rows.h"
#include "engine/text/ocr_engine.h"

#include <QList>

namespace scrutineer::facts {

/// Reads rows of a page in one go: all of them are laid under each other on a white sheet, each at the height
/// that recognition was trained on, so that neither pictures nor patterns nor columns stand in its way. About
/// 8 ms a row. Words are in pixels of the page, with whatever confidence they were read.
[[nodiscard]] QList<PlacedWord> readRows(const PrintedPage &page, const std::vector<TextRow> &rows,
                                         text::OcrEngine &ocr);

/// One place of the page by itself and larger, from the black print alone: for rows that colours run across.
/// onlyCharacters: empty for all. 15 to 30 ms.
[[nodiscard]] QList<PlacedWord> readPlace(const cv::Mat &grey, const QRectF &place, text::OcrEngine &ocr,
                                          const QString &onlyCharacters = {});

/// The darkest ink of a place alone, the rest of the page white: stamps and overprints are paler than the
/// black print that they run through. upTo: how far from the ink towards the paper is still ink, 0 to 1; the
/// less, the more goes that is not black, and the thinner the strokes. CV_8UC1, as large as grey. Well under
/// 1 ms.
[[nodiscard]] cv::Mat darkestInk(const cv::Mat &grey, const QRectF &place, double upTo);

} // namespace scrutineer::facts
