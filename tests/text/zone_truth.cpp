// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/zone_truth.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace scrutineer::tests {

using namespace Qt::StringLiterals;

namespace {

QString withoutFillers(QString text)
{
    return text.replace(u'<', u' ').simplified();
}

QString shortDate(const std::optional<QDate> &date)
{
    return date ? date->toString(u"yyMMdd") : QString();
}

} // namespace

ZoneFields fieldsOf(const QStringList &lines)
{
    const bool three = lines.size() == 3;
    const QString &data = three ? lines.at(1) : lines.last();
    const QString names = three ? lines.last() : lines.first().mid(5);
    const qsizetype end = names.indexOf(u"<<"_s);
    return {withoutFillers(three ? lines.first().mid(5, 9) : data.left(9)), data.mid(three ? 0 : 13, 6),
            data.mid(three ? 8 : 21, 6), withoutFillers(names.left(end < 0 ? names.size() : end)),
            end < 0 ? QString() : withoutFillers(names.mid(end))};
}

ZoneFields fieldsOf(const facts::MrzFields &fields)
{
    return {fields.number, shortDate(fields.dateOfBirth), shortDate(fields.expiresOn), fields.surname,
            fields.givenNames};
}

int wrongThoughValid(const facts::Mrz &mrz, const ZoneFields &want)
{
    const ZoneFields got = fieldsOf(mrz.fields);
    int wrong = mrz.checkDigits.value(u"number"_s) && got.number != want.number ? 1 : 0;
    wrong += mrz.checkDigits.value(u"date_of_birth"_s) && got.birth != want.birth ? 1 : 0;
    wrong += mrz.checkDigits.value(u"expires_on"_s) && got.expiry != want.expiry ? 1 : 0;
    return wrong;
}

QMap<QString, QStringList> zonesOfTestData()
{
    QMap<QString, QStringList> zones;
    QFile file(qEnvironmentVariable("SCRUTINEER_TESTDATA") + u"/mrz/truth.json"_s);
    if (!qEnvironmentVariableIsSet("SCRUTINEER_TESTDATA") || !file.open(QIODevice::ReadOnly))
        return zones;
    const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
    for (const QString &name : truth.keys()) {
        for (const QJsonValue &line : truth[name].toArray())
            zones[name] += line.toString();
    }
    return zones;
}

} // namespace scrutineer::tests
