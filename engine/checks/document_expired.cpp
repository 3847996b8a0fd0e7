// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
struct Expiry
{
    QList<FieldValue> values;
    std::optional<QDate> declared;
    QDate day;             ///< of submission
    double confidence = 0; ///< from which a single printed date counts

    /// Valid through the day itself.
    [[nodiscard]] bool past(QDate date) const { return date < day; }
    [[nodiscard]] bool allPast() const
    {
        return std::all_of(values.begin(), values.end(),
                           [this](const FieldValue &v) { return past(v.date()); });
    }
    [[nodiscard]] bool nonePast() const
    {
        return std::none_of(values.begin(), values.end(),
                            [this](const FieldValue &v) { return past(v.date()); });
    }
    /// The dates on the document support each other, or one of them can stand alone.
    [[nodiscard]] bool sure() const
    {
        const QDate date = values.first().date();
        const bool agree = std::all_of(values.begin(), values.end(),
                                       [date](const FieldValue &value) { return value.date() == date; });
        if (!agree)
            return false;
        const bool strong = std::any_of(values.begin(), values.end(), [this](const FieldValue &value) {
            return value.verified || value.confidence >= confidence;
        });
        return values.size() > 1 || declared == date || (strong && (!declared || values.first().verified));
    }
    [[nodiscard]] const FieldValue *verified(bool isPast) const
    {
        const auto it = std::find_if(values.begin(), values.end(), [&](const FieldValue &value) {
            return value.verified && past(value.date()) == isPast;
        });
        return it == values.end() ? nullptr : &*it;
    }
};

Finding dated(Outcome outcome, const char *text, const Expiry &expiry, const QList<FieldValue> &values,
              const QStringList &sentenceValues)
{
    const auto days = static_cast<double>(values.first().date().daysTo(expiry.day));
    static const policy::Threshold dayAfter{1, u"days after expiry"_s, {}};
    Finding finding = answer(outcome, say(text, sentenceValues), days, dayAfter, factsOf(values));
    finding.evidence = regionsOf(values);
    return finding;
}

Finding expired(const Expiry &expiry, const QList<FieldValue> &values)
{
    const QDate date = values.first().date();
    const char *text =
        date.daysTo(expiry.day) == 1
            ? QT_TRANSLATE_NOOP("scrutineer", "Expired on %1, one day before it was submitted.")
            : QT_TRANSLATE_NOOP("scrutineer", "Expired on %1, %2 days before it was submitted.");
    return dated(Outcome::Flagged, text, expiry, values,
                 {isoDate(date), QString::number(date.daysTo(expiry.day))});
}

Finding judged(const Expiry &expiry)
{
    const QList<FieldValue> &values = expiry.values;
    if (const FieldValue *value = expiry.verified(true);
        value != nullptr && expiry.verified(false) == nullptr)
        return expired(expiry, {*value});
    if (expiry.allPast()) {
        // Two sources that are both past agree on what matters here, whatever day they name.
        if (expiry.sure() || values.size() > 1)
            return expired(expiry, values);
        return dated(Outcome::Review,
                     QT_TRANSLATE_NOOP("scrutineer", "May have expired: %1, declared %2, not sure."), expiry,
                     values, {listed(values), expiry.declared ? isoDate(*expiry.declared) : u"nothing"_s});
    }
    if (!expiry.nonePast())
        return dated(Outcome::Review,
                     QT_TRANSLATE_NOOP("scrutineer", "The dates of expiry disagree, and one is past: %1."),
                     expiry, values, {listed(values)});
    if (expiry.declared && expiry.past(*expiry.declared) && expiry.verified(false) == nullptr)
        return dated(Outcome::Review,
                     QT_TRANSLATE_NOOP("scrutineer", "Declared as expired on %2, but the document says %1."),
                     expiry, values, {listed(values), isoDate(*expiry.declared)});
    return dated(Outcome::Clear, QT_TRANSLATE_NOOP("scrutineer", "Valid until %1."), expiry, values,
                 {isoDate(values.first().date())});
}
} // namespace

Finding documentExpired(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    Expiry expiry;
    expiry.values = valuesOf(sources, u"expires_on"_s);
    if (expiry.values.isEmpty())
        return fieldsMissing(sources,
                             QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for expiry dates."));
    expiry.day = context.input.submissionDay();
    expiry.confidence = context.policy.threshold(u"document.expired"_s, u"confidence"_s).value;
    if (context.input.document)
        expiry.declared = context.input.document->expiresOn;
    return judged(expiry);
}

} // namespace scrutineer::checks
