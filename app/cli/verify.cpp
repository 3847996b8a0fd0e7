// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/workspace_option.h"

#include <QJsonArray>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

Exit verify(const QStringList &arguments)
{
    Options options(
        u"verify"_s, u"--workspace DIR"_s,
        u"Checks the database, the evidence files' hashes and the chain of the audit log; prints one object "
        "with what was counted and every problem."_s);
    addWorkspaceOption(options);
    if (const auto over = options.parse(arguments, 0, 0))
        return *over;
    const auto workspace = openWorkspace(options, store::OpenMode::ReadOnly);
    if (!workspace)
        return workspace.error();
    const Result<store::VerifyReport> report = (*workspace)->verify();
    if (!report) {
        complain(report.error());
        return Exit::WorkspaceUnusable;
    }
    QJsonArray problems;
    for (const store::Problem &problem : report->problems) {
        say(problem.what.translated());
        problems += problem.what.english();
    }
    const bool printed = print({{u"holds"_s, report->holds()},
                                {u"cases"_s, report->cases},
                                {u"files"_s, report->files},
                                {u"decisions"_s, report->decisions},
                                {u"audit_entries"_s, report->auditEntries},
                                {u"audit_head"_s, report->auditHead},
                                {u"problems"_s, problems}});
    if (!report->holds())
        return Exit::WorkspaceUnusable;
    return printed ? Exit::Done : Exit::Failed;
}

} // namespace scrutineer::cli
