// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

Settings loadSettings(const QSettings &from)
{
    Settings settings;
    settings.scheme = schemeFromName(from.value(u"view/scheme"_s).toString());
    settings.language = from.value(u"view/language"_s).toString();
    settings.singleKeys = from.value(u"keys/single"_s, true).toBool();
    settings.reducedMotion = from.value(u"view/reducedMotion"_s, false).toBool();
    settings.reviewer = from.value(u"review/reviewer"_s).toString();
    settings.lastWorkspace = from.value(u"workspace/last"_s).toString();
    return settings;
}

void saveSettings(const Settings &settings, QSettings &to)
{
    to.setValue(u"view/scheme"_s, toName(settings.scheme));
    to.setValue(u"view/language"_s, settings.language);
    to.setValue(u"keys/single"_s, settings.singleKeys);
    to.setValue(u"view/reducedMotion"_s, settings.reducedMotion);
    to.setValue(u"review/reviewer"_s, settings.reviewer);
    to.setValue(u"workspace/last"_s, settings.lastWorkspace);
}

QString reviewerName(const Settings &settings)
{
    if (!settings.reviewer.trimmed().isEmpty())
        return settings.reviewer.trimmed();
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    return user.isEmpty() ? u"reviewer"_s : user;
}

} // namespace scrutineer::ui
