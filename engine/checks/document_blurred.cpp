// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/photo_quality.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
/// Every document file that was read shows its text.
bool readEverywhere(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    return !sources.files.isEmpty() &&
           std::all_of(sources.files.begin(), sources.files.end(), [](const facts::FileFacts *file) {
               return file->document && textWasRead(*file->document);
           });
}
} // namespace

Finding documentBlurred(const Context &context)
{
    Finding finding = judgeQuality(
        context,
        {.checkId = u"document.blurred"_s,
         .fact = u"blur"_s,
         .measurement = &facts::Quality::blur,
         .lowIsBad = false,
         .format = [](double value) { return number(value, 1); },
         .noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for focus."),
         .clear = QT_TRANSLATE_NOOP("scrutineer", "In focus: edges are %1 px wide on a page of 1,000 px."),
         .review =
             QT_TRANSLATE_NOOP("scrutineer", "A little soft: edges are %1 px wide on a page of 1,000 px."),
         .flagged =
             QT_TRANSLATE_NOOP("scrutineer", "Out of focus: edges are %1 px wide on a page of 1,000 px.")});
    const bool soft = finding.outcome == Outcome::Flagged || finding.outcome == Outcome::Review;
    if (!soft || !readEverywhere(context))
        return finding;
    // Readable text overrules the measure: what can be read is not blurred.
    finding.outcome = Outcome::Clear;
    finding.message =
        say(QT_TRANSLATE_NOOP("scrutineer",
                              "Soft, edges are %1 px wide on a page of 1,000 px, but the text was read."),
            finding.message.values);
    finding.evidence.clear();
    finding.factsUsed += {u"document.mrz"_s, u"document.printed"_s, u"document.text"_s};
    return finding;
}

} // namespace scrutineer::checks
