// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/reading.h"

#include <QCoreApplication>

#include <array>

namespace scrutineer::facts {

namespace {
struct Row
{
    Cause cause;
    const char *name;
    const char *text;
};

constexpr std::array rows{
    Row{Cause::NoReader, "no_reader", QT_TRANSLATE_NOOP("scrutineer", "This version cannot read it yet.")},
    Row{Cause::Pending, "pending", QT_TRANSLATE_NOOP("scrutineer", "The file is still being read.")},
    Row{Cause::NoModel, "no_model", QT_TRANSLATE_NOOP("scrutineer", "A model file is not installed.")},
    Row{Cause::FileMissing, "file_missing", QT_TRANSLATE_NOOP("scrutineer", "The file was not sent.")},
    Row{Cause::FileUnreadable, "file_unreadable",
        QT_TRANSLATE_NOOP("scrutineer", "The file could not be opened.")},
    Row{Cause::NothingFound, "nothing_found",
        QT_TRANSLATE_NOOP("scrutineer", "Nothing of the kind was found.")},
    Row{Cause::TooPoor, "too_poor",
        QT_TRANSLATE_NOOP("scrutineer", "The picture is too poor to judge this.")},
};

const Row &rowOf(Cause cause)
{
    for (const Row &row : rows) {
        if (row.cause == cause)
            return row;
    }
    return rows.front();
}
} // namespace

QString toName(Cause cause)
{
    return QString::fromLatin1(rowOf(cause).name);
}

Cause causeFromName(QStringView name)
{
    for (const Row &row : rows) {
        if (name == QLatin1StringView(row.name))
            return row.cause;
    }
    return Cause::NoReader;
}

Sentence sentence(Cause cause)
{
    return {QString::fromLatin1(rowOf(cause).text), {}};
}

} // namespace scrutineer::facts
