// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/worker/pool.h"
#include "engine/worker/protocol.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

class QProcess;

namespace scrutineer::worker {

/// One worker process from start to end, and the file that it is reading. Part of the pool.
class WorkerProcess : public QObject
{
    Q_OBJECT
public:
    enum class State { Starting, Idle, Busy, Gone };

    WorkerProcess(const QString &program, const QStringList &modelFolders, const policy::Limits &limits,
                  QObject *parent);
    /// Kills the process and waits until it is gone.
    ~WorkerProcess() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 processId() const;

    void start();
    /// Hands over a file. Only when idle.
    void read(const protocol::Job &job);
    /// Ends the process now. No signal but gone() follows, and that not before control is back in the event
    /// loop.
    void kill();

Q_SIGNALS:
    void ready();
    void progressed(const QString &stage, double fraction);
    void pageRendered(const scrutineer::facts::DisplayPage &page);
    void mapDrawn(const scrutineer::facts::HeatMap &map);
    void answered(const scrutineer::facts::FileFacts &facts);
    /// It will not answer any more: why, for the file that it was reading. Sent once, unless kill() was
    /// called.
    void failed(scrutineer::ErrorCode why, bool beforeHello);
    /// The process has ended and been waited for; the object may be deleted.
    void gone();

private:
    void takeOutput();
    void take(const protocol::Reply &reply);
    void keepErrorOutput();
    void grant(std::chrono::milliseconds allowance);
    void checkDeadline();
    void fail(ErrorCode why);
    void processEnded();

    QProcess *m_process;
    QTimer m_deadline;
    std::chrono::nanoseconds m_allowance{};   ///< of processor time
    std::chrono::nanoseconds m_usedAtGrant{}; ///< processor time
    std::chrono::nanoseconds m_usedAtCheck{}; ///< processor time
    protocol::FrameBuffer m_output{protocol::replyLimits};
    QByteArray m_errorOutput; ///< the last few kilobytes, for the log
    QStringList m_modelFolders;
    policy::Limits m_limits;
    State m_state = State::Starting;
    bool m_greeted = false;
    quint64 m_job = 0;
    int m_messages = 0;
    int m_pages = 0;
};

} // namespace scrutineer::worker
