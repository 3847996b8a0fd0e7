// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/display_page.h"
#include "ui/evidence/view_transform.h"

#include <QImage>

#include <optional>

class QPainter;
class QPalette;

namespace scrutineer::ui {

/// A heat map over a page, with a legend: what it shows, and which colour means little and much. The colours
/// grow lighter as they grow warmer, so that they can be told apart without seeing hue.
class HeatOverlay
{
public:
    /// Shows the map (grey; null: the page has none of this kind).
    void show(facts::MapKind kind, const QImage &grey);
    void showWaiting(facts::MapKind kind);
    void clear();

    [[nodiscard]] std::optional<facts::MapKind> kind() const { return m_kind; }
    /// Over the picture that `place` shows.
    void paint(QPainter &painter, const ViewTransform &place, const QSize &page) const;
    /// In a corner of the view.
    void paintLegend(QPainter &painter, const QRect &view, const QPalette &palette) const;
    /// What the legend says, for screen readers.
    [[nodiscard]] QString text() const;

    [[nodiscard]] static QString nameOf(facts::MapKind kind);

private:
    std::optional<facts::MapKind> m_kind;
    QImage m_colours; ///< ARGB32_Premultiplied; null where there is nothing to paint
    bool m_isWaiting = false;
};

} // namespace scrutineer::ui
