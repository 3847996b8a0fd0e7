// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/case_records.h"
#include "engine/store/encoding.h"
#include "engine/store/workspace_p.h"

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
Result<void> writeDraft(const Database &database, qint64 key, const Draft &draft)
{
    auto done =
        database.run(u"INSERT OR REPLACE INTO drafts (case_key, body, saved_at) VALUES (?, ?, ?)"_s,
                     {key, QString::fromUtf8(compact(toJson(draft))), QDateTime::currentMSecsSinceEpoch()});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Result<void> checkDecision(const Decision &decision)
{
    if (decision.id.isEmpty())
        return failure(ErrorCode::InvalidArgument, u"/id"_s);
    if (decision.who.isEmpty())
        return failure(ErrorCode::InvalidArgument, u"/who"_s);
    if (!decision.at.isValid())
        return failure(ErrorCode::InvalidArgument, u"/at"_s);
    if (decision.withdrawnAt)
        return failure(ErrorCode::InvalidArgument, u"/withdrawnAt"_s);
    return {};
}

Result<void> insertDecision(const Database &database, qint64 key, const Decision &decision,
                            const QByteArray &body, qint64 auditSeq)
{
    auto done = database.run(
        u"INSERT INTO decisions (id, case_key, kind, who, at, body, audit_seq) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {decision.id, key, toName(decision.kind), decision.who, decision.at.toMSecsSinceEpoch(),
         QString::fromUtf8(body), auditSeq});
    if (!done && done.error().code == ErrorCode::AlreadyExists)
        return failure(ErrorCode::AlreadyExists, decision.id);
    if (!done)
        return tl::unexpected(done.error());
    const QVariant seq = done->lastInsertId();
    for (const FindingVerdict &verdict : decision.verdicts) {
        auto added = database.run(
            u"INSERT INTO verdicts (decision_seq, check_id, reason, outcome, verdict, why) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {seq, notNull(verdict.checkId), verdict.reason, toName(verdict.outcome), toName(verdict.verdict),
             notNull(verdict.why)});
        if (!added)
            return tl::unexpected(added.error());
    }
    return {};
}

/// A decision as its withdrawal needs it.
struct Standing
{
    qint64 seq = 0;
    qint64 caseKey = 0;
    QString caseId;
};

Result<Standing> standingDecision(const Database &database, const QString &decisionId)
{
    auto query =
        database.run(u"SELECT decisions.seq, decisions.case_key, cases.id,"
                     " EXISTS (SELECT 1 FROM withdrawals WHERE decision_seq = decisions.seq),"
                     " EXISTS (SELECT 1 FROM decisions AS later WHERE later.case_key = decisions.case_key"
                     "         AND later.seq > decisions.seq)"
                     " FROM decisions JOIN cases ON cases.key = decisions.case_key WHERE decisions.id = ?"_s,
                     {notNull(decisionId)});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(ErrorCode::NotFound, decisionId);
    if (query->value(3).toBool() || query->value(4).toBool())
        return failure(ErrorCode::Conflict, decisionId);
    return Standing{query->value(0).toLongLong(), query->value(1).toLongLong(), query->value(2).toString()};
}
} // namespace

Result<void> Workspace::saveDraft(const QString &caseId, const Draft &draft)
{
    const auto key = d->keyOf(caseId);
    if (!key)
        return tl::unexpected(key.error());
    auto transaction = d->beginWrite(false);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto written = writeDraft(*d->database, *key, draft); !written)
        return written;
    return transaction->commit();
}

Result<std::optional<Draft>> Workspace::loadDraft(const QString &caseId) const
{
    const auto key = d->keyOf(caseId);
    if (!key)
        return tl::unexpected(key.error());
    const auto body = d->database->value(u"SELECT body FROM drafts WHERE case_key = ?"_s, {*key});
    if (!body)
        return tl::unexpected(body.error());
    if (!body->isValid())
        return std::optional<Draft>();
    return std::optional(draftFromJson(objectFrom(body->toByteArray())));
}

Result<void> Workspace::markViewed(const QString &caseId, const ViewedMark &mark)
{
    const auto key = d->keyOf(caseId);
    if (!key)
        return tl::unexpected(key.error());
    auto transaction = d->beginWrite(false);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto done = d->database->run(
        u"INSERT INTO viewed (case_key, path, page, who, at, true_size) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (case_key, path, page, who) DO UPDATE SET true_size = max(true_size, excluded.true_size)"_s,
        {*key, notNull(mark.path), mark.page, notNull(mark.who), mark.at.toMSecsSinceEpoch(),
         mark.trueSize ? 1 : 0});
    if (!done)
        return tl::unexpected(done.error());
    return transaction->commit();
}

Result<void> Workspace::recordDecision(const Decision &decision)
{
    if (auto valid = checkDecision(decision); !valid)
        return valid;
    const auto key = d->keyOf(decision.caseId);
    if (!key)
        return tl::unexpected(key.error());
    auto transaction = d->beginWrite(true);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QByteArray body = compact(toJson(decision));
    const QJsonObject payload{{u"decision"_s, decision.id},
                              {u"case"_s, decision.caseId},
                              {u"kind"_s, toName(decision.kind)},
                              {u"decision_sha256"_s, sha256Of(body)}};
    const auto head = appendAudit(*d->database, decision.who, u"decided"_s, payload, decision.at);
    if (!head)
        return tl::unexpected(head.error());
    if (auto inserted = insertDecision(*d->database, *key, decision, body, head->entries); !inserted)
        return inserted;
    if (auto done = d->database->run(u"DELETE FROM drafts WHERE case_key = ?"_s, {*key}); !done)
        return tl::unexpected(done.error());
    if (auto updated = updateState(*d->database, *key); !updated)
        return updated;
    return d->commit(*transaction, *head);
}

Result<void> Workspace::withdrawDecision(const QString &decisionId, const QString &who, const QDateTime &at,
                                         const Draft &restored)
{
    if (who.isEmpty() || !at.isValid())
        return failure(ErrorCode::InvalidArgument, who.isEmpty() ? u"/who"_s : u"/at"_s);
    auto transaction = d->beginWrite(true);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto standing = standingDecision(*d->database, decisionId);
    if (!standing)
        return tl::unexpected(standing.error());
    const QJsonObject payload{{u"decision"_s, decisionId}, {u"case"_s, standing->caseId}};
    const auto head = appendAudit(*d->database, who, u"withdrawn"_s, payload, at);
    if (!head)
        return tl::unexpected(head.error());
    auto done =
        d->database->run(u"INSERT INTO withdrawals (decision_seq, who, at, audit_seq) VALUES (?, ?, ?, ?)"_s,
                         {standing->seq, who, at.toMSecsSinceEpoch(), head->entries});
    if (!done)
        return tl::unexpected(done.error());
    if (auto written = writeDraft(*d->database, standing->caseKey, restored); !written)
        return written;
    if (auto updated = updateState(*d->database, standing->caseKey); !updated)
        return updated;
    return d->commit(*transaction, *head);
}

} // namespace scrutineer::store
