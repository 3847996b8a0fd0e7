// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QTimer;
class QToolButton;

namespace scrutineer::ui {

/// A line above the desk that says what happened; stays until it is closed or something newer takes its
/// place.
class NoticeBanner : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Done, Warning, Error };

    explicit NoticeBanner(QWidget *parent = nullptr);

    /// details: more lines, shown on request.
    void tell(Tone tone, const QString &text, const QStringList &details = {});
    void dismiss() { hide(); }
    [[nodiscard]] QString text() const;

private:
    QLabel *m_text = nullptr;
    QLabel *m_details = nullptr;
    QToolButton *m_more = nullptr;
    QTimer *m_goAway = nullptr;
};

} // namespace scrutineer::ui
