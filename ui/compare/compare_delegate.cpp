// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_delegate.h"

#include "ui/compare/compare_model.h"
#include "ui/icons/icons.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <cmath>

namespace scrutineer::ui {

using review::Cell;
using review::Segment;

namespace {
constexpr int padding = 4; ///< logical pixels
constexpr int signSide = 14;
constexpr double smallerText = 0.9;
constexpr double leastInCommon = 0.5; ///< share of the characters of both texts

const Cell *cellOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const CompareModel *>(index.model());
    return model ? model->cellAt(index) : nullptr;
}

/// The outcome whose sign and colour a cell borrows; none for what is only shown.
std::optional<Outcome> outcomeOf(Cell::State state)
{
    if (state == Cell::State::Same)
        return Outcome::Clear;
    if (state == Cell::State::Different)
        return Outcome::Flagged;
    return std::nullopt;
}

/// The size hint is asked for without a rectangle: then the width is the column's.
int textWidth(const QStyleOptionViewItem &option)
{
    return qMax(1, option.rect.width() - signSide - 3 * padding);
}

QTextCharFormat formatOf(Segment::Kind kind, const Tokens &tokens)
{
    QTextCharFormat format;
    if (kind == Segment::Kind::Added) {
        format.setFontWeight(QFont::Bold);
        format.setFontUnderline(true);
        format.setForeground(tokens.flagged);
        format.setBackground(tokens.flaggedTint);
    } else if (kind == Segment::Kind::Missing) {
        format.setFontStrikeOut(true);
        format.setForeground(tokens.dim);
        format.setBackground(tokens.reviewTint);
    }
    return format;
}

/// The stretches to draw. Texts that have little in common are not taken apart: letters that happen to agree
/// would only scatter them.
QList<Segment> drawnSegments(const Cell &cell)
{
    qsizetype same = 0;
    qsizetype all = 0;
    for (const Segment &segment : cell.segments) {
        all += segment.text.size();
        same += segment.kind == Segment::Kind::Same ? segment.text.size() : 0;
    }
    if (static_cast<double>(same) < leastInCommon * static_cast<double>(all))
        return {{Segment::Kind::Added, cell.text}};
    return cell.segments;
}

QString bracketed(const Segment &segment)
{
    return segment.kind == Segment::Kind::Missing ? QStringLiteral("[%1]").arg(segment.text) : segment.text;
}
} // namespace

QString CompareDelegate::shownText(const Cell &cell)
{
    if (cell.state == Cell::State::Empty)
        return QStringLiteral("—");
    if (cell.state != Cell::State::Different || cell.segments.isEmpty())
        return cell.text;
    QString text;
    for (const Segment &segment : drawnSegments(cell))
        text += bracketed(segment);
    return text;
}

void CompareDelegate::prepare(QTextLayout &layout, const Cell &cell, const QStyleOptionViewItem &option,
                              int width)
{
    const Tokens &tokens = tokensFor(option.palette);
    QString text = shownText(cell);
    QList<QTextLayout::FormatRange> ranges;
    const auto mark = [&ranges](qsizetype start, qsizetype length, const QTextCharFormat &format) {
        ranges.append(QTextLayout::FormatRange{static_cast<int>(start), static_cast<int>(length), format});
    };
    if (cell.state == Cell::State::Different) {
        qsizetype start = 0;
        for (const Segment &segment : drawnSegments(cell)) {
            const qsizetype length = bracketed(segment).size();
            mark(start, length, formatOf(segment.kind, tokens));
            start += length;
        }
    } else if (cell.state == Cell::State::Empty) {
        QTextCharFormat dim;
        dim.setForeground(tokens.dim);
        mark(0, text.size(), dim);
    }
    if (cell.note) {
        QTextCharFormat small;
        small.setForeground(tokens.dim);
        small.setFontPointSize(option.font.pointSizeF() * smallerText);
        const QString note = cell.note->translated();
        mark(text.size() + 1, note.size(), small);
        text += QChar(QChar::LineSeparator) + note;
    }
    layout.setText(text);
    layout.setFont(option.font);
    layout.setFormats(ranges);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Cell *cell = cellOf(index);
    if (!cell)
        return QStyledItemDelegate::paint(painter, option, index);
    const Tokens &tokens = tokensFor(option.palette);
    const QRect &rect = option.rect;
    painter->save();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(rect, tokens.selected);
    if (const auto outcome = outcomeOf(cell->state)) {
        const int top = rect.y() + padding + (option.fontMetrics.height() - signSide) / 2;
        const QRect place =
            QStyle::visualRect(option.direction, rect, {rect.x() + padding, top, signSide, signSide});
        icon(outcomeIcon(*outcome), tokens.of(*outcome)).paint(painter, place);
    }
    QTextLayout layout;
    prepare(layout, *cell, option, textWidth(option));
    const QRect place = QStyle::visualRect(
        option.direction, rect, rect.adjusted(signSide + 2 * padding, padding, -padding, -padding));
    painter->setPen(tokens.text);
    painter->setClipRect(rect);
    layout.draw(painter, place.topLeft());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell *cell = cellOf(index);
    if (!cell)
        return QStyledItemDelegate::sizeHint(option, index);
    QTextLayout layout;
    prepare(layout, *cell, option, textWidth(option));
    return {static_cast<int>(std::ceil(layout.maximumWidth())) + signSide + 3 * padding,
            static_cast<int>(std::ceil(layout.boundingRect().height())) + 2 * padding};
}

} // namespace scrutineer::ui
