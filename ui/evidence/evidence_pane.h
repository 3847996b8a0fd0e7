// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/facts/display_page.h"
#include "ui/evidence/flag.h"

#include <QFrame>
#include <QSet>

#include <memory>

namespace scrutineer::ui {

class PictureCache;
class PictureView;

/// One file of a case: a title with its role, page, zoom and tools, and below it the picture, or in words why
/// there is none. Its keys: + - 0 1 R and Page Up, Page Down; they work while the focus is inside the pane.
class EvidencePane : public QFrame
{
    Q_OBJECT
public:
    enum class State {
        Missing, ///< no file of this role was sent
        Reading, ///< no page has been rendered yet
        Unreadable,
        Showing,
    };

    explicit EvidencePane(PictureCache &cache, QWidget *parent = nullptr);
    ~EvidencePane() override;

    /// Empties the pane for another file. An empty path: nothing of this role was sent.
    void setFile(Role role, const QString &path);
    void addPage(const facts::DisplayPage &page);
    void setPageCount(int pages); ///< pages that will come; those that are there are counted anyway
    void setProgress(const QString &stage, double fraction); ///< 1: finished
    /// A map of a page; it is shown where the reviewer has asked for its kind.
    void setHeatMap(const facts::HeatMap &map);
    void setUnreadable(const QString &sentence);
    void setFindings(const QList<Finding> &findings);
    void setSelectedCheck(const QString &checkId);
    void setHiddenChecks(const QSet<QString> &checkIds);
    void setSeenPages(const QSet<int> &pages); ///< seen at true size earlier
    void setReducedMotion(bool reduced);
    void setFilling(bool filling); ///< how the fill button shows itself
    void setDetached(bool detached);
    void setSingleKeysEnabled(bool enabled);

    [[nodiscard]] State state() const;
    [[nodiscard]] Role role() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] int page() const; ///< from 0
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] QSize pageSize() const; ///< of the page shown, full size; empty where there is none
    [[nodiscard]] PictureView *view() const;
    [[nodiscard]] QSet<int> seenPages() const;
    /// The tools with their keys: zoom, fit, true size, rotate, pages.
    [[nodiscard]] QList<QAction *> tools() const;

    void showPage(int page);
    /// The next of: no map, error level, noise, later changes.
    void showNextHeatMap();
    /// Shows the page and flies to its region; regions of other files are passed over.
    void flyTo(const QList<Region> &regions, bool spotlight);

Q_SIGNALS:
    void findingActivated(const QString &checkId);
    /// The reviewer wants to see maps of a page that are not there yet; setHeatMap() should follow, once for
    /// each kind.
    void heatMapsWanted(const QString &path, int page);
    void seenAtTrueSize(const QString &path, int page); ///< once for each page
    void pageShown(const QString &path, int page);
    void pageSizeChanged();
    void fillRequested();
    void detachRequested();
    void moveRequested(scrutineer::ui::EvidencePane *source); ///< another pane was dropped on this one

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui
