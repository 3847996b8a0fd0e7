// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/pipe.h"

#include <cerrno>
#include <unistd.h>

namespace scrutineer::worker::pipe {

namespace {
/// Reads exactly that many bytes; fewer at the end of the stream.
QByteArray readBytes(int fd, qint64 count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    qint64 done = 0;
    while (done < count) {
        const ssize_t got = read(fd, bytes.data() + done, std::size_t(count - done));
        if (got == 0 || (got < 0 && errno != EINTR))
            break;
        done += std::max<ssize_t>(got, 0);
    }
    bytes.truncate(done);
    return bytes;
}

bool writeBytes(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t done = write(fd, bytes.data(), std::size_t(bytes.size()));
        if (done < 0 && errno != EINTR)
            return false;
        bytes = bytes.sliced(std::max<ssize_t>(done, 0));
    }
    return true;
}
} // namespace

std::optional<protocol::Frame> readFrame(int fd, const protocol::FrameLimits &limits)
{
    const auto prefix = protocol::parsePrefix(readBytes(fd, protocol::prefixBytes), limits);
    if (!prefix)
        return std::nullopt;
    const QByteArray headerBytes = readBytes(fd, prefix->headerBytes);
    QByteArray attachment = readBytes(fd, prefix->attachmentBytes);
    std::optional<QCborMap> header = protocol::parseHeader(headerBytes);
    if (attachment.size() < prefix->attachmentBytes || !header)
        return std::nullopt;
    return protocol::Frame{std::move(*header), std::move(attachment)};
}

bool writeFrame(int fd, const protocol::Frame &frame)
{
    return writeBytes(fd, protocol::frameHead(frame)) && writeBytes(fd, frame.attachment);
}

} // namespace scrutineer::worker::pipe
