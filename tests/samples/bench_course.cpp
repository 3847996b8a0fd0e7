// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/course.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

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
        QVERIFY(writeCourse(kept.isEmpty() ? room.path() : kept, *course, {}, go));
        const double seconds = static_cast<double>(clock.elapsed()) / 1000;
        qInfo("%lld cases in %.1f s", static_cast<long long>(course->cases.size()), seconds);
        QVERIFY(seconds < 60);
    }
};

QTEST_MAIN(BenchCourse)
#include "bench_course.moc"
