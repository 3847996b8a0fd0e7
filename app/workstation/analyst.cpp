// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/analyst.h"

#include "engine/checks/judge.h"

#include <QFileInfo>
#include <QFuture>
#include <QtConcurrent>

namespace scrutineer::workstation {

namespace {
/// Two, so that the worker processes have files while a case waits for its last one.
constexpr std::size_t casesAtOnce = 2;

/// Evidence as the workspace holds it, by the paths of the case.
QHash<QString, QString> locationsOf(const store::StoredCase &stored)
{
    QHash<QString, QString> locations;
    for (const store::StoredFile &file : stored.files)
        locations.insert(file.file.path, file.storedPath);
    return locations;
}

/// Set where not one file could be given to a worker process: the fault is not the files'.
std::optional<Error> workersMissing(const facts::Facts &facts)
{
    std::optional<Error> error;
    for (const facts::FileFacts &file : facts.files) {
        if (!file.unreadable || file.unreadable->code != ErrorCode::WorkerUnavailable)
            return std::nullopt;
        error = file.unreadable;
    }
    return error;
}

/// Adds what only the workspace knows: why a file was not taken in, and where else it was seen.
Result<void> complete(facts::Facts &facts, const QString &caseId, const store::Workspace &workspace)
{
    const auto stored = workspace.loadCase(caseId);
    if (!stored)
        return tl::unexpected(stored.error());
    for (const store::StoredFile &file : stored->files) {
        for (facts::FileFacts &read : facts.files) {
            if (file.problem && read.path == file.file.path)
                read.unreadable = file.problem;
        }
    }
    const auto elsewhere = workspace.duplicatesInEarlierCases(caseId, facts);
    if (!elsewhere)
        return tl::unexpected(elsewhere.error());
    facts.duplicates += *elsewhere;
    return {};
}
} // namespace

struct Analyst::Running
{
    std::unique_ptr<worker::CaseAnalysis> analysis; ///< gone while the result is being stored
    QList<facts::DisplayPage> pages;
    QList<Finding> findings;
};

Analyst::Analyst(const store::Workspace &workspace, policy::Policy policy, worker::PoolSettings pool,
                 QObject *parent)
    : QObject(parent), m_workspace(workspace), m_policy(std::move(policy)), m_poolSettings(std::move(pool))
{
    m_writer.setMaxThreadCount(1);
}

Analyst::~Analyst()
{
    m_running.clear(); // analyses before the pool they use
    m_writer.waitForDone();
}

void Analyst::wake()
{
    if (m_stopped)
        return;
    const auto waiting = m_workspace.casesToAnalyse(
        static_cast<int>(casesAtOnce + m_running.size() + static_cast<std::size_t>(m_givenUp.size())));
    if (!waiting) {
        Q_EMIT caseFailed(QString(), waiting.error());
        return;
    }
    for (const QString &caseId : *waiting) {
        if (m_running.size() >= casesAtOnce)
            return;
        if (!m_givenUp.contains(caseId))
            start(caseId, false);
    }
    if (m_running.empty())
        Q_EMIT idle();
}

void Analyst::analyseNow(const QString &caseId)
{
    if (!m_stopped && !m_givenUp.contains(caseId))
        start(caseId, true);
}

bool Analyst::isAnalysing(const QString &caseId) const
{
    return m_running.contains(caseId);
}

QList<facts::DisplayPage> Analyst::pagesOf(const QString &caseId) const
{
    const auto found = m_running.find(caseId);
    return found == m_running.end() ? QList<facts::DisplayPage>() : found->second->pages;
}

QList<Finding> Analyst::findingsOf(const QString &caseId) const
{
    const auto found = m_running.find(caseId);
    return found == m_running.end() ? QList<Finding>() : found->second->findings;
}

worker::Pool &Analyst::pool()
{
    if (!m_pool) {
        m_pool = std::make_unique<worker::Pool>(m_poolSettings);
        connect(m_pool.get(), &worker::Pool::mapDrawn, this,
                [this](worker::Pool::JobId id, const facts::HeatMap &map) {
                    Q_EMIT mapDrawn(m_maps.value(id).caseId, map);
                });
        connect(m_pool.get(), &worker::Pool::jobFinished, this,
                [this](worker::Pool::JobId id, const facts::FileFacts &facts) {
                    const MapsOf asked = m_maps.take(id);
                    if (asked.caseId.isEmpty() || !facts.unreadable)
                        return;
                    for (int kind = 0; kind < facts::mapKinds; ++kind) // nobody waits for what will not come
                        Q_EMIT mapDrawn(asked.caseId,
                                        {facts.path, asked.page, static_cast<facts::MapKind>(kind), {}});
                });
    }
    return *m_pool;
}

void Analyst::drawMaps(const QString &caseId, const QString &path, int page)
{
    const auto stored = m_workspace.loadCase(caseId);
    if (!stored)
        return;
    for (const store::StoredFile &file : stored->files) {
        if (file.file.path != path || file.storedPath.isEmpty())
            continue;
        const QFileInfo location(file.storedPath);
        const worker::FileJob job{location.path(),
                                  location.fileName(),
                                  file.file,
                                  stored->input.submissionDay(),
                                  /*wantDisplay=*/false,
                                  page};
        m_maps.insert(pool().submit(job, /*urgent=*/true), {caseId, page});
        return;
    }
}

void Analyst::start(const QString &caseId, bool urgent)
{
    if (m_running.contains(caseId))
        return;
    const auto stored = m_workspace.loadCase(caseId);
    if (!stored) {
        m_givenUp.insert(caseId);
        Q_EMIT caseFailed(caseId, stored.error());
        return;
    }
    auto running = std::make_unique<Running>();
    Running *state = running.get();
    state->analysis = std::make_unique<worker::CaseAnalysis>(pool(), stored->input, QString(), m_policy,
                                                             /*wantDisplay=*/true);
    worker::CaseAnalysis *analysis = state->analysis.get();
    analysis->setFileLocations(locationsOf(*stored));
    connect(analysis, &worker::CaseAnalysis::fileProgressed, this,
            [this, caseId](const QString &path, const QString &stage, double fraction) {
                Q_EMIT fileProgressed(caseId, path, stage, fraction);
            });
    connect(analysis, &worker::CaseAnalysis::pageRendered, this,
            [this, caseId, state](const facts::DisplayPage &page) {
                state->pages.append(page);
                Q_EMIT pageRendered(caseId, page);
            });
    connect(analysis, &worker::CaseAnalysis::findingsChanged, this,
            [this, caseId, state](const QList<Finding> &findings) {
                state->findings = findings;
                Q_EMIT findingsChanged(caseId, findings);
            });
    // Queued: the analysis is deleted on the way, and it is the one that calls.
    connect(
        analysis, &worker::CaseAnalysis::finished, this,
        [this, caseId](const worker::CaseResult &result) { take(caseId, result); }, Qt::QueuedConnection);
    m_running.emplace(caseId, std::move(running));
    analysis->start(urgent);
}

void Analyst::take(const QString &caseId, const worker::CaseResult &result)
{
    const auto found = m_running.find(caseId);
    if (found == m_running.end())
        return;
    found->second->analysis.reset();
    if (const auto missing = workersMissing(result.facts)) {
        m_stopped = true;
        m_running.clear();
        Q_EMIT workersUnavailable(*missing);
        Q_EMIT idle();
        return;
    }
    store(caseId, result, found->second->pages);
}

void Analyst::store(const QString &caseId, const worker::CaseResult &result,
                    const QList<facts::DisplayPage> &pages)
{
    QtConcurrent::run(&m_writer,
                      [&workspace = m_workspace, policy = m_policy, caseId, result, pages]() -> Result<void> {
                          auto own = workspace.anotherConnection();
                          if (!own)
                              return tl::unexpected(own.error());
                          store::Analysis analysis{
                              result.facts, {}, policy.sha256, QStringLiteral(SCRUTINEER_VERSION), pages};
                          if (const auto done = complete(analysis.facts, caseId, **own); !done)
                              return done;
                          analysis.findings = checks::judge(result.input, analysis.facts, policy);
                          return (*own)->saveAnalysis(caseId, analysis);
                      })
        .then(this, [this, caseId](const Result<void> &stored) { finish(caseId, stored); });
}

void Analyst::finish(const QString &caseId, const Result<void> &stored)
{
    m_running.erase(caseId);
    if (stored) {
        Q_EMIT caseStored(caseId);
    } else {
        m_givenUp.insert(caseId);
        Q_EMIT caseFailed(caseId, stored.error());
    }
    wake();
}

} // namespace scrutineer::workstation
