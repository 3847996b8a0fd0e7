// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/review/queue_source.h"

#include <QAbstractListModel>
#include <QCache>

#include <memory>
#include <optional>

namespace scrutineer::ui {

/// The queue as an item model. Lines are fetched in blocks as they are looked at and forgotten again: memory
/// does not grow with the number of cases. Where the source fails, failed() tells and the lines concerned are
/// empty.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        RowRole, ///< review::QueueRow
    };

    explicit QueueModel(QObject *parent = nullptr);
    ~QueueModel() override;

    /// The source must outlive the model or be replaced before it goes; null empties the model.
    void setSource(const review::QueueSource *source);
    void setFilter(const review::QueueFilter &filter);
    void setSort(review::QueueSort sort);
    [[nodiscard]] const review::QueueFilter &filter() const { return m_filter; }
    [[nodiscard]] review::QueueSort sort() const { return m_sort; }
    /// Counts and fetches anew: after an import, an analysis or a decision.
    void refresh();

    [[nodiscard]] QString idAt(int row) const;
    /// -1 where the filter leaves the case out.
    [[nodiscard]] int rowOf(const QString &caseId) const;
    [[nodiscard]] std::optional<review::QueueRow> lineAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void failed(const scrutineer::Error &error) const;

private:
    const review::QueueRow *fetched(int row) const;

    const review::QueueSource *m_source = nullptr;
    review::QueueFilter m_filter;
    review::QueueSort m_sort = review::QueueSort::OldestFirst;
    int m_count = 0;
    mutable QCache<int, QList<review::QueueRow>> m_blocks; ///< by number of the block
};

} // namespace scrutineer::ui

Q_DECLARE_METATYPE(scrutineer::store::QueueRow)
