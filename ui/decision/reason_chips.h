// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace scrutineer::ui {

class FlowLayout;

/// The reasons of a decision as chips that a click takes away, and a button with the whole catalogue to add
/// one.
class ReasonChips : public QWidget
{
    Q_OBJECT
public:
    explicit ReasonChips(QWidget *parent = nullptr);

    void setLanguage(const QString &language); ///< of titles
    void setReasons(const QList<int> &reasons);
    void setLocked(bool locked);
    void openMenu();

Q_SIGNALS:
    void addRequested(int reason);
    void removeRequested(int reason);

private:
    void fillMenu();
    void show();

    QString m_language;
    QList<int> m_reasons;
    bool m_locked = false;
    FlowLayout *m_layout = nullptr;
    QList<QWidget *> m_chips;
    QToolButton *m_add = nullptr;
};

} // namespace scrutineer::ui
