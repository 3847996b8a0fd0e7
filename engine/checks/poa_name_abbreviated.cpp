// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding poaNameAbbreviated(const Context &context)
{
    const char *noReader =
        QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for proofs of address.");
    const ProofReading reading = proofTextOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const std::optional<text::FoundName> found = nameOn(context, reading);
    if (!found || found->full == 0)
        return answer(
            Outcome::NotAssessed,
            say(QT_TRANSLATE_NOOP("scrutineer", "The name was not found, so it cannot be abbreviated.")));
    QStringList shortened;
    for (const text::NameToken &token : found->tokens) {
        if (token.match == text::TokenMatch::Initial || token.match == text::TokenMatch::Shortened)
            shortened.append(u"“%1” for “%2”"_s.arg(token.read, token.declared));
    }
    const QStringList facts{u"address_proof.text"_s};
    if (shortened.isEmpty() && found->missing > 0)
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "Only a part of the name was found.")), facts);
    if (shortened.isEmpty())
        return answer(Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "The name is written in full.")),
                      facts);
    Finding finding = answer(
        Outcome::Flagged,
        say(QT_TRANSLATE_NOOP("scrutineer", "The name is abbreviated: %1."), {shortened.join(u", "_s)}),
        facts);
    for (int line = found->line; line < found->line + found->lineCount; ++line)
        finding.evidence.append(reading.region(line));
    return finding;
}

} // namespace scrutineer::checks
