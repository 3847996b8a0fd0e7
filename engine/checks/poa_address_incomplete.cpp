// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
bool isComplete(const facts::PrintedField &address, QStringView country)
{
    const QList<text::FoundAddress> found =
        text::findAddresses(address.value.split(u'\n', Qt::SkipEmptyParts), country);
    return std::any_of(found.begin(), found.end(),
                       [](const text::FoundAddress &one) { return one.complete && !one.mailbox; });
}
} // namespace

Finding poaAddressIncomplete(const Context &context)
{
    const char *noReader =
        QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for proofs of address.");
    const ProofReading reading = proofTextOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const QStringList facts{u"address_proof.addresses"_s};
    const std::optional<Address> &declared = context.input.applicant.address;
    const QString country = declared ? declared->country : QString();
    const QList<facts::PrintedField> &addresses = reading.proof->addresses;
    // The declared address is complete in the eyes of its own check: where it is on the proof, so is this
    // one.
    if (declared && text::missingParts(*declared).isEmpty()) {
        const std::optional<NearestAddress> nearest = nearestAddress(context, reading, *declared);
        if (nearest && nearest->matches)
            return answer(Outcome::Clear,
                          say(QT_TRANSLATE_NOOP("scrutineer", "The proof has the whole address “%1”."),
                              {nearest->text.simplified()}),
                          facts);
    }
    const auto complete =
        std::find_if(addresses.begin(), addresses.end(), [&](const facts::PrintedField &address) {
            return isComplete(address, country) && !isSenders(context, reading, address);
        });
    if (complete != addresses.end()) {
        Finding finding = answer(Outcome::Clear,
                                 say(QT_TRANSLATE_NOOP("scrutineer", "The proof has the whole address “%1”."),
                                     {complete->value.simplified()}),
                                 facts);
        finding.evidence = {regionOf(reading.file->path, complete->source)};
        return finding;
    }
    if (!reading.legible)
        return notAssessed({facts::Cause::TooPoor, {}}, reading.file->path, noReader);
    // Recognition may have lost a line; a text layer has not.
    Finding finding =
        answer(reading.proof->fromTextLayer ? Outcome::Flagged : Outcome::Review,
               say(QT_TRANSLATE_NOOP(
                   "scrutineer", "No whole address, with street, number, city and postal code, was found.")),
               facts);
    for (const facts::PrintedField &address : addresses)
        finding.evidence.append(regionOf(reading.file->path, address.source));
    if (finding.evidence.isEmpty())
        finding.evidence = {wholePage(reading.file->path)};
    return finding;
}

} // namespace scrutineer::checks
