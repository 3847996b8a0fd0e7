// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPolygonF>
#include <QString>

namespace scrutineer::samples {

enum class Family { Sans, Serif, Mono, OcrB };

/// How a piece of text is set. Lengths in millimetres.
struct Print
{
    double capHeight = 2.1;
    Family family = Family::Sans;
    bool bold = false;
    QColor colour{24, 22, 30};
    double stretch = 1;    ///< width of the letters
    double spacing = 0;    ///< between letters, added
    double maxWidth = 1e3; ///< narrower letters where the text would be wider
    Qt::Alignment align = Qt::AlignLeft;
};

/// One side of a document, drawn in millimetres.
class Page
{
public:
    Page(QSizeF sizeMm, double pixelsPerMm);

    QPainter &painter() { return m_painter; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] double pixelsPerMm() const { return m_pixelsPerMm; }

    /// Writes with the baseline at a point; gives the box of the ink, millimetres, empty for empty text.
    QRectF text(const QPointF &at, const QString &text, const Print &print);

    /// A rectangle as a polygon in pixels; empty for an empty one.
    [[nodiscard]] QPolygonF pixels(const QRectF &mm) const;

    /// Ends drawing.
    [[nodiscard]] QImage take();

private:
    QSizeF m_size;
    double m_pixelsPerMm;
    QImage m_image;
    QPainter m_painter;
};

} // namespace scrutineer::samples
