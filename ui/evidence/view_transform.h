// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QTransform>

namespace scrutineer::ui {

/// Where a page stands in its view: pure arithmetic between pixels of the page (upright, full size) and the
/// view's logical pixels. Zoom is in device pixels for each page pixel: 1 is true size on any screen.
class ViewTransform
{
public:
    static constexpr double maximumZoom = 32;

    void setPage(const QSize &page);
    void setView(const QSize &view, double devicePixelRatio);

    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] double fitZoom() const;
    /// Never larger than fit, so that the whole page can be seen, nor than a quarter of true size.
    [[nodiscard]] double minimumZoom() const;
    [[nodiscard]] int rotation() const { return m_rotation; } ///< degrees clockwise: 0, 90, 180, 270
    [[nodiscard]] QPointF center() const { return m_center; } ///< of the view, in page pixels

    void fit();
    void rotate(int degrees);
    /// Sets the zoom and keeps the page's point under `anchor` (view coordinates) where it is.
    void zoomAt(double zoom, const QPointF &anchor);
    /// Moves the page by so many logical pixels of the view.
    void pan(const QPointF &delta);
    void setCenter(const QPointF &pagePoint);
    /// Zoom and centre that show `region` (page pixels) with a margin around it, no larger than twice true
    /// size.
    void show(const QRectF &region);
    /// Puts the page's point at `anchor`, even if that uncovers the page's border.
    void lookAt(const QPointF &pagePoint, double zoom, const QPointF &anchor);
    /// On the way from one to the other, `share` 0 to 1; the zoom changes evenly to the eye.
    [[nodiscard]] static ViewTransform between(const ViewTransform &from, const ViewTransform &to,
                                               double share);

    [[nodiscard]] QTransform toView() const;
    [[nodiscard]] QTransform toPage() const { return toView().inverted(); }
    /// The page's part that is visible, page pixels.
    [[nodiscard]] QRectF visible() const;

private:
    void keepInside();
    [[nodiscard]] QSizeF rotatedPage() const;

    QSize m_page;
    QSize m_view;
    double m_devicePixelRatio = 1;
    double m_zoom = 1;
    int m_rotation = 0;
    QPointF m_center;
};

} // namespace scrutineer::ui
