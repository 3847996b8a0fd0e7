// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace scrutineer::workstation {

/// The course that this workstation offers.
struct Course
{
    QStringList caseIds; ///< all of them
    /// Writes the cases as bundle folders, each with a truth.json, into a folder. Runs on a thread of its
    /// own; `progressed` may be called on any thread. Errors: Cancelled, WriteFailed, …
    std::function<Result<void>(const QString &folder,
                               const std::function<void(int done, int total)> &progressed,
                               const std::atomic_bool &cancelled)>
        draw;
};

/// Draws the course into a folder that goes with it. GUI thread; deleting it stops and waits.
class CourseRun : public QObject
{
    Q_OBJECT
public:
    explicit CourseRun(Course course, QObject *parent = nullptr);
    ~CourseRun() override;

    /// progressed() and one of drawn(), cancelled() and failed() follow.
    void start();
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(int done, int total);
    void drawn(const QString &folder);
    void cancelled();
    void failed(const scrutineer::Error &error);

private:
    Course m_course;
    QTemporaryDir m_folder;
    std::atomic_bool m_cancelled = false;
    QThreadPool m_thread; ///< one thread
};

} // namespace scrutineer::workstation
