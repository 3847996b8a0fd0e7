// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/pool.h"

#include "engine/worker/evidence_file.h"
#include "engine/worker/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <chrono>

namespace scrutineer::worker {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr int startsBeforeGivingUp = 3;
constexpr auto firstBackOff = 100ms; // doubled after each start that failed
constexpr int loadingThreads = 2;

struct Task
{
    Pool::JobId id = 0;
    FileJob job;
    bool urgent = false;
};

/// A task that a worker has; until its file is loaded the worker knows nothing of it.
struct Assignment
{
    Task task;
    QString sha256;
    qint64 bytes = 0;
    bool sent = false;
};

facts::FileFacts unreadable(const Assignment &assignment, ErrorCode why)
{
    facts::FileFacts facts;
    facts.unreadable = Error{why, assignment.task.job.file.path, {}};
    return facts;
}
} // namespace

class Pool::Private : public QObject
{
public:
    Private(Pool *pool, PoolSettings settings) : q(pool), m_settings(std::move(settings))
    {
        if (m_settings.program.isEmpty())
            m_settings.program =
                QDir(QCoreApplication::applicationDirPath()).filePath(u"scrutineer-worker"_s);
        if (m_settings.workers <= 0)
            m_settings.workers = QThread::idealThreadCount();
        m_loaders.setMaxThreadCount(loadingThreads);
        m_backOff.setSingleShot(true);
        connect(&m_backOff, &QTimer::timeout, this, &Private::dispatch);
        m_dispatch.setSingleShot(true);
        connect(&m_dispatch, &QTimer::timeout, this, &Private::dispatch);
    }

    ~Private() override
    {
        for (WorkerProcess *worker : findChildren<WorkerProcess *>())
            worker->kill(); // all at once; each is waited for when it is deleted
        m_loaders.waitForDone();
    }

    JobId submit(const FileJob &job, bool urgent)
    {
        const auto isLater = [urgent](const Task &task) { return urgent && !task.urgent; };
        m_queue.insert(std::find_if(m_queue.begin(), m_queue.end(), isLater), Task{++m_lastId, job, urgent});
        m_dispatch.start();
        return m_lastId;
    }

    void cancel(JobId id)
    {
        m_queue.removeIf([id](const Task &task) { return task.id == id; });
        for (auto it = m_assignments.begin(); it != m_assignments.end(); ++it) {
            if (it->task.id != id)
                continue;
            WorkerProcess *worker = it.key();
            const bool sent = it->sent;
            m_assignments.erase(it);
            if (sent)
                retire(worker);
            break;
        }
        m_dispatch.start();
    }

private:
    /// Gives waiting files to idle workers and starts workers for the rest.
    void dispatch()
    {
        const auto workers = m_workers; // a copy: what is assigned may end at once
        for (WorkerProcess *worker : workers) {
            if (m_queue.isEmpty())
                return;
            if (worker->state() == WorkerProcess::State::Idle && !m_assignments.contains(worker))
                assign(worker);
        }
        if (m_backOff.isActive())
            return;
        const auto starting =
            std::count_if(m_workers.begin(), m_workers.end(), [](const WorkerProcess *worker) {
                return worker->state() == WorkerProcess::State::Starting;
            });
        const qsizetype wanted = std::min(m_queue.size() - starting, m_settings.workers - m_workers.size());
        for (qsizetype i = 0; i < wanted; ++i)
            startWorker();
    }

    void startWorker()
    {
        auto *worker =
            new WorkerProcess(m_settings.program, m_settings.modelFolders, m_settings.limits, this);
        m_workers += worker;
        connect(worker, &WorkerProcess::ready, this, [this] {
            m_failedStarts = 0;
            m_dispatch.start();
        });
        connect(worker, &WorkerProcess::progressed, this,
                [this, worker](const QString &stage, double fraction) {
                    Q_EMIT q->jobProgressed(m_assignments.value(worker).task.id, stage, fraction);
                });
        connect(worker, &WorkerProcess::pageRendered, this, [this, worker](facts::DisplayPage page) {
            const Task task = m_assignments.value(worker).task;
            page.path = task.job.file.path;
            Q_EMIT q->pageRendered(task.id, page);
        });
        connect(worker, &WorkerProcess::mapDrawn, this, [this, worker](facts::HeatMap map) {
            const Task task = m_assignments.value(worker).task;
            map.path = task.job.file.path;
            Q_EMIT q->mapDrawn(task.id, map);
        });
        connect(worker, &WorkerProcess::answered, this, [this, worker](const facts::FileFacts &facts) {
            // A process that ran out of memory once is in no state to be trusted with the next file.
            if (facts.unreadable && facts.unreadable->code == ErrorCode::OutOfMemory)
                retire(worker);
            finish(m_assignments.take(worker), facts);
        });
        connect(worker, &WorkerProcess::failed, this,
                [this, worker](ErrorCode why, bool beforeHello) { workerFailed(worker, why, beforeHello); });
        connect(worker, &WorkerProcess::gone, worker, &QObject::deleteLater);
        worker->start();
    }

