// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/facts.h"
#include "engine/policy/policy.h"
#include "engine/worker/pool.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace scrutineer::worker {

/// What came out of a case.
struct CaseResult
{
    Case input;
    facts::Facts facts;
    QList<Finding> findings; ///< one per check of the catalogue, in its order
    qint64 durationMs = 0;
};

/// Reads all files of one case through a pool, puts the facts together and judges them, again after each
/// file, so that findings appear as they come. Same thread as the pool. Deleting it cancels what is not
/// finished.
class CaseAnalysis : public QObject
{
    Q_OBJECT
public:
    /// bundleFolder: where Case::files' paths start. The policy is copied.
    CaseAnalysis(Pool &pool, Case input, QString bundleFolder, policy::Policy policy, bool wantDisplay,
                 QObject *parent = nullptr);
    ~CaseAnalysis() override;

    /// Files that do not lie under bundleFolder, such as a workspace's evidence: EvidenceFile::path to
    /// absolute path. One that is mapped to an empty path was never taken in and is reported as missing.
    /// Before start().
    void setFileLocations(const QHash<QString, QString> &absolutePaths);
    void start(bool urgent = false);

Q_SIGNALS:
    void fileProgressed(const QString &path, const QString &stage, double fraction);
    void pageRendered(const scrutineer::facts::DisplayPage &page);
    void findingsChanged(const QList<scrutineer::Finding> &findings);
    void finished(const scrutineer::worker::CaseResult &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::worker
