// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/workspace_option.h"
#include "engine/checks/judge.h"

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

Exit rejudge(const QStringList &arguments)
{
    Options options(u"rejudge"_s, u"--workspace DIR"_s,
                    u"Judges every analysed case of a workspace anew from what was read before, without "
                    "opening a file; prints one object with how many cases and how many changed."_s);
    addWorkspaceOption(options);
    options.addPolicyOption();
    if (const auto over = options.parse(arguments, 0, 0))
        return *over;
    const auto workspace = openWorkspace(options, store::OpenMode::ReadWrite);
    if (!workspace)
        return workspace.error();
    const policy::Policy &policy = options.policy();
    const auto judge = [&policy](const Case &input, const facts::Facts &facts) {
        return checks::judge(input, facts, policy);
    };
    const auto report = (*workspace)->rejudge(policy.sha256, judge, {userName()});
    if (!report) {
        complain(report.error());
        return Exit::WorkspaceUnusable;
    }
    const QJsonObject used{{u"id"_s, policy.id}, {u"sha256"_s, policy.sha256}};
    const bool printed =
        print({{u"cases"_s, report->cases}, {u"changed"_s, report->changed}, {u"policy"_s, used}});
    return printed ? Exit::Done : Exit::Failed;
}

} // namespace scrutineer::cli
