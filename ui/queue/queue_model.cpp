// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_model.h"

#include <QLocale>

namespace scrutineer::ui {

namespace {
constexpr int linesPerBlock = 128;
constexpr int blocksKept = 24;
} // namespace

QueueModel::QueueModel(QObject *parent) : QAbstractListModel(parent), m_blocks(blocksKept) {}

QueueModel::~QueueModel() = default;

void QueueModel::setSource(const review::QueueSource *source)
{
    m_source = source;
    refresh();
}

void QueueModel::setFilter(const review::QueueFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void QueueModel::setSort(review::QueueSort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    refresh();
}

void QueueModel::refresh()
{
    int count = 0;
    if (m_source) {
        if (const auto counted = m_source->count(m_filter))
            count = static_cast<int>(std::min<qint64>(*counted, std::numeric_limits<int>::max()));
        else
            Q_EMIT failed(counted.error());
    }
    if (count == m_count && count > 0) {
        // The same number of lines: a view keeps its place, whatever moved.
        m_blocks.clear();
        Q_EMIT dataChanged(index(0), index(count - 1));
        return;
    }
    beginResetModel();
    m_blocks.clear();
    m_count = count;
    endResetModel();
}

const review::QueueRow *QueueModel::fetched(int row) const
{
    if (!m_source || row < 0 || row >= m_count)
        return nullptr;
    const int block = row / linesPerBlock;
    if (!m_blocks.contains(block)) {
        auto lines = m_source->window(m_filter, m_sort, qint64{block} * linesPerBlock, linesPerBlock);
        if (!lines) {
            // An empty block is kept, so that a broken source is not asked again for each line painted.
            m_blocks.insert(block, new QList<review::QueueRow>);
            Q_EMIT failed(lines.error());
            return nullptr;
        }
        m_blocks.insert(block, new QList<review::QueueRow>(std::move(*lines)));
    }
    const QList<review::QueueRow> *lines = m_blocks.object(block);
    const int line = row % linesPerBlock;
    return lines && line < lines->size() ? &lines->at(line) : nullptr;
}

QString QueueModel::idAt(int row) const
{
    const review::QueueRow *line = fetched(row);
    return line ? line->id : QString();
}

std::optional<review::QueueRow> QueueModel::lineAt(int row) const
{
    const review::QueueRow *line = fetched(row);
    return line ? std::optional(*line) : std::nullopt;
}

int QueueModel::rowOf(const QString &caseId) const
{
    if (!m_source || caseId.isEmpty())
        return -1;
    const auto position = m_source->positionOf(caseId, m_filter, m_sort);
    if (!position) {
        Q_EMIT failed(position.error());
        return -1;
    }
    return *position && **position < m_count ? static_cast<int>(**position) : -1;
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const review::QueueRow *line = fetched(index.row());
    if (!line)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case IdRole:
        return line->id;
    case RowRole:
        return QVariant::fromValue(*line);
    case Qt::ToolTipRole:
        return tr("%1\n%2\n%3, submitted %4\n%5")
            .arg(line->id, line->applicantName, toLabel(line->level),
                 QLocale().toString(line->submittedAt.toLocalTime(), QLocale::ShortFormat),
                 toLabel(line->state));
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4 flagged, %5 to look at, %6")
            .arg(line->id, line->applicantName, toLabel(line->level))
            .arg(line->flagged)
            .arg(line->toLookAt)
            .arg(toLabel(line->state));
    default:
        return {};
    }
}

} // namespace scrutineer::ui
