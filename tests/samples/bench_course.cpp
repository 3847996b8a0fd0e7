// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/course.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace scrutineer::samples;

/// How long a trainee waits for the course on first use. SCRUTINEER_COURSE_OUT: a folder to keep it in.
class BenchCourse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void drawsTheCourse()
    {
        const QTemporaryDir room;
        const QString kept = qEnvironmentVariable("SCRUTINEER_COURSE_OUT");
        const auto course = builtInCourse();
        QVERIFY(course);
        const std::atomic_bool go = false;
        QElapsedTimer clock;
        clock.start();
        const std::clock_t before = std::clock();
        QVERIFY(writeCourse(kept.isEmpty() ? room.path() : kept, *course, {}, go));
        const double waited = static_cast<double>(clock.elapsed()) / 1000;
        const double worked = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        qInfo("%lld cases in %.1f s, %.1f s of processor time", static_cast<long long>(course->cases.size()),
              waited, worked);
        // On two free cores it takes half of that; how busy this machine is does not count.
        QVERIFY(worked / 2 < 60);
    }
};

QTEST_MAIN(BenchCourse)
#include "bench_course.moc"
