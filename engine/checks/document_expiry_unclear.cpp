// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
Finding dated(Outcome outcome, Sentence message, const QList<FieldValue> &values)
{
    Finding finding = answer(outcome, std::move(message), factsOf(values));
    finding.evidence = regionsOf(values);
    return finding;
}

bool agree(const QList<FieldValue> &values)
{
    return std::all_of(values.begin(), values.end(),
                       [&](const FieldValue &value) { return value.date() == values.first().date(); });
}

/// Enough of the rest was read to say that it is the date that is missing, not everything.
bool isLegible(const Sources &sources)
{
    const QStringList others{u"full_name"_s, u"date_of_birth"_s, u"number"_s};
    return std::count_if(others.begin(), others.end(),
                         [&](const QString &key) { return !valuesOf(sources, key).isEmpty(); }) >= 2;
}

/// A date of expiry stands with the holder's data; no back or cover is asked for one.
bool showsFront(const Sources &sources)
{
    return std::any_of(sources.files.begin(), sources.files.end(), [](const facts::FileFacts *file) {
        return file->document &&
               (!file->document->side || file->document->side->side == facts::DocumentSide::Front);
    });
}

Finding withoutDate(const Sources &sources, QDate declared)
{
    if (!showsFront(sources))
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP(
                          "scrutineer", "No picture shows the side with the holder's data and its dates.")));
    if (!isLegible(sources))
        return fieldsMissing(sources,
                             QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for expiry dates."));
    // A reader that finds no date on a legible document is no proof that none is there: a person looks.
    return declared.isValid()
               ? answer(Outcome::Review,
                        say(QT_TRANSLATE_NOOP("scrutineer", "No date of expiry was found; declared is %1."),
                            {isoDate(declared)}))
               : answer(Outcome::Review,
                        say(QT_TRANSLATE_NOOP("scrutineer", "No date of expiry was found.")));
}

Finding disagreeing(const QList<FieldValue> &values, QDate declared)
{
    QList<FieldValue> readWell = values;
    readWell.removeIf([](const FieldValue &value) { return value.confidence < readWellFrom; });
    const Outcome outcome = readWell.isEmpty() || agree(readWell) ? Outcome::Review : Outcome::Flagged;
    if (declared.isValid())
        return dated(outcome,
                     say(QT_TRANSLATE_NOOP("scrutineer", "Dates of expiry disagree: %1; declared is %2."),
                         {listed(values), isoDate(declared)}),
                     values);
    return dated(outcome,
                 say(QT_TRANSLATE_NOOP("scrutineer", "Dates of expiry disagree: %1."), {listed(values)}),
                 values);
}
} // namespace

Finding documentExpiryUnclear(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    if (sources.instead)
        return *sources.instead;
    const QList<FieldValue> values = valuesOf(sources, u"expires_on"_s);
    const QDate declared =
        context.input.document ? context.input.document->expiresOn.value_or(QDate()) : QDate();
    if (values.isEmpty())
        return withoutDate(sources, declared);
    if (!agree(values))
        return disagreeing(values, declared);
    const QDate date = values.first().date();
    if (declared.isValid() && declared != date)
        return dated(Outcome::Review,
                     say(QT_TRANSLATE_NOOP("scrutineer", "The document says %1; declared is %2."),
                         {listed(values), isoDate(declared)}),
                     values);
    const double floor = context.policy.threshold(u"document.expired"_s, u"confidence"_s).value;
    const bool sure = values.size() > 1 || declared.isValid() || values.first().verified ||
                      values.first().confidence >= floor;
    if (!sure)
        return dated(Outcome::Review,
                     say(QT_TRANSLATE_NOOP("scrutineer", "The only date of expiry, %1, was hard to read."),
                         {isoDate(date)}),
                     values);
    return dated(Outcome::Clear,
                 say(QT_TRANSLATE_NOOP("scrutineer", "The date of expiry is %1 (%2)."),
                     {isoDate(date), listed(values)}),
                 values);
}

} // namespace scrutineer::checks
