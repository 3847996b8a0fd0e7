// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/flag_layer.h"

#include "ui/evidence/label_layout.h"
#include "ui/theme/tokens.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <limits>

namespace scrutineer::ui {

namespace {
// Logical pixels.
constexpr double lineWidth = 2;
constexpr double selectedLineWidth = 3.5;
constexpr double haloWidth = 2; ///< on each side of the line: seen on black and on white
constexpr double outlineGap = selectedLineWidth / 2 + haloWidth;
constexpr double hatchStep = 9;
constexpr double hatchBand = 9;
constexpr double hatchedFrom = 56; ///< smaller shapes hold text that hatching would hide
constexpr double edgeReach = 6;    ///< how near the edge of a whole page counts as on it
constexpr double signSide = 11;
constexpr double labelPadding = 4;
constexpr double pageInset = 3;

/// Flags lie on pictures, not on the window: their colours are the dark ones of the light theme, under a
/// white halo.
QColor colorOf(Outcome outcome)
{
    return lightTokens().of(outcome);
}

QPen penOf(Outcome outcome, double width)
{
    QPen pen(colorOf(outcome), width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (outcome == Outcome::Review)
        pen.setDashPattern({4, 2.5});
    else if (outcome == Outcome::NotAssessed)
        pen.setDashPattern({1.2, 1.8});
    else if (outcome != Outcome::Flagged)
        pen.setDashPattern({6, 2, 1, 2});
    return pen;
}

void paintSign(QPainter &painter, Outcome outcome, const QRectF &box)
{
    const QPointF center = box.center();
    const double r = box.width() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    if (outcome == Outcome::Flagged) {
        painter.drawPolygon(
            QPolygonF{{center.x(), box.top()}, {box.right(), box.bottom()}, {box.left(), box.bottom()}});
    } else if (outcome == Outcome::Review) {
        painter.drawEllipse(center, r - 0.5, r - 0.5);
    } else if (outcome == Outcome::NotAssessed) {
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    } else {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 1.6));
        painter.drawEllipse(center, r - 1, r - 1);
    }
}

/// Larger on every side, so that the line stands around what was found and not on it.
QPolygonF grown(const QPolygonF &polygon, double by)
{
    const QRectF box = polygon.boundingRect();
    if (box.width() <= 0 || box.height() <= 0)
        return QPolygonF(box.adjusted(-by, -by, by, by));
    QTransform grow;
    grow.translate(box.center().x(), box.center().y());
    grow.scale((box.width() + 2 * by) / box.width(), (box.height() + 2 * by) / box.height());
    grow.translate(-box.center().x(), -box.center().y());
    return grow.map(polygon);
}

/// Lines that lean right for what is flagged and left for what must be looked at, in a band along the
/// outline: what is inside must be seen.
void paintHatching(QPainter &painter, const QPolygonF &outline, Outcome outcome)
{
    const QRectF box = outline.boundingRect();
    QPainterPath clip;
    clip.setFillRule(Qt::OddEvenFill);
    clip.addPolygon(outline);
    clip.closeSubpath();
    clip.addPolygon(grown(outline, -hatchBand));
    clip.closeSubpath();
    painter.save();
    painter.setClipPath(clip, Qt::IntersectClip);
    const double lean = outcome == Outcome::Flagged ? box.height() : -box.height();
    for (int pass = 0; pass < 2; ++pass) {
        QColor color = pass == 0 ? QColor(Qt::white) : colorOf(outcome);
        color.setAlphaF(pass == 0 ? 0.25F : 0.5F);
        painter.setPen(QPen(color, pass == 0 ? 2.4 : 1));
        for (double x = box.left() - box.height(); x < box.right() + box.height(); x += hatchStep)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + lean, box.top()));
    }
    painter.restore();
}

double areaOf(const QPolygonF &polygon)
{
    const QRectF box = polygon.boundingRect();
    return box.width() * box.height();
}
} // namespace

bool FlagLayer::isDrawn(const Flag &flag) const
{
    if (flag.checkId == selected)
        return true;
    return !hidden.contains(flag.checkId) &&
           (flag.outcome == Outcome::Flagged || flag.outcome == Outcome::Review);
}

void FlagLayer::layout(const QTransform &toView, const QSize &page, const QRectF &view, const QFont &font)
{
    m_font = font;
    m_font.setBold(true);
    m_shapes.clear();
    m_spotlight.clear();
    const QRectF whole{QPointF(), QSizeF(page)};
    for (qsizetype i = 0; i < flags.size(); ++i) {
        if (!isDrawn(flags[i]))
            continue;
        for (const QPolygonF &shape : flags[i].shapes) {
            const bool wholePage = shape.size() < 3;
            const QPolygonF outline =
                wholePage
                    ? QPolygonF(toView.mapRect(whole).adjusted(pageInset, pageInset, -pageInset, -pageInset))
                    : grown(toView.map(shape), outlineGap);
            m_shapes.append({static_cast<int>(i), outline, wholePage});
        }
    }
    std::stable_partition(m_shapes.begin(), m_shapes.end(),
                          [this](const Shape &shape) { return flags[shape.flag].checkId != selected; });
    for (const QPolygonF &polygon : spotlight)
        m_spotlight.append(grown(toView.map(polygon.isEmpty() ? QPolygonF(whole) : polygon), outlineGap));
    layoutLabels(view, m_font);
}

