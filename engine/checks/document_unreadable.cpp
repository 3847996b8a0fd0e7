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

/// The sides that show the holder's data: the front, or whatever there is. A barcode on the back makes no
/// front readable.
QList<const facts::FileFacts *> dataSides(const Sources &sources)
{
    QList<const facts::FileFacts *> fronts;
    std::copy_if(sources.files.begin(), sources.files.end(), std::back_inserter(fronts),
                 [](const facts::FileFacts *file) { return file->role == Role::DocumentFront; });
    return fronts.isEmpty() ? sources.files : fronts;
}

qsizetype lettersRead(const QList<const facts::FileFacts *> &files)
{
    qsizetype letters = 0;
    for (const facts::FileFacts *file : files) {
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

/// Needed fields that a person could read there too: print and machine-readable zones.
double shareInPrint(const QList<const facts::FileFacts *> &files)
{
    const Sources sides{files, {}, {}};
    const auto inPrint = [&](const QString &key) {
        const QList<FieldValue> values = valuesOf(sides, key);
        return std::any_of(values.begin(), values.end(),
                           [](const FieldValue &value) { return value.origin != Origin::Barcode; });
    };
    return static_cast<double>(std::count_if(neededFields().begin(), neededFields().end(), inPrint)) /
           static_cast<double>(neededFields().size());
}

/// Whether light and focus of the pictures explain that nothing was read in them; unknown where neither was
/// measured.
std::optional<bool> isSpoiled(const Context &context, const QList<const facts::FileFacts *> &files)
{
    const policy::Threshold &soft = context.policy.threshold(u"document.blurred"_s, u"review"_s);
    const policy::Threshold &dark = context.policy.threshold(u"document.too_dark"_s, u"review"_s);
    std::optional<bool> spoiled;
    for (const facts::FileFacts *file : files) {
        if (!file->document)
            continue;
        const facts::Quality &quality = file->document->quality;
        const bool here = (quality.blur && quality.blur->value >= soft.value) ||
                          (quality.darkness && quality.darkness->value < dark.value);
        if (here || quality.blur)
            spoiled = here || spoiled.value_or(false);
    }
    return spoiled;
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
    // Fields that could not be told apart, and scripts that are not known, are a limit of the reader; only
    // missing letters are the picture's fault.
    const QList<const facts::FileFacts *> sides = dataSides(sources);
    const bool illegible = lettersRead(sides) < legibleLetters && shareInPrint(sides) < flag.value;
    const std::optional<bool> spoiled = illegible ? isSpoiled(context, sides) : false;
    if (share >= review.value && spoiled == false)
        return sources.settled(
            answer(Outcome::Clear,
                   say(QT_TRANSLATE_NOOP("scrutineer", "%1 of %2 needed fields were read: %3."), values),
                   share, flag, facts));
    const bool flagged = illegible && (share < flag.value || spoiled.value_or(false));
    const char *sentence =
        share < review.value
            ? QT_TRANSLATE_NOOP("scrutineer", "Only %1 of %2 needed fields could be read.")
            : QT_TRANSLATE_NOOP("scrutineer",
                                "The side with the holder's data could not be read. %1 of %2 needed fields "
                                "are known from the other side: %3.");
    Finding finding =
        answer(flagged ? Outcome::Flagged : Outcome::Review, say(sentence, values), share, flag, facts);
    for (const facts::FileFacts *file : illegible ? sides : sources.files)
        finding.evidence.append(wholePage(file->path));
    return finding;
}

} // namespace scrutineer::checks
