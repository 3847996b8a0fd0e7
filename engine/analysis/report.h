// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/facts.h"
#include "engine/policy/policy.h"

#include <QJsonObject>

namespace scrutineer::analysis {

/// One analysed case as the object "scrutineer.analysis/1" that other programs read. Pure, any thread.
///
/// What was not read is null. Numbers of pixels are rounded to a tenth. An empty evidence polygon means the
/// whole page. Of a document's fields, those of a verified machine-readable zone come first, then print, then
/// a zone that is not verified; the front before the back. A check that is not assessed has its cause's name
/// in "cause", null elsewhere.
[[nodiscard]] QJsonObject analysisReport(const Case &input, const facts::Facts &facts,
                                         const QList<Finding> &findings, const policy::Policy &policy,
                                         qint64 durationMs);

} // namespace scrutineer::analysis
