// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/picture_view.h"

#include "ui/evidence/picture_view_p.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <cmath>

namespace scrutineer::ui {

namespace {
constexpr double zoomStep = 1.25; ///< of a key or button
constexpr int flightMs = 200;
constexpr double pixelsFrom = 4;    ///< from this zoom on single pixels are shown as they are
constexpr double loupeRadius = 120; ///< logical pixels
constexpr double loupeFactor = 2.5; ///< against the zoom under it, and never below true size
constexpr double almostTrueSize = 0.999;
constexpr int preferredWidth = 320;
constexpr int preferredHeight = 240;
constexpr int smallestWidth = 120;
constexpr int smallestHeight = 90;
} // namespace

PictureView::PictureView(PictureCache &cache, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, cache))
{
    setObjectName(QStringLiteral("pictureView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    d->flight.setDuration(flightMs);
    d->flight.setStartValue(0.0);
    d->flight.setEndValue(1.0);
    d->flight.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&d->flight, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        d->transform = ViewTransform::between(d->flightStart, d->flightTarget, value.toDouble());
        d->changed();
    });
    connect(&cache, &PictureCache::decoded, this, [this](const QByteArray &key) {
        if (key == d->key)
            d->takeFullPicture();
    });
    connect(&cache, &PictureCache::failed, this, [this](const QByteArray &key) {
        if (key == d->key)
            Q_EMIT damaged();
    });
    d->updateCursor();
}

PictureView::~PictureView() = default;

void PictureView::setPage(const facts::DisplayPage &page, bool keepPlace)
{
    d->stopFlight();
    d->page = page;
    d->key = PictureCache::keyOf(page);
    d->wasSeen = d->wasSeen && keepPlace;
    if (!keepPlace) {
        d->transform = ViewTransform();
        d->layer.spotlight.clear();
        d->isFitted = true;
    }
    d->full = d->cache.picture(d->key);
    if (d->full)
        d->preview = {};
    else
        d->preview =
            decodeJpeg(page.preview, page.fullSize.scaled(size() * devicePixelRatioF(), Qt::KeepAspectRatio));
    if (!keepPlace)
        d->transform.setPage(page.fullSize);
    d->transform.setView(size(), devicePixelRatioF());
    if (d->isFitted)
        d->transform.fit();
    if (!d->full)
        d->cache.request(page);
    d->updateCursor();
    d->changed();
}

void PictureView::clear()
{
    d->stopFlight();
    d->page = {};
    d->key.clear();
    d->preview = {};
    d->full.reset();
    d->layer = {};
    d->heat.clear();
    d->transform = ViewTransform();
    d->isFitted = true;
    d->wasSeen = false;
    d->updateCursor();
    d->changed();
}

void PictureView::setFlags(const QList<Flag> &flags)
{
    d->layer.flags = flags;
    d->changed();
}

void PictureView::setSelectedCheck(const QString &checkId)
{
    d->layer.selected = checkId;
    d->changed();
}

void PictureView::setHiddenChecks(const QSet<QString> &checkIds)
{
    d->layer.hidden = checkIds;
    d->changed();
}

void PictureView::setSpotlight(const QList<QPolygonF> &polygons)
{
    d->layer.spotlight = polygons;
    d->changed();
}

void PictureView::setHeatMap(facts::MapKind kind, const QImage &grey)
{
    d->heat.show(kind, grey);
    update();
}

void PictureView::setHeatMapWaiting(facts::MapKind kind)
{
    d->heat.showWaiting(kind);
    update();
}

void PictureView::clearHeatMap()
{
    d->heat.clear();
    update();
}

const HeatOverlay &PictureView::heatMap() const
{
    return d->heat;
}

void PictureView::setReducedMotion(bool reduced)
{
    d->isReduced = reduced;
}

const ViewTransform &PictureView::transform() const
{
    return d->transform;
}

bool PictureView::isFitted() const
{
    return d->isFitted;
}

bool PictureView::hasPicture() const
{
    return d->full || !d->preview.isNull();
}

bool PictureView::hasFullPicture() const
{
    return d->full != nullptr;
}

QString PictureView::flagAt(const QPointF &position) const
{
    const Flag *flag = d->layer.at(position);
    return flag ? flag->checkId : QString();
}

void PictureView::zoomIn()
{
    d->zoomBy(zoomStep, QRectF(rect()).center());
}

void PictureView::zoomOut()
{
    d->zoomBy(1 / zoomStep, QRectF(rect()).center());
}

void PictureView::fit()
{
    d->isFitted = true;
    ViewTransform target = d->transform;
    target.fit();
    d->flyTo(target);
    Q_EMIT fitted();
}

void PictureView::trueSize()
{
    d->isFitted = false;
    ViewTransform target = d->transform;
    const QPointF anchor = underMouse() ? QPointF(mapFromGlobal(QCursor::pos())) : QRectF(rect()).center();
    target.zoomAt(1, anchor);
    d->flyTo(target);
    Q_EMIT trueSized();
}