    void assign(WorkerProcess *worker)
    {
        const Task task = m_queue.takeFirst();
        m_assignments.insert(worker, Assignment{task, {}, 0, false});
        const qint64 maxBytes = m_settings.limits.bytesPerFile;
        // Queued always: handing over while dispatch() still walks the workers could pull them from under it.
        m_loaders.start([this, worker, id = task.id, job = task.job, maxBytes] {
            const auto evidence = loadEvidence(job.folder, job.path, job.file.path, maxBytes);
            QMetaObject::invokeMethod(
                this, [this, worker, id, evidence] { handOver(worker, id, evidence); }, Qt::QueuedConnection);
        });
    }

    void handOver(WorkerProcess *worker, JobId id, const Result<EvidenceBytes> &evidence)
    {
        const auto it = m_assignments.find(worker);
        if (it == m_assignments.end() || it->task.id != id)
            return; // cancelled, or put back in the queue, while it was being loaded
        if (!evidence) {
            const Assignment assignment = m_assignments.take(worker);
            facts::FileFacts facts;
            facts.unreadable = evidence.error();
            finish(assignment, facts);
            return;
        }
        it->sha256 = evidence->sha256;
        it->bytes = evidence->bytes.size();
        it->sent = true;
        const FileJob &job = it->task.job;
        worker->read(
            protocol::Job{id, job.file, job.submissionDay, job.wantDisplay, evidence->bytes, job.mapsOfPage});
    }

    /// Reports a file. What the pool knows itself it does not take from a worker's word.
    void finish(const Assignment &assignment, facts::FileFacts facts)
    {
        facts.path = assignment.task.job.file.path;
        facts.role = assignment.task.job.file.role;
        facts.sha256 = assignment.sha256;
        facts.bytes = assignment.bytes;
        m_dispatch.start();
        Q_EMIT q->jobFinished(assignment.task.id, facts);
    }

    void workerFailed(WorkerProcess *worker, ErrorCode why, bool beforeHello)
    {
        m_workers.removeOne(worker);
        if (beforeHello)
            startFailed();
        m_dispatch.start();
        if (!m_assignments.contains(worker))
            return;
        const Assignment assignment = m_assignments.take(worker);
        if (assignment.sent)
            finish(assignment, unreadable(assignment, why));
        else
            m_queue.prepend(assignment.task); // it died on its own account
    }

    /// After a few starts that failed in a row, what waits is given up; the next file is another attempt.
    void startFailed()
    {
        ++m_failedStarts;
        const bool othersWork =
            std::any_of(m_workers.begin(), m_workers.end(), [](const WorkerProcess *worker) {
                return worker->state() != WorkerProcess::State::Starting;
            });
        if (m_failedStarts < startsBeforeGivingUp || othersWork) {
            m_backOff.start(firstBackOff * (1 << std::min(m_failedStarts, 6)));
            return;
        }
        m_failedStarts = 0;
        for (const Task &task : std::exchange(m_queue, {})) {
            facts::FileFacts facts;
            facts.unreadable =
                Error{ErrorCode::WorkerUnavailable, QFileInfo(m_settings.program).fileName(), {}};
            finish(Assignment{task, {}, 0, false}, facts);
        }
    }

    void retire(WorkerProcess *worker)
    {
        m_workers.removeOne(worker);
        worker->kill();
    }

    Pool *q;
    PoolSettings m_settings;
    QThreadPool m_loaders;
    QTimer m_backOff;
    QTimer m_dispatch;
    JobId m_lastId = 0;
    QList<Task> m_queue;              ///< urgent ones first, else in the order of submission
    QList<WorkerProcess *> m_workers; ///< those that are started or can be used
    QHash<WorkerProcess *, Assignment> m_assignments;
    int m_failedStarts = 0;
};

Pool::Pool(PoolSettings settings, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(settings)))
{
}

Pool::~Pool() = default;

Pool::JobId Pool::submit(const FileJob &job, bool urgent)
{
    return d->submit(job, urgent);
}

void Pool::cancel(JobId id)
{
    d->cancel(id);
}

} // namespace scrutineer::worker
