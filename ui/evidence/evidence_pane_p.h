// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/evidence_pane.h"
#include "ui/evidence/pane_header.h"
#include "ui/evidence/pane_notice.h"
#include "ui/evidence/picture_view.h"

#include <QMap>

#include <optional>
#include <utility>

class QAction;
class QProgressBar;
class QStackedWidget;

namespace scrutineer::ui {

class EvidencePane::Private
{
public:
    explicit Private(EvidencePane &owner) : pane(owner) {}

    QAction *addTool(const QString &name, const QString &text, Icon sign, const QList<QKeySequence> &keys,
                     const std::function<void()> &call);
    void makeActions();
    void build(PictureCache &cache);
    void connectView();
    void showState();
    void showFlags();
    void showHeatMap();
    void showCounts();
    void describe();

    EvidencePane &pane;
    PaneHeader *header = nullptr;
    PictureView *view = nullptr;
    PaneNotice *notice = nullptr;
    QStackedWidget *stack = nullptr;
    QProgressBar *progress = nullptr;

    QList<QAction *> tools;
    QAction *zoomIn = nullptr;
    QAction *zoomOut = nullptr;
    QAction *fit = nullptr;
    QAction *trueSize = nullptr;
    QAction *rotate = nullptr;
    QAction *heatMap = nullptr;
    QAction *previousPage = nullptr;
    QAction *nextPage = nullptr;
    QAction *fill = nullptr;
    QAction *detach = nullptr;
    QHash<QAction *, QList<QKeySequence>> singleKeys;

    Role role = Role::DocumentFront;
    QString path;
    State state = State::Missing;
    QMap<int, facts::DisplayPage> pages;
    int expectedPages = 0;
    int current = -1;
    QString stage;
    double fraction = 0;
    QString unreadable;
    bool isDamaged = false;
    QList<Finding> findings;
    QSet<int> seen;
    std::optional<facts::MapKind> wantedMap;
    QMap<std::pair<int, facts::MapKind>, facts::HeatMap> maps; ///< by page and kind
    QSet<int> askedMaps;                                       ///< pages
    bool isDropTarget = false;
};

} // namespace scrutineer::ui
