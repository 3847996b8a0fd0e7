// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/truth.h"

#include "engine/base/json_text.h"
#include "engine/policy/catalogue.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace scrutineer::evaluation {

using namespace Qt::StringLiterals;

namespace {
const QString fileName = u"truth.json"_s;
constexpr qint64 maxBytes = qint64{4} << 20;

QPolygonF polygonFrom(const QJsonArray &points)
{
    QPolygonF polygon;
    for (const QJsonValue &point : points)
        polygon << QPointF(point[0].toDouble(), point[1].toDouble());
    return polygon;
}

/// The ids of a list, or where one is no check of the catalogue.
Result<QStringList> checkIds(const QJsonObject &object, const QString &member)
{
    QStringList ids;
    for (const QJsonValue &value : object[member].toArray()) {
        const QString id = value.toString();
        if (!policy::checkById(id))
            return failure(ErrorCode::SchemaViolated,
                           jsonWhere(fileName, {member, QString::number(ids.size())}),
                           u"not a check of the catalogue"_s);
        ids.append(id);
    }
    return ids;
}
} // namespace

QStringList bundlesIn(const QString &folder)
{
    QStringList bundles;
    QDirIterator files(folder, {u"case.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    while (files.hasNext())
        bundles.append(QFileInfo(files.next()).path());
    bundles.sort();
    return bundles;
}

Result<Truth> readTruth(const QString &folder)
{
    QFile file(folder + u'/' + fileName);
    if (!file.exists())
        return failure(ErrorCode::FileMissing, fileName);
    if (file.size() > maxBytes || !file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ReadFailed, fileName, file.errorString());
    return parseJsonObject(file.readAll(), fileName).and_then([](const QJsonObject &object) -> Result<Truth> {
        Truth truth;
        for (auto [member, list] :
             {std::pair(u"flagged"_s, &truth.flagged), std::pair(u"clear"_s, &truth.clear)}) {
            auto ids = checkIds(object, member);
            if (!ids)
                return tl::unexpected(ids.error());
            *list = *ids;
        }
        for (qsizetype i = 0; i < truth.clear.size(); ++i) {
            if (truth.flagged.contains(truth.clear[i]))
                return failure(ErrorCode::SchemaViolated,
                               jsonWhere(fileName, {u"clear"_s, QString::number(i)}), u"also in flagged"_s);
        }
        truth.decision = object["decision"_L1].toString();
        truth.lesson = object["lesson"_L1].toString();
        truth.facts = object["facts"_L1].toObject();
        for (const QJsonValue &reason : object["reasons"_L1].toArray())
            truth.reasons.append(reason.toInt());
        for (const QJsonValue &value : object["regions"_L1].toArray()) {
            truth.regions.append({value["id"_L1].toString(),
                                  {value["path"_L1].toString(),
                                   value["page"_L1].toInt(),
                                   polygonFrom(value["polygon"_L1].toArray()),
                                   {}}});
        }
        return truth;
    });
}

} // namespace scrutineer::evaluation
