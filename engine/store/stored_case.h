// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/facts.h"
#include "engine/store/decision.h"

#include <QSize>

#include <optional>

namespace scrutineer::store {

/// An evidence file as the workspace holds it.
struct StoredFile
{
    EvidenceFile file;
    QString sha256; ///< hex; empty where the file could not be taken in
    qint64 bytes = 0;
    QString storedPath; ///< absolute; empty where the file could not be taken in. A stranger's bytes: for
                        ///< workers only
    std::optional<Error>
        problem; ///< why it could not be taken in: FileMissing, FileTooLarge, FileNotRegular, …

    friend bool operator==(const StoredFile &, const StoredFile &) = default;
};

/// A page written anew by the worker. Both files may be gone (they can be made again); reading them needs no
/// database.
struct StoredPage
{
    QString path;        ///< EvidenceFile::path
    int page = 0;        ///< from 0
    QSize fullSize;      ///< pixels of the upright page
    QString displayFile; ///< absolute path of a JPEG
    QString previewFile; ///< absolute path of a JPEG

    friend bool operator==(const StoredPage &, const StoredPage &) = default;
};

/// Everything the workspace knows about a case.
struct StoredCase
{
    Case input;
    CaseState state = CaseState::Imported;
    bool training = false;
    QDateTime importedAt;              ///< UTC
    QList<StoredFile> files;           ///< in the order of Case::files
    std::optional<facts::Facts> facts; ///< empty until analysed
    QString engineVersion;             ///< that read the facts
    QList<Finding> findings;
    QString policySha256; ///< that made the findings
    QList<StoredPage> pages;
    std::optional<Draft> draft;
    QList<Decision> decisions; ///< oldest first, also those taken back
    QList<ViewedMark> viewed;

    /// The newest decision that was not taken back, or nullptr.
    [[nodiscard]] const Decision *standingDecision() const;
};

} // namespace scrutineer::store
