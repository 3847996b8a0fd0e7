// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/review/compare_table.h"

#include <QAbstractTableModel>

namespace scrutineer::ui {

/// The compare table as a model: a row a field, a column a source; sources without any value are left out,
/// except what was declared.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<review::Row> &rows);
    [[nodiscard]] const review::Cell *cellAt(const QModelIndex &index) const; ///< null for an invalid index
    [[nodiscard]] int differences() const; ///< rows with a cell that differs

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the text or "—". AccessibleTextRole: field, source, value and difference in words.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString tipOf(const review::Cell &cell, review::Source source) const;

    QList<review::Row> m_rows;
    QList<review::Source> m_sources;
};

} // namespace scrutineer::ui
