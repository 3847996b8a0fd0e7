// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary.h"

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

namespace {
QString section(const QString &title, const QList<Finding> &findings, Outcome outcome)
{
    QString lines;
    for (const Finding &finding : findings) {
        if (finding.outcome == outcome)
            lines += u"  %1 %2: %3\n"_s.arg(QString::number(finding.reason), finding.checkId,
                                            finding.message.english());
    }
    return lines.isEmpty() ? QString() : title + u'\n' + lines;
}
} // namespace

QString summary(const worker::CaseResult &result)
{
    const auto clear = std::ranges::count(result.findings, Outcome::Clear, &Finding::outcome);
    QString text = u"%1, analysed in %2 ms\n"_s.arg(result.input.id).arg(result.durationMs);
    const QString flagged = section(u"Flagged"_s, result.findings, Outcome::Flagged);
    text += flagged.isEmpty() ? u"Nothing is flagged.\n"_s : flagged;
    text += section(u"To look at"_s, result.findings, Outcome::Review);
    text += section(u"Not assessed"_s, result.findings, Outcome::NotAssessed);
    return text + u"Clear: %1 checks\n"_s.arg(clear);
}

} // namespace scrutineer::cli
