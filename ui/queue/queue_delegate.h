// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>

#include <functional>

namespace scrutineer::ui {

/// Paints a line of the queue: id and counts above, name and waiting time below. Counts carry the shape of
/// their outcome; a case that a person has begun has a dot before its id.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit QueueDelegate(std::function<QDateTime()> now, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::function<QDateTime()> m_now;
};

} // namespace scrutineer::ui