void PictureView::rotate()
{
    d->stopFlight();
    d->transform.rotate(90);
    if (d->isFitted)
        d->transform.fit();
    d->changed();
}

void PictureView::flyTo(const QRectF &region)
{
    ViewTransform target = d->transform;
    d->isFitted = region.isEmpty();
    if (d->isFitted)
        target.fit();
    else
        target.show(region);
    d->flyTo(target);
}

void PictureView::followZoom(double factor, const QPointF &anchorShare)
{
    d->stopFlight();
    d->isFitted = false;
    d->transform.zoomAt(d->transform.zoom() * factor,
                        {anchorShare.x() * width(), anchorShare.y() * height()});
    d->changed();
}

void PictureView::followPan(const QPointF &delta)
{
    d->stopFlight();
    d->transform.pan(delta);
    d->changed();
}

QSize PictureView::sizeHint() const
{
    return {preferredWidth, preferredHeight};
}

QSize PictureView::minimumSizeHint() const
{
    return {smallestWidth, smallestHeight};
}

void PictureView::resizeEvent(QResizeEvent *)
{
    d->stopFlight();
    d->transform.setView(size(), devicePixelRatioF());
    if (d->isFitted)
        d->transform.fit();
    d->changed();
}

void PictureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).canvas);
    if (!hasPicture())
        return;
    d->paintPicture(painter, d->transform);
    d->layer.paint(painter);
    if (d->isLoupe)
        d->paintLoupe(painter);
    d->heat.paintLegend(painter, rect(), palette());
    if (hasFocus()) {
        painter.setPen(QPen(tokensFor(palette()).accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    d->tellIfSeen();
}

void PictureView::Private::takeFullPicture()
{
    full = cache.picture(key);
    if (full)
        preview = {};
    view.update();
}

void PictureView::Private::changed()
{
    layoutFlags();
    view.update();
    Q_EMIT view.viewChanged();
}

void PictureView::Private::layoutFlags()
{
    layer.layout(transform.toView(), page.fullSize, QRectF(view.rect()).adjusted(2, 2, -2, -2), view.font());
}

void PictureView::Private::stopFlight()
{
    if (flight.state() != QAbstractAnimation::Running)
        return;
    flight.stop();
    transform = flightTarget;
}

void PictureView::Private::flyTo(const ViewTransform &target)
{
    flight.stop();
    const bool styleMoves = view.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &view) > 0;
    if (isReduced || !styleMoves || !view.isVisible() || page.fullSize.isEmpty()) {
        transform = target;
        changed();
        return;
    }
    flightTarget = target;
    flightStart = transform;
    flight.start();
}

void PictureView::Private::tellIfSeen()
{
    if (wasSeen || !full || transform.zoom() < almostTrueSize)
        return;
    wasSeen = true;
    const auto tell = [this, seen = key] {
        if (seen == key)
            Q_EMIT view.trueSizeSeen();
    };
    QMetaObject::invokeMethod(&view, tell, Qt::QueuedConnection); // not while painting
}

void PictureView::Private::paintPicture(QPainter &painter, const ViewTransform &place) const
{
    const double shownWidth = page.fullSize.width() * place.zoom(); // device pixels
    const QImage &image = full ? full->levelFor(shownWidth / full->levels.front().width()) : preview;
    const double scaleX = static_cast<double>(image.width()) / page.fullSize.width();
    const double scaleY = static_cast<double>(image.height()) / page.fullSize.height();
    // Whole pixels of the image, one more on each side for the interpolation.
    const QRectF visible = place.visible();
    const QRect source = QRectF(visible.x() * scaleX, visible.y() * scaleY, visible.width() * scaleX,
                                visible.height() * scaleY)
                             .toAlignedRect()
                             .adjusted(-1, -1, 1, 1)
                             .intersected(image.rect());
    const QRectF target(source.x() / scaleX, source.y() / scaleY, source.width() / scaleX,
                        source.height() / scaleY);
    painter.save();
    painter.setTransform(place.toView(), true);
    const double imageZoom = shownWidth / image.width();
    const bool exact = std::abs(imageZoom - 1) < 1e-6;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !exact && imageZoom < pixelsFrom);
    painter.drawImage(target, image, source);
    painter.restore();
    heat.paint(painter, place, page.fullSize);
}

void PictureView::Private::paintLoupe(QPainter &painter) const
{
    const QPointF under = transform.toPage().map(pointer);
    if (!QRectF(QPointF(), QSizeF(page.fullSize)).contains(under))
        return;
    ViewTransform place = transform;
    place.lookAt(under, qMin(qMax(1.0, transform.zoom() * loupeFactor), ViewTransform::maximumZoom), pointer);
    QPainterPath circle;
    circle.addEllipse(pointer, loupeRadius, loupeRadius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(circle);
    painter.fillPath(circle, tokensFor(view.palette()).canvas);
    paintPicture(painter, place);
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 220), 4));
    painter.drawEllipse(pointer, loupeRadius, loupeRadius);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1.5));
    painter.drawEllipse(pointer, loupeRadius, loupeRadius);
    painter.restore();
}

} // namespace scrutineer::ui
