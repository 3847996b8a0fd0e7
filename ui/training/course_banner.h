// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace scrutineer::ui {

/// A line above the desk while the cases of the course are drawn: how far it is, and a way to stop.
class CourseBanner : public QFrame
{
    Q_OBJECT
public:
    explicit CourseBanner(QWidget *parent = nullptr);

    /// Shows the line. Nothing is known of the total where that is 0.
    void showProgress(int done, int total);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace scrutineer::ui
