// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QList>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace scrutineer::facts {

/// A word as OCR or a text layer has it.
struct PlacedWord
{
    QString text;
    QRectF box; ///< pixels of one upright page
    double confidence = 1;

    friend bool operator==(const PlacedWord &, const PlacedWord &) = default;
};

/// Words that stand side by side without a wide gap.
struct LaidLine
{
    QString text;
    QRectF box;
    double confidence = 1; ///< mean of the words
    int block = 0;         ///< lines of one column under each other share a number
    QList<PlacedWord> words;
};

/// Words put into lines and lines into blocks, by where they stand and not by the order they come in: blocks
/// from top to bottom, lines of a block one after another. Words that run up or down the page become lines of
/// their own; of a word that was read twice in one place the surer reading stays.
[[nodiscard]] QList<LaidLine> laidOut(QList<PlacedWord> words);

/// The text of the lines, in their order.
[[nodiscard]] QStringList textsOf(const QList<LaidLine> &lines);

} // namespace scrutineer::facts