/// One label for each flag, at its topmost shape that is in sight.
void FlagLayer::layoutLabels(const QRectF &view, const QFont &font)
{
    m_labels.clear();
    const QFontMetricsF metrics(font);
    QList<LabelRequest> requests;
    QList<QRectF> keepFree;
    for (const Shape &shape : m_shapes) {
        if (!shape.wholePage)
            keepFree.append(shape.outline.boundingRect());
        const auto known = std::find_if(m_labels.begin(), m_labels.end(),
                                        [&shape](const Label &label) { return label.flag == shape.flag; });
        const QRectF box = shape.outline.boundingRect();
        if (known == m_labels.end()) {
            const double width = metrics.horizontalAdvance(QString::number(flags[shape.flag].reason));
            m_labels.append(Label{shape.flag, {}});
            requests.append({box, {signSide + width + 3 * labelPadding, metrics.height() + labelPadding}});
        } else {
            QRectF &best = requests[known - m_labels.begin()].shape;
            const bool sees = box.intersects(view);
            if (sees && (!best.intersects(view) || box.top() < best.top()))
                best = box;
        }
    }
    const QList<QRectF> rects = placeLabels(requests, keepFree, view);
    for (qsizetype i = 0; i < rects.size(); ++i)
        m_labels[i].rect = rects[i];
}

void FlagLayer::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Shape &shape : m_shapes)
        paintShape(painter, shape);
    paintSpotlight(painter);
    for (const Label &label : m_labels)
        paintLabel(painter, label);
    painter.restore();
}

void FlagLayer::paintShape(QPainter &painter, const Shape &shape) const
{
    const Flag &flag = flags[shape.flag];
    const bool strong = flag.checkId == selected || flag.checkId == hovered;
    const QRectF box = shape.outline.boundingRect();
    const bool hatched = !strong && !shape.wholePage && qMin(box.width(), box.height()) >= hatchedFrom;
    if (hatched && (flag.outcome == Outcome::Flagged || flag.outcome == Outcome::Review))
        paintHatching(painter, shape.outline, flag.outcome);
    const double width = strong ? selectedLineWidth : lineWidth;
    QPen halo(QColor(255, 255, 255, strong ? 235 : 190), width + 2 * haloWidth);
    halo.setJoinStyle(Qt::MiterJoin);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(halo);
    painter.drawPolygon(shape.outline);
    painter.setPen(penOf(flag.outcome, width));
    painter.drawPolygon(shape.outline);
}

void FlagLayer::paintLabel(QPainter &painter, const Label &label) const
{
    if (label.rect.isNull())
        return;
    const Flag &flag = flags[label.flag];
    const bool strong = flag.checkId == selected || flag.checkId == hovered;
    painter.setPen(QPen(Qt::white, strong ? 2.4 : 1.2));
    painter.setBrush(colorOf(flag.outcome));
    painter.drawRoundedRect(label.rect, metrics::radius - 1, metrics::radius - 1);
    QRectF sign(0, 0, signSide, signSide);
    sign.moveCenter({label.rect.left() + labelPadding + signSide / 2, label.rect.center().y()});
    paintSign(painter, flag.outcome, sign);
    painter.setPen(Qt::white);
    painter.setFont(m_font);
    painter.drawText(label.rect.adjusted(signSide + 2 * labelPadding, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, QString::number(flag.reason));
}

void FlagLayer::paintSpotlight(QPainter &painter) const
{
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &polygon : m_spotlight) {
        painter.setPen(QPen(QColor(255, 255, 255, 230), 6));
        painter.drawPolygon(polygon);
        painter.setPen(QPen(lightTokens().accent, 2.5));
        painter.drawPolygon(polygon);
    }
}

const Flag *FlagLayer::at(const QPointF &position) const
{
    for (const Label &label : m_labels) {
        if (label.rect.contains(position))
            return &flags[label.flag];
    }
    const Flag *found = nullptr;
    double smallest = std::numeric_limits<double>::max();
    for (const Shape &shape : m_shapes) {
        const QRectF box = shape.outline.boundingRect();
        const bool onEdge = box.adjusted(-edgeReach, -edgeReach, edgeReach, edgeReach).contains(position) &&
                            !box.adjusted(edgeReach, edgeReach, -edgeReach, -edgeReach).contains(position);
        const bool hit = shape.wholePage ? onEdge : shape.outline.containsPoint(position, Qt::OddEvenFill);
        if (hit && areaOf(shape.outline) < smallest) {
            smallest = areaOf(shape.outline);
            found = &flags[shape.flag];
        }
    }
    return found;
}

} // namespace scrutineer::ui
