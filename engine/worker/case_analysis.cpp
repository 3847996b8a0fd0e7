// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/case_analysis.h"

#include "engine/checks/judge.h"
#include "engine/facts/merge.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QMetaObject>
#include <QPointer>

#include <algorithm>
#include <array>

namespace scrutineer::worker {

namespace {
/// Texts take longest to read, faces least; a long file that starts last keeps all others waiting.
QList<EvidenceFile> slowestFirst(QList<EvidenceFile> files)
{
    const auto rank = [](const EvidenceFile &file) {
        constexpr std::array order{Role::DocumentFront, Role::AddressProof, Role::DocumentBack,
                                   Role::Handheld};
        return std::find(order.begin(), order.end(), file.role) - order.begin();
    };
    std::stable_sort(files.begin(), files.end(),
                     [&rank](const EvidenceFile &a, const EvidenceFile &b) { return rank(a) < rank(b); });
    return files;
}
} // namespace

class CaseAnalysis::Private : public QObject
{
public:
    Private(CaseAnalysis *analysis, Pool &pool, Case input, QString folder, policy::Policy policy,
            bool wantDisplay)
        : q(analysis), m_pool(pool), m_input(std::move(input)), m_folder(std::move(folder)),
          m_policy(std::move(policy)), m_wantDisplay(wantDisplay)
    {
        connect(&pool, &Pool::jobProgressed, this,
                [this](Pool::JobId id, const QString &stage, double fraction) {
                    if (m_running.contains(id))
                        Q_EMIT q->fileProgressed(m_running.value(id), stage, fraction);
                });
        connect(&pool, &Pool::pageRendered, this, [this](Pool::JobId id, const facts::DisplayPage &page) {
            if (m_running.contains(id))
                Q_EMIT q->pageRendered(page);
        });
        connect(&pool, &Pool::jobFinished, this, [this](Pool::JobId id, const facts::FileFacts &facts) {
            if (m_running.remove(id))
                take(facts);
        });
    }

    ~Private() override
    {
        for (const Pool::JobId id : m_running.keys())
            m_pool.cancel(id);
    }

    void setLocations(const QHash<QString, QString> &locations) { m_locations = locations; }

    void start(bool urgent)
    {
        m_time.start();
        for (const EvidenceFile &file : slowestFirst(m_input.files)) {
            if (m_locations.contains(file.path) && m_locations.value(file.path).isEmpty())
                m_read += unreadable(file, {ErrorCode::FileMissing, file.path, {}});
            else
                m_running.insert(m_pool.submit(jobFor(file), urgent), file.path);
        }
        if (m_running.isEmpty()) // nothing to wait for; still answer from the event loop, as always
            QMetaObject::invokeMethod(this, &Private::judge, Qt::QueuedConnection);
    }

private:
    [[nodiscard]] FileJob jobFor(const EvidenceFile &file) const
    {
        FileJob job{m_folder, file.path, file, m_input.submissionDay(), m_wantDisplay};
        if (m_locations.contains(file.path)) {
            const QFileInfo location(m_locations.value(file.path));
            job.folder = location.path();
            job.path = location.fileName();
        }
        return job;
    }

    static facts::FileFacts unreadable(const EvidenceFile &file, const Error &error)
    {
        facts::FileFacts facts;
        facts.path = file.path;
        facts.role = file.role;
        facts.unreadable = error;
        return facts;
    }

    void take(const facts::FileFacts &facts)
    {
        m_read += facts;
        judge();
    }

    void judge()
    {
        CaseResult result;
        result.input = m_input;
        result.facts = facts::merge(m_input, m_read);
        result.findings = checks::judge(m_input, result.facts, m_policy);
        result.durationMs = m_time.elapsed();
        const QPointer<Private> guard(this); // whoever hears of it may delete the analysis
        Q_EMIT q->findingsChanged(result.findings);
        if (guard && m_running.isEmpty())
            Q_EMIT q->finished(result);
    }

    CaseAnalysis *q;
    Pool &m_pool;
    Case m_input;
    QString m_folder;
    QHash<QString, QString> m_locations;
    policy::Policy m_policy;
    bool m_wantDisplay;
    QHash<Pool::JobId, QString> m_running;
    QList<facts::FileFacts> m_read;
    QElapsedTimer m_time;
};

CaseAnalysis::CaseAnalysis(Pool &pool, Case input, QString bundleFolder, policy::Policy policy,
                           bool wantDisplay, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, pool, std::move(input), std::move(bundleFolder),
                                                   std::move(policy), wantDisplay))
{
}

CaseAnalysis::~CaseAnalysis() = default;

void CaseAnalysis::setFileLocations(const QHash<QString, QString> &absolutePaths)
{
    d->setLocations(absolutePaths);
}

void CaseAnalysis::start(bool urgent)
{
    d->start(urgent);
}

} // namespace scrutineer::worker
