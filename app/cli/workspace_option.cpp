// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspace_option.h"

#include "app/cli/console.h"

#include <QFileInfo>

#include <pwd.h>
#include <unistd.h>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

void addWorkspaceOption(Options &options)
{
    options.add(u"workspace"_s, u"The workspace's folder."_s, u"DIR"_s);
}

tl::expected<std::unique_ptr<store::Workspace>, Exit> openWorkspace(const Options &options,
                                                                    store::OpenMode mode)
{
    const QString folder = options.value(u"workspace"_s);
    if (folder.isEmpty()) {
        say(u"--workspace DIR is needed."_s);
        return tl::unexpected(Exit::WrongUsage);
    }
    if (mode == store::OpenMode::ReadOnly && !QFileInfo(folder).isDir()) {
        say(u"%1: there is no such folder."_s.arg(folder));
        return tl::unexpected(Exit::WrongUsage);
    }
    auto workspace = store::Workspace::open(folder, mode, userName());
    if (!workspace) {
        complain(workspace.error());
        return tl::unexpected(Exit::WorkspaceUnusable);
    }
    return std::move(*workspace);
}

QString userName()
{
    const passwd *user = getpwuid(getuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString::number(getuid());
}

} // namespace scrutineer::cli
