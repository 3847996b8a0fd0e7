// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"
#include "engine/checks/context.h"

#include <QCoreApplication>

#include <initializer_list>

/// What every check needs to answer: sentences, outcomes, and the files it may judge. Id and reason number
/// are filled in by judge().
namespace scrutineer::checks {

/// A template marked with QT_TRANSLATE_NOOP("scrutineer", "…") and its values.
[[nodiscard]] Sentence say(const char *text, QStringList values = {});

/// "3.1 %" of a share of 0.031.
[[nodiscard]] QString percent(double share);
/// At most `decimals` places, zeros at the end dropped.
[[nodiscard]] QString number(double value, int decimals = 2);
[[nodiscard]] QString isoDate(QDate date);
/// The stable English name in words: "driving licence".
[[nodiscard]] QString inWords(const QString &name);

/// A type of document for a sentence that says "a …".
[[nodiscard]] QString inWords(DocumentType type);

[[nodiscard]] Finding answer(Outcome outcome, Sentence message, QStringList factsUsed = {});
[[nodiscard]] Finding answer(Outcome outcome, Sentence message, double score,
                             const policy::Threshold &threshold, QStringList factsUsed = {});
/// A fact is missing. `noReader` is the sentence for a fact that this version has no reader for.
[[nodiscard]] Finding notAssessed(const facts::NotRead &missing, const QString &path, const char *noReader);

[[nodiscard]] Region wholePage(const QString &path, int page = 0);
[[nodiscard]] Region regionOf(const QString &path, const facts::TextLine &line);

/// The most serious of several findings, the first of equals. Not assessed outranks clear.
[[nodiscard]] Finding worst(const QList<Finding> &findings);

/// The files of some roles that have been read.
struct Sources
{
    QList<const facts::FileFacts *> files; ///< empty: `instead` is set
    std::optional<Finding> instead;        ///< the answer when there is nothing to judge
    std::optional<Finding> unread;         ///< why one of the files could not be judged while others can

    /// A clear finding stands only when every file of the roles was read.
    [[nodiscard]] Finding settled(const Finding &finding) const;
};

/// Files of the roles, the first role being the one the check is about. No such file: not applicable, or not
/// assessed where the policy asks for one.
[[nodiscard]] Sources sourcesOf(const Context &context, std::initializer_list<Role> roles);

/// The same for checks of the advanced level: not applicable on a primary case.
[[nodiscard]] Sources advancedSourcesOf(const Context &context, std::initializer_list<Role> roles);

} // namespace scrutineer::checks
