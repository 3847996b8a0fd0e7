// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk_areas.h"

#include "ui/compare/compare_view.h"
#include "ui/decision/decision_bar.h"
#include "ui/evidence/evidence_board.h"
#include "ui/evidence/picture_cache.h"
#include "ui/faces/face_strip.h"
#include "ui/findings/findings_panel.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/header_line.h"
#include "ui/shell/message_page.h"
#include "ui/training/lesson_panel.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

DeskAreas layOutDesk(QWidget &desk, const std::function<QDateTime()> &now)
{
    DeskAreas areas;
    areas.cache = new PictureCache(qint64{768} << 20, &desk);
    areas.header = new HeaderLine(now, &desk);
    areas.queue = new QueuePanel(now, &desk);
    areas.evidence = new EvidenceBoard(*areas.cache, &desk);
    areas.faces = new FaceStrip(&desk);
    areas.compare = new CompareView(&desk);
    areas.findings = new FindingsPanel(&desk);
    areas.lesson = new LessonPanel(&desk);
    areas.decision = new DecisionBar(now, &desk);
    areas.rest = new MessagePage(&desk);

    auto *centre = new QSplitter(Qt::Vertical, &desk);
    centre->setObjectName(u"centreSplitter"_s);
    centre->addWidget(areas.evidence);
    centre->addWidget(areas.compare);
    centre->setStretchFactor(0, 1);
    centre->setChildrenCollapsible(false);
    auto *right = new QSplitter(Qt::Vertical, &desk);
    right->addWidget(areas.lesson);
    right->addWidget(areas.findings);
    right->addWidget(areas.faces);
    right->setStretchFactor(0, 1);
    right->setStretchFactor(1, 1);
    right->setChildrenCollapsible(false);
    auto *work = new QSplitter(Qt::Horizontal, &desk);
    work->addWidget(centre);
    work->addWidget(right);
    work->setStretchFactor(0, 1);
    work->setSizes({860, 320});
    work->setChildrenCollapsible(false);
    areas.middle = new QStackedWidget(&desk);
    areas.middle->addWidget(areas.rest);
    areas.middle->addWidget(work);
    auto *columns = new QSplitter(Qt::Horizontal, &desk);
    columns->addWidget(areas.queue);
    columns->addWidget(areas.middle);
    columns->setStretchFactor(1, 1);
    columns->setSizes({230, 1130});
    columns->setCollapsible(1, false);
    for (QSplitter *splitter : {centre, right, work, columns})
        splitter->setHandleWidth(6);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(6, 6, 6, 6);
    body->setSpacing(6);
    body->addWidget(columns, 1);
    body->addWidget(areas.decision);
    auto *layout = new QVBoxLayout(&desk);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(areas.header);
    layout->addLayout(body, 1);
    return areas;
}

} // namespace scrutineer::ui
