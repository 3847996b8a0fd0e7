// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samples/files_in.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace scrutineer::test {

QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator paths(folder, QDir::Files, QDirIterator::Subdirectories);
    while (paths.hasNext()) {
        QFile file(paths.next());
        if (file.open(QIODevice::ReadOnly))
            files[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
    }
    return files;
}

} // namespace scrutineer::test
