// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/printed_fields.h"
#include "engine/facts/readers/text_rows.h"
#include "engine/text/ocr_engine.h"

#include <optional>

namespace scrutineer::facts {

/// Reads dates that were hard to read once more; words of those that are found again become sure. lines:
/// upright, in pixels of the page. 15 to 30 ms a date, at most five.
void confirmDates(QList<LaidLine> &lines, const PrintedPage &page, const DocumentHints &hints,
                  text::OcrEngine &ocr);

/// Reads a printed date again, up to four ways: as it was, and its darkest ink alone, which overprints are
/// paler than. other: what a zone or barcode on the same document says, where it is beyond doubt and differs.
/// A reading that finds the other date was a misreading at first; one that finds the same date again and
/// again, clearly, makes it sure; less leaves it in doubt. Nothing where the date is not found again. 15 to
/// 30 ms a way.
[[nodiscard]] std::optional<FoundField> checkedDate(const FoundField &date, std::optional<QDate> other,
                                                    const PrintedPage &page, const DocumentHints &hints,
                                                    text::OcrEngine &ocr);

} // namespace scrutineer::facts
