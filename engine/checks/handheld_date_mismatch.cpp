// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"
#include "engine/text/dates.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding handheldDateMismatch(const Context &context)
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
    const QDate day = context.input.submissionDay();
    const QStringList facts{u"handheld.date"_s, u"handheld.text"_s};
    const QList<text::DateHit> hits = text::findDates(handheld.text, {QString(), day, {}, {}});
    const bool dayRead = handheld.date == day ||
                         std::any_of(hits.begin(), hits.end(),
                                     [day](const text::DateHit &hit) { return hit.readings.contains(day); });
    if (dayRead)
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "The statement has the day of submission, %1."),
                          {isoDate(day)}),
                      facts);
    if (!handheld.date && hits.isEmpty())
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "No date could be read on the statement.")), facts);
    // One misread digit makes another day: only a date that was read without a choice is called wrong.
    const QString read = handheld.date ? isoDate(*handheld.date) : hits.first().text;
    Finding finding =
        answer(handheld.date ? Outcome::Flagged : Outcome::Review,
               say(QT_TRANSLATE_NOOP("scrutineer", "The statement says %1; it was submitted on %2."),
                   {read, isoDate(day)}),
               facts);
    finding.evidence = {{file.path, 0, {}, read}};
    return finding;
}

} // namespace scrutineer::checks
