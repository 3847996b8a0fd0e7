// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/evidence_vault.h"

#include "engine/store/encoding.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
const QLatin1StringView markerEnding(".pending");

QString byHash(const QString &folder, const QString &sha256)
{
    return folder + u'/' + sha256.left(2) + u'/' + sha256.mid(2);
}

QString parentOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}
} // namespace

EvidenceVault::EvidenceVault(const QString &workspaceFolder)
    : m_evidence(workspaceFolder + u"/evidence"_s), m_incoming(m_evidence + u"/incoming"_s),
      m_derived(workspaceFolder + u"/derived"_s)
{
}

Result<void> EvidenceVault::makeFolders() const
{
    for (const QString &folder : {m_evidence, m_incoming, m_derived}) {
        if (auto made = makeFolder(folder); !made)
            return made;
    }
    return {};
}

QString EvidenceVault::evidencePath(const QString &sha256) const
{
    return byHash(m_evidence, sha256);
}
QString EvidenceVault::derivedPath(const QString &sha256) const
{
    return byHash(m_derived, sha256) + u".jpg"_s;
}

Result<HashedBytes> EvidenceVault::take(const FileHandle &source, qint64 maxBytes, const QString &where) const
{
    const QString part = m_incoming + u'/' + QUuid::createUuid().toString(QUuid::Id128) + u".part"_s;
    auto removePart = qScopeGuard([&] { QFile::remove(part); });
    auto copy = createNew(part);
    if (!copy)
        return tl::unexpected(copy.error());
    auto copied = copyAndHash(source, *copy, maxBytes, where);
    if (!copied)
        return copied;
    if (auto synced = syncFile(*copy, where); !synced)
        return tl::unexpected(synced.error());
    const auto readBack = hashOf(*copy, where);
    if (!readBack)
        return readBack;
    if (*readBack != *copied)
        return failure(ErrorCode::WriteFailed, where, u"the copy reads back differently"_s);
    if (::fchmod(copy->fd(), 0400) != 0)
        return failure(ErrorCode::WriteFailed, where, QString::fromLocal8Bit(std::strerror(errno)));
    const auto intact = isIntact(evidencePath(copied->sha256), *copied);
    if (!intact)
        return tl::unexpected(intact.error());
    if (*intact)
        return copied; // the same bytes are there already
    if (auto named = nameEvidence(part, copied->sha256); !named)
        return tl::unexpected(named.error());
    removePart.dismiss();
    return copied;
}

Result<void> EvidenceVault::nameEvidence(const QString &part, const QString &sha256) const
{
    const QString marker = m_incoming + u'/' + sha256 + markerEnding;
    if (auto marked = createNew(marker); !marked && marked.error().code != ErrorCode::AlreadyExists)
        return tl::unexpected(marked.error());
    if (auto synced = syncFolder(m_incoming); !synced)
        return synced;
    const QString target = evidencePath(sha256);
    if (auto made = makeFolder(parentOf(target)); !made)
        return made;
    if (auto renamed = renameFile(part, target); !renamed)
        return renamed;
    return syncFolder(parentOf(target));
}

Result<bool> EvidenceVault::isIntact(const QString &path, const HashedBytes &expected) const
{
    const auto file = openOwn(path);
    if (!file && file.error().code == ErrorCode::FileMissing)
        return false;
    if (!file)
        return tl::unexpected(file.error());
    const auto found = hashOf(*file, u"evidence"_s);
    if (!found)
        return tl::unexpected(found.error());
    return *found == expected;
}

Result<void> EvidenceVault::sweep(const std::function<Result<bool>(const QString &)> &isKnown) const
{
    const QStringList names = QDir(m_incoming).entryList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : names) {
        if (name.endsWith(markerEnding)) {
            const QString sha256 = name.chopped(markerEnding.size());
            const auto known = isKnown(sha256);
            if (!known)
                return tl::unexpected(known.error());
            if (!*known)
                QFile::remove(evidencePath(sha256));
        }
        QFile::remove(m_incoming + u'/' + name);
    }
    return {};
}

Result<QString> EvidenceVault::putDerived(const QByteArray &bytes) const
{
    const QString sha256 = sha256Of(bytes);
    const QString target = derivedPath(sha256);
    if (QFile::exists(target))
        return sha256;
    if (auto made = makeFolder(parentOf(target)); !made)
        return tl::unexpected(made.error());
    const QString part = target + u'.' + QUuid::createUuid().toString(QUuid::Id128);
    auto removePart = qScopeGuard([&] { QFile::remove(part); });
    auto file = createNew(part);
    if (!file)
        return tl::unexpected(file.error());
    if (auto written = writeAll(*file, bytes.constData(), bytes.size(), u"derived"_s); !written)
        return tl::unexpected(written.error());
    if (auto renamed = renameFile(part, target); !renamed)
        return tl::unexpected(renamed.error());
    removePart.dismiss();
    return sha256;
}

void EvidenceVault::removeDerived(const QString &sha256) const
{
    QFile::remove(derivedPath(sha256));
}

} // namespace scrutineer::store
