// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/review/compare_table.h"

#include <QStyledItemDelegate>

class QTextLayout;

namespace scrutineer::ui {

/// Paints a cell: a sign for its state, the text with what was added underlined in a tinted box and what is
/// missing struck out between brackets, and below it the age of a date.
class CompareDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The text of a cell as it is drawn: "ANNA [MARIA ]ERIKSSON".
    [[nodiscard]] static QString shownText(const review::Cell &cell);

private:
    static void prepare(QTextLayout &layout, const review::Cell &cell, const QStyleOptionViewItem &option,
                        int width);
};

} // namespace scrutineer::ui
