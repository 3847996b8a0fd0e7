// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/workspace_option.h"

#include <QFile>

#include <cstdio>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

Exit exportWorkspace(const QStringList &arguments)
{
    Options options(u"export"_s, u"--workspace DIR"_s,
                    u"Writes cases, findings and decisions to standard output, a case a line."_s);
    addWorkspaceOption(options);
    options.add(u"format"_s, u"jsonl (JSON Lines, the default) or csv."_s, u"FORMAT"_s);
    if (const auto over = options.parse(arguments, 0, 0))
        return *over;
    const QString format = options.isSet(u"format"_s) ? options.value(u"format"_s) : u"jsonl"_s;
    if (format != "jsonl"_L1 && format != "csv"_L1) {
        say(u"%1: no such format; jsonl and csv are."_s.arg(format));
        return Exit::WrongUsage;
    }
    const auto workspace = openWorkspace(options, store::OpenMode::ReadOnly);
    if (!workspace)
        return workspace.error();
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return Exit::Failed;
    const auto written =
        (*workspace)
            ->exportAll(out, format == "csv"_L1 ? store::ExportFormat::Csv : store::ExportFormat::JsonLines);
    if (!written) {
        complain(written.error());
        const bool outputGone =
            written.error().code == ErrorCode::WriteFailed || written.error().code == ErrorCode::DiskFull;
        return outputGone ? Exit::Failed : Exit::WorkspaceUnusable;
    }
    if (!out.flush()) {
        complain({ErrorCode::WriteFailed, u"standard output"_s, {}});
        return Exit::Failed;
    }
    return Exit::Done;
}

} // namespace scrutineer::cli
