// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/process.h"

#include "engine/worker/worker_exit.h"

#include <QLoggingCategory>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>
#include <chrono>
#include <optional>
#include <time.h>

namespace scrutineer::worker {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "scrutineer.worker", QtWarningMsg)

constexpr auto longestStart = 30s; // a cold disk and a busy machine; a hung start is rare
constexpr std::chrono::milliseconds shortestCheck = 500ms;
constexpr int leastProgress = 100; // a process that got less than one part in so many of the time hangs
constexpr qsizetype keptErrorOutput = 8 << 10; // bytes
constexpr int mostMessages = 20'000;           // for one file; honest readers send a few per page

/// What a worker gets to see of the user's environment: nothing personal, and single-threaded libraries.
QProcessEnvironment environment()
{
    QProcessEnvironment result;
    result.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    result.insert(u"TZ"_s, u"UTC"_s);
    result.insert(u"HOME"_s, u"/nonexistent"_s);
    // Tesseract is seven times slower with its own threads (measured); one worker per core is the
    // parallelism.
    result.insert(u"OMP_THREAD_LIMIT"_s, u"1"_s);
    result.insert(u"OPENBLAS_NUM_THREADS"_s, u"1"_s);
    // glibc reserves 128 MB of address space for each arena.
    result.insert(u"MALLOC_ARENA_MAX"_s, u"2"_s);
    for (const char *name : {"TESSDATA_PREFIX", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            result.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    return result;
}

/// What a process used of the processor so far, all its threads together. Nothing where it is gone.
std::optional<std::chrono::nanoseconds> processorTime(qint64 processId)
{
    clockid_t clock{};
    timespec used{};
    if (processId <= 0 || clock_getcpuclockid(static_cast<pid_t>(processId), &clock) != 0 ||
        clock_gettime(clock, &used) != 0)
        return std::nullopt;
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}
} // namespace

WorkerProcess::WorkerProcess(const QString &program, const QStringList &modelFolders,
                             const policy::Limits &limits, QObject *parent)
    : QObject(parent), m_process(new QProcess(this)), m_modelFolders(modelFolders), m_limits(limits)
{
    m_process->setProgram(program);
    m_process->setProcessEnvironment(environment());
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &WorkerProcess::checkDeadline);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &WorkerProcess::takeOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, &WorkerProcess::keepErrorOutput);
    connect(m_process, &QProcess::finished, this, &WorkerProcess::processEnded);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            processEnded();
    });
}

WorkerProcess::~WorkerProcess()
{
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished();
}

qint64 WorkerProcess::processId() const
{
    return m_process->processId();
}

void WorkerProcess::start()
{
    m_process->start();
    m_process->write(protocol::frameHead(protocol::toFrame(protocol::Setup{m_modelFolders, m_limits})));
    grant(longestStart);
}

void WorkerProcess::read(const protocol::Job &job)
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Busy;
    m_job = job.id;
    m_messages = 0;
    m_pages = 0;
    const protocol::Frame frame = protocol::toFrame(job);
    m_process->write(protocol::frameHead(frame));
    m_process->write(frame.attachment);
    grant(std::chrono::seconds(m_limits.secondsPerFile));
}

void WorkerProcess::grant(std::chrono::milliseconds allowance)
{
    m_allowance = allowance;
    m_usedAtGrant = m_usedAtCheck = processorTime(processId()).value_or(0ns);
    m_deadline.start(allowance);
}

/// The clock on the wall alone would call a sound file unreadable where the machine is busy with other
/// things.
void WorkerProcess::checkDeadline()
{
    const auto used = processorTime(processId());
    const auto left = used ? m_allowance - (*used - m_usedAtGrant) : 0ns;
    const bool waits = !used || (*used - m_usedAtCheck) * leastProgress < m_deadline.intervalAsDuration();
    if (left <= 0ns || waits)
        return fail(ErrorCode::TimedOut);
    m_usedAtCheck = *used;
    m_deadline.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(left), shortestCheck));
}

void WorkerProcess::kill()
{
    m_state = State::Gone;
    m_deadline.stop();
    m_process->kill();
}

void WorkerProcess::takeOutput()
{
    m_output.append(m_process->readAllStandardOutput());
    while (m_state != State::Gone) {
        std::optional<protocol::Frame> frame = m_output.next();
        if (!frame)
            break;
        const std::optional<protocol::Reply> reply = protocol::replyFrom(std::move(*frame));
        if (!reply) {
            fail(ErrorCode::WorkerDied);
            return;
        }
        take(*reply);
    }
    if (m_state != State::Gone && m_output.broken())
        fail(ErrorCode::WorkerDied);
}

void WorkerProcess::take(const protocol::Reply &reply)
{
    if (const auto *hello = std::get_if<protocol::Hello>(&reply)) {
        if (m_greeted || hello->version != protocol::version)
            return fail(ErrorCode::WorkerDied);
        m_greeted = true;
        m_state = State::Idle;
        m_deadline.stop();
        Q_EMIT ready();
        return;
    }
    if (m_state != State::Busy || ++m_messages > mostMessages)
        return fail(ErrorCode::WorkerDied); // it talks without being asked, or without end
    if (const auto *progress = std::get_if<protocol::Progress>(&reply); progress && progress->job == m_job) {
        Q_EMIT progressed(progress->stage, progress->fraction);
    } else if (const auto *page = std::get_if<protocol::Page>(&reply); page && page->job == m_job) {
        if (++m_pages > m_limits.pagesPerPdf)
            return fail(ErrorCode::WorkerDied);
        Q_EMIT pageRendered(page->page);
    } else if (const auto *map = std::get_if<protocol::Map>(&reply); map && map->job == m_job) {
        Q_EMIT mapDrawn(map->map);
    } else if (const auto *answer = std::get_if<protocol::Answer>(&reply); answer && answer->job == m_job) {
        m_state = State::Idle;
        m_deadline.stop();
        Q_EMIT answered(answer->facts);
    } else {
        fail(ErrorCode::WorkerDied);
    }
}

void WorkerProcess::keepErrorOutput()
{
    m_errorOutput = (m_errorOutput + m_process->readAllStandardError()).right(keptErrorOutput);
}

void WorkerProcess::fail(ErrorCode why)
{
    if (m_state == State::Gone)
        return;
    kill();
    qCInfo(log) << "worker ended:" << toName(why) << m_errorOutput;
    Q_EMIT failed(why, !m_greeted);
}

void WorkerProcess::processEnded()
{
    takeOutput(); // an answer that was sent just before
    const bool outOfMemory = m_process->exitStatus() == QProcess::NormalExit &&
                             m_process->exitCode() == int(WorkerExit::OutOfMemory);
    fail(outOfMemory ? ErrorCode::OutOfMemory : ErrorCode::WorkerDied);
    Q_EMIT gone();
}

} // namespace scrutineer::worker
