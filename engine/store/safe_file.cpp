// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/safe_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 chunkBytes = 1 << 18;

tl::unexpected<Error> writeFailure(int number, const QString &where)
{
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return failure(full ? ErrorCode::DiskFull : ErrorCode::WriteFailed, where,
                   QString::fromLocal8Bit(std::strerror(number)));
}

tl::unexpected<Error> readFailure(int number, const QString &where)
{
    ErrorCode code = ErrorCode::ReadFailed;
    if (number == ENOENT)
        code = ErrorCode::FileMissing;
    else if (number == ELOOP || number == ENOTDIR || number == ENXIO || number == EISDIR)
        code = ErrorCode::FileNotRegular;
    return failure(code, where, QString::fromLocal8Bit(std::strerror(number)));
}

template <typename Call>
auto repeated(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

/// Hands every chunk of a file to `use`.
Result<qint64> eachChunk(const FileHandle &file, const QString &where,
                         const std::function<Result<void>(QByteArrayView)> &use)
{
    QByteArray buffer(chunkBytes, Qt::Uninitialized);
    qint64 offset = 0;
    while (true) {
        const ssize_t got = repeated([&] { return ::pread(file.fd(), buffer.data(), chunkBytes, offset); });
        if (got < 0)
            return readFailure(errno, where);
        if (got == 0)
            return offset;
        offset += got;
        if (auto used = use(QByteArrayView(buffer.constData(), got)); !used)
            return tl::unexpected(used.error());
    }
}

QString hexOf(const QCryptographicHash &hash)
{
    return QString::fromLatin1(hash.result().toHex());
}
} // namespace

FileHandle::~FileHandle()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<FileHandle> openBeneath(const QString &folder, const QString &relativePath)
{
    const QStringList parts = relativePath.split(u'/');
    if (relativePath.startsWith(u'/') || parts.contains(u".."_s) || relativePath.contains(QChar(0)))
        return failure(ErrorCode::PathLeavesBundle, relativePath);
    FileHandle current(repeated(
        [&] { return ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (!current.isOpen())
        return readFailure(errno, relativePath);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].isEmpty() || parts[i] == u"."_s) {
            if (i + 1 == parts.size())
                return failure(ErrorCode::FileNotRegular, relativePath);
            continue;
        }
        const bool last = i + 1 == parts.size();
        const int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | (last ? O_NONBLOCK | O_NOCTTY : O_DIRECTORY);
        const QByteArray name = QFile::encodeName(parts[i]);
        FileHandle next(repeated([&] { return ::openat(current.fd(), name.constData(), flags); }));
        if (!next.isOpen())
            return readFailure(errno, relativePath);
        current = std::move(next);
    }
    struct stat status
    {
    };
    if (::fstat(current.fd(), &status) != 0)
        return readFailure(errno, relativePath);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::FileNotRegular, relativePath);
    return current;
}

Result<FileHandle> openOwn(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    FileHandle file(repeated([&] { return ::open(name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC); }));
    if (!file.isOpen())
        return readFailure(errno, QFileInfo(path).fileName());
    return file;
}

Result<FileHandle> createNew(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    FileHandle file(repeated(
        [&] { return ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600); }));
    if (file.isOpen())
        return file;
    const QString where = QFileInfo(path).fileName();
    return errno == EEXIST ? failure(ErrorCode::AlreadyExists, where) : writeFailure(errno, where);
}

Result<void> writeAll(const FileHandle &file, const char *data, qint64 size, const QString &where)
{
    while (size > 0) {
        const ssize_t written = repeated([&] { return ::write(file.fd(), data, static_cast<size_t>(size)); });
        if (written < 0)
            return writeFailure(errno, where);
        data += written;
        size -= written;
    }
    return {};
}

Result<HashedBytes> hashOf(const FileHandle &file, const QString &where)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto bytes = eachChunk(file, where, [&](QByteArrayView chunk) -> Result<void> {
        hash.addData(chunk);
        return {};
    });
    if (!bytes)
        return tl::unexpected(bytes.error());
    return HashedBytes{hexOf(hash), *bytes};
}

Result<HashedBytes> copyAndHash(const FileHandle &from, const FileHandle &to, qint64 maxBytes,
                                const QString &where)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 total = 0;
    const auto bytes = eachChunk(from, where, [&](QByteArrayView chunk) -> Result<void> {
        total += chunk.size();
        if (total > maxBytes)
            return failure(ErrorCode::FileTooLarge, where);
        hash.addData(chunk);
        return writeAll(to, chunk.data(), chunk.size(), where);
    });
    if (!bytes)
        return tl::unexpected(bytes.error());
    return HashedBytes{hexOf(hash), *bytes};
}

Result<void> syncFile(const FileHandle &file, const QString &where)
{
    if (repeated([&] { return ::fsync(file.fd()); }) != 0)
        return writeFailure(errno, where);
    return {};
}

Result<void> syncFolder(const QString &folder)
{
    const QString where = QFileInfo(folder).fileName();
    FileHandle handle(repeated(
        [&] { return ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (!handle.isOpen())
        return readFailure(errno, where);
    // Some network file systems cannot sync a folder and say so with EINVAL; there is nothing better to do
    // there.
    if (repeated([&] { return ::fsync(handle.fd()); }) != 0 && errno != EINVAL)
        return writeFailure(errno, where);
    return {};
}

Result<void> makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST)
        return writeFailure(errno, QFileInfo(folder).fileName());
    return syncFolder(QFileInfo(folder).path());
}

Result<void> renameFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return writeFailure(errno, QFileInfo(to).fileName());
    return {};
}

Result<void> replaceFile(const QString &path, const QByteArray &content)
{
    const bool isNew = !QFile::exists(path);
    const QString temporary = path + u".new"_s;
    QFile::remove(temporary);
    {
        const QString where = QFileInfo(path).fileName();
        auto file = createNew(temporary);
        if (!file)
            return tl::unexpected(file.error());
        if (auto written = writeAll(*file, content.constData(), content.size(), where); !written)
            return written;
        if (auto synced = syncFile(*file, where); !synced)
            return synced;
    }
    if (auto renamed = renameFile(temporary, path); !renamed)
        return renamed;
    return isNew ? syncFolder(QFileInfo(path).path()) : Result<void>();
}

} // namespace scrutineer::store
