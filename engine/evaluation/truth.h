// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/case/finding.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace scrutineer::evaluation {

/// Where something is wrong in a sample case.
struct TruthRegion
{
    QString checkId;
    Region region;
};

/// What is true of a sample case: its truth.json. A check in neither list is not judged.
struct Truth
{
    QStringList flagged;
    QStringList clear;
    QString decision;
    QList<int> reasons;
    QList<TruthRegion> regions;
    QJsonObject facts;
    QString lesson;
};

/// The bundles at or below a folder, by name; links are followed.
[[nodiscard]] QStringList bundlesIn(const QString &folder);

/// Reads a bundle's truth.json. Errors: FileMissing, ReadFailed, JsonInvalid, SchemaViolated (a check that is
/// not in the catalogue, or in both lists); where: file and JSON pointer.
[[nodiscard]] Result<Truth> readTruth(const QString &folder);

} // namespace scrutineer::evaluation
