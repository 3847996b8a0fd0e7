// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

static void loadTranslationResource()
{
    Q_INIT_RESOURCE(translations);
}

namespace scrutineer::translations {

QStringList languages()
{
    return {u"en"_s, u"zh_CN"_s};
}

namespace {
const QString ownName = u"scrutineerTranslator"_s;

void removeInstalled(QCoreApplication &application)
{
    for (QTranslator *translator :
         application.findChildren<QTranslator *>(ownName, Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

bool add(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(ownName);
    if (!translator->load(file, folder)) {
        delete translator;
        return false;
    }
    QCoreApplication::installTranslator(translator);
    return true;
}
} // namespace

QString install(QCoreApplication &application, const QString &language)
{
    loadTranslationResource();
    removeInstalled(application);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    for (const QString &spoken : languages().mid(1)) {
        // Traditional Chinese is not simplified: language and script must both agree.
        const QLocale offered(spoken);
        if (offered.language() != locale.language() || offered.script() != locale.script())
            continue;
        add(application, u"qtbase_"_s + spoken, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        if (add(application, u"scrutineer_"_s + spoken, u":/translations"_s))
            return spoken;
    }
    // English as well: its plurals ("1 case", "2 cases") are in a file of their own.
    add(application, u"scrutineer_en"_s, u":/translations"_s);
    return u"en"_s;
}

} // namespace scrutineer::translations
