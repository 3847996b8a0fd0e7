// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/facts/display_page.h"
#include "engine/facts/facts.h"
#include "engine/policy/policy.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>

namespace scrutineer::analysis {

/// What a caller wants to hear while a file is read. Called on the reading thread.
struct Observer
{
    std::function<void(const QString &stage, double fraction)> progressed; ///< fraction 0 to 1 of the file
    std::function<void(const facts::DisplayPage &page)> pageRendered; ///< empty: no display pages are made
    std::function<void(const facts::HeatMap &map)> mapDrawn = {};     ///< of drawMaps()
};

/// Runs decoders and readers over one file: pixels in, facts out. Holds what is slow to load (OCR, nets), so
/// keep one per thread and use it for many files. Parses strangers' bytes: call it in a worker process only.
class FileReader
{
public:
    FileReader(const QStringList &modelFolders, const policy::Limits &limits);
    ~FileReader();
    FileReader(const FileReader &) = delete;
    FileReader &operator=(const FileReader &) = delete;

    /// Never fails: a file that cannot be read comes back with FileFacts::unreadable set.
    /// submissionDay: resolves two-digit years. Which readers run follows from the file's role.
    [[nodiscard]] facts::FileFacts read(const QByteArray &bytes, const EvidenceFile &file,
                                        const QDate &submissionDay, const Observer &observer);

    /// Draws every map of one page and nothing else. Never fails: a map that cannot be drawn comes empty.
    void drawMaps(const QByteArray &bytes, const EvidenceFile &file, int page, const Observer &observer);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::analysis
