// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/waiting.h"

#include <QCoreApplication>

namespace scrutineer::ui {

namespace {
struct Waiting
{
    Q_DECLARE_TR_FUNCTIONS(Waiting)
};

constexpr qint64 minutesPerHour = 60;
constexpr qint64 minutesPerDay = 24 * minutesPerHour;

qint64 minutesBetween(const QDateTime &from, const QDateTime &to)
{
    return std::max<qint64>(0, from.secsTo(to) / 60);
}
} // namespace

QString waitingText(const QDateTime &submittedAt, const QDateTime &now)
{
    const qint64 minutes = minutesBetween(submittedAt, now);
    const int hours = static_cast<int>(minutes / minutesPerHour);
    const int days = static_cast<int>(minutes / minutesPerDay);
    if (minutes == 0)
        return Waiting::tr("just now");
    if (hours == 0)
        return Waiting::tr("%1 min").arg(minutes);
    if (days == 0)
        return Waiting::tr("%1 h %2 min").arg(hours).arg(minutes % minutesPerHour);
    if (days < 10)
        return Waiting::tr("%1 d %2 h").arg(days).arg(hours % 24);
    return Waiting::tr("%1 d").arg(days);
}

QString waitingShort(const QDateTime &submittedAt, const QDateTime &now)
{
    const qint64 minutes = minutesBetween(submittedAt, now);
    if (minutes == 0)
        return Waiting::tr("now");
    if (minutes < minutesPerHour)
        return Waiting::tr("%1 min").arg(minutes);
    if (minutes < 2 * minutesPerDay)
        return Waiting::tr("%1 h").arg(minutes / minutesPerHour);
    return Waiting::tr("%1 d").arg(minutes / minutesPerDay);
}

} // namespace scrutineer::ui
