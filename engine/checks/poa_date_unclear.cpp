// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding poaDateUnclear(const Context &context)
{
    const char *noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for issue dates.");
    const ProofReading reading = proofOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const facts::Reading<facts::PrintedField> &issuedOn = reading.proof->issuedOn;
    const QStringList facts{u"address_proof.issued_on"_s};
    if (issuedOn) {
        const double floor = context.policy.threshold(u"poa.too_old"_s, u"confidence"_s).value;
        const bool sure = issuedOn->source.confidence >= floor;
        Finding finding = answer(
            sure ? Outcome::Clear : Outcome::Review,
            say(sure ? QT_TRANSLATE_NOOP("scrutineer", "Issued %1.")
                     : QT_TRANSLATE_NOOP("scrutineer", "Issued perhaps %1: the date was hard to read."),
                {issuedOn->value}),
            facts);
        finding.evidence = {regionOf(reading.file->path, issuedOn->source)};
        return finding;
    }
    const facts::Cause cause = issuedOn.missing().cause;
    if (!reading.legible || (cause != facts::Cause::NothingFound && cause != facts::Cause::TooPoor))
        return notAssessed(issuedOn.missing(), reading.file->path, noReader);
    QStringList others;
    Finding finding =
        answer(Outcome::Flagged, say(QT_TRANSLATE_NOOP("scrutineer", "No date was found.")), facts);
    for (const facts::PrintedField &date : reading.proof->otherDates) {
        if (!others.contains(date.value))
            others.append(date.value);
        finding.evidence.append(regionOf(reading.file->path, date.source));
    }
    if (!others.isEmpty()) {
        // What OCR has lost could be the very label that is looked for.
        const bool sure = reading.proof->fromTextLayer && reading.proof->otherDatesExplained;
        finding.outcome = sure ? Outcome::Flagged : Outcome::Review;
        finding.message =
            say(QT_TRANSLATE_NOOP("scrutineer", "No date is marked as the issue date; dates found: %1."),
                {others.join(u", "_s)});
        finding.factsUsed.append(u"address_proof.other_dates"_s);
    } else {
        finding.evidence = {wholePage(reading.file->path)};
    }
    return finding;
}

} // namespace scrutineer::checks
