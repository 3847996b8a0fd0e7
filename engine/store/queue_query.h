// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/database.h"
#include "engine/store/queue.h"

namespace scrutineer::store {

[[nodiscard]] Result<qint64> queueCount(const Database &database, const QueueFilter &filter);
[[nodiscard]] Result<QList<QueueRow>> queueWindow(const Database &database, const QueueFilter &filter,
                                                  QueueSort sort, qint64 offset, int limit);
[[nodiscard]] Result<std::optional<qint64>> queuePosition(const Database &database, const QString &caseId,
                                                          const QueueFilter &filter, QueueSort sort);
[[nodiscard]] Result<QueueRow> queueRow(const Database &database, const QString &caseId);

} // namespace scrutineer::store
