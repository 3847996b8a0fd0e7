// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/case_records.h"
#include "engine/store/encoding.h"
#include "engine/store/workspace_p.h"

#include <QtConcurrent/QtConcurrentMap>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
constexpr int batchSize =
    256; // large enough to keep all cores at work, small enough to stop and report often

/// A stored case on its way through the judge.
struct Item
{
    qint64 key = 0;
    qint64 revision = 0;
    QByteArray caseBody;
    QByteArray factsBody;
    QByteArray findingsBody;
    QString policySha256;
    // Out:
    QList<Finding> findings;
    QByteArray newBody;
    bool changed = false;
};

Result<QList<Item>> readBatch(const Database &database, qint64 afterKey)
{
    auto query = database.run(u"SELECT cases.key, facts.revision, cases.body, facts.body, findings.body, "
                              u"judged.policy_sha256 FROM facts"
                              " JOIN cases ON cases.key = facts.case_key"
                              " LEFT JOIN findings ON findings.case_key = facts.case_key"
                              " LEFT JOIN judged ON judged.case_key = facts.case_key"
                              " WHERE facts.case_key > ? ORDER BY facts.case_key LIMIT ?"_s,
                              {afterKey, batchSize});
    if (!query)
        return tl::unexpected(query.error());
    QList<Item> items;
    while (query->next()) {
        Item item;
        item.key = query->value(0).toLongLong();
        item.revision = query->value(1).toLongLong();
        item.caseBody = query->value(2).toByteArray();
        item.factsBody = query->value(3).toByteArray();
        item.findingsBody = query->value(4).toByteArray();
        item.policySha256 = query->value(5).toString();
        items.append(item);
    }
    return items;
}

void judgeItem(Item &item, const JudgeFunction &judge)
{
    const Case input = caseFromJson(objectFrom(item.caseBody));
    item.findings = judge(input, factsFromBlob(item.factsBody));
    const QByteArray bytes = findingsBytes(item.findings);
    item.changed = bytes != uncompressed(item.findingsBody);
    if (item.changed)
        item.newBody = compressed(bytes);
    item.factsBody.clear();
}

/// The number of cases whose findings changed.
Result<qint64> writeBatch(const Database &database, const QList<Item> &items, const QString &policySha256)
{
    qint64 changed = 0;
    for (const Item &item : items) {
        if (!item.changed && item.policySha256 == policySha256)
            continue;
        // Analysed again in the meantime: those findings are from newer facts.
        const auto revision = database.value(u"SELECT revision FROM facts WHERE case_key = ?"_s, {item.key});
        if (!revision)
            return tl::unexpected(revision.error());
        if (revision->toLongLong() != item.revision)
            continue;
        if (item.changed) {
            if (auto written = writeFindings(database, item.key, item.findings, item.newBody); !written)
                return tl::unexpected(written.error());
            ++changed;
        }
        if (auto judged = writeJudged(database, item.key, policySha256); !judged)
            return tl::unexpected(judged.error());
    }
    return changed;
}
} // namespace

Result<RejudgeReport> Workspace::rejudge(const QString &policySha256, const JudgeFunction &judge,
                                         const RejudgeOptions &options)
{
    if (auto allowed = d->requireWriting(); !allowed)
        return tl::unexpected(allowed.error());
    const auto total = d->database->value(u"SELECT count(*) FROM facts"_s);
    auto batch = readBatch(*d->database, 0);
    if (!total || !batch)
        return tl::unexpected(total ? batch.error() : total.error());
    RejudgeReport report;
    while (!batch->isEmpty() && !report.cancelled) {
        auto judging = QtConcurrent::map(*batch, [&judge](Item &item) { judgeItem(item, judge); });
        auto next = readBatch(*d->database, batch->constLast().key); // while the others judge
        judging.waitForFinished();
        if (!next)
            return tl::unexpected(next.error());
        auto transaction = d->beginWrite(false);
        if (!transaction)
            return tl::unexpected(transaction.error());
        const auto changed = writeBatch(*d->database, *batch, policySha256);
        if (!changed)
            return tl::unexpected(changed.error());
        if (auto done = transaction->commit(); !done)
            return tl::unexpected(done.error());
        report.cases += batch->size();
        report.changed += *changed;
        if (options.progressed)
            options.progressed(report.cases, total->toLongLong());
        report.cancelled = options.cancelled && options.cancelled->load();
        batch = std::move(next);
    }
    auto transaction = d->beginWrite(true);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QJsonObject payload{{u"policy_sha256"_s, policySha256},
                              {u"cases"_s, report.cases},
                              {u"changed"_s, report.changed},
                              {u"cancelled"_s, report.cancelled}};
    const auto head =
        appendAudit(*d->database, options.who, u"rejudged"_s, payload, QDateTime::currentDateTimeUtc());
    if (!head)
        return tl::unexpected(head.error());
    if (auto done = d->commit(*transaction, *head); !done)
        return tl::unexpected(done.error());
    return report;
}

} // namespace scrutineer::store
