// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/ocr_engine.h"

#include <QDate>
#include <QElapsedTimer>
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

/// Adds the time from its making to its end to one stage.
class StageTimer
{
public:
    StageTimer(QMap<QString, double> &book, QString stage) : m_book(book), m_stage(std::move(stage))
    {
        m_clock.start();
    }
    ~StageTimer() { m_book[m_stage] += static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }
    StageTimer(const StageTimer &) = delete;
    StageTimer &operator=(const StageTimer &) = delete;

private:
    QMap<QString, double> &m_book;
    QString m_stage;
    QElapsedTimer m_clock;
};

} // namespace scrutineer::facts
