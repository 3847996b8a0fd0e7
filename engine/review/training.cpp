// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/training.h"

#include "engine/base/json_text.h"
#include "engine/policy/catalogue.h"

#include <QJsonArray>

#include <algorithm>

namespace scrutineer::review {

using namespace Qt::StringLiterals;

namespace {
const QString fileName = u"truth.json"_s;

Error violation(const QStringList &tokens, const QString &rule)
{
    return {ErrorCode::SchemaViolated, jsonWhere(fileName, tokens), rule};
}

Result<QStringList> checkIds(const QJsonObject &object, const QString &member)
{
    QStringList ids;
    for (const QJsonValue &value : object[member].toArray()) {
        if (!policy::checkById(value.toString()))
            return tl::unexpected(
                violation({member, QString::number(ids.size())}, u"not a check of the catalogue"_s));
        ids.append(value.toString());
    }
    return ids;
}

LessonText textOf(const QJsonObject &object, const QString &language)
{
    const QJsonObject texts = object["lesson_texts"_L1].toObject();
    const QJsonObject text = texts[texts.contains(language) ? language : u"en"_s].toObject();
    LessonText lesson{text["title"_L1].toString(), text["wrong"_L1].toString(), text["look"_L1].toString(),
                      text["answer"_L1].toString()};
    if (lesson.wrong.isEmpty())
        lesson.wrong = object["lesson"_L1].toString();
    return lesson;
}

QList<LessonPlace> placesOf(const QJsonObject &object)
{
    QList<LessonPlace> places;
    for (const QJsonValue &value : object["regions"_L1].toArray()) {
        LessonPlace place{value["id"_L1].toString(),
                          {value["path"_L1].toString(), value["page"_L1].toInt(), {}, {}}};
        for (const QJsonValue &point : value["polygon"_L1].toArray())
            place.region.polygon << QPointF(point[0].toDouble(), point[1].toDouble());
        places.append(place);
    }
    return places;
}

QList<int> ordered(QList<int> reasons)
{
    std::sort(reasons.begin(), reasons.end());
    reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
    return reasons;
}

TrainingResult::Answer answerOf(store::DecisionKind expected, store::DecisionKind chosen)
{
    if (expected == chosen)
        return TrainingResult::Answer::Right;
    const bool bothRefuse =
        expected != store::DecisionKind::Approve && chosen != store::DecisionKind::Approve;
    return bothRefuse ? TrainingResult::Answer::OtherRefusal : TrainingResult::Answer::Wrong;
}
} // namespace

Result<Lesson> readLesson(const QByteArray &truth, const QString &language)
{
    return parseJsonObject(truth, fileName).and_then([&](const QJsonObject &object) -> Result<Lesson> {
        Lesson lesson;
        const auto decision = store::decisionKindFromName(object["decision"_L1].toString());
        if (!decision)
            return tl::unexpected(violation({u"decision"_s}, u"not a decision"_s));
        lesson.decision = *decision;
        const auto flagged = checkIds(object, u"flagged"_s);
        const auto clear = checkIds(object, u"clear"_s);
        if (!flagged || !clear)
            return tl::unexpected(flagged ? clear.error() : flagged.error());
        for (const QString &id : *flagged)
            lesson.reasons.append(policy::checkById(id)->reason);
        lesson.reasons = ordered(lesson.reasons);
        lesson.clear = *clear;
        lesson.places = placesOf(object);
        lesson.text = textOf(object, language);
        lesson.difficulty = object["difficulty"_L1].toInt();
        return lesson;
    });
}

TrainingResult compare(const Lesson &lesson, store::DecisionKind chosen, const QList<int> &reasons)
{
    TrainingResult result;
    result.answer = answerOf(lesson.decision, chosen);
    const QList<int> given = chosen == store::DecisionKind::Approve ? QList<int>() : ordered(reasons);
    for (const int reason : given) {
        const policy::CheckInfo *check = policy::checkByReason(reason);
        if (lesson.reasons.contains(reason))
            result.right.append(reason);
        else if (check && lesson.clear.contains(check->id))
            result.tooMuch.append(reason);
        else
            result.open.append(reason);
    }
    for (const int reason : lesson.reasons) {
        if (!given.contains(reason))
            result.missed.append(reason);
    }
    return result;
}

QList<Finding> findingsOf(const Lesson &lesson)
{
    QList<Finding> findings;
    for (const int reason : lesson.reasons) {
        Finding finding;
        finding.checkId = policy::checkByReason(reason)->id;
        finding.reason = reason;
        finding.outcome = Outcome::Flagged;
        for (const LessonPlace &place : lesson.places) {
            if (place.checkId == finding.checkId)
                finding.evidence.append(place.region);
        }
        findings.append(finding);
    }
    return findings;
}

} // namespace scrutineer::review
