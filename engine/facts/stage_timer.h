// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <ctime>

namespace scrutineer::facts {

/// Adds the processor time of this thread, from its making to its end, to one stage: a busy machine makes no
/// stage longer.
class StageTimer
{
public:
    StageTimer(QMap<QString, double> &book, QString stage)
        : m_book(book), m_stage(std::move(stage)), m_beganMs(processorMs())
    {
    }
    ~StageTimer() { m_book[m_stage] += processorMs() - m_beganMs; }
    StageTimer(const StageTimer &) = delete;
    StageTimer &operator=(const StageTimer &) = delete;

private:
    static double processorMs()
    {
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
    }

    QMap<QString, double> &m_book;
    QString m_stage;
    double m_beganMs;
};

} // namespace scrutineer::facts
