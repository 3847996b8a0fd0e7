// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/facts/display_page.h"
#include "engine/facts/facts.h"
#include "engine/policy/policy.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace scrutineer::worker {

struct PoolSettings
{
    QString program;          ///< scrutineer-worker; empty: beside the running program
    QStringList modelFolders; ///< in the order of search
    policy::Limits limits;
    int workers = 0; ///< 0: one per core
};

/// One file to be read.
struct FileJob
{
    QString folder; ///< below it no link is followed
    QString path;   ///< in the folder
    EvidenceFile file;
    QDate submissionDay;                ///< lets readers resolve two-digit years
    bool wantDisplay = true;            ///< false: no display pages are made (command line)
    std::optional<int> mapsOfPage = {}; ///< set: only the maps of this page are drawn, the facts stay empty
};

/// Keeps worker processes alive and hands them one file at a time. Lives on one thread, never blocks it;
/// results come as signals. A worker that dies, runs too long or asks for too much memory is replaced, and
/// its file is reported finished with FileFacts::unreadable set; no other file is harmed.
class Pool : public QObject
{
    Q_OBJECT
public:
    explicit Pool(PoolSettings settings, QObject *parent = nullptr);
    ~Pool() override;

    using JobId = quint64;
    /// Queues a file. Urgent jobs go before all others (the case on the screen).
    JobId submit(const FileJob &job, bool urgent = false);
    /// Drops the job; within 200 ms nothing of it runs and no signal follows.
    void cancel(JobId id);

Q_SIGNALS:
    /// stage: "decoding", "faces", … ; fraction 0 to 1 of the file.
    void jobProgressed(scrutineer::worker::Pool::JobId id, const QString &stage, double fraction);
    void pageRendered(scrutineer::worker::Pool::JobId id, const scrutineer::facts::DisplayPage &page);
    void mapDrawn(scrutineer::worker::Pool::JobId id, const scrutineer::facts::HeatMap &map);
    void jobFinished(scrutineer::worker::Pool::JobId id, const scrutineer::facts::FileFacts &facts);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::worker
