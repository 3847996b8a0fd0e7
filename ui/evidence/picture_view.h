// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/display_page.h"
#include "ui/evidence/flag.h"
#include "ui/evidence/view_transform.h"

#include <QImage>
#include <QSet>
#include <QWidget>

#include <memory>

namespace scrutineer::ui {

class HeatOverlay;
class PictureCache;

/// Shows one page and the flags on it. The preview is painted at once, the full picture when the cache has
/// decoded it. Wheel zooms at the pointer, drag and arrow keys pan, Space with the pointer is a loupe.
class PictureView : public QWidget
{
    Q_OBJECT
public:
    explicit PictureView(PictureCache &cache, QWidget *parent = nullptr);
    ~PictureView() override;

    /// keepPlace: the same part stays visible (a newer rendering of the page that is shown).
    void setPage(const facts::DisplayPage &page, bool keepPlace = false);
    void clear();
    void setFlags(const QList<Flag> &flags);
    void setSelectedCheck(const QString &checkId);
    void setHiddenChecks(const QSet<QString> &checkIds);
    /// Places that are no findings, such as where a value of the compare table was read. Empty takes them
    /// away.
    void setSpotlight(const QList<QPolygonF> &polygons);
    /// A heat map over the picture (grey; null: this page has none), or word that it is being drawn; none:
    /// takes it away.
    void setHeatMap(facts::MapKind kind, const QImage &grey);
    void setHeatMapWaiting(facts::MapKind kind);
    void clearHeatMap();
    [[nodiscard]] const HeatOverlay &heatMap() const;
    /// No animation when flying.
    void setReducedMotion(bool reduced);

    [[nodiscard]] const ViewTransform &transform() const;
    [[nodiscard]] bool isFitted() const;
    [[nodiscard]] bool hasPicture() const; ///< preview or full
    [[nodiscard]] bool hasFullPicture() const;
    [[nodiscard]] QString flagAt(const QPointF &position) const; ///< check id, empty where there is none

    void zoomIn();
    void zoomOut();
    void fit();
    void trueSize();
    void rotate();
    /// Shows the region (page pixels, empty: the whole page), in a short flight unless motion is reduced.
    void flyTo(const QRectF &region);
    /// What a linked view did, done here without telling anyone. The anchor is a share of the view's size.
    void followZoom(double factor, const QPointF &anchorShare);
    void followPan(const QPointF &delta);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void findingActivated(const QString &checkId);
    void viewChanged(); ///< zoom, place or rotation, for whatever reason
    void zoomedBy(double factor, const QPointF &anchorShare); ///< by the user
    void pannedBy(const QPointF &delta);                      ///< by the user, logical pixels
    void fitted();                                            ///< by the user
    void trueSized();                                         ///< by the user
    void trueSizeSeen();        ///< the full picture was on the screen at true size or larger
    void damaged();             ///< the full picture could not be decoded; the preview, if any, stays
    void fillRequested();       ///< double click
    void pageTurned(int steps); ///< Alt and wheel

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui
