// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/schema.h"

namespace scrutineer::store {

/// The schema version in a database file's header (SQLite file format, section 1.3, offset 60), read without
/// opening it as a database, so that nothing is touched. 0 for a new or empty file. Errors: ReadFailed,
/// WorkspaceDamaged.
[[nodiscard]] Result<int> peekSchemaVersion(const QString &file);

/// Brings a database up to the last of the steps, one transaction a step. Before each step on a database that
/// is not new, a copy goes to backupFolder as workspace-VERSION-TIME.sqlite. Errors: WorkspaceNewer (where:
/// folderName), …
[[nodiscard]] Result<void> migrate(const Database &database, const QList<MigrationStep> &steps,
                                   const QString &backupFolder, const QString &folderName);

} // namespace scrutineer::store
