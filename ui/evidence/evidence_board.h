// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/display_page.h"

#include <QKeySequence>
#include <QSet>
#include <QWidget>

#include <memory>

class QAction;

namespace scrutineer::ui {

class EvidencePane;
class PictureCache;

/// All pictures of a case side by side: what must be compared stands in one row, the proof of address below
/// or beside, whichever shows more. Panes are dragged by their title onto each other to change places.
///
/// Keys, while the focus is on the board: F fill, O a window of its own, L link, Tab and F6 the next pane,
/// Ctrl+Shift+arrows move a pane; and those of EvidencePane. No other action of the same window may use them.
class EvidenceBoard : public QWidget
{
    Q_OBJECT
public:
    /// The cache must live longer than the board.
    explicit EvidenceBoard(PictureCache &cache, QWidget *parent = nullptr);
    ~EvidenceBoard() override;

    /// Shows another case. Pages that are there already are painted at once, others come through addPage();
    /// a role that is required and was not sent gets a pane that says so.
    void setCase(const Case &input, const QList<facts::DisplayPage> &pages,
                 const QList<Role> &requiredRoles = {});
    void addPage(const facts::DisplayPage &page);
    void setHeatMap(const facts::HeatMap &map);
    void setPageCount(const QString &path, int pages);
    void fileProgressed(const QString &path, const QString &stage, double fraction);
    void fileUnreadable(const QString &path, const QString &sentence);
    void setFindings(const QList<Finding> &findings);
    void setSelectedCheck(const QString &checkId);
    /// Checks whose shapes are not drawn; a selected one is drawn all the same.
    void setHiddenChecks(const QSet<QString> &checkIds);
    /// Pages that this reviewer has seen at true size before.
    void setSeen(const QString &path, const QSet<int> &pages);
    /// Every pane concerned turns to its page and flies to its region. spotlight: also outline the regions,
    /// for places that are no findings.
    void flyTo(const QList<Region> &regions, bool spotlight = false);
    void clear();

    void setReducedMotion(bool reduced);
    void setSingleKeysEnabled(bool enabled);
    void setLinked(bool linked);
    [[nodiscard]] bool isLinked() const;
    [[nodiscard]] QAction *linkAction() const; ///< for a toolbar; checkable

    [[nodiscard]] QList<EvidencePane *> panes() const;             ///< in reading order, detached ones last
    [[nodiscard]] EvidencePane *paneOf(const QString &path) const; ///< null where there is none
    [[nodiscard]] EvidencePane *currentPane() const;               ///< null without panes
    /// True when every page of every readable file was on the screen at true size.
    [[nodiscard]] bool allSeenAtTrueSize() const;

    void setFilled(EvidencePane *pane, bool filled);
    [[nodiscard]] EvidencePane *filledPane() const;
    void setDetached(EvidencePane *pane, bool detached);
    void swapPanes(EvidencePane *a, EvidencePane *b);
    void focusNextPane(int step = 1);

    /// What each key does, for the help sheet.
    struct Key
    {
        QKeySequence key;
        QString what;
    };
    [[nodiscard]] QList<Key> keys() const;

Q_SIGNALS:
    void findingActivated(const QString &checkId); ///< a flag was clicked
    void seenAtTrueSize(const QString &path, int page);
    void heatMapsWanted(const QString &path, int page); ///< setHeatMap() should follow, once for each kind
    void linkedChanged(bool linked);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui
