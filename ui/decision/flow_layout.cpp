// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decision/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace scrutineer::ui {

FlowLayout::FlowLayout(int spacing, QWidget *parent) : QLayout(parent), m_spacing(spacing)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->sizeHint());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    // Lines first, so that what stands in one is centred on its height.
    struct Line
    {
        QList<QLayoutItem *> items;
        int height = 0;
    };
    QList<Line> lines(1);
    int x = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > rect.width()) {
            lines.append(Line{});
            x = 0;
        }
        lines.last().items.append(item);
        lines.last().height = std::max(lines.last().height, size.height());
        x += size.width() + m_spacing;
    }
    int height = -m_spacing;
    for (const Line &line : std::as_const(lines))
        height += line.height + m_spacing;
    height = std::max(0, height);
    if (!place)
        return height;
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = rect.top() + std::max(0, (rect.height() - height) / 2);
    for (const Line &line : std::as_const(lines)) {
        x = rect.left();
        for (QLayoutItem *item : line.items) {
            const QSize size = item->sizeHint().boundedTo(QSize(rect.width(), line.height));
            const QRect box(QPoint(x, y + (line.height - size.height()) / 2), size);
            item->setGeometry(QStyle::visualRect(direction, rect, box));
            x += size.width() + m_spacing;
        }
        y += line.height + m_spacing;
    }
    return height;
}

} // namespace scrutineer::ui
