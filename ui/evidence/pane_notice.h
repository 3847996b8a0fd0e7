// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons/icons.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace scrutineer::ui {

/// What a pane shows where there is no picture: a sign, what is the matter, and a sentence.
class PaneNotice : public QWidget
{
    Q_OBJECT
public:
    explicit PaneNotice(QWidget *parent);

    void showEmpty(); ///< no case is open
    void showMissing(const QString &what);
    /// fraction 0 to 1 of the file.
    void showReading(const QString &stage, double fraction);
    void showUnreadable(const QString &sentence);

    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showText(Icon sign, const QString &heading, const QString &sentence);
    void showSign();

    QLabel *m_sign = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_sentence = nullptr;
    QProgressBar *m_progress = nullptr;
    Icon m_icon = Icon::Reading;
};

/// A worker's stage in words ("Reading the text …").
[[nodiscard]] QString stageLabel(const QString &stage);

} // namespace scrutineer::ui
