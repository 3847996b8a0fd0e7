// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/proof_text.h"
#include "engine/facts/readers/text_layout.h"

namespace scrutineer::test {

/// The words of a line as OCR places them: 11 pixels a character, 20 high.
inline QList<facts::PlacedWord> words(const QString &line, double left, double top, double confidence = 0.95)
{
    QList<facts::PlacedWord> result;
    double x = left;
    for (const QString &word : line.split(QLatin1Char(' '))) {
        const double width = 11.0 * static_cast<double>(word.size());
        if (!word.isEmpty())
            result += facts::PlacedWord{word, QRectF(x, top, width, 20), confidence};
        x += width + 11;
    }
    return result;
}

/// Several lines, laid out.
struct Placed
{
    QString text;
    double left = 0;
    double top = 0;
    double confidence = 0.95;
};

inline QList<facts::LaidLine> laid(const QList<Placed> &lines)
{
    QList<facts::PlacedWord> all;
    for (const Placed &line : lines)
        all += words(line.text, line.left, line.top, line.confidence);
    return facts::laidOut(all);
}

/// The same as lines of a letter's first page, 1,600 x 2,200 pixels.
inline QList<facts::ProofLine> letter(const QList<Placed> &lines)
{
    QList<facts::ProofLine> result;
    for (const facts::LaidLine &line : laid(lines))
        result += facts::ProofLine{line, 0, QSize(1600, 2200)};
    return result;
}

} // namespace scrutineer::test
