// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFrame>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace scrutineer::ui {

/// "C-2026-000123: rejected. Take back (8)": shown after a decision until it is final.
class TakeBackBanner : public QFrame
{
    Q_OBJECT
public:
    /// now: UTC clock.
    explicit TakeBackBanner(std::function<QDateTime()> now, QWidget *parent = nullptr);

    void showFor(const QString &what, const QDateTime &until);
    void dismiss();
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void takeBackRequested();
    void expired();

private:
    void tick();

    std::function<QDateTime()> m_now;
    QDateTime m_until;
    qint64 m_totalMs = 1;
    QTimer *m_timer = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_left = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace scrutineer::ui
