// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/workspace.h"
#include "ui/shell/main_window.h"

class QThreadPool;

namespace scrutineer::workstation {

/// Writes everything to a file, as CSV where it is named so, and tells the window how it went. A file that
/// was there is replaced only once the new one is whole. Threads: one of the pool's, which must be done
/// before the workspace goes.
void exportTo(const QString &file, const store::Workspace &workspace, QThreadPool &pool,
              ui::MainWindow &window);

/// Checks database, evidence and audit log, and tells the window what was found. Threads as above.
void verify(const store::Workspace &workspace, QThreadPool &pool, ui::MainWindow &window);

} // namespace scrutineer::workstation
