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

/// The document was read, and no date of expiry was found on it.
bool readWithoutDate(const Sources &sources)
{
    return std::any_of(sources.files.begin(), sources.files.end(), [](const facts::FileFacts *file) {
        return file->document &&
               (file->document->mrz || (file->document->text && !file->document->text->isEmpty()));
    });
}
} // namespace

Finding documentExpiryUnclear(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    const QList<FieldValue> values = valuesOf(sources, u"expires_on"_s);
    const QDate declared =
        context.input.document ? context.input.document->expiresOn.value_or(QDate()) : QDate();
    if (values.isEmpty()) {
        if (!readWithoutDate(sources))
            return fieldsMissing(
                sources, QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for expiry dates."));
        return declared.isValid()
                   ? answer(
                         Outcome::Review,
                         say(QT_TRANSLATE_NOOP("scrutineer", "No date of expiry was found; declared is %1."),
                             {isoDate(declared)}))
                   : answer(Outcome::Review,
                            say(QT_TRANSLATE_NOOP("scrutineer", "No date of expiry was found.")));
    }
    const QDate date = values.first().date();
    const bool agree = std::all_of(values.begin(), values.end(),
                                   [date](const FieldValue &value) { return value.date() == date; });
    if (!agree && declared.isValid())
        return dated(Outcome::Review,
                     say(QT_TRANSLATE_NOOP("scrutineer", "Dates of expiry disagree: %1; declared is %2."),
                         {listed(values), isoDate(declared)}),
                     values);
    if (!agree)
        return dated(Outcome::Review,
                     say(QT_TRANSLATE_NOOP("scrutineer", "Dates of expiry disagree: %1."), {listed(values)}),
                     values);
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
