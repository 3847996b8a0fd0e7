// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/flag.h"

#include <QFont>
#include <QPainterPath>
#include <QSet>
#include <QTransform>

class QPainter;

namespace scrutineer::ui {

/// The flags of a page as they stand in the view: outlines whose line, hatching and sign differ by outcome,
/// and a label with sign and number for each. Works in view coordinates after layout().
class FlagLayer
{
public:
    QList<Flag> flags;
    QSet<QString> hidden;
    QString selected;
    QString hovered;
    QList<QPolygonF> spotlight;

    /// Whether a flag is drawn: not hidden, and flagged or to be looked at; the selected one always.
    [[nodiscard]] bool isDrawn(const Flag &flag) const;
    void layout(const QTransform &toView, const QSize &page, const QRectF &view, const QFont &font);
    void paint(QPainter &painter) const;
    /// The flag whose label, or else whose smallest shape, is at the position; null where there is none.
    [[nodiscard]] const Flag *at(const QPointF &position) const;

private:
    struct Shape
    {
        int flag = 0;
        QPolygonF outline;
        bool wholePage = false;
    };
    struct Label
    {
        int flag = 0;
        QRectF rect;
    };

    void paintShape(QPainter &painter, const Shape &shape) const;
    void paintLabel(QPainter &painter, const Label &label) const;
    void paintSpotlight(QPainter &painter) const;
    void layoutLabels(const QRectF &view, const QFont &font);

    QList<Shape> m_shapes; ///< the selected flag's last, so that they are on top
    QList<Label> m_labels;
    QList<QPolygonF> m_spotlight;
    QFont m_font;
};

} // namespace scrutineer::ui
