// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
Finding compared(const Context &context, const facts::FileFacts &file, DocumentType declared)
{
    const char *noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for document types.");
    if (!file.document)
        return notAssessed(file.document.missing(), file.path, noReader);
    const facts::Reading<facts::TypeGuess> &type = file.document->type;
    if (!type)
        return notAssessed(type.missing(), file.path, noReader);
    const policy::Threshold &flag = context.policy.threshold(u"document.type_mismatch"_s);
    const policy::Threshold &review = context.policy.threshold(u"document.type_mismatch"_s, u"review"_s);
    const QStringList values{inWords(declared), inWords(type->type), percent(type->confidence)};
    const QStringList facts{u"document.type"_s};
    if (type->confidence < review.value)
        return answer(
            Outcome::NotAssessed,
            say(QT_TRANSLATE_NOOP("scrutineer", "The type cannot be told. Perhaps: %2 (%3 sure)."), values),
            type->confidence, flag, facts);
    if (type->type == declared)
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "Declared and shown: %1 (%3 sure)."), values),
                      type->confidence, flag, facts);
    Finding finding =
        answer(type->confidence >= flag.value ? Outcome::Flagged : Outcome::Review,
               say(QT_TRANSLATE_NOOP("scrutineer", "Declared: %1, shown: %2 (%3 sure)."), values),
               type->confidence, flag, facts);
    finding.evidence = {regionOf(file.path, type->source)};
    return finding;
}
} // namespace

Finding documentTypeMismatch(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    if (sources.instead)
        return *sources.instead;
    if (!context.input.document || !context.input.document->type)
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "No document type was declared to compare with.")));
    return compared(context, fileWithType(sources), *context.input.document->type);
}

} // namespace scrutineer::checks
