// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/safe_file.h"

#include <functional>

namespace scrutineer::store {

/// Files by the SHA-256 of their bytes. Evidence: evidence/ab/cdef…, read-only, copied through
/// evidence/incoming, where a marker stands from before the file gets its name until the database knows it.
/// What a crash leaves behind is found by its marker at the next opening. Derived pages: derived/ab/cdef…,
/// which can be made anew. Not for several threads at once.
class EvidenceVault
{
public:
    explicit EvidenceVault(const QString &workspaceFolder);

    [[nodiscard]] Result<void> makeFolders() const;
    [[nodiscard]] QString evidencePath(const QString &sha256) const;
    [[nodiscard]] QString derivedPath(const QString &sha256) const;

    /// Copies, syncs, reads back and compares, names. The marker stays. Errors: FileTooLarge, ReadFailed,
    /// DiskFull, WriteFailed.
    [[nodiscard]] Result<HashedBytes> take(const FileHandle &source, qint64 maxBytes,
                                           const QString &where) const;
    /// Removes half copies, and what is marked and not known; then the markers. `isKnown` asks the database.
    /// After each import and at opening.
    [[nodiscard]] Result<void> sweep(const std::function<Result<bool>(const QString &sha256)> &isKnown) const;

    /// Stores a page under its hash. Errors: DiskFull, WriteFailed.
    [[nodiscard]] Result<QString> putDerived(const QByteArray &bytes) const;
    void removeDerived(const QString &sha256) const;

private:
    [[nodiscard]] Result<void> nameEvidence(const QString &part, const QString &sha256) const;
    [[nodiscard]] Result<bool> isIntact(const QString &path, const HashedBytes &expected) const;

    QString m_evidence;
    QString m_incoming;
    QString m_derived;
};

} // namespace scrutineer::store
