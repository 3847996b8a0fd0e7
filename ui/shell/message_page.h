// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons/icons.h"

#include <QWidget>

#include <functional>

class QLabel;
class QHBoxLayout;

namespace scrutineer::ui {

/// What a page says instead of a desk: a heading, what it means, what can be done.
struct PageText
{
    struct Button
    {
        QString name; ///< objectName
        QString text;
        std::function<void()> pressed;
    };
    Icon sign = Icon::Queue;
    QString heading;
    QString text;
    QString detail;        ///< for those who look after the machine: path, holder
    QList<Button> buttons; ///< the first is the one that is meant
};

/// A page of its own for a state that leaves nothing to work on: a workspace that another holds, one that is
/// damaged, an empty queue.
class MessagePage : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePage(QWidget *parent = nullptr);

    void setPage(const PageText &page);
    [[nodiscard]] QString heading() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSign();

    Icon m_icon = Icon::Queue;
    QLabel *m_sign = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_detail = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace scrutineer::ui
