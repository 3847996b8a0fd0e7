// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/case_records.h"

#include "engine/store/encoding.h"

#include <bit>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
QDateTime timeFrom(const QVariant &ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

Result<void> loadFiles(const Database &database, const EvidenceVault &vault, qint64 key, StoredCase &stored)
{
    auto query = database.run(
        u"SELECT role, path, sha256, bytes, problem FROM files WHERE case_key = ? ORDER BY position"_s,
        {key});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        StoredFile file;
        file.file = {roleFromName(query->value(0).toString()).value_or(Role::DocumentFront),
                     query->value(1).toString()};
        file.sha256 = query->value(2).toString();
        file.bytes = query->value(3).toLongLong();
        if (!file.sha256.isEmpty())
            file.storedPath = vault.evidencePath(file.sha256);
        if (!query->value(4).isNull())
            file.problem = Error{errorCodeFromName(query->value(4).toString()), file.file.path, {}};
        stored.files.append(file);
    }
    return {};
}

Result<void> loadAnalysis(const Database &database, qint64 key, StoredCase &stored)
{
    auto query = database.run(
        u"SELECT facts.engine_version, facts.body, findings.body, judged.policy_sha256 FROM facts"
        " LEFT JOIN findings ON findings.case_key = facts.case_key"
        " LEFT JOIN judged ON judged.case_key = facts.case_key WHERE facts.case_key = ?"_s,
        {key});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return {};
    stored.engineVersion = query->value(0).toString();
    stored.facts = factsFromBlob(query->value(1).toByteArray());
    stored.findings = findingsFromBlob(query->value(2).toByteArray());
    stored.policySha256 = query->value(3).toString();
    return {};
}

Result<void> loadPages(const Database &database, const EvidenceVault &vault, qint64 key, StoredCase &stored)
{
    auto query = database.run(u"SELECT path, page, width, height, display_sha256, preview_sha256 FROM pages"
                              " WHERE case_key = ? ORDER BY path, page"_s,
                              {key});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        stored.pages.append({query->value(0).toString(), query->value(1).toInt(),
                             QSize(query->value(2).toInt(), query->value(3).toInt()),
                             vault.derivedPath(query->value(4).toString()),
                             vault.derivedPath(query->value(5).toString())});
    }
    return {};
}

Result<void> loadReview(const Database &database, qint64 key, StoredCase &stored)
{
    const auto draft = database.value(u"SELECT body FROM drafts WHERE case_key = ?"_s, {key});
    if (!draft)
        return tl::unexpected(draft.error());
    if (draft->isValid())
        stored.draft = draftFromJson(objectFrom(draft->toByteArray()));
    auto decisions = loadDecisions(database, key);
    if (!decisions)
        return tl::unexpected(decisions.error());
    stored.decisions = std::move(*decisions);
    auto viewed = database.run(
        u"SELECT path, page, who, at, true_size FROM viewed WHERE case_key = ? ORDER BY at, path, page"_s,
        {key});
    if (!viewed)
        return tl::unexpected(viewed.error());
    while (viewed->next()) {
        stored.viewed.append({viewed->value(0).toString(), viewed->value(1).toInt(),
                              viewed->value(2).toString(), timeFrom(viewed->value(3)),
                              viewed->value(4).toBool()});
    }
    return {};
}

void addDuplicates(QSqlQuery &query, const facts::FileFacts &file, bool sameBytes, int distance,
                   QList<facts::Duplicate> &found)
{
    while (query.next()) {
        const facts::Duplicate duplicate{file.path, query.value(0).toString(), query.value(1).toString(),
                                         sameBytes};
        if (!sameBytes) {
            const auto other = static_cast<quint64>(query.value(2).toLongLong());
            if (std::popcount(*file.perceptualHash ^ other) > distance)
                continue;
        }
        const bool known = std::any_of(found.cbegin(), found.cend(), [&](const facts::Duplicate &earlier) {
            return earlier.path == duplicate.path && earlier.otherCaseId == duplicate.otherCaseId &&
                   earlier.otherPath == duplicate.otherPath;
        });
        if (!known)
            found.append(duplicate);
    }
}
} // namespace

Result<QList<Decision>> loadDecisions(const Database &database, qint64 caseKey)
{
    auto query = database.run(u"SELECT decisions.body, withdrawals.at FROM decisions"
                              " LEFT JOIN withdrawals ON withdrawals.decision_seq = decisions.seq"
                              " WHERE decisions.case_key = ? ORDER BY decisions.seq"_s,
                              {caseKey});
    if (!query)
        return tl::unexpected(query.error());
    QList<Decision> decisions;
    while (query->next()) {
        Decision decision = decisionFromJson(objectFrom(query->value(0).toByteArray()));
        if (!query->value(1).isNull())
            decision.withdrawnAt = timeFrom(query->value(1));
        decisions.append(decision);
    }
    return decisions;
}

