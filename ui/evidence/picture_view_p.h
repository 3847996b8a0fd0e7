// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/flag_layer.h"
#include "ui/evidence/heat_overlay.h"
#include "ui/evidence/picture_cache.h"
#include "ui/evidence/picture_view.h"

#include <QVariantAnimation>

#include <optional>

namespace scrutineer::ui {

/// The state of a PictureView; its painting is in picture_view.cpp, its input in picture_view_input.cpp.
class PictureView::Private
{
public:
    Private(PictureView &owner, PictureCache &pictureCache) : view(owner), cache(pictureCache) {}

    void takeFullPicture();
    void changed();
    void stopFlight();
    void flyTo(const ViewTransform &target);
    void layoutFlags();
    void zoomBy(double factor, const QPointF &anchor);
    void panBy(const QPointF &delta);
    void setHovered(const QPointF &position);
    void updateCursor();
    void tellIfSeen();
    void paintPicture(QPainter &painter, const ViewTransform &place) const;
    void paintLoupe(QPainter &painter) const;

    PictureView &view;
    PictureCache &cache;
    facts::DisplayPage page;
    QByteArray key;
    QImage preview;
    std::shared_ptr<const Pyramid> full;
    ViewTransform transform;
    FlagLayer layer;
    HeatOverlay heat;
    bool isFitted = true;
    bool isReduced = false;
    bool wasSeen = false;
    QVariantAnimation flight;
    ViewTransform flightStart;
    ViewTransform flightTarget;

    std::optional<QPointF> pressedAt; ///< where a button went down
    QPointF draggedTo;
    bool isDragging = false;
    bool isLoupe = false;
    int wheelRest = 0; ///< of a notch that turns pages
    QPointF pointer;
};

} // namespace scrutineer::ui
