// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace scrutineer::store {

/// A file descriptor that closes itself.
class FileHandle
{
public:
    FileHandle() = default;
    explicit FileHandle(int fd) : m_fd(fd) {}
    FileHandle(FileHandle &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FileHandle &operator=(FileHandle &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~FileHandle();

    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

struct HashedBytes
{
    QString sha256; ///< hex
    qint64 bytes = 0;

    friend bool operator==(const HashedBytes &, const HashedBytes &) = default;
};

/// Opens a stranger's file for reading. No part of the relative path may be a link or lead out of the folder,
/// and the file must be a plain one (a pipe does not block). Errors: PathLeavesBundle, FileMissing,
/// FileNotRegular, ReadFailed.
[[nodiscard]] Result<FileHandle> openBeneath(const QString &folder, const QString &relativePath);
/// Opens a file of our own for reading, never through a link. Errors: FileMissing, ReadFailed.
[[nodiscard]] Result<FileHandle> openOwn(const QString &path);
/// Makes a new file for reading and writing. Errors: AlreadyExists, DiskFull, WriteFailed.
[[nodiscard]] Result<FileHandle> createNew(const QString &path);

[[nodiscard]] Result<void> writeAll(const FileHandle &file, const char *data, qint64 size,
                                    const QString &where);
/// From the start to the end.
[[nodiscard]] Result<HashedBytes> hashOf(const FileHandle &file, const QString &where);
/// Copies from the start; more than maxBytes is FileTooLarge.
[[nodiscard]] Result<HashedBytes> copyAndHash(const FileHandle &from, const FileHandle &to, qint64 maxBytes,
                                              const QString &where);

[[nodiscard]] Result<void> syncFile(const FileHandle &file, const QString &where);
[[nodiscard]] Result<void> syncFolder(const QString &folder);
[[nodiscard]] Result<void> makeFolder(const QString &folder);
[[nodiscard]] Result<void> renameFile(const QString &from, const QString &to);
/// Writes a small file so that a crash or a power cut leaves the old or the new content, never a mixture.
[[nodiscard]] Result<void> replaceFile(const QString &path, const QByteArray &content);

} // namespace scrutineer::store
