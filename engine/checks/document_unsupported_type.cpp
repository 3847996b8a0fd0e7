// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
Finding judgeFile(const Context &context, const facts::FileFacts &file)
{
    const char *noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for document types.");
    if (!file.document)
        return notAssessed(file.document.missing(), file.path, noReader);
    const facts::Reading<facts::TypeGuess> &type = file.document->type;
    if (!type)
        return notAssessed(type.missing(), file.path, noReader);
    const policy::Threshold &flag = context.policy.threshold(u"document.unsupported_type"_s);
    const policy::Threshold &review = context.policy.threshold(u"document.unsupported_type"_s, u"review"_s);
    const QStringList values{inWords(type->type), percent(type->confidence)};
    const QStringList facts{u"document.type"_s};
    if (type->confidence < review.value)
        return answer(
            Outcome::NotAssessed,
            say(QT_TRANSLATE_NOOP("scrutineer", "The type cannot be told. Perhaps: %1 (%2 sure)."), values),
            type->confidence, flag, facts);
    if (context.policy.supportedTypes.contains(type->type))
        return answer(Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "Accepted: %1 (%2 sure)."), values),
                      type->confidence, flag, facts);
    // "Other" is a document that nobody described: a person should look before it is called unsupported.
    const bool sure = type->confidence >= flag.value && type->type != DocumentType::Other;
    Finding finding = answer(sure ? Outcome::Flagged : Outcome::Review,
                             say(QT_TRANSLATE_NOOP("scrutineer", "Not accepted: %1 (%2 sure)."), values),
                             type->confidence, flag, facts);
    finding.evidence = {regionOf(file.path, type->source)};
    return finding;
}
} // namespace

Finding documentUnsupportedType(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    if (sources.instead)
        return *sources.instead;
    return judgeFile(context, fileWithType(sources));
}

} // namespace scrutineer::checks
