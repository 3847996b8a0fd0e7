// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/evidence_file.h"

#include <QCryptographicHash>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace scrutineer::worker {

namespace {
ErrorCode codeOf(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::FileMissing;
    case ELOOP: // a symbolic link
    case ENXIO: // a socket or a named pipe
    case ENODEV:
        return ErrorCode::FileNotRegular;
    default:
        return ErrorCode::ReadFailed;
    }
}
} // namespace

Result<EvidenceBytes> loadEvidence(const QString &absolutePath, const QString &label, qint64 maxBytes)
{
    const int fd =
        open(QFile::encodeName(absolutePath).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return failure(codeOf(errno), label);
    struct stat status
    {
    };
    const bool known = fstat(fd, &status) == 0;
    QFile file;
    if (!known || !S_ISREG(status.st_mode) ||
        !file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        close(fd);
        return failure(known ? ErrorCode::FileNotRegular : ErrorCode::ReadFailed, label);
    }
    if (status.st_size == 0)
        return failure(ErrorCode::FileEmpty, label);
    if (status.st_size > maxBytes)
        return failure(ErrorCode::FileTooLarge, label);
    EvidenceBytes evidence;
    evidence.bytes = file.read(status.st_size);
    if (evidence.bytes.size() != status.st_size)
        return failure(ErrorCode::ReadFailed, label);
    evidence.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(evidence.bytes, QCryptographicHash::Sha256).toHex());
    return evidence;
}

} // namespace scrutineer::worker
