// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/flag.h"

#include "engine/policy/catalogue.h"

#include <QLocale>

namespace scrutineer::ui {

QList<Flag> flagsOf(const QList<Finding> &findings, const QString &path, int page)
{
    QList<Flag> flags;
    for (const Finding &finding : findings) {
        Flag flag{finding.checkId, finding.reason, finding.outcome, {}, {}, {}};
        for (const Region &region : finding.evidence) {
            if (region.path == path && region.page == page)
                flag.shapes.append(region.polygon);
        }
        if (flag.shapes.isEmpty())
            continue;
        flag.title = policy::reasonText(finding.reason, QLocale().name()).title;
        flag.message = finding.message.translated();
        flags.append(flag);
    }
    return flags;
}

} // namespace scrutineer::ui
