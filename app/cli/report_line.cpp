// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_line.h"

#include "app/cli/console.h"
#include "engine/analysis/report.h"

#include <QDir>
#include <QTimeZone>

namespace scrutineer::cli {

bool printReport(const worker::CaseResult &result, const policy::Policy &policy)
{
    return print(
        analysis::analysisReport(result.input, result.facts, result.findings, policy, result.durationMs));
}

QDateTime startOf(const QDate &day)
{
    return day.startOfDay(QTimeZone::utc());
}

Error inBundle(const QString &folder, Error error)
{
    error.where = QDir(folder).filePath(error.where);
    return error;
}

} // namespace scrutineer::cli
