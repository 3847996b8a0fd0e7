// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_model.h"

#include <algorithm>
#include <array>

namespace scrutineer::ui {

using review::Cell;
using review::Row;
using review::Source;

namespace {
constexpr std::array sources{Source::Declared, Source::Printed, Source::Mrz, Source::Proof};
} // namespace

void CompareModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_sources.clear();
    for (const Source source : sources) {
        const bool isUsed = std::any_of(rows.cbegin(), rows.cend(), [source](const Row &row) {
            return row.at(source).state != Cell::State::Empty;
        });
        if (!rows.isEmpty() && (isUsed || source == Source::Declared))
            m_sources.append(source);
    }
    endResetModel();
}

const Cell *CompareModel::cellAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_rows[index.row()].at(m_sources[index.column()]) : nullptr;
}

int CompareModel::differences() const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) {
        return std::any_of(row.cells.cbegin(), row.cells.cend(),
                           [](const Cell &cell) { return cell.state == Cell::State::Different; });
    }));
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    const Cell *cell = cellAt(index);
    if (!cell)
        return {};
    const Source source = m_sources[index.column()];
    const bool isEmpty = cell->state == Cell::State::Empty;
    switch (role) {
    case Qt::DisplayRole:
        return isEmpty ? QStringLiteral("—") : cell->text;
    case Qt::ToolTipRole:
        return tipOf(*cell, source);
    case Qt::AccessibleTextRole: {
        QStringList words{tr("%1, %2: %3")
                              .arg(review::toLabel(m_rows[index.row()].field), review::toLabel(source),
                                   isEmpty ? tipOf(*cell, source) : cell->text)};
        if (!cell->spoken.text.isEmpty())
            words.append(cell->spoken.translated());
        if (cell->note)
            words.append(cell->note->translated());
        return words.join(QStringLiteral(". "));
    }
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Horizontal)
        return section < m_sources.size() ? review::toLabel(m_sources[section]) : QString();
    return section < m_rows.size() ? review::toLabel(m_rows[section].field) : QString();
}

/// Why a cell is empty, or what a click does.
QString CompareModel::tipOf(const Cell &cell, Source source) const
{
    if (cell.state == Cell::State::Empty) {
        switch (source) {
        case Source::Declared:
            return tr("The applicant did not declare it");
        case Source::Printed:
            return tr("Not read in print on the document");
        case Source::Mrz:
            return tr("Not read in a machine-readable zone");
        case Source::Proof:
            return tr("Not read on the proof of address");
        }
    }
    QStringList lines{cell.text};
    if (!cell.spoken.text.isEmpty())
        lines.append(cell.spoken.translated());
    if (cell.note)
        lines.append(cell.note->translated());
    if (cell.region)
        lines.append(tr("Click to see where it was read."));
    return lines.join(QLatin1Char('\n'));
}

} // namespace scrutineer::ui
