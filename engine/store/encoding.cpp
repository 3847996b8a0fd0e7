// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/encoding.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
void putDate(QJsonObject &object, QLatin1StringView key, const std::optional<QDate> &date)
{
    if (date)
        object.insert(key, date->toString(Qt::ISODate));
}

std::optional<QDate> dateFrom(const QJsonValue &value)
{
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}
QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonObject addressToJson(const Address &address)
{
    return {{u"street"_s, address.street},
            {u"city"_s, address.city},
            {u"region"_s, address.region},
            {u"postal_code"_s, address.postalCode},
            {u"country"_s, address.country}};
}

Address addressFromJson(const QJsonObject &object)
{
    return {object["street"_L1].toString(), object["city"_L1].toString(), object["region"_L1].toString(),
            object["postal_code"_L1].toString(), object["country"_L1].toString()};
}

QJsonObject documentToJson(const DeclaredDocument &document)
{
    QJsonObject object{{u"number"_s, document.number}, {u"issuing_country"_s, document.issuingCountry}};
    if (document.type)
        object.insert("type"_L1, toName(*document.type));
    putDate(object, "expires_on"_L1, document.expiresOn);
    return object;
}

DeclaredDocument documentFromJson(const QJsonObject &object)
{
    DeclaredDocument document;
    document.type = documentTypeFromName(object["type"_L1].toString());
    document.number = object["number"_L1].toString();
    document.issuingCountry = object["issuing_country"_L1].toString();
    document.expiresOn = dateFrom(object["expires_on"_L1]);
    return document;
}

QJsonArray polygonToJson(const QPolygonF &polygon)
{
    QJsonArray points;
    for (const QPointF &point : polygon)
        points.append(QJsonArray{point.x(), point.y()});
    return points;
}

QPolygonF polygonFromJson(const QJsonArray &array)
{
    QPolygonF polygon;
    for (const QJsonValue &point : array)
        polygon.append(QPointF(point[0].toDouble(), point[1].toDouble()));
    return polygon;
}

QJsonArray numbersToJson(const QList<int> &numbers)
{
    QJsonArray array;
    for (int number : numbers)
        array.append(number);
    return array;
}

QList<int> numbersFromJson(const QJsonValue &value)
{
    QList<int> numbers;
    for (const QJsonValue &number : value.toArray())
        numbers.append(number.toInt());
    return numbers;
}

QStringList textsFromJson(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts.append(text.toString());
    return texts;
}

QJsonArray verdictsToJson(const QList<FindingVerdict> &verdicts)
{
    QJsonArray array;
    for (const FindingVerdict &verdict : verdicts) {
        array.append(QJsonObject{{u"id"_s, verdict.checkId},
                                 {u"reason"_s, verdict.reason},
                                 {u"outcome"_s, toName(verdict.outcome)},
                                 {u"verdict"_s, toName(verdict.verdict)},
                                 {u"why"_s, verdict.why}});
    }
    return array;
}

QList<FindingVerdict> verdictsFromJson(const QJsonValue &value)
{
    QList<FindingVerdict> verdicts;
    for (const QJsonValue &item : value.toArray()) {
        FindingVerdict verdict;
        verdict.checkId = item["id"_L1].toString();
        verdict.reason = item["reason"_L1].toInt();
        verdict.outcome = outcomeFromName(item["outcome"_L1].toString()).value_or(Outcome::NotAssessed);
        verdict.verdict = verdictFromName(item["verdict"_L1].toString()).value_or(Verdict::Confirmed);
        verdict.why = item["why"_L1].toString();
        verdicts.append(verdict);
    }
    return verdicts;
}
} // namespace

QJsonObject toJson(const Case &input)
{
    QJsonObject applicant{{u"full_name"_s, input.applicant.fullName}};
    putDate(applicant, "date_of_birth"_L1, input.applicant.dateOfBirth);
    if (!input.applicant.nationality.isEmpty())
        applicant.insert("nationality"_L1, input.applicant.nationality);
    if (input.applicant.address)
        applicant.insert("address"_L1, addressToJson(*input.applicant.address));
    QJsonArray files;
    for (const EvidenceFile &file : input.files)
        files.append(QJsonObject{{u"role"_s, toName(file.role)}, {u"path"_s, file.path}});
    QJsonObject object{{u"id"_s, input.id},
                       {u"level"_s, toName(input.level)},
                       {u"submitted_at"_s, timeText(input.submittedAt)},
                       {u"applicant"_s, applicant},
                       {u"files"_s, files}};
    if (!input.primaryFullName.isEmpty())
        object.insert("primary"_L1, QJsonObject{{u"full_name"_s, input.primaryFullName}});
    if (input.document)
        object.insert("document"_L1, documentToJson(*input.document));
    return object;
}

Case caseFromJson(const QJsonObject &object)
{
    Case input;
    input.id = object["id"_L1].toString();
    input.level = levelFromName(object["level"_L1].toString()).value_or(Level::Primary);
    input.submittedAt = timeFrom(object["submitted_at"_L1]);
    const QJsonObject applicant = object["applicant"_L1].toObject();
    input.applicant.fullName = applicant["full_name"_L1].toString();
    input.applicant.dateOfBirth = dateFrom(applicant["date_of_birth"_L1]);
    input.applicant.nationality = applicant["nationality"_L1].toString();
    if (applicant.contains("address"_L1))
        input.applicant.address = addressFromJson(applicant["address"_L1].toObject());
    input.primaryFullName = object["primary"_L1]["full_name"_L1].toString();
    if (object.contains("document"_L1))
        input.document = documentFromJson(object["document"_L1].toObject());
    for (const QJsonValue &file : object["files"_L1].toArray()) {
        input.files.append({roleFromName(file["role"_L1].toString()).value_or(Role::DocumentFront),
                            file["path"_L1].toString()});
    }
    return input;
}

