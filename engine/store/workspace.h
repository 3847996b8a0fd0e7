// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/facts/display_page.h"
#include "engine/store/queue.h"
#include "engine/store/stored_case.h"
#include "engine/store/verify_report.h"

#include <QIODevice>

#include <atomic>
#include <functional>
#include <memory>

namespace scrutineer::store {

enum class OpenMode {
    ReadWrite, ///< takes the writer's lock; makes the workspace where the folder is new or empty; migrates
    ReadOnly,  ///< needs no lock, changes nothing: export and verify while a workstation holds the workspace
};

struct ImportOptions
{
    QString who;                          ///< for the audit log
    QDateTime at = {};                    ///< UTC; invalid: now
    qint64 maxBytesPerFile = 100'000'000; ///< policy::Limits::bytesPerFile
    bool training = false;
    QByteArray truth = {}; ///< of a training case: its truth.json
};

/// What an analysis brought.
struct Analysis
{
    facts::Facts facts;
    QList<Finding> findings;
    QString policySha256;
    QString engineVersion;
    QList<facts::DisplayPage> pages; ///< may be empty: pages can be added later with savePages
};

enum class ExportFormat { JsonLines, Csv };

/// Findings of a case under the policy that is asked for. Called on several threads at once.
using JudgeFunction = std::function<QList<Finding>(const Case &input, const facts::Facts &facts)>;

struct RejudgeOptions
{
    QString who;                                                    ///< for the audit log
    std::function<void(qint64 done, qint64 total)> progressed = {}; ///< on the calling thread
    const std::atomic_bool *cancelled = nullptr;
};

struct RejudgeReport
{
    qint64 cases = 0;       ///< judged
    qint64 changed = 0;     ///< whose findings are other than before
    bool cancelled = false; ///< what was done until then is kept

    friend bool operator==(const RejudgeReport &, const RejudgeReport &) = default;
};

/// A workspace: a folder with one SQLite database (workspace.sqlite), evidence files by SHA-256
/// (evidence/ab/cdef…, read-only), pages written anew (derived/…, can be made again), backups from before
/// migrations (backups/…), the writer's lock (workspace.lock) and the head of the audit log (audit.head).
///
/// Threads: one Workspace is one database connection. Use and destroy it on the thread that opened it.
/// Another thread calls anotherConnection() on itself (the one call that any thread may make while the
/// Workspace lives); all connections made that way share the lock, which is held until the last of them is
/// gone.
///
/// Errors: WorkspaceLocked (where: "held by NAME on HOST since TIME"), WorkspaceNewer (nothing was touched),
/// WorkspaceOlder (read-only opening of a workspace that needs a migration), WorkspaceDamaged, DiskFull,
/// WriteFailed, ReadFailed, NotFound, AlreadyExists, Conflict, InvalidArgument. An error means that nothing
/// of the call was kept.
class Workspace
{
public:
    /// holder: the name shown to a second workstation.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const QString &folder, OpenMode mode,
                                                                 const QString &holder = {});
    ~Workspace();
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    [[nodiscard]] Result<std::unique_ptr<Workspace>> anotherConnection() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] OpenMode mode() const;

    // Cases

    /// Copies the bundle's files, verifies the copies, then commits the case: a crash leaves all of it or
    /// nothing. A file that is missing, too large, not a plain file or reached through a link is noted in
    /// StoredFile::problem. Errors: AlreadyExists (a case of that id is there), DiskFull, WriteFailed, …
    [[nodiscard]] Result<void> importCase(const Case &input, const QString &bundleFolder,
                                          const ImportOptions &options);
    [[nodiscard]] Result<void> saveAnalysis(const QString &caseId, const Analysis &analysis);
    /// Adds or replaces pages; a page counts by path and number.
    [[nodiscard]] Result<void> savePages(const QString &caseId, const QList<facts::DisplayPage> &pages);
    [[nodiscard]] Result<StoredCase> loadCase(const QString &caseId) const;
    [[nodiscard]] Result<bool> contains(const QString &caseId) const;
    /// The truth.json of a training case, once its decision stands; nullopt before that and where there is
    /// none.
    [[nodiscard]] Result<std::optional<QByteArray>> trainingTruth(const QString &caseId) const;
    /// Cases that wait for their first analysis, oldest first; after them training
    /// cases by their ids, the order of a course.
    [[nodiscard]] Result<QStringList> casesToAnalyse(int limit) const;
    /// The case's files seen in other cases that were imported before: the same bytes, or pictures whose
    /// 64-bit perceptual hashes differ in at most perceptualDistance bits (0 to 3). To be added to
    /// Facts::duplicates.
    [[nodiscard]] Result<QList<facts::Duplicate>> duplicatesInEarlierCases(const QString &caseId,
                                                                           const facts::Facts &facts,
                                                                           int perceptualDistance = 3) const;

    // Queue: counts and windows, never all rows.

    [[nodiscard]] Result<qint64> count(const QueueFilter &filter) const;
    [[nodiscard]] Result<QList<QueueRow>> window(const QueueFilter &filter, QueueSort sort, qint64 offset,
                                                 int limit) const;
    /// The line of a case in the sorted queue, from 0; nullopt where the filter leaves it out.
    [[nodiscard]] Result<std::optional<qint64>> positionOf(const QString &caseId, const QueueFilter &filter,
                                                           QueueSort sort) const;
    [[nodiscard]] Result<QueueRow> row(const QString &caseId) const;

    // Review

    /// Replaces the draft. Survives a crash of the program; a power cut may lose the last second.
    [[nodiscard]] Result<void> saveDraft(const QString &caseId, const Draft &draft);
    [[nodiscard]] Result<std::optional<Draft>> loadDraft(const QString &caseId) const;
    [[nodiscard]] Result<void> markViewed(const QString &caseId, const ViewedMark &mark);
    /// Decision, audit entry, the case's state and the end of its draft in one transaction, on the disk when
    /// it returns. Errors: NotFound, InvalidArgument, AlreadyExists (the id), …
    [[nodiscard]] Result<void> recordDecision(const Decision &decision);
    /// Marks the case's newest decision as taken back, in the audit log too; `restored` becomes its draft
    /// again. Errors: Conflict where a newer decision stands or it is withdrawn already. How long one may is
    /// review's rule.
    [[nodiscard]] Result<void> withdrawDecision(const QString &decisionId, const QString &who,
                                                const QDateTime &at, const Draft &restored);

    // All of it

    /// Judges all analysed cases anew from stored facts; opens no evidence. Only what changed is written.
    [[nodiscard]] Result<RejudgeReport> rejudge(const QString &policySha256, const JudgeFunction &judge,
                                                const RejudgeOptions &options);
    /// One object (scrutineer.export/1) or CSV line per case, oldest import first, in UTF-8.
    [[nodiscard]] Result<qint64> exportAll(QIODevice &out, ExportFormat format) const;
    /// Checks everything that can be checked from inside the folder; see VerifyReport for what that proves.
    [[nodiscard]] Result<VerifyReport> verify() const;

private:
    class Private;
    explicit Workspace(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::store
