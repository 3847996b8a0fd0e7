// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shortestZoneLine = 28; ///< characters; OCR drops a few of the 30 of the shortest zone

/// A line of a machine-readable zone: capitals and digits with fillers, no spaces to speak of.
bool isZoneLine(const QString &line)
{
    const QString dense = QString(line).remove(u' ');
    return dense.size() >= shortestZoneLine && dense.count(u'<') >= 3 &&
           std::all_of(dense.begin(), dense.end(),
                       [](QChar c) { return c.isUpper() || c.isDigit() || c == u'<'; });
}

/// The proof is the very picture that was sent as the document.
bool isDocumentAgain(const Context &context, const QString &path)
{
    return std::any_of(context.facts.duplicates.begin(), context.facts.duplicates.end(),
                       [&](const facts::Duplicate &duplicate) {
                           if (!duplicate.otherCaseId.isEmpty())
                               return false;
                           const QString &other =
                               duplicate.path == path ? duplicate.otherPath : duplicate.path;
                           const facts::FileFacts *file = context.facts.fileAt(other);
                           return (duplicate.path == path || duplicate.otherPath == path) &&
                                  file != nullptr &&
                                  (file->role == Role::DocumentFront || file->role == Role::DocumentBack);
                       });
}
} // namespace

Finding poaIdentityDocument(const Context &context)
{
    const ProofReading reading = proofOf(
        context, QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for proofs of address."));
    if (reading.instead)
        return *reading.instead;
    const QString &path = reading.file->path;
    const facts::Reading<QString> &kind = reading.proof->kind;
    const QStringList facts{u"address_proof.kind"_s, u"address_proof.text"_s};
    Finding finding;
    for (int i = 0; i < reading.lines.size(); ++i) {
        if (!isZoneLine(reading.lines[i]))
            continue;
        finding = answer(
            Outcome::Flagged,
            say(QT_TRANSLATE_NOOP("scrutineer", "The proof of address has a machine-readable zone.")), facts);
        finding.evidence = {reading.region(i)};
        return finding;
    }
    if (isDocumentAgain(context, path))
        finding = answer(
            Outcome::Flagged,
            say(QT_TRANSLATE_NOOP("scrutineer", "The proof of address is the identity document again.")),
            {u"duplicates"_s});
    else if (kind && *kind == "identity_document"_L1)
        finding = answer(
            Outcome::Flagged,
            say(QT_TRANSLATE_NOOP("scrutineer", "The proof of address reads like an identity document.")),
            facts);
    else if (kind)
        return answer(
            Outcome::Clear,
            say(QT_TRANSLATE_NOOP("scrutineer", "The proof of address reads like a %1."), {inWords(*kind)}),
            facts);
    else if (reading.legible)
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP(
                          "scrutineer", "Nothing on the proof of address speaks of an identity document.")),
                      facts);
    else
        return notAssessed(
            kind.missing(), path,
            QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for kinds of letters."));
    finding.evidence = {wholePage(path)};
    return finding;
}

} // namespace scrutineer::checks
