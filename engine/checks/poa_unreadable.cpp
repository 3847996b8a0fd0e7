// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding poaUnreadable(const Context &context)
{
    const char *noReader =
        QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for proofs of address.");
    const ProofReading reading = proofOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const facts::Reading<QList<facts::TextLine>> &text = reading.proof->text;
    if (!text) {
        const facts::Cause cause = text.missing().cause;
        if (cause != facts::Cause::NothingFound && cause != facts::Cause::TooPoor)
            return notAssessed(text.missing(), reading.file->path, noReader);
    }
    const policy::Threshold &flag = context.policy.threshold(u"poa.unreadable"_s);
    const policy::Threshold &review = context.policy.threshold(u"poa.unreadable"_s, u"review"_s);
    const auto letters = static_cast<double>(reading.letters);
    const QStringList values{QString::number(reading.letters)};
    const QStringList facts{u"address_proof.text"_s};
    if (letters >= review.value)
        return answer(Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "%1 letters were read."), values),
                      letters, flag, facts);
    Finding finding = answer(letters < flag.value ? Outcome::Flagged : Outcome::Review,
                             say(QT_TRANSLATE_NOOP("scrutineer", "Only %1 letters could be read."), values),
                             letters, flag, facts);
    finding.evidence = {wholePage(reading.file->path)};
    return finding;
}

} // namespace scrutineer::checks
