// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json_text.h"

#include <QJsonDocument>
#include <QJsonParseError>
#include <QRegularExpression>

#include <exception>
#include <string>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace scrutineer {

namespace {
/// valijson's path: "<root>", then "[name]" and "[0]".
QStringList tokensOf(const std::vector<std::string> &context)
{
    QStringList tokens;
    for (std::size_t i = 1; i < context.size(); ++i) {
        const QString step = QString::fromStdString(context[i]);
        const bool bracketed = step.startsWith(u'[') && step.endsWith(u']');
        tokens += bracketed ? step.sliced(1, step.size() - 2) : step;
    }
    return tokens;
}

/// valijson names a missing or superfluous member in its description only; the pointer should lead to it.
QString memberNamedIn(const QString &description)
{
    static const QRegularExpression missing(QStringLiteral("^Missing required property '(.*)'\\.$"));
    static const QRegularExpression superfluous(
        QStringLiteral("'additionalProperties' constraints: '(.*)'\\.$"));
    for (const QRegularExpression &expression : {missing, superfluous}) {
        const QRegularExpressionMatch match = expression.match(description);
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}
} // namespace

struct JsonSchema::Compiled
{
    valijson::Schema schema;
};

Result<QJsonObject> parseJsonObject(const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return failure(ErrorCode::JsonInvalid, fileName,
                       QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    }
    if (!document.isObject())
        return failure(ErrorCode::JsonInvalid, fileName, QStringLiteral("the top level is not an object"));
    return document.object();
}

QString jsonWhere(const QString &fileName, const QStringList &tokens)
{
    QString where = fileName + u'#';
    for (QString token : tokens) {
        token.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
        where += u'/' + token;
    }
    return where;
}

Result<JsonSchema> JsonSchema::compile(const QByteArray &schema)
{
    const QString name = QStringLiteral("schema");
    const Result<QJsonObject> object = parseJsonObject(schema, name);
    if (!object)
        return tl::unexpected(object.error());
    try {
        const QJsonValue value(*object);
        auto compiled = std::make_shared<Compiled>();
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::QtJsonAdapter(value), compiled->schema);
        JsonSchema result;
        result.m_compiled = std::move(compiled);
        return result;
    } catch (const std::exception &exception) {
        return failure(ErrorCode::SchemaViolated, name, QString::fromUtf8(exception.what()));
    }
}

Result<void> JsonSchema::check(const QJsonObject &object, const QString &fileName) const
{
    try {
        const QJsonValue value(object);
        valijson::ValidationResults results;
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        if (validator.validate(m_compiled->schema, valijson::adapters::QtJsonAdapter(value), &results))
            return {};
        // The queue holds the innermost violation first and what encloses it after it.
        valijson::ValidationResults::Error first;
        results.popError(first);
        const QString description = QString::fromStdString(first.description);
        QStringList tokens = tokensOf(first.context);
        if (const QString member = memberNamedIn(description); !member.isEmpty())
            tokens += member;
        return failure(ErrorCode::SchemaViolated, jsonWhere(fileName, tokens), description);
    } catch (const std::exception &exception) {
        return failure(ErrorCode::SchemaViolated, fileName, QString::fromUtf8(exception.what()));
    }
}

} // namespace scrutineer
