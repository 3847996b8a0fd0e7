// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/page.h"

#include <QPainterPath>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr int drawnSize = 1000; ///< pixels: the grid of the fonts, so that outlines are not rounded

constexpr double inkSpread = 0.03; ///< millimetres

/// The family that has the script of a text; asking others for it costs time and a warning.
QString familyOf(const QString &text, Family family)
{
    for (const QChar c : text) {
        switch (c.script()) {
        case QChar::Script_Devanagari:
            return u"Noto Sans Devanagari"_s;
        case QChar::Script_Hebrew:
            return u"Noto Sans Hebrew"_s;
        case QChar::Script_Arabic:
            return u"Noto Sans Arabic"_s;
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul:
            return u"WenQuanYi Micro Hei"_s;
        default:
            break;
        }
    }
    switch (family) {
    case Family::Sans:
        break;
    case Family::Serif:
        return u"Noto Serif"_s;
    case Family::Mono:
        return u"DejaVu Sans Mono"_s;
    case Family::OcrB:
        return u"OCR B"_s;
    }
    return u"Noto Sans"_s;
}

/// Share of the size of the font.
double capHeightOf(Family family)
{
    return family == Family::Mono ? 0.729 : family == Family::OcrB ? 0.71 : 0.714;
}

QPainterPath outline(const QString &text, const Print &print, double scale)
{
    QFont font(familyOf(text, print.family));
    font.setBold(print.bold);
    font.setPixelSize(drawnSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (print.spacing != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, print.spacing / scale);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addText(0, 0, font, text);
    return path;
}
} // namespace

Page::Page(QSizeF sizeMm, double pixelsPerMm)
    : m_size(sizeMm), m_pixelsPerMm(pixelsPerMm),
      m_image(qRound(sizeMm.width() * pixelsPerMm), qRound(sizeMm.height() * pixelsPerMm),
              QImage::Format_RGB32)
{
    m_image.fill(Qt::white);
    m_painter.begin(&m_image);
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                             QPainter::SmoothPixmapTransform);
    m_painter.scale(pixelsPerMm, pixelsPerMm);
}

QRectF Page::text(const QPointF &at, const QString &text, const Print &print)
{
    if (text.trimmed().isEmpty())
        return {};
    const double scale = print.capHeight / capHeightOf(print.family) / drawnSize;
    const QPainterPath path = outline(text, print, scale);
    const QRectF ink = path.boundingRect();
    const double narrowed = std::min(print.stretch, print.maxWidth / (ink.width() * scale));
    double left = 0;
    if (print.align & Qt::AlignRight)
        left = -ink.right() * scale * narrowed;
    else if (print.align & Qt::AlignHCenter)
        left = -ink.center().x() * scale * narrowed;
    QTransform transform = QTransform::fromTranslate(at.x() + left, at.y());
    transform.scale(scale * narrowed, scale);
    const QPainterPath placed = transform.map(path);
    m_painter.fillPath(placed, print.colour);
    if (print.family == Family::OcrB) // the font is drawn finer than the 0.35 mm that ISO 1073-2 prints
        m_painter.strokePath(placed, QPen(print.colour, inkSpread));
    return transform.mapRect(ink);
}

QPolygonF Page::pixels(const QRectF &mm) const
{
    if (mm.isEmpty())
        return {};
    const QRectF box(mm.topLeft() * m_pixelsPerMm, mm.size() * m_pixelsPerMm);
    return QPolygonF{{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}};
}

QImage Page::take()
{
    m_painter.end();
    return m_image;
}

} // namespace scrutineer::samples
