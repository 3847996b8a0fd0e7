// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"
#include "engine/text/dates.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
Finding dated(Outcome outcome, const char *text, const Context &context, const ProofReading &reading,
              QDate issued)
{
    const QDate day = context.input.submissionDay();
    const int months = context.policy.proofMaxAgeMonths;
    const int age = text::ageDays(issued, day);
    const policy::Threshold limit{static_cast<double>(day.addMonths(-months).daysTo(day)), u"days"_s, {}};
    Finding finding =
        answer(outcome, say(text, {isoDate(issued), QString::number(std::abs(age)), QString::number(months)}),
               age, limit, {u"address_proof.issued_on"_s});
    finding.evidence = {regionOf(reading.file->path, reading.proof->issuedOn->source)};
    return finding;
}
} // namespace

Finding poaTooOld(const Context &context)
{
    const char *noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for issue dates.");
    const ProofReading reading = proofOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const facts::Reading<facts::PrintedField> &issuedOn = reading.proof->issuedOn;
    if (!issuedOn)
        return notAssessed(issuedOn.missing(), reading.file->path, noReader);
    const QDate issued = QDate::fromString(issuedOn->value, Qt::ISODate);
    if (!issued.isValid())
        return notAssessed({facts::Cause::TooPoor, {}}, reading.file->path, noReader);

    const QDate day = context.input.submissionDay();
    if (issued > day)
        return dated(Outcome::Review,
                     QT_TRANSLATE_NOOP("scrutineer", "Dated %1, %2 days after it was submitted."), context,
                     reading, issued);
    if (text::withinMonths(issued, day, context.policy.proofMaxAgeMonths))
        return dated(
            Outcome::Clear,
            QT_TRANSLATE_NOOP("scrutineer", "Issued %1, %2 days before submission; %3 months are allowed."),
            context, reading, issued);
    const double floor = context.policy.threshold(u"poa.too_old"_s, u"confidence"_s).value;
    const bool sure = issuedOn->source.confidence >= floor;
    return dated(
        sure ? Outcome::Flagged : Outcome::Review,
        sure ? QT_TRANSLATE_NOOP("scrutineer", "Issued %1, %2 days before submission; %3 months are allowed.")
             : QT_TRANSLATE_NOOP("scrutineer",
                                 "Issued perhaps %1, %2 days before submission; the date was hard to read."),
        context, reading, issued);
}

} // namespace scrutineer::checks
