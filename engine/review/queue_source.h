// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/store/queue.h"
#include "engine/store/workspace.h"

namespace scrutineer::review {

using store::QueueFilter;
using store::QueueRow;
using store::QueueSort;

/// Where a queue model gets its lines from: counts and windows, never all of them.
class QueueSource
{
public:
    virtual ~QueueSource() = default;
    [[nodiscard]] virtual Result<qint64> count(const QueueFilter &filter) const = 0;
    [[nodiscard]] virtual Result<QList<QueueRow>> window(const QueueFilter &filter, QueueSort sort,
                                                         qint64 offset, int limit) const = 0;
    /// The line of a case, from 0; nullopt where the filter leaves it out.
    [[nodiscard]] virtual Result<std::optional<qint64>>
    positionOf(const QString &caseId, const QueueFilter &filter, QueueSort sort) const = 0;
};

/// The queue of a workspace. Used on the workspace's thread; the workspace must outlive it.
class WorkspaceQueue : public QueueSource
{
public:
    explicit WorkspaceQueue(const store::Workspace &workspace) : m_workspace(workspace) {}
    [[nodiscard]] Result<qint64> count(const QueueFilter &filter) const override;
    [[nodiscard]] Result<QList<QueueRow>> window(const QueueFilter &filter, QueueSort sort, qint64 offset,
                                                 int limit) const override;
    [[nodiscard]] Result<std::optional<qint64>> positionOf(const QString &caseId, const QueueFilter &filter,
                                                           QueueSort sort) const override;

private:
    const store::Workspace &m_workspace;
};

} // namespace scrutineer::review
