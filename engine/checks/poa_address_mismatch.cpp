// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
QString oneLine(const Address &address)
{
    QStringList parts{address.street, address.postalCode, address.city, address.country};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QStringList differing(const Context &context, const text::AddressComparison &comparison)
{
    QStringList parts;
    if (comparison.street < context.policy.threshold(u"poa.address_mismatch"_s, u"street"_s).value)
        parts.append(u"street"_s);
    if (!comparison.houseNumber)
        parts.append(u"house number"_s);
    if (!comparison.postalCode)
        parts.append(u"postal code"_s);
    if (comparison.city < context.policy.threshold(u"poa.address_mismatch"_s, u"city"_s).value)
        parts.append(u"city"_s);
    return parts;
}
/// Number and code fit, and the names nearly: recognition errs so, and another address does not come so near.
bool looksMisread(const NearestAddress &nearest)
{
    constexpr double near = 0.6;
    return nearest.comparison.houseNumber && nearest.comparison.postalCode &&
           nearest.comparison.street >= near && nearest.comparison.city >= near;
}
bool hasOnlyLatin(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return !c.isLetter() || c.script() == QChar::Script_Latin; });
}

/// The same name has several spellings in the letters of another script.
bool inOtherScript(const Address &declared, const QString &text)
{
    return hasOnlyLatin(declared.street + declared.city) != hasOnlyLatin(text);
}
} // namespace

Finding poaAddressMismatch(const Context &context)
{
    const char *noReader =
        QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for proofs of address.");
    const ProofReading reading = proofTextOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const std::optional<Address> &declared = context.input.applicant.address;
    if (!declared || oneLine(*declared).isEmpty())
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "No address was declared to compare with.")));
    const QStringList facts{u"address_proof.addresses"_s, u"address_proof.text"_s};
    const policy::Threshold &street = context.policy.threshold(u"poa.address_mismatch"_s, u"street"_s);
    const std::optional<NearestAddress> nearest = nearestAddress(context, reading, *declared);
    if (!nearest && !reading.legible)
        return notAssessed({facts::Cause::TooPoor, {}}, reading.file->path, noReader);
    if (!nearest) {
        // No address was recognised: the form may be one that nobody taught the reader.
        Finding finding = answer(
            Outcome::Review,
            say(QT_TRANSLATE_NOOP("scrutineer", "“%1” is not on the proof, nor was another address found."),
                {oneLine(*declared)}),
            facts);
        finding.evidence = {wholePage(reading.file->path)};
        return finding;
    }
    const double score = nearest->comparison.street;
    Finding finding;
    if (nearest->matches)
        finding = answer(Outcome::Clear,
                         say(QT_TRANSLATE_NOOP("scrutineer", "“%1” is on the proof."), {oneLine(*declared)}),
                         score, street, facts);
    else if (nearest->confusable && !reading.proof->fromTextLayer)
        finding =
            answer(Outcome::Review,
                   say(QT_TRANSLATE_NOOP("scrutineer",
                                         "The postal code %1 may have been misread: the proof says “%2”."),
                       {declared->postalCode, nearest->text.simplified()}),
                   score, street, facts);
    else
        finding = answer(
            looksMisread(*nearest) &&
                    (!reading.proof->fromTextLayer || inOtherScript(*declared, nearest->text))
                ? Outcome::Review
                : Outcome::Flagged,
            say(QT_TRANSLATE_NOOP("scrutineer", "Declared is “%1”, on the proof is “%2”; different: %3."),
                {oneLine(*declared), nearest->text.simplified(),
                 differing(context, nearest->comparison).join(u", "_s)}),
            score, street, facts);
    finding.evidence = {nearest->region};
    return finding;
}

} // namespace scrutineer::checks
