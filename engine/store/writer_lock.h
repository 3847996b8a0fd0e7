// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/store/safe_file.h"

#include <memory>

namespace scrutineer::store {

/// The right to write to a workspace, held by one process at a time through flock(2) on workspace.lock. The
/// kernel lets go of it when the process ends, however it ends, so no stale lock has to be guessed at. The
/// file says who holds it.
class WriterLock
{
public:
    /// Errors: WorkspaceLocked (where: "held by NAME on HOST since TIME"), WriteFailed.
    [[nodiscard]] static Result<std::unique_ptr<WriterLock>> take(const QString &file, const QString &holder);
    ~WriterLock();

private:
    explicit WriterLock(FileHandle file) : m_file(std::move(file)) {}
    FileHandle m_file;
};

} // namespace scrutineer::store
