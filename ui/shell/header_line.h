// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"

#include <QElapsedTimer>
#include <QFrame>

#include <functional>

class QLabel;
class QTimer;

namespace scrutineer::ui {

/// The line on top: which case, how long it waits, what was found, how long it is on the desk, who sits here.
class HeaderLine : public QFrame
{
    Q_OBJECT
public:
    /// now: UTC clock.
    explicit HeaderLine(std::function<QDateTime()> now, QWidget *parent = nullptr);

    void setCase(const Case &input);
    void setCounts(int flagged, int toLookAt, int notAssessed, bool complete);
    void setReviewer(const QString &name);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tick();
    void showCounts();

    std::function<QDateTime()> m_now;
    QDateTime m_submittedAt;
    QElapsedTimer m_onDesk;
    QTimer *m_timer = nullptr;
    int m_flagged = 0;
    int m_toLookAt = 0;
    int m_notAssessed = 0;
    bool m_complete = false;
    QLabel *m_id = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_waiting = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_clock = nullptr;
    QLabel *m_reviewer = nullptr;
};

} // namespace scrutineer::ui
