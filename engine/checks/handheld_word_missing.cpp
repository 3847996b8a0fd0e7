// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"
#include "engine/text/fold.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
constexpr int allowedEdits = 2; ///< engine notes 8: letters of a handwritten word that may be misread

/// Edits from the word to the run of letters in the text that is most like it.
int nearest(const QString &word, const QString &text)
{
    QString letters = text::fold(text);
    letters.remove(u' ');
    int best = static_cast<int>(word.size());
    for (qsizetype size = std::max<qsizetype>(1, word.size() - allowedEdits);
         size <= word.size() + allowedEdits; ++size) {
        for (qsizetype start = 0; start + size <= letters.size() && best > 0; ++start)
            best = std::min(best, text::editDistance(word, QStringView(letters).mid(start, size)));
    }
    return best;
}
} // namespace

Finding handheldWordMissing(const Context &context)
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
    const QString word = text::fold(context.policy.statementWord).remove(u' ');
    const QStringList facts{u"handheld.text"_s};
    static const policy::Threshold edits{allowedEdits, u"letters that differ"_s, {}};
    const int distance = nearest(word, handheld.text);
    const QStringList values{context.policy.statementWord, QString::number(distance)};
    if (distance <= allowedEdits)
        return answer(Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "The word “%1” was read."), values),
                      distance, edits, facts);
    if (handheld.text.trimmed().isEmpty())
        return answer(
            Outcome::NotAssessed,
            say(QT_TRANSLATE_NOOP("scrutineer", "No writing could be read: look for the word “%1”."), values),
            facts);
    // A date that was read shows that the statement is legible; without one the handwriting may be.
    Finding finding = answer(handheld.date ? Outcome::Flagged : Outcome::Review,
                             say(QT_TRANSLATE_NOOP("scrutineer", "The word “%1” was not read."), values),
                             distance, edits, facts);
    finding.evidence = {{file.path, 0, {}, handheld.text}};
    return finding;
}

} // namespace scrutineer::checks
