// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_delegate.h"

#include "ui/icons/icons.h"
#include "ui/queue/queue_model.h"
#include "ui/queue/waiting.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace scrutineer::ui {

namespace {
constexpr int sidePadding = 10;
constexpr int linePadding = 6;
constexpr int currentBar = 3;

/// Paints "▲ 4" so that it ends at `right`; returns where it begins.
int paintCount(QPainter &painter, const QRect &line, int right, Outcome outcome, int count,
               const Tokens &tokens)
{
    const QString text = QString::number(count);
    const int width = painter.fontMetrics().horizontalAdvance(text);
    const int side = painter.fontMetrics().ascent();
    const QRect textBox(right - width, line.top(), width, line.height());
    painter.setPen(tokens.of(outcome));
    painter.drawText(textBox, Qt::AlignVCenter | Qt::AlignLeft, text);
    const QRect mark(textBox.left() - side - 3, line.top() + (line.height() - side) / 2, side, side);
    icon(outcomeIcon(outcome), tokens.of(outcome)).paint(&painter, mark);
    return mark.left();
}

int paintCounts(QPainter &painter, const QRect &line, const review::QueueRow &row, const Tokens &tokens)
{
    int right = line.right();
    if (row.state == store::CaseState::Imported) {
        const QString text = QueueDelegate::tr("not analysed");
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.setPen(tokens.dim);
        painter.drawText(QRect(right - width, line.top(), width + 1, line.height()), Qt::AlignVCenter, text);
        return right - width;
    }
    if (row.toLookAt > 0)
        right = paintCount(painter, line, right, Outcome::Review, row.toLookAt, tokens) - 8;
    if (row.flagged > 0)
        right = paintCount(painter, line, right, Outcome::Flagged, row.flagged, tokens) - 8;
    if (row.flagged == 0 && row.toLookAt == 0)
        right = paintCount(painter, line, right, Outcome::Clear, 0, tokens) - 8;
    return right;
}
} // namespace

QueueDelegate::QueueDelegate(std::function<QDateTime()> now, QObject *parent)
    : QStyledItemDelegate(parent), m_now(std::move(now))
{
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    const QVariant value = index.data(QueueModel::RowRole);
    painter->save();
    const bool current = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, current ? tokens.selected : tokens.panel);
    if (current)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(currentBar, option.rect.height())),
                          tokens.accent);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, tokens.raised);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);
    if (value.canConvert<review::QueueRow>()) {
        const auto row = value.value<review::QueueRow>();
        const QRect box = option.rect.adjusted(sidePadding, linePadding, -sidePadding, -linePadding);
        QRect first(box.left(), box.top(), box.width(), box.height() / 2);
        QRect second(box.left(), first.bottom() + 1, box.width(), box.height() / 2);

        QFont strong = option.font;
        strong.setWeight(QFont::DemiBold);
        painter->setFont(option.font);
        first.setRight(paintCounts(*painter, first, row, tokens) - 4);
        painter->setFont(strong);
        painter->setPen(tokens.text);
        const QString id = (row.hasDraft ? QStringLiteral("• ") : QString()) + row.id;
        painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(strong).elidedText(id, Qt::ElideMiddle, first.width()));

        painter->setFont(option.font);
        painter->setPen(tokens.dim);
        const bool waits = row.state == store::CaseState::Imported || row.state == store::CaseState::Ready;
        const QString when = waits ? waitingShort(row.submittedAt, m_now()) : toLabel(row.state);
        const int width = painter->fontMetrics().horizontalAdvance(when) + 1;
        painter->drawText(QRect(second.right() - width, second.top(), width + 1, second.height()),
                          Qt::AlignVCenter | Qt::AlignRight, when);
        second.setRight(second.right() - width - 8);
        const QString name =
            row.training ? QueueDelegate::tr("Training: %1").arg(row.applicantName) : row.applicantName;
        painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(name, Qt::ElideRight, second.width()));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, 2 * (option.fontMetrics.height() + 2) + 2 * linePadding};
}

} // namespace scrutineer::ui
