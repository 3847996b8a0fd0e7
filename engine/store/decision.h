// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace scrutineer::store {

/// Where a case stands. The last three follow from the newest decision that was not taken back.
enum class CaseState {
    Imported, ///< not analysed yet
    Ready,    ///< analysed, waiting for a person
    Approved,
    FilesAsked, ///< the applicant was asked for new files
    Rejected,
};

enum class DecisionKind { Approve, AskForFiles, Reject };

enum class Verdict { Confirmed, Dismissed };

/// What a person made of one finding.
struct FindingVerdict
{
    QString checkId;                    ///< "document.glare"
    int reason = 0;                     ///< 112
    Outcome outcome = Outcome::Flagged; ///< the engine's, as the person saw it
    Verdict verdict = Verdict::Confirmed;
    QString why; ///< the person's words; may be empty for Confirmed, never for Dismissed

    friend bool operator==(const FindingVerdict &, const FindingVerdict &) = default;
};

/// A decision in the making. Kept so that nothing typed is lost.
struct Draft
{
    QList<FindingVerdict> verdicts;
    QList<int> addedReasons;    ///< put in by hand, in that order
    QList<int> removedReasons;  ///< proposed by confirmed findings and taken out by hand
    QString language;           ///< of the message: "en", "zh_CN"
    QString message;            ///< to the applicant
    bool messageEdited = false; ///< false: the message is composed anew when the reasons change
    QString note;               ///< internal

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// A recorded decision. Never changed; a later one stands on top.
struct Decision
{
    QString id; ///< UUID without braces, made by whoever decides
    QString caseId;
    DecisionKind kind = DecisionKind::AskForFiles;
    QString who;
    QDateTime at;         ///< UTC
    QString policySha256; ///< of the policy that made the findings
    QList<FindingVerdict> verdicts;
    QList<int> reasons; ///< catalogue numbers, each once
    QString language;
    QString message;
    QString note;
    std::optional<QDateTime> withdrawnAt; ///< taken back; set by the store only

    friend bool operator==(const Decision &, const Decision &) = default;
};

/// A picture that somebody looked at.
struct ViewedMark
{
    QString path; ///< EvidenceFile::path
    int page = 0; ///< from 0
    QString who;
    QDateTime at;          ///< UTC, first time
    bool trueSize = false; ///< seen at 100 % or more at least once

    friend bool operator==(const ViewedMark &, const ViewedMark &) = default;
};

/// Stable names in the database and in exports ("files_asked", "ask_for_files", "dismissed"), and back.
[[nodiscard]] QString toName(CaseState state);
[[nodiscard]] QString toName(DecisionKind kind);
[[nodiscard]] QString toName(Verdict verdict);
[[nodiscard]] std::optional<CaseState> caseStateFromName(QStringView name);
[[nodiscard]] std::optional<DecisionKind> decisionKindFromName(QStringView name);
[[nodiscard]] std::optional<Verdict> verdictFromName(QStringView name);

/// The same for people, in the user's language.
[[nodiscard]] QString toLabel(CaseState state);
[[nodiscard]] QString toLabel(DecisionKind kind);

/// The state a case has after a decision of this kind.
[[nodiscard]] CaseState stateAfter(DecisionKind kind);

} // namespace scrutineer::store
