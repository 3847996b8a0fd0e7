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

QString install(QCoreApplication &application, const QString &language)
{
    loadTranslationResource();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    for (const QString &spoken : languages().mid(1)) {
        // Traditional Chinese is not simplified: script and language must both agree.
        const QLocale offered(spoken);
        if (offered.language() != locale.language() || offered.script() != locale.script())
            continue;
        auto *texts = new QTranslator(&application);
        if (!texts->load(u":/translations/scrutineer_"_s + spoken + u".qm"_s)) {
            delete texts;
            break;
        }
        auto *ofQt = new QTranslator(&application);
        if (ofQt->load(u"qtbase_"_s + spoken, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(ofQt);
        QCoreApplication::installTranslator(texts);
        return spoken;
    }
    return u"en"_s;
}

} // namespace scrutineer::translations
