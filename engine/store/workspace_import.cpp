// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/case_records.h"
#include "engine/store/encoding.h"
#include "engine/store/workspace_p.h"

#include <QJsonArray>
#include <QScopeGuard>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
/// What became of one file of a bundle.
struct TakenFile
{
    EvidenceFile file;
    HashedBytes content; ///< empty hash: not taken in
    std::optional<ErrorCode> problem;
};

bool isFileProblem(ErrorCode code)
{
    return code == ErrorCode::FileMissing || code == ErrorCode::FileTooLarge ||
           code == ErrorCode::FileNotRegular || code == ErrorCode::PathLeavesBundle;
}

Result<HashedBytes> takeFile(const EvidenceVault &vault, const QString &bundleFolder, const QString &path,
                             qint64 maxBytes)
{
    const auto source = openBeneath(bundleFolder, path);
    if (!source)
        return tl::unexpected(source.error());
    return vault.take(*source, maxBytes, path);
}

Result<QList<TakenFile>> takeFiles(const EvidenceVault &vault, const Case &input, const QString &bundleFolder,
                                   qint64 maxBytes)
{
    QList<TakenFile> taken;
    for (const EvidenceFile &file : input.files) {
        const auto content = takeFile(vault, bundleFolder, file.path, maxBytes);
        if (content)
            taken.append({file, *content, {}});
        else if (isFileProblem(content.error().code))
            taken.append({file, {}, content.error().code});
        else
            return tl::unexpected(content.error());
    }
    return taken;
}

Result<qint64> insertCase(const Database &database, const Case &input, const ImportOptions &options,
                          const QDateTime &at, const QByteArray &body)
{
    const QVariant type =
        input.document && input.document->type ? QVariant(toName(*input.document->type)) : QVariant();
    const QString country = input.document ? input.document->issuingCountry : QString();
    auto done = database.run(
        u"INSERT INTO cases (id, level, submitted_at, applicant_name, document_type, issuing_country, body,"
        " imported_at, training, state, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'imported', ?)"_s,
        {input.id, toName(input.level), input.submittedAt.toMSecsSinceEpoch(),
         notNull(input.applicant.fullName), type, notNull(country), QString::fromUtf8(body),
         at.toMSecsSinceEpoch(), options.training ? 1 : 0,
         folded(input.applicant.fullName) + u'\n' + folded(input.id)});
    if (!done && done.error().code == ErrorCode::AlreadyExists)
        return failure(ErrorCode::AlreadyExists, input.id);
    if (!done)
        return tl::unexpected(done.error());
    return done->lastInsertId().toLongLong();
}

