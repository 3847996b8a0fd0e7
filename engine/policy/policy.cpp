// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/policy.h"

#include "engine/base/json_text.h"
#include "engine/policy/catalogue.h"
#include "resources/resources.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace scrutineer::policy {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 maxPolicyBytes = 1 << 20; // a thousand times the built-in policy's thresholds

QString keyOf(const QString &checkId, const QString &name)
{
    return checkId + u'/' + name;
}

/// Integers up to 2^53 come through JSON's doubles unharmed; the schema has bounded them.
template <typename T>
void assign(T &member, const QJsonValue &value)
{
    if (value.isDouble())
        member = static_cast<T>(value.toDouble());
}

Limits limitsFrom(const QJsonObject &object)
{
    Limits limits;
    assign(limits.memoryBytes, object["memory_bytes"_L1]);
    assign(limits.secondsPerFile, object["seconds_per_file"_L1]);
    assign(limits.pixelsPerPicture, object["pixels_per_picture"_L1]);
    assign(limits.pagesPerPdf, object["pages_per_pdf"_L1]);
    assign(limits.bytesPerFile, object["bytes_per_file"_L1]);
    assign(limits.displayLongSide, object["display_long_side"_L1]);
    assign(limits.previewLongSide, object["preview_long_side"_L1]);
    return limits;
}

QList<Role> rolesFrom(const QJsonValue &value)
{
    QList<Role> roles;
    for (const QJsonValue &name : value.toArray())
        roles += roleFromName(name.toString()).value();
    return roles;
}

QHash<QString, Threshold> thresholdsFrom(const QJsonObject &byCheck)
{
    QHash<QString, Threshold> thresholds;
    for (auto check = byCheck.begin(); check != byCheck.end(); ++check) {
        const QJsonObject byName = check->toObject();
        for (auto name = byName.begin(); name != byName.end(); ++name) {
            const QJsonObject row = name->toObject();
            thresholds.insert(
                keyOf(check.key(), name.key()),
                {row["value"_L1].toDouble(), row["unit"_L1].toString(), row["source"_L1].toString()});
        }
    }
    return thresholds;
}

/// What the schema cannot say: checks that the catalogue does not have, thresholds that a check needs.
Result<void> checkThresholds(const QJsonObject &byCheck, const Policy &policy, const QString &fileName)
{
    for (const QString &id : byCheck.keys()) {
        if (!checkById(id)) {
            return failure(ErrorCode::SchemaViolated, jsonWhere(fileName, {u"thresholds"_s, id}),
                           u"no check of the catalogue has this id"_s);
        }
    }
    for (const CheckInfo &check : catalogue()) {
        for (const QString &name : check.thresholds) {
            if (!policy.thresholds.contains(keyOf(check.id, name))) {
                return failure(ErrorCode::SchemaViolated,
                               jsonWhere(fileName, {u"thresholds"_s, check.id, name}),
                               u"the check needs this threshold"_s);
            }
        }
    }
    return {};
}

const Result<JsonSchema> &schema()
{
    static const Result<JsonSchema> compiled =
        JsonSchema::compile(resources::read("schema/policy.schema.json"_L1));
    return compiled;
}
} // namespace

const Threshold &Policy::threshold(const QString &checkId, const QString &name) const
{
    const auto found = thresholds.constFind(keyOf(checkId, name));
    Q_ASSERT_X(found != thresholds.constEnd(), "Policy::threshold", qPrintable(keyOf(checkId, name)));
    static const Threshold none;
    return found == thresholds.constEnd() ? none : *found;
}

std::optional<MatchBands> Policy::matchBands(const QString &recognizer) const
{
    const auto different = thresholds.constFind(keyOf(u"face.mismatch"_s, recognizer + ".different"_L1));
    const auto same = thresholds.constFind(keyOf(u"face.mismatch"_s, recognizer + ".same"_L1));
    if (different == thresholds.constEnd() || same == thresholds.constEnd())
        return std::nullopt;
    return MatchBands{*different, *same};
}

bool Policy::asksFor(Level level, Role role) const
{
    return requiredRoles.value(level).contains(role);
}

Result<Policy> parse(const QByteArray &json, const QString &fileName)
{
    const Result<QJsonObject> object = parseJsonObject(json, fileName);
    if (!object)
        return tl::unexpected(object.error());
    if (!schema())
        return tl::unexpected(schema().error());
    if (const Result<void> valid = schema()->check(*object, fileName); !valid)
        return tl::unexpected(valid.error());

    Policy policy;
    policy.id = object->value("id"_L1).toString();
    policy.sha256 = QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
    policy.limits = limitsFrom(object->value("limits"_L1).toObject());
    for (const QJsonValue &name : object->value("supported_documents"_L1).toArray())
        policy.supportedTypes += documentTypeFromName(name.toString()).value();
    const QJsonObject required = object->value("required_files"_L1).toObject();
    policy.requiredRoles.insert(Level::Primary, rolesFrom(required["primary"_L1]));
    policy.requiredRoles.insert(Level::Advanced, rolesFrom(required["advanced"_L1]));
    policy.proofMaxAgeMonths = object->value("proof_max_age_months"_L1).toInt();
    policy.statementWord = object->value("statement_word"_L1).toString();
    const QJsonObject byCheck = object->value("thresholds"_L1).toObject();
    policy.thresholds = thresholdsFrom(byCheck);
    if (const Result<void> complete = checkThresholds(byCheck, policy, fileName); !complete)
        return tl::unexpected(complete.error());
    return policy;
}

Result<Policy> load(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ReadFailed, name, input.errorString());
    const QByteArray bytes = input.read(maxPolicyBytes + 1);
    if (bytes.size() > maxPolicyBytes)
        return failure(ErrorCode::JsonInvalid, name, u"longer than 1 MiB"_s);
    return parse(bytes, name);
}

const Policy &builtIn()
{
    static const Policy policy = [] {
        const Result<Policy> parsed = parse(resources::read("policy.json"_L1), u"policy.json"_s);
        if (!parsed)
            qFatal("The built-in policy is invalid: %s: %s", // a test holds it valid
                   qPrintable(parsed.error().where), qPrintable(parsed.error().detail));
        return *parsed;
    }();
    return policy;
}

} // namespace scrutineer::policy
