// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"
#include "engine/review/review_session.h"

namespace scrutineer::review {

QString composeMessage(const QList<int> &reasons, const QString &language, const policy::Policy &policy)
{
    QStringList paragraphs;
    for (const int reason : reasons) {
        const QString text = policy::reasonText(reason, language, policy).applicant;
        if (!text.isEmpty() && !paragraphs.contains(text))
            paragraphs.append(text);
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace scrutineer::review
