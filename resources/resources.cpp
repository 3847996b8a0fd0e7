// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QDir>
#include <QFile>

// Q_INIT_RESOURCE declares a function of the global namespace, so this stands in no namespace.
static void registerResources()
{
    static const bool registered = [] {
        Q_INIT_RESOURCE(scrutineer);
        return true;
    }();
    Q_UNUSED(registered)
}

namespace scrutineer::resources {

namespace {
QString resourcePath(QLatin1StringView path)
{
    return QLatin1StringView(":/scrutineer/") + path;
}
} // namespace

QByteArray read(QLatin1StringView path)
{
    registerResources();
    QFile file(resourcePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList list(QLatin1StringView folder)
{
    registerResources();
    return QDir(resourcePath(folder)).entryList(QDir::Files, QDir::Name);
}

} // namespace scrutineer::resources
