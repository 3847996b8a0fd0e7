// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/printed_fields.h"
#include "engine/text/ocr_engine.h"

#include <opencv2/core.hpp>

namespace scrutineer::facts {

/// Reads a document number a second time: the dark print alone, so that ornaments and guilloches behind it
/// vanish, and a little further to the right, where OCR likes to stop. Gives the longer of two readings that
/// agree as far as the shorter goes; nothing where they contradict each other. view: CV_8UC3, in whose pixels
/// the field's box is.
[[nodiscard]] std::optional<FoundField> confirmedNumber(const FoundField &number, const cv::Mat &view,
                                                        text::OcrEngine &ocr);

} // namespace scrutineer::facts
