// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/samples/cases/plan.h"
#include "engine/samples/people.h"

#include <QString>

#include <functional>

namespace scrutineer::samples {

/// Called after each case with how many are done; from any thread, one call at a time. False stops.
using SampleProgress = std::function<bool(int done)>;

/// Draws sample cases of invented countries and people, each a bundle folder with a truth.json, named after
/// the case ids: a clean one, one with three flags, an advanced one, and then a balanced mix (planCases). The
/// same seed and people give the same bytes, and the first cases of a longer list are those of a shorter one.
/// Works on several threads. Needs a QGuiApplication for its fonts. Errors: WriteFailed (where: the file),
/// Cancelled.
[[nodiscard]] Result<void> writeSampleCases(const QString &folder, int count, uint64_t seed,
                                            const SampleProgress &progress = {}, const People &people = {});

/// The same from a list of one's own, as for a course. Case i is named PREFIX-0001 and on.
[[nodiscard]] Result<void> writePlannedCases(const QString &folder, const QString &prefix,
                                             const QList<CasePlan> &plans, uint64_t seed,
                                             const SampleProgress &progress = {}, const People &people = {});

} // namespace scrutineer::samples
