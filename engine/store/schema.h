// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/database.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace scrutineer::store {

/// One step of the schema's history. Steps that were released are never changed: names in them are those of
/// their day, whatever the tables are called now.
struct MigrationStep
{
    int version = 0;                                   ///< PRAGMA user_version after the step
    std::function<Result<void>(const Database &)> run; ///< inside the step's write transaction
};

/// In order, from the empty database on.
[[nodiscard]] const QList<MigrationStep> &migrationSteps();
[[nodiscard]] int currentSchemaVersion();

/// PRAGMA application_id of a workspace: "Scru".
inline constexpr int applicationId = 0x53637275;

/// Triggers that refuse to change the log and the decisions; verify() looks for each with its text.
struct GuardTrigger
{
    QString name;
    QString sql;
};
[[nodiscard]] QList<GuardTrigger> guardTriggers();

} // namespace scrutineer::store
