// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
const QStringList &acceptedKinds()
{
    static const QStringList kinds{u"utility_bill"_s, u"telephone_bill"_s, u"bank_statement"_s,
                                   u"tax_letter"_s, u"official_letter"_s};
    return kinds;
}
} // namespace

Finding poaUnsupportedKind(const Context &context)
{
    const char *noReader =
        QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for proofs of address.");
    const ProofReading reading = proofOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const facts::Reading<QString> &kind = reading.proof->kind;
    const QStringList facts{u"address_proof.kind"_s};
    Finding finding;
    if (!kind) {
        const facts::Cause cause = kind.missing().cause;
        if (!reading.legible || (cause != facts::Cause::NothingFound && cause != facts::Cause::TooPoor))
            return notAssessed(kind.missing(), reading.file->path, noReader);
        finding = answer(
            Outcome::Review,
            say(QT_TRANSLATE_NOOP("scrutineer", "The text does not tell what kind of letter this is.")),
            facts);
    } else if (acceptedKinds().contains(*kind)) {
        return answer(Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "Accepted: %1."), {inWords(*kind)}),
                      facts);
    } else {
        finding = answer(
            Outcome::Flagged,
            say(QT_TRANSLATE_NOOP("scrutineer", "Not accepted as proof of address: %1."), {inWords(*kind)}),
            facts);
    }
    finding.evidence = {wholePage(reading.file->path)};
    return finding;
}

} // namespace scrutineer::checks