Result<StoredCase> loadStoredCase(const Database &database, const EvidenceVault &vault, const QString &caseId)
{
    auto query = database.run(u"SELECT key, body, state, training, imported_at FROM cases WHERE id = ?"_s,
                              {notNull(caseId)});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(ErrorCode::NotFound, caseId);
    const qint64 key = query->value(0).toLongLong();
    StoredCase stored;
    stored.input = caseFromJson(objectFrom(query->value(1).toByteArray()));
    stored.state = caseStateFromName(query->value(2).toString()).value_or(CaseState::Imported);
    stored.training = query->value(3).toBool();
    stored.importedAt = timeFrom(query->value(4));
    query->finish();
    for (const auto &loaded : {loadFiles(database, vault, key, stored), loadAnalysis(database, key, stored),
                               loadPages(database, vault, key, stored), loadReview(database, key, stored)}) {
        if (!loaded)
            return tl::unexpected(loaded.error());
    }
    return stored;
}

Result<void> writeFindings(const Database &database, qint64 caseKey, const QList<Finding> &findings,
                           const QByteArray &blob)
{
    QHash<Outcome, int> counts;
    for (const Finding &finding : findings)
        ++counts[finding.outcome];
    const QList<std::pair<QString, QVariantList>> statements{
        {u"INSERT OR REPLACE INTO findings (case_key, body) VALUES (?, ?)"_s, {caseKey, blob}},
        {u"DELETE FROM flags WHERE case_key = ?"_s, {caseKey}},
        {u"UPDATE cases SET flagged = ?, to_look_at = ?, not_assessed = ? WHERE key = ?"_s,
         {counts[Outcome::Flagged], counts[Outcome::Review], counts[Outcome::NotAssessed], caseKey}},
    };
    for (const auto &[sql, values] : statements) {
        if (auto done = database.run(sql, values); !done)
            return tl::unexpected(done.error());
    }
    auto insert =
        database.prepare(u"INSERT OR REPLACE INTO flags (case_key, reason, outcome) VALUES (?, ?, ?)"_s);
    if (!insert)
        return tl::unexpected(insert.error());
    for (const Finding &finding : findings) {
        if (finding.outcome != Outcome::Flagged && finding.outcome != Outcome::Review)
            continue;
        auto done = Database::runPrepared(*insert, {caseKey, finding.reason, toName(finding.outcome)});
        if (!done)
            return done;
    }
    return {};
}

Result<void> writeJudged(const Database &database, qint64 caseKey, const QString &policySha256)
{
    auto done = database.run(u"INSERT OR REPLACE INTO judged (case_key, policy_sha256) VALUES (?, ?)"_s,
                             {caseKey, notNull(policySha256)});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Result<void> updateState(const Database &database, qint64 caseKey)
{
    const auto standing = database.value(
        u"SELECT kind FROM decisions WHERE case_key = ? AND seq NOT IN (SELECT decision_seq FROM withdrawals)"
        " ORDER BY seq DESC LIMIT 1"_s,
        {caseKey});
    const auto analysed = database.value(u"SELECT 1 FROM facts WHERE case_key = ?"_s, {caseKey});
    if (!standing || !analysed)
        return tl::unexpected(standing ? analysed.error() : standing.error());
    CaseState state = analysed->isValid() ? CaseState::Ready : CaseState::Imported;
    if (const auto kind = decisionKindFromName(standing->toString()))
        state = stateAfter(*kind);
    auto done = database.run(u"UPDATE cases SET state = ? WHERE key = ?"_s, {toName(state), caseKey});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Result<QList<facts::Duplicate>> findDuplicates(const Database &database, qint64 caseKey,
                                               const facts::Facts &facts, int perceptualDistance)
{
    // Training cases and real ones are not compared with each other.
    const QString select = u"SELECT cases.id, files.path, files.perceptual_hash FROM files"
                           " JOIN cases ON cases.key = files.case_key JOIN cases AS own ON own.key = ?"
                           " AND own.training = cases.training WHERE files.case_key < own.key AND "_s;
    QList<facts::Duplicate> found;
    for (const facts::FileFacts &file : facts.files) {
        auto same =
            database.run(select + u"files.sha256 = ? ORDER BY files.key"_s, {caseKey, notNull(file.sha256)});
        if (!same)
            return tl::unexpected(same.error());
        addDuplicates(*same, file, true, 0, found);
        if (!file.perceptualHash)
            continue;
        const auto hash = static_cast<qint64>(*file.perceptualHash);
        // Each band by itself, so that each uses its index.
        for (int band = 0; band < 4; ++band) {
            const QString term = band == 0 ? u"(files.perceptual_hash & 65535)"_s
                                           : u"((files.perceptual_hash >> %1) & 65535)"_s.arg(16 * band);
            auto similar = database.run(
                select + term + u" = ? AND files.perceptual_hash IS NOT NULL ORDER BY files.key"_s,
                {caseKey, (hash >> (16 * band)) & 0xffff});
            if (!similar)
                return tl::unexpected(similar.error());
            addDuplicates(*similar, file, false, perceptualDistance, found);
        }
    }
    return found;
}

} // namespace scrutineer::store
