// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/proof/address_proof.h"

#include <QPainter>

namespace scrutineer::samples {

/// How a line of a letter is set.
struct LetterPrint
{
    double size = 3.5; ///< of the font, millimetres
    bool bold = false;
    QColor colour{25, 25, 30};
    Qt::Alignment align = Qt::AlignLeft;
};

/// An A4 page that is written on in millimetres, whatever it is drawn to: paper, PDF or screen.
class Sheet
{
public:
    static constexpr double width = 210;
    static constexpr double height = 297;

    /// painter: scaled so that one unit is a millimetre.
    explicit Sheet(QPainter &painter) : m_painter(painter) {}

    /// Gives the box of the ink, millimetres.
    QRectF line(const QPointF &at, const QString &text, const LetterPrint &print = {});
    void rule(double y, double from = 20, double to = 190, const QColor &colour = {150, 155, 165});
    /// SPECIMEN across the page, as an outline, so that it does not get between the lines of a text layer.
    void watermark();
    QPainter &painter() { return m_painter; }

private:
    QPainter &m_painter;
};

/// Writes the letter and gives the truth in millimetres.
[[nodiscard]] ProofTruth writeLetter(Sheet &sheet, const ProofSpec &spec);

/// The truth after a transformation of the page.
[[nodiscard]] ProofTruth mapped(const ProofTruth &truth, const QTransform &transform);

} // namespace scrutineer::samples
