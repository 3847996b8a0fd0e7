// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/case/bundle_reader.h"

#include "engine/base/json_text.h"
#include "resources/resources.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace scrutineer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto formatName = "scrutineer.case/1"_L1;

const Result<JsonSchema> &schema()
{
    static const Result<JsonSchema> compiled =
        JsonSchema::compile(resources::read("schema/case.schema.json"_L1));
    return compiled;
}

/// Takes values out of an object that the schema has accepted, and notes the first that the schema could not
/// judge.
class Taker
{
public:
    explicit Taker(QString fileName) : m_fileName(std::move(fileName)) {}

    void fail(ErrorCode code, const QStringList &tokens, const QString &detail)
    {
        if (!m_error)
            m_error = Error{code, jsonWhere(m_fileName, tokens), detail};
    }

    /// For people to read: a line break, or what is no character at all, becomes a space.
    static QString text(const QJsonValue &value)
    {
        QString text = value.toString();
        if (!text.isValidUtf16())
            text = QString::fromUtf8(text.toUtf8());
        std::replace_if(text.begin(), text.end(), isControl, u' ');
        return text;
    }

    /// For programs to compare: nothing is changed, what no name may hold is refused.
    QString name(const QJsonObject &object, const QStringList &tokens)
    {
        const QString value = object.value(tokens.last()).toString();
        if (std::any_of(value.cbegin(), value.cend(), isControl) || !value.isValidUtf16())
            fail(ErrorCode::SchemaViolated, tokens, u"holds a character that no name has"_s);
        return value;
    }

    std::optional<QDate> date(const QJsonObject &object, const QStringList &tokens)
    {
        const QJsonValue value = object.value(tokens.last());
        if (!value.isString())
            return std::nullopt;
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        if (!day.isValid())
            fail(ErrorCode::SchemaViolated, tokens, u"no such day in the calendar"_s);
        return day;
    }

    /// A day alone is its first moment; without an offset it is UTC.
    QDateTime moment(const QJsonObject &object, const QStringList &tokens)
    {
        const QString value = object.value(tokens.last()).toString();
        QDateTime moment = QDateTime::fromString(value, Qt::ISODateWithMs);
        if (moment.isValid() && moment.timeSpec() == Qt::LocalTime)
            moment = QDateTime(moment.date(), moment.time(), Qt::UTC);
        if (!moment.isValid())
            fail(ErrorCode::SchemaViolated, tokens, u"no such moment in the calendar"_s);
        return moment.toUTC();
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    static bool isControl(QChar c) { return c.category() == QChar::Other_Control; }

    QString m_fileName;
    std::optional<Error> m_error;
};

Applicant applicantFrom(const QJsonObject &object, Taker &take)
{
    const QString here = u"applicant"_s;
    Applicant applicant;
    applicant.fullName = Taker::text(object["full_name"_L1]);
    if (applicant.fullName.trimmed().isEmpty())
        take.fail(ErrorCode::SchemaViolated, {here, u"full_name"_s}, u"is empty"_s);
    applicant.dateOfBirth = take.date(object, {here, u"date_of_birth"_s});
    applicant.nationality = Taker::text(object["nationality"_L1]);
    if (const QJsonValue value = object["address"_L1]; value.isObject()) {
        const QJsonObject parts = value.toObject();
        applicant.address = Address{Taker::text(parts["street"_L1]), Taker::text(parts["city"_L1]),
                                    Taker::text(parts["region"_L1]), Taker::text(parts["postal_code"_L1]),
                                    Taker::text(parts["country"_L1])};
    }
    return applicant;
}

DeclaredDocument documentFrom(const QJsonObject &object, Taker &take)
{
    const QString here = u"document"_s;
    DeclaredDocument document;
    document.type = documentTypeFromName(object["type"_L1].toString());
    document.number = Taker::text(object["number"_L1]);
    document.issuingCountry = Taker::text(object["issuing_country"_L1]);
    document.expiresOn = take.date(object, {here, u"expires_on"_s});
    return document;
}

QList<EvidenceFile> filesFrom(const QJsonArray &array, Taker &take)
{
    QList<EvidenceFile> files;
    QSet<QString> seen;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject object = array.at(i).toObject();
        const QStringList here{u"files"_s, QString::number(i), u"path"_s};
        const QString path = object["path"_L1].toString();
        if (leavesBundle(path))
            take.fail(ErrorCode::PathLeavesBundle, here, u"absolute, or with \"..\", a backslash or a NUL"_s);
        const QString clean = QDir::cleanPath(take.name(object, here));
        if (seen.contains(clean))
            take.fail(ErrorCode::SchemaViolated, here, u"the same path is listed before"_s);
        seen += clean;
        files += EvidenceFile{roleFromName(object["role"_L1].toString()).value(), path};
    }
    return files;
}

