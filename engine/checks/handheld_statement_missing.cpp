// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

/// Handwriting is often unreadable for a machine: what was not read is never said to be missing.
Finding handheldStatementMissing(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::Handheld});
    if (sources.instead)
        return *sources.instead;
    const facts::FileFacts &file = *sources.files.first();
    if (!file.handheld)
        return notAssessed(
            file.handheld.missing(), file.path,
            QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for handheld photos."));
    const facts::Handheld &handheld = *file.handheld;
    const QStringList facts{u"handheld.text"_s, u"handheld.date"_s};
    if (handheld.date)
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "A statement with the date %1 was read."),
                          {isoDate(*handheld.date)}),
                      facts);
    if (handheld.text.contains(context.policy.statementWord, Qt::CaseInsensitive))
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "A statement with the word “%1” was read."),
                          {context.policy.statementWord}),
                      facts);
    if (handheld.text.trimmed().isEmpty())
        return answer(
            Outcome::NotAssessed,
            say(QT_TRANSLATE_NOOP("scrutineer", "No writing could be read: look for the statement.")), facts);
    Finding finding =
        answer(Outcome::Review,
               say(QT_TRANSLATE_NOOP("scrutineer", "Text was read, but neither a date nor the word “%1”."),
                   {context.policy.statementWord}),
               facts);
    finding.evidence = {{file.path, 0, {}, handheld.text}};
    return finding;
}

} // namespace scrutineer::checks
