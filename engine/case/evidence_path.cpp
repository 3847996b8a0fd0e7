// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/case/evidence_path.h"

#include <QDir>
#include <QStringList>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace scrutineer {

namespace {
/// An owned file descriptor.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(Descriptor &&other) noexcept : m_fd(other.release()) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

tl::unexpected<Error> systemFailure(int error, const QString &path)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case ENOENT:
        return failure(ErrorCode::FileMissing, path, detail);
    case ELOOP: // a link where O_NOFOLLOW stands
    case ENOTDIR:
    case ENXIO:
    case ENODEV:
        return failure(ErrorCode::FileNotRegular, path, detail);
    case ENAMETOOLONG:
        return failure(ErrorCode::FileMissing, path, detail);
    default:
        return failure(ErrorCode::ReadFailed, path, detail);
    }
}

/// The bundle's folder itself may be reached over links: that is the user's choice, not the stranger's.
Result<Descriptor> openFolder(const QString &folder)
{
    Descriptor fd(::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0)
        return systemFailure(errno, QDir(folder).dirName());
    return fd;
}

/// Goes down name by name. At each step the name is looked at without following it.
Result<Descriptor> openPlainFile(const QString &folder, const QString &path)
{
    if (leavesBundle(path))
        return failure(ErrorCode::PathLeavesBundle, path);
    Result<Descriptor> at = openFolder(folder);
    if (!at)
        return tl::unexpected(at.error());
    QStringList names = path.split(u'/', Qt::SkipEmptyParts);
    names.removeAll(QStringLiteral("."));
    if (names.isEmpty())
        return failure(ErrorCode::FileNotRegular, path);
    const QByteArray last = QFile::encodeName(names.takeLast());
    for (const QString &name : std::as_const(names)) {
        Descriptor next(::openat(at->get(), QFile::encodeName(name).constData(),
                                 O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (next.get() < 0)
            return systemFailure(errno, path);
        *at = std::move(next);
    }
    struct stat status = {};
    if (::fstatat(at->get(), last.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return systemFailure(errno, path);
    if (!S_ISREG(status.st_mode) || path.endsWith(u'/'))
        return failure(ErrorCode::FileNotRegular, path);
    // Not blocking: if a pipe took the file's place since the look, opening it must not wait for a writer.
    Descriptor file(
        ::openat(at->get(), last.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (file.get() < 0)
        return systemFailure(errno, path);
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return failure(ErrorCode::FileNotRegular, path);
    return file;
}
} // namespace

bool leavesBundle(const QString &path)
{
    return path.startsWith(u'/') || path.contains(u'\\') || path.contains(QChar(u'\0')) ||
           path.split(u'/').contains(QLatin1StringView(".."));
}

Result<std::unique_ptr<QFile>> openEvidence(const QString &folder, const QString &path, qint64 maxBytes)
{
    Result<Descriptor> descriptor = openPlainFile(folder, path);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    auto file = std::make_unique<QFile>();
    if (!file->open(descriptor->release(), QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return failure(ErrorCode::ReadFailed, path, file->errorString());
    if (file->size() > maxBytes)
        return failure(ErrorCode::FileTooLarge, path);
    if (file->size() == 0)
        return failure(ErrorCode::FileEmpty, path);
    return file;
}

} // namespace scrutineer
