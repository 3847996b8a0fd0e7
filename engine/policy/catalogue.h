// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace scrutineer::policy {

struct Policy;

/// A row of the check catalogue. The ids and numbers are fixed: programs and applicants rely on them.
struct CheckInfo
{
    QString id;             ///< "document.glare"
    int reason = 0;         ///< 112
    QStringList thresholds; ///< names that every policy must have for this check, "flag", "review"
    [[nodiscard]] int group() const { return reason / 100; } ///< 1 document … 6 address, 9 any file
};

/// Every check, in the order of the catalogue.
[[nodiscard]] const QList<CheckInfo> &catalogue();
[[nodiscard]] const CheckInfo *checkById(QStringView id);
[[nodiscard]] const CheckInfo *checkByReason(int reason);

/// In the user's language: "Document upload", "Face", … for 1 to 6 and 9.
[[nodiscard]] QString groupLabel(int group);

/// What is said about a reason, in one language.
struct ReasonText
{
    QString title;     ///< "Glare", at most three words
    QString reviewer;  ///< what is flagged, one sentence
    QString applicant; ///< what was wrong and what to send instead
};

/// The texts of a reason in a language ("en", "zh_CN"); falls back to English. The word for the statement and
/// the age of a proof are those of the policy, or of the built-in one. An unknown reason has empty texts.
[[nodiscard]] ReasonText reasonText(int reason, const QString &language);
[[nodiscard]] ReasonText reasonText(int reason, const QString &language, const Policy &policy);
/// Languages that have applicant texts.
[[nodiscard]] QStringList reasonLanguages();

} // namespace scrutineer::policy
