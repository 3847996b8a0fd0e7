// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/arrangement.h"
#include "ui/evidence/evidence_board.h"
#include "ui/evidence/evidence_pane.h"

#include <QPointer>
#include <QSplitter>

class QStackedWidget;

namespace scrutineer::ui {

class PaneNotice;

/// A window that holds one pane away from the board. Closing it gives the pane back.
class DetachedWindow : public QWidget
{
    Q_OBJECT
public:
    DetachedWindow(EvidencePane *pane, const QString &title, QWidget *board);

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
};

/// The state of an EvidenceBoard. How panes stand is in evidence_board_layout.cpp, the rest in
/// evidence_board.cpp.
class EvidenceBoard::Private
{
public:
    using Rows = QList<QList<EvidencePane *>>;

    Private(EvidenceBoard &owner, PictureCache &pictureCache) : board(owner), cache(pictureCache) {}

    // evidence_board.cpp
    QAction *addKey(const QString &name, const QString &text, const QKeySequence &key,
                    const std::function<void()> &call);
    void makeActions();
    EvidencePane *makePane();
    void linkView(EvidencePane *pane);
    template <typename Call>
    void forOthers(const EvidencePane *pane, const Call &call);
    void take(const facts::DisplayPage &page);

    // evidence_board_layout.cpp
    void assign(const QList<EvidenceFile> &files);
    void arrangeAgain();
    void showRows(const Rows &wanted);
    void shareSpace();
    void applyFill();
    void move(EvidencePane *pane, int dx, int dy);
    void removeFromRows(EvidencePane *pane);
    void insertByRole(EvidencePane *pane);
    void detach(EvidencePane *pane);
    void attach(EvidencePane *pane);

    EvidenceBoard &board;
    PictureCache &cache;
    QStackedWidget *stack = nullptr;
    PaneNotice *notice = nullptr;
    QSplitter *column = nullptr;
    QList<QSplitter *> lines;
    Rows rows;
    QList<double> heights;
    QHash<EvidencePane *, DetachedWindow *> detached;
    QPointer<EvidencePane> filled;
    QPointer<EvidencePane> lastFocused;
    QHash<QAction *, QKeySequence> singleKeys;
    QAction *link = nullptr;
    QString caseId;
    QList<Finding> findings;
    bool isArrangedByHand = false;
    bool isSizedByHand = false;
    bool isFollowing = false;
    bool isReduced = false;
    bool hasSingleKeys = true;
};

} // namespace scrutineer::ui
