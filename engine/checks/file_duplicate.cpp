// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
Finding described(const facts::Duplicate &duplicate)
{
    const bool here = duplicate.otherCaseId.isEmpty();
    const char *text = nullptr;
    if (here)
        text = duplicate.sameBytes ? QT_TRANSLATE_NOOP("scrutineer", "%1 and %2 are the same file.")
                                   : QT_TRANSLATE_NOOP("scrutineer", "%1 and %2 look like the same picture.");
    else
        text = duplicate.sameBytes
                   ? QT_TRANSLATE_NOOP("scrutineer", "%1 is the same file as %2 in case %3.")
                   : QT_TRANSLATE_NOOP("scrutineer", "%1 looks like the picture %2 in case %3.");
    // Pictures that look alike need not be the same one; equal bytes are.
    Finding finding =
        answer(duplicate.sameBytes ? Outcome::Flagged : Outcome::Review,
               say(text, {duplicate.path, duplicate.otherPath, duplicate.otherCaseId}), {u"duplicates"_s});
    finding.evidence = {wholePage(duplicate.path)};
    if (here)
        finding.evidence.append(wholePage(duplicate.otherPath));
    return finding;
}
} // namespace

Finding fileDuplicate(const Context &context)
{
    if (context.input.files.isEmpty())
        return answer(Outcome::NotApplicable, say(QT_TRANSLATE_NOOP("scrutineer", "No file was sent.")));
    QList<Finding> findings;
    for (const facts::Duplicate &duplicate : context.facts.duplicates)
        findings.append(described(duplicate));
    if (!findings.isEmpty()) {
        Finding finding = worst(findings);
        for (const Finding &other : findings) {
            for (const Region &region : other.evidence) {
                if (!finding.evidence.contains(region))
                    finding.evidence.append(region);
            }
        }
        return finding;
    }
    const bool hashed = std::any_of(context.facts.files.begin(), context.facts.files.end(),
                                    [](const facts::FileFacts &file) { return !file.sha256.isEmpty(); });
    if (!context.facts.complete || !hashed)
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "Not every file has been read yet.")));
    return answer(Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "No file was sent twice.")),
                  {u"duplicates"_s});
}

} // namespace scrutineer::checks
