// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/sheet.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {

constexpr int drawnSize = 1000; ///< pixels: the grid of the fonts, so that outlines are not rounded

QFont letterFont(bool bold)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"WenQuanYi Micro Hei"_s});
    font.setPixelSize(drawnSize);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing,
                          0.5); // no ligatures, which text layers of bills seldom have
    return font;
}

} // namespace

QRectF Sheet::line(const QPointF &at, const QString &text, const LetterPrint &print)
{
    if (text.isEmpty())
        return {};
    const QFont font = letterFont(print.bold);
    const double scale = print.size / drawnSize;
    const QFontMetricsF metrics(font);
    const QRectF ink = metrics.tightBoundingRect(text);
    double left = 0;
    if (print.align & Qt::AlignRight)
        left = -metrics.horizontalAdvance(text);
    else if (print.align & Qt::AlignHCenter)
        left = -metrics.horizontalAdvance(text) / 2;
    m_painter.save();
    m_painter.translate(at);
    m_painter.scale(scale, scale);
    m_painter.setFont(font);
    m_painter.setPen(print.colour);
    m_painter.drawText(QPointF(left, 0), text);
    m_painter.restore();
    return {at.x() + (left + ink.x()) * scale, at.y() + ink.y() * scale, ink.width() * scale,
            ink.height() * scale};
}

void Sheet::rule(double y, double from, double to, const QColor &colour)
{
    m_painter.setPen(QPen(colour, 0.25));
    m_painter.drawLine(QLineF(from, y, to, y));
    m_painter.setPen(Qt::black);
}

void Sheet::watermark()
{
    QPainterPath path;
    path.addText(0, 0, letterFont(true), u"SPECIMEN"_s);
    m_painter.save();
    m_painter.translate(105, 205);
    m_painter.rotate(-35);
    m_painter.scale(30.0 / drawnSize, 30.0 / drawnSize);
    m_painter.translate(-path.boundingRect().center().x(), 0);
    m_painter.fillPath(path, QColor(236, 236, 240));
    m_painter.restore();
}

} // namespace scrutineer::samples
