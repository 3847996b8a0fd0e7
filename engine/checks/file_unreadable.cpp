// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding fileUnreadable(const Context &context)
{
    if (context.input.files.isEmpty())
        return answer(Outcome::NotApplicable, say(QT_TRANSLATE_NOOP("scrutineer", "No file was sent.")));
    Finding finding = answer(Outcome::Clear,
                             say(QT_TRANSLATE_NOOP("scrutineer", "All files could be opened: %1."),
                                 {QString::number(context.input.files.size())}),
                             {u"files.unreadable"_s});
    QString waiting;
    for (const EvidenceFile &file : context.input.files) {
        const facts::FileFacts *read = context.facts.fileAt(file.path);
        if (read == nullptr) {
            waiting = file.path;
            continue;
        }
        if (!read->unreadable)
            continue;
        if (finding.outcome != Outcome::Flagged)
            finding.message = toSentence(*read->unreadable);
        finding.outcome = Outcome::Flagged;
        finding.evidence.append(wholePage(file.path));
    }
    if (finding.outcome == Outcome::Clear && !waiting.isEmpty())
        return notAssessed(
            {context.facts.complete ? facts::Cause::FileUnreadable : facts::Cause::Pending, {}}, waiting, "");
    return finding;
}

} // namespace scrutineer::checks
