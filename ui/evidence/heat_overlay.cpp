// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/heat_overlay.h"

#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QLinearGradient>
#include <QPainter>

#include <array>

namespace scrutineer::ui {

namespace {
constexpr int faintest = 10;       ///< of 255: below, nothing is painted
constexpr double strongest = 0.82; ///< opacity
constexpr int barHeight = 8;
constexpr int barWidth = 150;

QString words(const char *text)
{
    return QCoreApplication::translate("HeatOverlay", text);
}

/// Violet, red, orange, light yellow: from little to much.
QColor colourOf(int level)
{
    static const std::array<QColor, 4> steps{QColor(76, 29, 149), QColor(190, 24, 93), QColor(249, 115, 22),
                                             QColor(254, 240, 138)};
    const double at = level / 255.0 * (steps.size() - 1);
    const auto low = qMin(static_cast<std::size_t>(at), steps.size() - 2);
    const double share = at - static_cast<double>(low);
    const auto between = [share](int a, int b) { return qRound(a + (b - a) * share); };
    const QColor &from = steps[low];
    const QColor &to = steps[low + 1];
    return QColor(between(from.red(), to.red()), between(from.green(), to.green()),
                  between(from.blue(), to.blue()));
}

QImage coloured(const QImage &grey)
{
    std::array<QRgb, 256> table{};
    for (int level = 0; level < 256; ++level) {
        QColor colour = colourOf(level);
        colour.setAlphaF(level < faintest ? 0.0F : static_cast<float>(strongest * qMin(1.0, level / 96.0)));
        table[static_cast<std::size_t>(level)] = qPremultiply(colour.rgba());
    }
    const QImage levels = grey.convertToFormat(QImage::Format_Grayscale8);
    QImage colours(levels.size(), QImage::Format_ARGB32_Premultiplied);
    for (int row = 0; row < levels.height(); ++row) {
        const uchar *from = levels.constScanLine(row);
        auto *to = reinterpret_cast<QRgb *>(colours.scanLine(row));
        for (int column = 0; column < levels.width(); ++column)
            to[column] = table[from[column]];
    }
    return colours;
}
} // namespace

void HeatOverlay::show(facts::MapKind kind, const QImage &grey)
{
    m_kind = kind;
    m_colours = grey.isNull() ? QImage() : coloured(grey);
    m_isWaiting = false;
}

void HeatOverlay::showWaiting(facts::MapKind kind)
{
    m_kind = kind;
    m_colours = {};
    m_isWaiting = true;
}

void HeatOverlay::clear()
{
    m_kind.reset();
    m_colours = {};
    m_isWaiting = false;
}

void HeatOverlay::paint(QPainter &painter, const ViewTransform &place, const QSize &page) const
{
    if (m_colours.isNull())
        return;
    painter.save();
    painter.setTransform(place.toView(), true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(), QSizeF(page)), m_colours);
    painter.restore();
}

QString HeatOverlay::nameOf(facts::MapKind kind)
{
    switch (kind) {
    case facts::MapKind::ErrorLevel:
        return words(QT_TRANSLATE_NOOP("HeatOverlay", "Error level"));
    case facts::MapKind::Noise:
        return words(QT_TRANSLATE_NOOP("HeatOverlay", "Noise"));
    case facts::MapKind::Ghosts:
        return words(QT_TRANSLATE_NOOP("HeatOverlay", "Later changes"));
    }
    return {};
}

QString HeatOverlay::text() const
{
    if (!m_kind)
        return {};
    if (m_isWaiting)
        return words(QT_TRANSLATE_NOOP("HeatOverlay", "%1: being drawn …")).arg(nameOf(*m_kind));
    if (m_colours.isNull())
        return words(QT_TRANSLATE_NOOP("HeatOverlay", "%1: this file cannot tell")).arg(nameOf(*m_kind));
    return nameOf(*m_kind);
}

void HeatOverlay::paintLegend(QPainter &painter, const QRect &view, const QPalette &palette) const
{
    if (!m_kind)
        return;
    const Tokens &tokens = tokensFor(palette);
    const QFontMetrics metrics = painter.fontMetrics();
    const bool hasBar = !m_colours.isNull();
    const QString little = words(QT_TRANSLATE_NOOP("HeatOverlay", "little"));
    const QString much = words(QT_TRANSLATE_NOOP("HeatOverlay", "much"));
    const int gap = metrics::smallGap;
    const int barLine =
        hasBar ? metrics.horizontalAdvance(little) + barWidth + metrics.horizontalAdvance(much) + 2 * gap : 0;
    const QSize size(qMax(metrics.horizontalAdvance(text()), barLine) + 2 * metrics::gap,
                     metrics.height() * (hasBar ? 2 : 1) + 2 * gap);
    const QRect box(QPoint(view.left() + metrics::gap, view.bottom() - metrics::gap - size.height()), size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.line);
    painter.setBrush(tokens.panel);
    painter.drawRoundedRect(box, metrics::radius, metrics::radius);
    painter.setPen(tokens.text);
    int baseline = box.top() + gap + metrics.ascent();
    int left = box.left() + metrics::gap;
    painter.drawText(left, baseline, text());
    if (hasBar) {
        baseline += metrics.height();
        painter.setPen(tokens.dim);
        painter.drawText(left, baseline, little);
        left += metrics.horizontalAdvance(little) + gap;
        const QRect bar(left, baseline - metrics.ascent() / 2 - barHeight / 2 + 1, barWidth, barHeight);
        QLinearGradient gradient(bar.topLeft(), bar.topRight());
        for (int step = 0; step <= 6; ++step)
            gradient.setColorAt(step / 6.0, colourOf(step * 255 / 6));
        painter.fillRect(bar, gradient);
        painter.drawText(bar.right() + gap, baseline, much);
    }
    painter.restore();
}

} // namespace scrutineer::ui
