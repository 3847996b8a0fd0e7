// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/policy.h"
#include "engine/store/workspace.h"
#include "engine/worker/case_analysis.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>
#include <unordered_map>

namespace scrutineer::workstation {

/// Analyses a workspace's waiting cases in the background, oldest first, the case on the desk before all
/// others, and stores what came out. GUI thread; worker processes start with the first case. Deleting it
/// stops everything; what was not stored is analysed again another time.
class Analyst : public QObject
{
    Q_OBJECT
public:
    /// The workspace must outlive it.
    Analyst(const store::Workspace &workspace, policy::Policy policy, worker::PoolSettings pool,
            QObject *parent = nullptr);
    ~Analyst() override;

    /// Looks for waiting cases: at the start and after an import.
    void wake();
    /// This one now, before all others. Nothing happens where it is under way.
    void analyseNow(const QString &caseId);
    /// Draws the heat maps of a page, before all that waits; mapDrawn() follows for each kind.
    void drawMaps(const QString &caseId, const QString &path, int page);
    [[nodiscard]] bool isAnalysing(const QString &caseId) const;
    /// Pages and findings of a case that is under way, as far as they have come.
    [[nodiscard]] QList<facts::DisplayPage> pagesOf(const QString &caseId) const;
    [[nodiscard]] QList<Finding> findingsOf(const QString &caseId) const;

Q_SIGNALS:
    void fileProgressed(const QString &caseId, const QString &path, const QString &stage, double fraction);
    void pageRendered(const QString &caseId, const scrutineer::facts::DisplayPage &page);
    void findingsChanged(const QString &caseId, const QList<scrutineer::Finding> &findings);
    void mapDrawn(const QString &caseId, const scrutineer::facts::HeatMap &map);
    void caseStored(const QString &caseId);
    void caseFailed(const QString &caseId, const scrutineer::Error &error);
    /// Worker processes cannot be started: nothing can be analysed.
    void workersUnavailable(const scrutineer::Error &error);
    void idle();

private:
    struct Running;
    struct MapsOf
    {
        QString caseId;
        int page = 0;
    };
    void start(const QString &caseId, bool urgent);
    worker::Pool &pool();
    void take(const QString &caseId, const worker::CaseResult &result);
    void store(const QString &caseId, const worker::CaseResult &result,
               const QList<facts::DisplayPage> &pages);
    void finish(const QString &caseId, const Result<void> &stored);

    const store::Workspace &m_workspace;
    policy::Policy m_policy;
    worker::PoolSettings m_poolSettings;
    std::unique_ptr<worker::Pool> m_pool;
    std::unordered_map<QString, std::unique_ptr<Running>> m_running;
    QHash<worker::Pool::JobId, MapsOf> m_maps; ///< what maps are drawn for
    QSet<QString> m_givenUp;                   ///< not tried again until the next start
    bool m_stopped = false;
    QThreadPool m_writer; ///< one thread: store writes one after the other
};

} // namespace scrutineer::workstation
