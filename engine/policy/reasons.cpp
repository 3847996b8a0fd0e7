// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json_text.h"
#include "engine/policy/catalogue.h"
#include "engine/policy/policy.h"
#include "resources/resources.h"

#include <QFileInfo>
#include <QMap>

namespace scrutineer::policy {

using namespace Qt::StringLiterals;

namespace {
using ReasonTexts = QHash<int, ReasonText>;

/// resources/reasons/<language>.json: the reason's number as text → title, reviewer, applicant.
ReasonTexts readTexts(const QString &file)
{
    ReasonTexts texts;
    const QByteArray path = "reasons/" + file.toLatin1();
    const Result<QJsonObject> object = parseJsonObject(resources::read(QLatin1StringView(path)), file);
    if (!object)
        return texts;
    for (auto it = object->begin(); it != object->end(); ++it) {
        const QJsonObject row = it->toObject();
        texts.insert(it.key().toInt(), {row["title"_L1].toString(), row["reviewer"_L1].toString(),
                                        row["applicant"_L1].toString()});
    }
    return texts;
}

const QMap<QString, ReasonTexts> &allTexts()
{
    static const QMap<QString, ReasonTexts> texts = [] {
        QMap<QString, ReasonTexts> byLanguage;
        for (const QString &file : resources::list("reasons"_L1))
            byLanguage.insert(QFileInfo(file).completeBaseName(), readTexts(file));
        return byLanguage;
    }();
    return texts;
}

QString filled(QString text, const Policy &policy)
{
    return text.replace("{months}"_L1, QString::number(policy.proofMaxAgeMonths))
        .replace("{word}"_L1, policy.statementWord);
}
} // namespace

ReasonText reasonText(int reason, const QString &language)
{
    return reasonText(reason, language, builtIn());
}

ReasonText reasonText(int reason, const QString &language, const Policy &policy)
{
    const ReasonTexts texts = allTexts().value(language);
    const ReasonText text =
        texts.contains(reason) ? texts.value(reason) : allTexts().value(u"en"_s).value(reason);
    return {text.title, filled(text.reviewer, policy), filled(text.applicant, policy)};
}

QStringList reasonLanguages()
{
    return allTexts().keys();
}

} // namespace scrutineer::policy
