// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/writer_lock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
QString heldBy(const FileHandle &file)
{
    QByteArray content(4096, Qt::Uninitialized);
    const ssize_t got = ::pread(file.fd(), content.data(), static_cast<size_t>(content.size()), 0);
    content.resize(std::max<ssize_t>(got, 0));
    const QJsonObject object = QJsonDocument::fromJson(content).object();
    const QDateTime since = QDateTime::fromString(object["since"_L1].toString(), Qt::ISODate);
    if (object.isEmpty())
        return QCoreApplication::translate("scrutineer", "held by another program");
    return QCoreApplication::translate("scrutineer", "held by %1 on %2 since %3")
        .arg(object["holder"_L1].toString(), object["host"_L1].toString(),
             since.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s));
}
} // namespace

Result<std::unique_ptr<WriterLock>> WriterLock::take(const QString &path, const QString &holder)
{
    const QString where = QFileInfo(path).fileName();
    FileHandle file(
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return failure(ErrorCode::WriteFailed, where, QString::fromLocal8Bit(std::strerror(errno)));
    if (::flock(file.fd(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return failure(ErrorCode::WorkspaceLocked, heldBy(file));
        return failure(ErrorCode::WriteFailed, where, QString::fromLocal8Bit(std::strerror(errno)));
    }
    const QJsonObject who{{u"holder"_s, holder},
                          {u"host"_s, QSysInfo::machineHostName()},
                          {u"pid"_s, qint64{::getpid()}},
                          {u"since"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    const QByteArray content = QJsonDocument(who).toJson(QJsonDocument::Compact);
    // Who holds it is a courtesy: the lock itself holds even when a full disk leaves the name out.
    if (::ftruncate(file.fd(), 0) == 0)
        static_cast<void>(writeAll(file, content.constData(), content.size(), where));
    return std::unique_ptr<WriterLock>(new WriterLock(std::move(file)));
}

WriterLock::~WriterLock()
{
    if (m_file.isOpen())
        static_cast<void>(::ftruncate(m_file.fd(), 0));
}

} // namespace scrutineer::store