void insertText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void insertDate(QJsonObject &object, QLatin1StringView name, const std::optional<QDate> &date)
{
    if (date)
        object.insert(name, date->toString(Qt::ISODate));
}

QJsonObject applicantToJson(const Applicant &applicant)
{
    QJsonObject object{{u"full_name"_s, applicant.fullName}};
    insertDate(object, "date_of_birth"_L1, applicant.dateOfBirth);
    insertText(object, "nationality"_L1, applicant.nationality);
    if (applicant.address) {
        QJsonObject address;
        insertText(address, "street"_L1, applicant.address->street);
        insertText(address, "city"_L1, applicant.address->city);
        insertText(address, "region"_L1, applicant.address->region);
        insertText(address, "postal_code"_L1, applicant.address->postalCode);
        insertText(address, "country"_L1, applicant.address->country);
        object.insert("address"_L1, address);
    }
    return object;
}
} // namespace

Result<Case> readCase(const QByteArray &json, const QString &fileName)
{
    if (json.size() > maxCaseJsonBytes)
        return failure(ErrorCode::FileTooLarge, fileName);
    const Result<QJsonObject> parsed = parseJsonObject(json, fileName);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const QJsonObject &object = *parsed;
    const QJsonValue format = object["format"_L1];
    if (format.isString() && format.toString() != formatName)
        return failure(ErrorCode::FormatUnknown, jsonWhere(fileName, {u"format"_s}), u"not "_s + formatName);
    if (!schema())
        return tl::unexpected(schema().error());
    if (const Result<void> valid = schema()->check(object, fileName); !valid)
        return tl::unexpected(valid.error());

    Taker take(fileName);
    Case input;
    input.id = take.name(object, {u"id"_s});
    input.level = levelFromName(object["level"_L1].toString()).value();
    input.submittedAt = take.moment(object, {u"submitted_at"_s});
    input.applicant = applicantFrom(object["applicant"_L1].toObject(), take);
    input.primaryFullName = Taker::text(object["primary"_L1]["full_name"_L1]);
    if (object["document"_L1].isObject())
        input.document = documentFrom(object["document"_L1].toObject(), take);
    input.files = filesFrom(object["files"_L1].toArray(), take);
    if (take.error())
        return tl::unexpected(*take.error());
    return input;
}

Result<Case> readBundle(const QString &folder)
{
    const QString name = u"case.json"_s;
    const Result<std::unique_ptr<QFile>> file = openEvidence(folder, name, maxCaseJsonBytes);
    if (!file) {
        Error error = file.error();
        error.where = name;
        return tl::unexpected(error);
    }
    // One byte more than allowed, should the file have grown since it was opened.
    return readCase((*file)->read(maxCaseJsonBytes + 1), name);
}

QJsonObject toJson(const Case &input)
{
    QJsonObject object{
        {u"format"_s, QString(formatName)},
        {u"id"_s, input.id},
        {u"level"_s, toName(input.level)},
        {u"submitted_at"_s, input.submittedAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"applicant"_s, applicantToJson(input.applicant)},
    };
    if (!input.primaryFullName.isEmpty())
        object.insert("primary"_L1, QJsonObject{{u"full_name"_s, input.primaryFullName}});
    if (input.document) {
        QJsonObject document;
        if (input.document->type)
            document.insert("type"_L1, toName(*input.document->type));
        insertText(document, "number"_L1, input.document->number);
        insertText(document, "issuing_country"_L1, input.document->issuingCountry);
        insertDate(document, "expires_on"_L1, input.document->expiresOn);
        object.insert("document"_L1, document);
    }
    QJsonArray files;
    for (const EvidenceFile &file : input.files)
        files.append(QJsonObject{{u"role"_s, toName(file.role)}, {u"path"_s, file.path}});
    object.insert("files"_L1, files);
    return object;
}

} // namespace scrutineer