QJsonObject toJson(const Finding &finding)
{
    QJsonObject object{{u"id"_s, finding.checkId},
                       {u"reason"_s, finding.reason},
                       {u"outcome"_s, toName(finding.outcome)},
                       {u"unit"_s, finding.unit},
                       {u"message"_s, finding.message.text}};
    if (finding.score)
        object.insert("score"_L1, *finding.score);
    if (finding.threshold)
        object.insert("threshold"_L1, *finding.threshold);
    if (!finding.message.values.isEmpty())
        object.insert("values"_L1, QJsonArray::fromStringList(finding.message.values));
    if (!finding.factsUsed.isEmpty())
        object.insert("facts_used"_L1, QJsonArray::fromStringList(finding.factsUsed));
    QJsonArray evidence;
    for (const Region &region : finding.evidence) {
        evidence.append(QJsonObject{{u"path"_s, region.path},
                                    {u"page"_s, region.page},
                                    {u"polygon"_s, polygonToJson(region.polygon)},
                                    {u"text"_s, region.text}});
    }
    if (!evidence.isEmpty())
        object.insert("evidence"_L1, evidence);
    return object;
}

Finding findingFromJson(const QJsonObject &object)
{
    Finding finding;
    finding.checkId = object["id"_L1].toString();
    finding.reason = object["reason"_L1].toInt();
    finding.outcome = outcomeFromName(object["outcome"_L1].toString()).value_or(Outcome::NotAssessed);
    if (const QJsonValue score = object["score"_L1]; score.isDouble())
        finding.score = score.toDouble();
    if (const QJsonValue threshold = object["threshold"_L1]; threshold.isDouble())
        finding.threshold = threshold.toDouble();
    finding.unit = object["unit"_L1].toString();
    finding.message = {object["message"_L1].toString(), textsFromJson(object["values"_L1])};
    finding.factsUsed = textsFromJson(object["facts_used"_L1]);
    for (const QJsonValue &region : object["evidence"_L1].toArray()) {
        finding.evidence.append({region["path"_L1].toString(), region["page"_L1].toInt(),
                                 polygonFromJson(region["polygon"_L1].toArray()),
                                 region["text"_L1].toString()});
    }
    return finding;
}

QJsonArray toJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings)
        array.append(toJson(finding));
    return array;
}

QList<Finding> findingsFromJson(const QJsonArray &array)
{
    QList<Finding> findings;
    findings.reserve(array.size());
    for (const QJsonValue &value : array)
        findings.append(findingFromJson(value.toObject()));
    return findings;
}

QJsonObject toJson(const Draft &draft)
{
    return {{u"verdicts"_s, verdictsToJson(draft.verdicts)},
            {u"added_reasons"_s, numbersToJson(draft.addedReasons)},
            {u"removed_reasons"_s, numbersToJson(draft.removedReasons)},
            {u"language"_s, draft.language},
            {u"message"_s, draft.message},
            {u"message_edited"_s, draft.messageEdited},
            {u"note"_s, draft.note}};
}

Draft draftFromJson(const QJsonObject &object)
{
    Draft draft;
    draft.verdicts = verdictsFromJson(object["verdicts"_L1]);
    draft.addedReasons = numbersFromJson(object["added_reasons"_L1]);
    draft.removedReasons = numbersFromJson(object["removed_reasons"_L1]);
    draft.language = object["language"_L1].toString();
    draft.message = object["message"_L1].toString();
    draft.messageEdited = object["message_edited"_L1].toBool();
    draft.note = object["note"_L1].toString();
    return draft;
}

QJsonObject toJson(const Decision &decision)
{
    return {{u"id"_s, decision.id},
            {u"case"_s, decision.caseId},
            {u"kind"_s, toName(decision.kind)},
            {u"who"_s, decision.who},
            {u"at"_s, timeText(decision.at)},
            {u"policy_sha256"_s, decision.policySha256},
            {u"verdicts"_s, verdictsToJson(decision.verdicts)},
            {u"reasons"_s, numbersToJson(decision.reasons)},
            {u"language"_s, decision.language},
            {u"message"_s, decision.message},
            {u"note"_s, decision.note}};
}

Decision decisionFromJson(const QJsonObject &object)
{
    Decision decision;
    decision.id = object["id"_L1].toString();
    decision.caseId = object["case"_L1].toString();
    decision.kind = decisionKindFromName(object["kind"_L1].toString()).value_or(DecisionKind::AskForFiles);
    decision.who = object["who"_L1].toString();
    decision.at = timeFrom(object["at"_L1]);
    decision.policySha256 = object["policy_sha256"_L1].toString();
    decision.verdicts = verdictsFromJson(object["verdicts"_L1]);
    decision.reasons = numbersFromJson(object["reasons"_L1]);
    decision.language = object["language"_L1].toString();
    decision.message = object["message"_L1].toString();
    decision.note = object["note"_L1].toString();
    return decision;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectFrom(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString folded(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString plain;
    plain.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (!c.isMark())
            plain.append(c);
    }
    return plain.simplified();
}

} // namespace scrutineer::store
