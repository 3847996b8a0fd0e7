// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/model_folders.h"

#include <QDir>
#include <QStandardPaths>

namespace scrutineer::app {

using namespace Qt::StringLiterals;

QStringList modelFolders(const QString &chosen)
{
    QStringList candidates{chosen, qEnvironmentVariable("SCRUTINEER_MODELS")};
    // The first of the standard locations is the user's own.
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        candidates += data + u"/scrutineer/models"_s;
    QStringList folders;
    for (const QString &candidate : candidates) {
        if (!candidate.isEmpty() && QFileInfo(candidate).isDir())
            folders += QDir(candidate).absolutePath();
    }
    folders.removeDuplicates();
    return folders;
}

} // namespace scrutineer::app
