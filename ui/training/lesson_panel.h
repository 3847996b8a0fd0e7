// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/review/training.h"

#include <QFrame>

#include <functional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace scrutineer::ui {

/// What a trainee learns after deciding a training case: how the answer compares with what is true, the
/// reasons that were found, missed and too much, what was wrong, where, and what to answer.
class LessonPanel : public QFrame
{
    Q_OBJECT
public:
    explicit LessonPanel(QWidget *parent = nullptr);

    /// titleOf: a reason's title in the user's language.
    void setLesson(const review::Lesson &lesson, store::DecisionKind chosen,
                   const review::TrainingResult &result, const std::function<QString(int)> &titleOf);
    /// Gives the focus to the button that goes on.
    void focusNext();

Q_SIGNALS:
    void regionRequested(const QList<scrutineer::Region> &regions);
    void nextRequested();

private:
    void addReason(int reason, const QString &title, const QString &state, QLatin1StringView kind,
                   const QList<Region> &places);
    void clearReasons();

    QLabel *m_heading = nullptr;
    QLabel *m_title = nullptr;
    QFrame *m_card = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_decisions = nullptr;
    QWidget *m_reasonBox = nullptr;
    QGridLayout *m_reasons = nullptr;
    QLabel *m_wrong = nullptr;
    QLabel *m_look = nullptr;
    QLabel *m_answer = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace scrutineer::ui
