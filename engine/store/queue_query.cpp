// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/queue_query.h"

#include "engine/store/encoding.h"

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
/// A condition and its values.
struct Where
{
    QStringList terms;
    QVariantList values;

    void add(const QString &term, const QVariantList &more = {})
    {
        terms << term;
        values << more;
    }
    [[nodiscard]] QString sql() const { return terms.isEmpty() ? u"1"_s : terms.join(u" AND "_s); }
};

/// An order of the queue. Every column a filter may ask for is in the index, so that a window is found
/// without touching the table; `before` holds for the lines above the one whose sort key is bound.
struct Order
{
    QString index;
    QString orderBy;
    QString key;
    QString before;
};

Order orderOf(QueueSort sort)
{
    switch (sort) {
    case QueueSort::OldestFirst:
        break;
    case QueueSort::NewestFirst:
        return {u"cases_by_time"_s, u"submitted_at DESC, key DESC"_s, u"submitted_at, key"_s,
                u"(submitted_at, key) > (?, ?)"_s};
    case QueueSort::MostFlags:
        return {u"cases_by_flags"_s, u"flagged DESC, to_look_at DESC, submitted_at, key"_s,
                u"-flagged, -to_look_at, submitted_at, key"_s,
                u"(-flagged, -to_look_at, submitted_at, key) < (?, ?, ?, ?)"_s};
    case QueueSort::Id:
        return {u"cases_by_id"_s, u"id"_s, u"id"_s, u"id < ?"_s};
    case QueueSort::Name:
        return {u"cases_by_name"_s, u"folded, key"_s, u"folded, key"_s, u"(folded, key) < (?, ?)"_s};
    }
    return {u"cases_by_time"_s, u"submitted_at, key"_s, u"submitted_at, key"_s,
            u"(submitted_at, key) < (?, ?)"_s};
}

void addFlags(Where &where, QueueFilter::Flags flags)
{
    switch (flags) {
    case QueueFilter::Flags::Any:
        return;
    case QueueFilter::Flags::Flagged:
        return where.add(u"flagged > 0"_s);
    case QueueFilter::Flags::ToLookAt:
        return where.add(u"flagged + to_look_at > 0"_s);
    case QueueFilter::Flags::Nothing:
        return where.add(u"state <> 'imported' AND flagged + to_look_at = 0"_s);
    }
}

Where whereOf(const QueueFilter &filter)
{
    Where where;
    if (!filter.states.isEmpty()) {
        QStringList marks;
        QVariantList names;
        for (CaseState state : filter.states) {
            marks << u"?"_s;
            names << toName(state);
        }
        where.add(u"state IN (%1)"_s.arg(marks.join(u", "_s)), names);
    }
    if (filter.level)
        where.add(u"level = ?"_s, {toName(*filter.level)});
    addFlags(where, filter.flags);
    if (filter.reason)
        where.add(u"key IN (SELECT case_key FROM flags WHERE reason = ?)"_s, {*filter.reason});
    if (filter.submittedBefore.isValid())
        where.add(u"submitted_at < ?"_s, {filter.submittedBefore.toMSecsSinceEpoch()});
    if (filter.submittedFrom.isValid())
        where.add(u"submitted_at >= ?"_s, {filter.submittedFrom.toMSecsSinceEpoch()});
    if (filter.training)
        where.add(u"training = ?"_s, {*filter.training ? 1 : 0});
    const QStringList words = folded(filter.search).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        where.add(u"instr(folded, ?) > 0"_s, {word});
    return where;
}

const QString &rowColumns()
{
    static const QString columns =
        u"id, level, submitted_at, applicant_name, document_type, issuing_country, state, flagged, "
        u"to_look_at,"
        " not_assessed, training, EXISTS (SELECT 1 FROM drafts WHERE drafts.case_key = cases.key)"_s;
    return columns;
}

QueueRow rowFrom(const QSqlQuery &query)
{
    QueueRow row;
    row.id = query.value(0).toString();
    row.level = levelFromName(query.value(1).toString()).value_or(Level::Primary);
    row.submittedAt = QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC);
    row.applicantName = query.value(3).toString();
    row.documentType = documentTypeFromName(query.value(4).toString());
    row.issuingCountry = query.value(5).toString();
    row.state = caseStateFromName(query.value(6).toString()).value_or(CaseState::Imported);
    row.flagged = query.value(7).toInt();
    row.toLookAt = query.value(8).toInt();
    row.notAssessed = query.value(9).toInt();
    row.training = query.value(10).toBool();
    row.hasDraft = query.value(11).toBool();
    return row;
}
} // namespace

Result<qint64> queueCount(const Database &database, const QueueFilter &filter)
{
    const Where where = whereOf(filter);
    const auto count = database.value(
        u"SELECT count(*) FROM cases INDEXED BY cases_by_time WHERE %1"_s.arg(where.sql()), where.values);
    if (!count)
        return tl::unexpected(count.error());
    return count->toLongLong();
}

Result<QList<QueueRow>> queueWindow(const Database &database, const QueueFilter &filter, QueueSort sort,
                                    qint64 offset, int limit)
{
    const Where where = whereOf(filter);
    const Order order = orderOf(sort);
    const QString keys = u"SELECT key FROM cases INDEXED BY %1 WHERE %2 ORDER BY %3 LIMIT ? OFFSET ?"_s.arg(
        order.index, where.sql(), order.orderBy);
    auto query = database.run(
        u"SELECT %1 FROM cases WHERE key IN (%2) ORDER BY %3"_s.arg(rowColumns(), keys, order.orderBy),
        where.values + QVariantList{limit, offset});
    if (!query)
        return tl::unexpected(query.error());
    QList<QueueRow> rows;
    while (query->next())
        rows.append(rowFrom(*query));
    return rows;
}

Result<std::optional<qint64>> queuePosition(const Database &database, const QString &caseId,
                                            const QueueFilter &filter, QueueSort sort)
{
    const Where where = whereOf(filter);
    const Order order = orderOf(sort);
    auto own = database.run(u"SELECT %1 FROM cases WHERE id = ? AND %2"_s.arg(order.key, where.sql()),
                            QVariantList{notNull(caseId)} + where.values);
    if (!own)
        return tl::unexpected(own.error());
    if (!own->next())
        return std::optional<qint64>();
    QVariantList values = where.values;
    for (qsizetype i = 0; i < order.before.count(u'?'); ++i)
        values << own->value(static_cast<int>(i));
    const auto above = database.value(u"SELECT count(*) FROM cases INDEXED BY %1 WHERE %2 AND %3"_s.arg(
                                          order.index, where.sql(), order.before),
                                      values);
    if (!above)
        return tl::unexpected(above.error());
    return std::optional(above->toLongLong());
}

Result<QueueRow> queueRow(const Database &database, const QString &caseId)
{
    auto query = database.run(u"SELECT %1 FROM cases WHERE id = ?"_s.arg(rowColumns()), {notNull(caseId)});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(ErrorCode::NotFound, caseId);
    return rowFrom(*query);
}

} // namespace scrutineer::store
