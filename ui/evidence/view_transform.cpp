// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/view_transform.h"

#include <algorithm>
#include <cmath>

namespace scrutineer::ui {

namespace {
constexpr double flightMargin = 0.35;     ///< of the region's longer side, on each side
constexpr double flightMinimumSpan = 160; ///< page pixels: a single word is shown with its surroundings
constexpr double flightMaximumZoom = 2;
constexpr double quarterOfTrueSize = 0.25;
} // namespace

void ViewTransform::setPage(const QSize &page)
{
    m_page = page;
    m_center = QRectF(QPointF(), QSizeF(page)).center();
}

void ViewTransform::setView(const QSize &view, double devicePixelRatio)
{
    m_view = view;
    m_devicePixelRatio = devicePixelRatio > 0 ? devicePixelRatio : 1;
    keepInside();
}

QSizeF ViewTransform::rotatedPage() const
{
    const QSizeF page(m_page);
    return m_rotation % 180 == 0 ? page : page.transposed();
}

double ViewTransform::fitZoom() const
{
    const QSizeF page = rotatedPage();
    if (page.isEmpty() || m_view.isEmpty())
        return 1;
    const double scale = qMin(m_view.width() / page.width(), m_view.height() / page.height());
    return qMin(scale * m_devicePixelRatio, maximumZoom);
}

double ViewTransform::minimumZoom() const
{
    return qMin(fitZoom(), quarterOfTrueSize);
}

void ViewTransform::fit()
{
    m_zoom = fitZoom();
    m_center = QRectF(QPointF(), QSizeF(m_page)).center();
}

void ViewTransform::rotate(int degrees)
{
    m_rotation = ((m_rotation + degrees) % 360 + 360) % 360;
    keepInside();
}

void ViewTransform::zoomAt(double zoom, const QPointF &anchor)
{
    const QPointF page = toPage().map(anchor);
    m_zoom = std::clamp(zoom, minimumZoom(), maximumZoom);
    pan(anchor - toView().map(page));
}

void ViewTransform::pan(const QPointF &delta)
{
    const QTransform inverse = toPage();
    m_center -= inverse.map(delta) - inverse.map(QPointF());
    keepInside();
}

void ViewTransform::setCenter(const QPointF &pagePoint)
{
    m_center = pagePoint;
    keepInside();
}

void ViewTransform::show(const QRectF &region)
{
    if (m_view.isEmpty() || m_page.isEmpty())
        return;
    const QRectF page{QPointF(), QSizeF(m_page)};
    const QRectF wanted = region.isEmpty() ? page : region;
    const double margin = flightMargin * qMax(wanted.width(), wanted.height());
    QSizeF span(qMax(wanted.width() + 2 * margin, flightMinimumSpan),
                qMax(wanted.height() + 2 * margin, flightMinimumSpan));
    if (m_rotation % 180 != 0)
        span.transpose();
    const double scale = qMin(m_view.width() / span.width(), m_view.height() / span.height());
    m_zoom = std::clamp(scale * m_devicePixelRatio, fitZoom(), qMax(fitZoom(), flightMaximumZoom));
    m_center = wanted.center();
    keepInside();
}

void ViewTransform::lookAt(const QPointF &pagePoint, double zoom, const QPointF &anchor)
{
    m_zoom = zoom;
    m_center = pagePoint;
    m_center += pagePoint - toPage().map(anchor);
}

ViewTransform ViewTransform::between(const ViewTransform &from, const ViewTransform &to, double share)
{
    ViewTransform result = to;
    result.m_zoom = std::exp(std::log(from.m_zoom) + share * (std::log(to.m_zoom) - std::log(from.m_zoom)));
    // The centre moves as fast as it looks: by screen distance, not by page distance.
    const double change = 1 / to.m_zoom - 1 / from.m_zoom;
    const double part = std::abs(change) < 1e-9 ? share : (1 / result.m_zoom - 1 / from.m_zoom) / change;
    result.m_center = from.m_center + part * (to.m_center - from.m_center);
    return result;
}

QTransform ViewTransform::toView() const
{
    const double scale = m_zoom / m_devicePixelRatio;
    QTransform transform;
    transform.translate(m_view.width() / 2.0, m_view.height() / 2.0);
    transform.rotate(m_rotation);
    transform.scale(scale, scale);
    transform.translate(-m_center.x(), -m_center.y());
    return transform;
}

QRectF ViewTransform::visible() const
{
    const QRectF view{QPointF(), QSizeF(m_view)};
    return toPage().mapRect(view).intersected(QRectF(QPointF(), QSizeF(m_page)));
}

/// A page larger than the view has no border inside it; a smaller one stands in the middle.
void ViewTransform::keepInside()
{
    if (m_page.isEmpty() || m_view.isEmpty())
        return;
    const QRectF span = toPage().mapRect(QRectF(QPointF(), QSizeF(m_view)));
    const auto keep = [](double center, double visible, double whole) {
        return visible >= whole ? whole / 2 : std::clamp(center, visible / 2, whole - visible / 2);
    };
    m_center = {keep(m_center.x(), span.width(), m_page.width()),
                keep(m_center.y(), span.height(), m_page.height())};
}

} // namespace scrutineer::ui
