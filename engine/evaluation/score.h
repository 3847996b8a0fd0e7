// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/evaluation/statistics.h"
#include "engine/evaluation/truth.h"
#include "engine/facts/display_page.h"
#include "engine/facts/facts.h"

#include <QMap>

namespace scrutineer::evaluation {

/// A sample case, analysed.
struct EvaluatedCase
{
    QString folder;
    Case input;
    Truth truth;
    facts::Facts facts;
    QList<Finding> findings;
    qint64 durationMs = 0;
    QList<facts::DisplayPage> pages; ///< previews, for the pictures of what went wrong; may be empty
};

/// How one check did. A case counts where its truth names the check.
struct CheckScore
{
    QString checkId;
    int reason = 0;
    int hits = 0;        ///< wrong, and flagged
    int misses = 0;      ///< wrong, and said to be clear or not applicable
    int softHits = 0;    ///< wrong, and "review"
    int falseAlarms = 0; ///< clear, and flagged
    int rightlyClear = 0;
    int softAlarms = 0;       ///< clear, and "review"
    int notAssessedWrong = 0; ///< wrong, and not assessed
    int notAssessedClear = 0; ///< clear, and not assessed
    QList<double> overlaps;   ///< of the regions, where both truth and engine name some

    [[nodiscard]] int wrongCases() const { return hits + misses + softHits + notAssessedWrong; }
    [[nodiscard]] int clearCases() const
    {
        return falseAlarms + rightlyClear + softAlarms + notAssessedClear;
    }
    [[nodiscard]] int cases() const { return wrongCases() + clearCases(); }
    /// Of the cases that were judged: what was not assessed is not a miss, and never a hit.
    [[nodiscard]] Share missShare() const { return {misses, hits + misses + softHits}; }
    [[nodiscard]] Share falseAlarmShare() const
    {
        return {falseAlarms, falseAlarms + rightlyClear + softAlarms};
    }
};

/// Something the engine got wrong.
struct Mistake
{
    qsizetype caseIndex = 0; ///< into the evaluated cases
    QString checkId;
    bool missed = false; ///< otherwise a false alarm
    double margin =
        0; ///< how far the score lies on the wrong side of its threshold, relative to it; 0 unknown
};

/// Face scores of pairs whose truth is known, for the calibration of the bands.
struct FaceScores
{
    QList<double> same;
    QList<double> different;
};

struct Score
{
    QList<CheckScore> checks; ///< of the catalogue, in its order; those that no truth names are left out
    QList<Mistake> mistakes;  ///< worst first
    FaceScores faces;
    QMap<QString, QList<double>> stageMs; ///< each stage's time on each file
    QList<double> caseMs;
    int unreadableFiles = 0;
};

/// Compares findings with truths. Pure.
[[nodiscard]] Score score(const QList<EvaluatedCase> &cases);

} // namespace scrutineer::evaluation
