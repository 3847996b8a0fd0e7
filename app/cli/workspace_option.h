// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "engine/store/workspace.h"

#include <memory>

namespace scrutineer::cli {

/// The option that import, export and verify share.
void addWorkspaceOption(Options &options);

/// Opens the workspace that --workspace names. Where it cannot be: says why, and the status is the command's.
[[nodiscard]] tl::expected<std::unique_ptr<store::Workspace>, Exit> openWorkspace(const Options &options,
                                                                                  store::OpenMode mode);

/// Whom the audit log names for what the command line does.
[[nodiscard]] QString userName();

} // namespace scrutineer::cli
