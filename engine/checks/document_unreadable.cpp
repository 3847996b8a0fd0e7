// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
constexpr double legibleConfidence = 0.6; ///< of a line, from which its letters count as read
constexpr qsizetype legibleLetters = 60;  ///< letters of a document that a person could work with

const QStringList &neededFields()
{
    static const QStringList keys{u"full_name"_s, u"number"_s, u"date_of_birth"_s, u"expires_on"_s};
    return keys;
}

qsizetype lettersRead(const Sources &sources)
{
    qsizetype letters = 0;
    for (const facts::FileFacts *file : sources.files) {
        if (!file->document || !file->document->text)
            continue;
        for (const facts::TextLine &line : *file->document->text) {
            if (line.confidence >= legibleConfidence)
                letters += std::count_if(line.text.begin(), line.text.end(),
                                         [](QChar c) { return c.isLetterOrNumber(); });
        }
    }
    return letters;
}

/// A document whose text was looked for: there is text, or there was none to find.
bool lookedAt(const Sources &sources)
{
    return std::any_of(sources.files.begin(), sources.files.end(), [](const facts::FileFacts *file) {
        if (!file->document)
            return false;
        const facts::Cause cause = file->document->text.missing().cause;
        return file->document->text || file->document->mrz || cause == facts::Cause::NothingFound ||
               cause == facts::Cause::TooPoor;
    });
}
} // namespace

Finding documentUnreadable(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    if (sources.instead || !lookedAt(sources))
        return fieldsMissing(sources,
                             QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for print."));

    QStringList found;
    for (const QString &key : neededFields()) {
        if (!valuesOf(sources, key).isEmpty())
            found.append(inWords(key));
    }
    const double share = static_cast<double>(found.size()) / static_cast<double>(neededFields().size());
    const policy::Threshold &flag = context.policy.threshold(u"document.unreadable"_s);
    const policy::Threshold &review = context.policy.threshold(u"document.unreadable"_s, u"review"_s);
    const QStringList facts{u"document.mrz"_s, u"document.printed"_s, u"document.text"_s};
    const QStringList values{QString::number(found.size()), QString::number(neededFields().size()),
                             found.join(u", "_s)};
    if (share >= review.value)
        return sources.settled(
            answer(Outcome::Clear,
                   say(QT_TRANSLATE_NOOP("scrutineer", "%1 of %2 needed fields were read: %3."), values),
                   share, flag, facts));
    // Fields that could not be told apart are a limit of the reader; only missing letters are the picture's
    // fault.
    const bool illegible = lettersRead(sources) < legibleLetters;
    const Outcome outcome = share < flag.value && illegible ? Outcome::Flagged : Outcome::Review;
    Finding finding = answer(
        outcome, say(QT_TRANSLATE_NOOP("scrutineer", "Only %1 of %2 needed fields could be read."), values),
        share, flag, facts);
    for (const facts::FileFacts *file : sources.files)
        finding.evidence.append(wholePage(file->path));
    return finding;
}

} // namespace scrutineer::checks
