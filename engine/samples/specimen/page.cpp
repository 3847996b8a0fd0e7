// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/page.h"

#include <QPainterPath>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr int drawnSize = 100; ///< pixels: drawn large and scaled, so that sizes need not be whole pixels

struct FontFace
{
    QStringList families;
    double capHeight; ///< share of the size
};

FontFace faceOf(Family family)
{
    switch (family) {
    case Family::Sans:
        break;
    case Family::Serif:
        return {{u"Noto Serif"_s, u"Noto Sans"_s, u"WenQuanYi Micro Hei"_s}, 0.714};
    case Family::Mono:
        return {{u"DejaVu Sans Mono"_s, u"Noto Sans"_s, u"WenQuanYi Micro Hei"_s}, 0.729};
    case Family::OcrB:
        return {{u"OCR B"_s}, 0.71};
    }
    return {{u"Noto Sans"_s, u"Noto Sans Arabic"_s, u"Noto Sans Hebrew"_s, u"Noto Sans Devanagari"_s,
             u"WenQuanYi Micro Hei"_s},
            0.714};
}

QPainterPath outline(const QString &text, const Print &print, double scale)
{
    const FontFace face = faceOf(print.family);
    QFont font;
    font.setFamilies(face.families);
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
    const double scale = print.capHeight / faceOf(print.family).capHeight / drawnSize;
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
    m_painter.fillPath(transform.map(path), print.colour);
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
