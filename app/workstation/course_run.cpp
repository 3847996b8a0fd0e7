// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/course_run.h"

#include <QFuture>
#include <QtConcurrent>

namespace scrutineer::workstation {

CourseRun::CourseRun(Course course, QObject *parent) : QObject(parent), m_course(std::move(course))
{
    m_thread.setMaxThreadCount(1);
}

CourseRun::~CourseRun()
{
    m_cancelled = true;
    m_thread.waitForDone();
}

void CourseRun::start()
{
    if (!m_folder.isValid()) {
        Q_EMIT failed({ErrorCode::WriteFailed, m_folder.path(), m_folder.errorString()});
        return;
    }
    Q_EMIT progressed(0, static_cast<int>(m_course.caseIds.size()));
    const auto report = [this](int done, int total) {
        QMetaObject::invokeMethod(
            this, [this, done, total] { Q_EMIT progressed(done, total); }, Qt::QueuedConnection);
    };
    QtConcurrent::run(&m_thread, [this, report] {
        return m_course.draw(m_folder.path(), report, m_cancelled);
    }).then(this, [this](const Result<void> &done) {
        if (done)
            Q_EMIT drawn(m_folder.path());
        else if (m_cancelled)
            Q_EMIT cancelled();
        else
            Q_EMIT failed(done.error());
    });
}

} // namespace scrutineer::workstation
