// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/policy.h"
#include "engine/store/workspace.h"
#include "ui/shell/main_window.h"

#include <atomic>
#include <functional>

class QThreadPool;

namespace scrutineer::workstation {

/// Writes everything to a file, as CSV where it is named so, and tells the window how it went. A file that
/// was there is replaced only once the new one is whole. Threads: one of the pool's, which must be done
/// before the workspace goes.
void exportTo(const QString &file, const store::Workspace &workspace, QThreadPool &pool,
              ui::MainWindow &window);

/// Judges stored cases anew from their facts where they were judged under another policy, opens no file, and
/// calls `judged` when findings may have changed, unless `context` is gone by then. Whether that is so is
/// told by the case that came last. Threads as above; `cancelled` ends it early and keeps what was done.
void judgeUnder(const policy::Policy &policy, const store::Workspace &workspace, const QString &who,
                QThreadPool &pool, const std::atomic_bool &cancelled, ui::MainWindow &window,
                QObject &context, std::function<void()> judged);

/// Checks database, evidence and audit log, and tells the window what was found. Threads as above.
void verify(const store::Workspace &workspace, QThreadPool &pool, ui::MainWindow &window);

} // namespace scrutineer::workstation
