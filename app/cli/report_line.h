// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/policy.h"
#include "engine/worker/case_analysis.h"

#include <QDate>
#include <QDateTime>

namespace scrutineer::cli {

/// Prints a case's scrutineer.analysis/1 object. False: standard output is gone.
[[nodiscard]] bool printReport(const worker::CaseResult &result, const policy::Policy &policy);

/// Midnight UTC, which a day given for the day of submission stands for.
[[nodiscard]] QDateTime startOf(const QDate &day);

/// The same error with the bundle's folder in front, so that one of many can be told apart.
[[nodiscard]] Error inBundle(const QString &folder, Error error);

} // namespace scrutineer::cli
