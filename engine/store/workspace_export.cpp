// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/case_records.h"
#include "engine/store/encoding.h"
#include "engine/store/workspace_p.h"

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
constexpr int batchSize = 500;

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject decisionToJson(const Decision &decision)
{
    QJsonObject object = toJson(decision);
    object.insert("withdrawn_at"_L1,
                  decision.withdrawnAt ? QJsonValue(timeText(*decision.withdrawnAt)) : QJsonValue());
    return object;
}

QByteArray jsonLine(const StoredCase &stored)
{
    QJsonArray files;
    for (const StoredFile &file : stored.files) {
        QJsonObject object{{u"path"_s, file.file.path},
                           {u"role"_s, toName(file.file.role)},
                           {u"sha256"_s, file.sha256.isEmpty() ? QJsonValue() : QJsonValue(file.sha256)},
                           {u"bytes"_s, file.bytes}};
        if (file.problem)
            object.insert("problem"_L1, toName(file.problem->code));
        files.append(object);
    }
    QJsonArray decisions;
    for (const Decision &decision : stored.decisions)
        decisions.append(decisionToJson(decision));
    QJsonObject input = toJson(stored.input);
    input.remove("files"_L1);
    const QJsonObject object{{u"format"_s, u"scrutineer.export/1"_s},
                             {u"case"_s, input},
                             {u"state"_s, toName(stored.state)},
                             {u"training"_s, stored.training},
                             {u"imported_at"_s, timeText(stored.importedAt)},
                             {u"engine_version"_s, stored.engineVersion},
                             {u"policy_sha256"_s, stored.policySha256},
                             {u"files"_s, files},
                             {u"findings"_s, toJson(stored.findings)},
                             {u"decisions"_s, decisions}};
    return compact(object) + '\n';
}

/// RFC 4180; a leading character that a spreadsheet would take for a formula is disarmed with an apostrophe.
QString csvCell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
    return text;
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList escaped;
    for (const QString &cell : cells)
        escaped << csvCell(cell);
    return (escaped.join(u',') + u"\r\n"_s).toUtf8();
}

QString numbers(const QList<int> &list)
{
    QStringList texts;
    for (int number : list)
        texts << QString::number(number);
    return texts.join(u' ');
}

QString reasonsWith(const QList<Finding> &findings, Outcome outcome)
{
    QList<int> reasons;
    for (const Finding &finding : findings) {
        if (finding.outcome == outcome)
            reasons << finding.reason;
    }
    return numbers(reasons);
}

const QStringList csvHeader{
    u"id"_s,      u"level"_s,     u"submitted_at"_s, u"full_name"_s, u"state"_s,      u"training"_s,
    u"flagged"_s, u"review"_s,    u"not_assessed"_s, u"decision"_s,  u"decided_by"_s, u"decided_at"_s,
    u"reasons"_s, u"confirmed"_s, u"dismissed"_s,    u"message"_s,   u"note"_s,       u"policy_sha256"_s};

QByteArray csvLine(const StoredCase &stored)
{
    QStringList cells{stored.input.id,
                      toName(stored.input.level),
                      timeText(stored.input.submittedAt),
                      stored.input.applicant.fullName,
                      toName(stored.state),
                      stored.training ? u"1"_s : u"0"_s,
                      reasonsWith(stored.findings, Outcome::Flagged),
                      reasonsWith(stored.findings, Outcome::Review),
                      reasonsWith(stored.findings, Outcome::NotAssessed)};
    const Decision *decision = stored.standingDecision();
    if (!decision) {
        cells << QStringList(8, QString()) << stored.policySha256;
        return csvLine(cells);
    }
    QList<int> confirmed;
    QList<int> dismissed;
    for (const FindingVerdict &verdict : decision->verdicts)
        (verdict.verdict == Verdict::Confirmed ? confirmed : dismissed) << verdict.reason;
    cells << toName(decision->kind) << decision->who << timeText(decision->at) << numbers(decision->reasons)
          << numbers(confirmed) << numbers(dismissed) << decision->message << decision->note
          << decision->policySha256;
    return csvLine(cells);
}

Result<void> writeTo(QIODevice &out, const QByteArray &bytes)
{
    if (out.write(bytes) == bytes.size())
        return {};
    return failure(ErrorCode::WriteFailed, u"export"_s, out.errorString());
}

/// Ids in the order of import, after a key.
Result<QList<std::pair<qint64, QString>>> nextIds(const Database &database, qint64 afterKey)
{
    auto query = database.run(u"SELECT key, id FROM cases WHERE key > ? ORDER BY key LIMIT ?"_s,
                              {afterKey, batchSize});
    if (!query)
        return tl::unexpected(query.error());
    QList<std::pair<qint64, QString>> ids;
    while (query->next())
        ids.append({query->value(0).toLongLong(), query->value(1).toString()});
    return ids;
}
} // namespace

Result<qint64> Workspace::exportAll(QIODevice &out, ExportFormat format) const
{
    // One transaction: the whole export shows one moment.
    auto transaction = Transaction::begin(*d->database, Transaction::Kind::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (format == ExportFormat::Csv) {
        if (auto written = writeTo(out, csvLine(csvHeader)); !written)
            return tl::unexpected(written.error());
    }
    qint64 count = 0;
    auto ids = nextIds(*d->database, 0);
    while (ids && !ids->isEmpty()) {
        for (const auto &[key, id] : std::as_const(*ids)) {
            const auto stored = loadStoredCase(*d->database, d->vault, id);
            if (!stored)
                return tl::unexpected(stored.error());
            const QByteArray line = format == ExportFormat::Csv ? csvLine(*stored) : jsonLine(*stored);
            if (auto written = writeTo(out, line); !written)
                return tl::unexpected(written.error());
            ++count;
        }
        ids = nextIds(*d->database, ids->constLast().first);
    }
    if (!ids)
        return tl::unexpected(ids.error());
    return count;
}

} // namespace scrutineer::store
