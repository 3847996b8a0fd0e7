// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"
#include "engine/text/document_number.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shortestNumber = 6; ///< a shorter one may stand in any text
}

/// Two documents of one template match in every printed line of it, so that matching points prove nothing
/// here: only the document's own number does.
Finding handheldDifferentDocument(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::Handheld});
    if (sources.instead)
        return *sources.instead;
    const facts::FileFacts &file = *sources.files.first();
    const char *noReader = QT_TRANSLATE_NOOP(
        "scrutineer", "This version has no reader that compares the details of the document held.");
    if (!file.handheld)
        return notAssessed(file.handheld.missing(), file.path, noReader);
    const QString held = text::documentNumber(file.handheld->text);
    for (const FieldValue &value :
         valuesOf(sourcesOf(context, {Role::DocumentFront, Role::DocumentBack}), u"number"_s)) {
        const QString wanted = text::documentNumber(value.value);
        if (wanted.size() >= shortestNumber && held.contains(wanted))
            return answer(Outcome::Clear,
                          say(QT_TRANSLATE_NOOP("scrutineer",
                                                "The number %1 of the uploaded document is on the one held."),
                              {value.value}),
                          {u"handheld.text"_s, value.fact});
    }
    return notAssessed({}, file.path, noReader);
}

} // namespace scrutineer::checks
