// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/evidence_file.h"

#include "engine/case/evidence_path.h"

#include <QCryptographicHash>

namespace scrutineer::worker {

Result<EvidenceBytes> loadEvidence(const QString &folder, const QString &path, const QString &label,
                                   qint64 maxBytes)
{
    const Result<std::unique_ptr<QFile>> file = openEvidence(folder, path, maxBytes);
    if (!file)
        return failure(file.error().code, label, file.error().detail);
    const qint64 size = (*file)->size();
    EvidenceBytes evidence;
    evidence.bytes = (*file)->read(size);
    if (evidence.bytes.size() != size)
        return failure(ErrorCode::ReadFailed, label);
    evidence.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(evidence.bytes, QCryptographicHash::Sha256).toHex());
    return evidence;
}

} // namespace scrutineer::worker
