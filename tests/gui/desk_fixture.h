// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/display_page.h"
#include "engine/store/workspace.h"
#include "ui/shell/prompt.h"

#include <QString>
#include <QStringList>

namespace scrutineer::test {

/// Answers in a person's place and remembers what was asked.
class ScriptedPrompt : public ui::Prompt
{
public:
    void chooseFolder(QWidget *, const QString &title, const QString &,
                      std::function<void(const QString &)> chosen) override
    {
        asked.append(title);
        if (!answer.isEmpty())
            chosen(answer);
    }
    void chooseNewFile(QWidget *, const QString &title, const QString &, const QStringList &,
                       std::function<void(const QString &)> chosen) override
    {
        asked.append(title);
        if (!answer.isEmpty())
            chosen(answer);
    }

    QString answer; ///< empty: the person cancels
    QStringList asked;
};

/// A case of an invented person, submitted `hoursAgo` before `now`. Advanced cases have a proof of address.
[[nodiscard]] Case inventedCase(const QString &id, Level level, const QDateTime &now, int hoursAgo);
/// Writes a case's files and case.json into folder/id and returns that folder.
[[nodiscard]] QString writeBundle(const Case &input, const QString &folder);
/// Facts, findings and pages as an analysis might bring them; glare and expiry flagged where `flagged`.
[[nodiscard]] store::Analysis inventedAnalysis(const Case &input, bool flagged);

} // namespace scrutineer::test
