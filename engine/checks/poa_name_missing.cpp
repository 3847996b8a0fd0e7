// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
QStringList missingWords(const text::FoundName &found)
{
    QStringList words;
    for (const text::NameToken &token : found.tokens) {
        if (token.match == text::TokenMatch::Missing)
            words.append(token.declared);
    }
    return words;
}

bool isMostlyLatin(const QStringList &lines)
{
    qsizetype latin = 0;
    qsizetype other = 0;
    for (const QString &line : lines) {
        for (const QChar c : line) {
            if (c.isLetter())
                ++(c.script() == QChar::Script_Latin ? latin : other);
        }
    }
    return latin > 2 * other;
}
} // namespace

Finding poaNameMissing(const Context &context)
{
    const char *noReader =
        QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for proofs of address.");
    const ProofReading reading = proofTextOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const QString &declared = context.input.applicant.fullName;
    if (declared.trimmed().isEmpty())
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "No name was declared to compare with.")));
    const policy::Threshold &review = context.policy.threshold(u"poa.name_missing"_s, u"review"_s);
    const QStringList facts{u"address_proof.text"_s, u"address_proof.names"_s};
    const std::optional<text::FoundName> found = nameOn(context, reading);
    if ((!found || found->missing > 0) && !reading.legible)
        return notAssessed({facts::Cause::TooPoor, {}}, reading.file->path, noReader);
    if (!found || found->full == 0) {
        // Recognition of other scripts loses whole words.
        const bool sure = reading.proof->fromTextLayer || isMostlyLatin(reading.lines);
        Finding finding = answer(
            sure ? Outcome::Flagged : Outcome::Review,
            say(QT_TRANSLATE_NOOP("scrutineer", "“%1” is not on the proof."), {declared}), 0, review, facts);
        for (const facts::PrintedField &name : reading.proof->names)
            finding.evidence.append(regionOf(reading.file->path, name.source));
        if (finding.evidence.isEmpty())
            finding.evidence = {wholePage(reading.file->path)};
        return finding;
    }
    const int there = found->full + found->abbreviated;
    const double share = static_cast<double>(there) / (there + found->missing);
    Finding finding;
    if (found->missing == 0)
        finding =
            answer(Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "“%1” is on the proof."), {declared}),
                   share, review, facts);
    else
        finding = answer(share >= review.value ? Outcome::Review : Outcome::Flagged,
                         say(QT_TRANSLATE_NOOP("scrutineer", "Of “%1”, the proof lacks: %2."),
                             {declared, missingWords(*found).join(u' ')}),
                         share, review, facts);
    for (int line = found->line; line < found->line + found->lineCount; ++line)
        finding.evidence.append(reading.region(line));
    return finding;
}

} // namespace scrutineer::checks
