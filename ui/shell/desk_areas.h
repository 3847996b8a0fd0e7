// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <functional>

class QStackedWidget;
class QWidget;

namespace scrutineer::ui {

class CompareView;
class DecisionBar;
class EvidenceBoard;
class FaceStrip;
class FindingsPanel;
class HeaderLine;
class LessonPanel;
class MessagePage;
class PictureCache;
class QueuePanel;

/// What lies on the desk; all of it belongs to the desk.
struct DeskAreas
{
    PictureCache *cache = nullptr;
    HeaderLine *header = nullptr;
    QueuePanel *queue = nullptr;
    QStackedWidget *middle = nullptr; ///< the page shown at rest, then the work on a case
    MessagePage *rest = nullptr;
    EvidenceBoard *evidence = nullptr;
    FindingsPanel *findings = nullptr;
    FaceStrip *faces = nullptr;
    CompareView *compare = nullptr;
    LessonPanel *lesson = nullptr;
    DecisionBar *decision = nullptr;
};

/// Makes the areas and lays them out: header above, queue on the left, evidence over the compare table in the
/// middle, findings over faces on the right, decision bar below. now: UTC clock.
[[nodiscard]] DeskAreas layOutDesk(QWidget &desk, const std::function<QDateTime()> &now);

} // namespace scrutineer::ui
