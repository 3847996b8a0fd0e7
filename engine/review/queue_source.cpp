// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/queue_source.h"

namespace scrutineer::review {

Result<qint64> WorkspaceQueue::count(const QueueFilter &filter) const
{
    return m_workspace.count(filter);
}

Result<QList<QueueRow>> WorkspaceQueue::window(const QueueFilter &filter, QueueSort sort, qint64 offset,
                                               int limit) const
{
    return m_workspace.window(filter, sort, offset, limit);
}

Result<std::optional<qint64>> WorkspaceQueue::positionOf(const QString &caseId, const QueueFilter &filter,
                                                         QueueSort sort) const
{
    return m_workspace.positionOf(caseId, filter, sort);
}

} // namespace scrutineer::review
