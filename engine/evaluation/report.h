// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/score.h"

#include <QJsonObject>
#include <QString>

namespace scrutineer::evaluation {

/// The table for a terminal: a row a check, then faces and times. Soft and missing answers as "on wrong cases
/// + on clear ones".
[[nodiscard]] QString textReport(const Score &score);

/// The same as "scrutineer.evaluation/1".
[[nodiscard]] QJsonObject jsonReport(const Score &score, const QList<EvaluatedCase> &cases);

/// One page that needs no other file: the table, the distribution of face scores, the times, and the worst
/// mistakes as pictures with what was expected and what was found drawn on them.
[[nodiscard]] QString htmlReport(const Score &score, const QList<EvaluatedCase> &cases,
                                 int mostPictures = 60);

} // namespace scrutineer::evaluation
