// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/facts.h"
#include "engine/store/decision.h"

#include <QJsonArray>
#include <QJsonObject>

/// How values stand in the database. JSON is compact with sorted keys, so equal values give equal bytes.
/// Readers of odd content leave defaults; nothing throws.
namespace scrutineer::store {

/// As in case.json (scrutineer.case/1), without "format".
[[nodiscard]] QJsonObject toJson(const Case &input);
[[nodiscard]] Case caseFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const Finding &finding);
[[nodiscard]] Finding findingFromJson(const QJsonObject &object);
[[nodiscard]] QJsonArray toJson(const QList<Finding> &findings);
[[nodiscard]] QList<Finding> findingsFromJson(const QJsonArray &array);

[[nodiscard]] QJsonObject toJson(const Draft &draft);
[[nodiscard]] Draft draftFromJson(const QJsonObject &object);
/// Everything but withdrawnAt.
[[nodiscard]] QJsonObject toJson(const Decision &decision);
[[nodiscard]] Decision decisionFromJson(const QJsonObject &object);

[[nodiscard]] QByteArray compact(const QJsonObject &object);
[[nodiscard]] QJsonObject objectFrom(const QByteArray &json);

/// Compressed CBOR.
[[nodiscard]] QByteArray factsBlob(const facts::Facts &facts);
[[nodiscard]] facts::Facts factsFromBlob(const QByteArray &blob);
/// Findings as CBOR, the members named as in toJson(). Written as a stream: for a hundred thousand cases a
/// tree of values takes ten times as long.
[[nodiscard]] QByteArray findingsBytes(const QList<Finding> &findings);
[[nodiscard]] QByteArray compressed(const QByteArray &bytes);
[[nodiscard]] QByteArray uncompressed(const QByteArray &blob);
[[nodiscard]] QList<Finding> findingsFromBlob(const QByteArray &blob);

[[nodiscard]] QString sha256Of(const QByteArray &bytes);
/// For search and sorting by name: no accents, no case, single spaces.
[[nodiscard]] QString folded(const QString &text);

} // namespace scrutineer::store
