// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/stage_timer.h"
#include "engine/text/ocr_engine.h"

#include <QDate>
#include <QMap>
#include <QString>

namespace scrutineer::facts {

/// What readers are handed: the OCR of their thread, the day that resolves two-digit years, and the clock's
/// book.
struct ReaderTools
{
    text::OcrEngine &ocr;
    QDate day;
    QMap<QString, double> &stageMs; ///< FileFacts::stageMs
};

} // namespace scrutineer::facts