Result<void> insertFiles(const Database &database, qint64 key, const QList<TakenFile> &files)
{
    for (qsizetype i = 0; i < files.size(); ++i) {
        const TakenFile &file = files[i];
        auto done = database.run(
            u"INSERT INTO files (case_key, position, role, path, sha256, bytes, problem) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {key, i, toName(file.file.role), notNull(file.file.path),
             file.problem ? QVariant() : QVariant(file.content.sha256), file.content.bytes,
             file.problem ? QVariant(toName(*file.problem)) : QVariant()});
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<void> insertTruth(const Database &database, qint64 key, const ImportOptions &options)
{
    if (!options.training || options.truth.isEmpty())
        return {};
    auto done = database.run(u"INSERT INTO training_truths (case_key, body) VALUES (?, ?)"_s,
                             {key, QString::fromUtf8(options.truth)});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

QJsonObject importPayload(const Case &input, const QByteArray &body, const QList<TakenFile> &files)
{
    QJsonArray list;
    for (const TakenFile &file : files) {
        if (file.problem)
            list.append(QJsonObject{{u"path"_s, file.file.path}, {u"problem"_s, toName(*file.problem)}});
        else
            list.append(QJsonObject{{u"path"_s, file.file.path}, {u"sha256"_s, file.content.sha256}});
    }
    return {{u"case"_s, input.id}, {u"case_sha256"_s, sha256Of(body)}, {u"files"_s, list}};
}

Result<void> updateHashes(const Database &database, qint64 key, const facts::Facts &facts)
{
    for (const facts::FileFacts &file : facts.files) {
        if (!file.perceptualHash)
            continue;
        auto done = database.run(u"UPDATE files SET perceptual_hash = ? WHERE case_key = ? AND path = ?"_s,
                                 {static_cast<qint64>(*file.perceptualHash), key, notNull(file.path)});
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

struct PutPage
{
    const facts::DisplayPage *page;
    QString display;
    QString preview;
};

Result<QList<PutPage>> putPages(const EvidenceVault &vault, const QList<facts::DisplayPage> &pages)
{
    QList<PutPage> put;
    for (const facts::DisplayPage &page : pages) {
        const auto display = vault.putDerived(page.display);
        const auto preview = display ? vault.putDerived(page.preview) : display;
        if (!preview)
            return tl::unexpected(preview.error());
        put.append({&page, *display, *preview});
    }
    return put;
}

/// Replaces the rows; the hashes that the case's pages had before.
Result<QStringList> insertPages(const Database &database, qint64 key, const QList<PutPage> &pages)
{
    QStringList before;
    for (const PutPage &put : pages) {
        auto old = database.run(
            u"SELECT display_sha256, preview_sha256 FROM pages WHERE case_key = ? AND path = ? AND page = ?"_s,
            {key, notNull(put.page->path), put.page->page});
        if (!old)
            return tl::unexpected(old.error());
        if (old->next())
            before << old->value(0).toString() << old->value(1).toString();
        auto done = database.run(u"INSERT OR REPLACE INTO pages (case_key, path, page, width, height, "
                                 u"display_sha256, preview_sha256)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                                 {key, notNull(put.page->path), put.page->page, put.page->fullSize.width(),
                                  put.page->fullSize.height(), put.display, put.preview});
        if (!done)
            return tl::unexpected(done.error());
    }
    return before;
}

void removeUnusedPages(const Database &database, const EvidenceVault &vault, const QStringList &hashes)
{
    for (const QString &sha256 : hashes) {
        const auto used = database.value(u"SELECT 1 FROM pages WHERE display_sha256 = ? UNION ALL"
                                         " SELECT 1 FROM pages WHERE preview_sha256 = ? LIMIT 1"_s,
                                         {sha256, sha256});
        if (used && !used->isValid())
            vault.removeDerived(sha256);
    }
}

Result<void> writeFacts(const Database &database, qint64 key, const Analysis &analysis)
{
    auto done =
        database.run(u"INSERT INTO facts (case_key, revision, engine_version, body) VALUES (?, 1, ?, ?)"
                     " ON CONFLICT (case_key) DO UPDATE SET revision = revision + 1, engine_version = "
                     "excluded.engine_version,"
                     " body = excluded.body"_s,
                     {key, notNull(analysis.engineVersion), factsBlob(analysis.facts)});
    if (!done)
        return tl::unexpected(done.error());
    if (auto written =
            writeFindings(database, key, analysis.findings, compressed(findingsBytes(analysis.findings)));
        !written)
        return written;
    if (auto judged = writeJudged(database, key, analysis.policySha256); !judged)
        return judged;
    if (auto hashed = updateHashes(database, key, analysis.facts); !hashed)
        return hashed;
    return updateState(database, key);
}
} // namespace

Result<void> Workspace::importCase(const Case &input, const QString &bundleFolder,
                                   const ImportOptions &options)
{
    if (auto allowed = d->requireWriting(); !allowed)
        return allowed;
    if (input.id.isEmpty() || !input.submittedAt.isValid())
        return failure(ErrorCode::InvalidArgument, input.id.isEmpty() ? u"/id"_s : u"/submitted_at"_s);
    const auto there = contains(input.id);
    if (!there || *there)
        return there ? failure(ErrorCode::AlreadyExists, input.id) : tl::unexpected(there.error());

    const std::lock_guard guard(d->shared->filesMutex);
    // Whatever happens: a marked file that the database does not know goes.
    const auto sweep = qScopeGuard([&] {
        static_cast<void>(d->vault.sweep([&](const QString &sha256) -> Result<bool> {
            const auto known =
                d->database->value(u"SELECT 1 FROM files WHERE sha256 = ? LIMIT 1"_s, {sha256});
            if (!known)
                return tl::unexpected(known.error());
            return known->isValid();
        }));
    });
    const auto files = takeFiles(d->vault, input, bundleFolder, options.maxBytesPerFile);
    if (!files)
        return tl::unexpected(files.error());

    auto transaction = d->beginWrite(true);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QDateTime at = options.at.isValid() ? options.at : QDateTime::currentDateTimeUtc();
    const QByteArray body = compact(toJson(input));
    const auto key = insertCase(*d->database, input, options, at, body);
    if (!key)
        return tl::unexpected(key.error());
    if (auto inserted = insertFiles(*d->database, *key, *files); !inserted)
        return inserted;
    if (auto inserted = insertTruth(*d->database, *key, options); !inserted)
        return inserted;
    const auto head =
        appendAudit(*d->database, options.who, u"imported"_s, importPayload(input, body, *files), at);
    if (!head)
        return tl::unexpected(head.error());
    return d->commit(*transaction, *head);
}

Result<void> Workspace::saveAnalysis(const QString &caseId, const Analysis &analysis)
{
    const auto key = d->keyOf(caseId);
    if (!key)
        return tl::unexpected(key.error());
    if (auto allowed = d->requireWriting(); !allowed)
        return allowed;
    const std::lock_guard guard(d->shared->filesMutex);
    const auto pages = putPages(d->vault, analysis.pages);
    if (!pages)
        return tl::unexpected(pages.error());
    auto transaction = d->beginWrite(true);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto written = writeFacts(*d->database, *key, analysis); !written)
        return written;
    const auto before = insertPages(*d->database, *key, *pages);
    if (!before)
        return tl::unexpected(before.error());
    const QJsonObject payload{{u"case"_s, caseId},
                              {u"engine"_s, analysis.engineVersion},
                              {u"policy_sha256"_s, analysis.policySha256}};
    const auto head =
        appendAudit(*d->database, u""_s, u"analysed"_s, payload, QDateTime::currentDateTimeUtc());
    if (!head)
        return tl::unexpected(head.error());
    if (auto done = d->commit(*transaction, *head); !done)
        return done;
    removeUnusedPages(*d->database, d->vault, *before);
    return {};
}

Result<void> Workspace::savePages(const QString &caseId, const QList<facts::DisplayPage> &pages)
{
    const auto key = d->keyOf(caseId);
    if (!key)
        return tl::unexpected(key.error());
    if (auto allowed = d->requireWriting(); !allowed)
        return allowed;
    const std::lock_guard guard(d->shared->filesMutex);
    const auto put = putPages(d->vault, pages);
    if (!put)
        return tl::unexpected(put.error());
    auto transaction = d->beginWrite(false);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto before = insertPages(*d->database, *key, *put);
    if (!before)
        return tl::unexpected(before.error());
    if (auto done = transaction->commit(); !done)
        return done;
    removeUnusedPages(*d->database, d->vault, *before);
    return {};
}

} // namespace scrutineer::store
