// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/score.h"

#include "engine/policy/catalogue.h"

#include <algorithm>
#include <cmath>

namespace scrutineer::evaluation {

using namespace Qt::StringLiterals;

namespace {
const Finding *findingOf(const EvaluatedCase &evaluated, const QString &checkId)
{
    const auto found = std::ranges::find(evaluated.findings, checkId, &Finding::checkId);
    return found == evaluated.findings.end() ? nullptr : &*found;
}

double marginOf(const Finding &finding)
{
    if (!finding.score || !finding.threshold || *finding.threshold == 0)
        return 0;
    return std::abs(*finding.score - *finding.threshold) / std::abs(*finding.threshold);
}

/// Mean overlap over the pages that the truth marks for a check.
std::optional<double> regionOverlap(const EvaluatedCase &evaluated, const Finding &finding)
{
    QMap<std::pair<QString, int>, std::pair<QList<QPolygonF>, QList<QPolygonF>>> pages;
    for (const TruthRegion &wanted : evaluated.truth.regions) {
        if (wanted.checkId == finding.checkId)
            pages[{wanted.region.path, wanted.region.page}].first.append(wanted.region.polygon);
    }
    for (const Region &found : finding.evidence) {
        const auto page = pages.find({found.path, found.page});
        if (page != pages.end() && !found.polygon.isEmpty())
            page->second.append(found.polygon);
    }
    QList<double> overlaps;
    for (const auto &[wanted, found] : pages) {
        if (const auto value = overlap(wanted, found))
            overlaps.append(*value);
    }
    return overlaps.isEmpty() ? std::nullopt : std::optional(mean(overlaps));
}

void countWrong(CheckScore &check, Outcome outcome)
{
    switch (outcome) {
    case Outcome::Flagged:
        ++check.hits;
        break;
    case Outcome::Review:
        ++check.softHits;
        break;
    case Outcome::NotAssessed:
        ++check.notAssessedWrong;
        break;
    case Outcome::Clear:
    case Outcome::NotApplicable:
        ++check.misses;
        break;
    }
}

void countClear(CheckScore &check, Outcome outcome)
{
    switch (outcome) {
    case Outcome::Flagged:
        ++check.falseAlarms;
        break;
    case Outcome::Review:
        ++check.softAlarms;
        break;
    case Outcome::NotAssessed:
        ++check.notAssessedClear;
        break;
    case Outcome::Clear:
    case Outcome::NotApplicable:
        ++check.rightlyClear;
        break;
    }
}

CheckScore scoreCheck(const policy::CheckInfo &info, const QList<EvaluatedCase> &cases,
                      QList<Mistake> &mistakes)
{
    CheckScore check;
    check.checkId = info.id;
    check.reason = info.reason;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const EvaluatedCase &evaluated = cases[i];
        const bool wrong = evaluated.truth.flagged.contains(info.id);
        const Finding *finding = findingOf(evaluated, info.id);
        if (!finding || (!wrong && !evaluated.truth.clear.contains(info.id)))
            continue;
        wrong ? countWrong(check, finding->outcome) : countClear(check, finding->outcome);
        if (wrong && finding->outcome == Outcome::Flagged) {
            if (const auto value = regionOverlap(evaluated, *finding))
                check.overlaps.append(*value);
        }
        const bool missed =
            wrong && (finding->outcome == Outcome::Clear || finding->outcome == Outcome::NotApplicable);
        if (missed || (!wrong && finding->outcome == Outcome::Flagged))
            mistakes.append({i, info.id, missed, marginOf(*finding)});
    }
    return check;
}

void collectFaces(const EvaluatedCase &evaluated, FaceScores &faces)
{
    const QString id = u"face.mismatch"_s;
    for (const facts::FaceMatch &match : evaluated.facts.faceMatches) {
        if (evaluated.truth.flagged.contains(id))
            faces.different.append(match.score);
        else if (evaluated.truth.clear.contains(id))
            faces.same.append(match.score);
    }
}
} // namespace

Score score(const QList<EvaluatedCase> &cases)
{
    Score result;
    for (const policy::CheckInfo &info : policy::catalogue()) {
        const CheckScore check = scoreCheck(info, cases, result.mistakes);
        if (check.cases() > 0)
            result.checks.append(check);
    }
    std::ranges::stable_sort(result.mistakes, [](const Mistake &a, const Mistake &b) {
        return std::pair(b.missed, b.margin) < std::pair(a.missed, a.margin);
    });
    for (const EvaluatedCase &evaluated : cases) {
        collectFaces(evaluated, result.faces);
        result.caseMs.append(static_cast<double>(evaluated.durationMs));
        for (const facts::FileFacts &file : evaluated.facts.files) {
            result.unreadableFiles += file.unreadable ? 1 : 0;
            for (auto stage = file.stageMs.begin(); stage != file.stageMs.end(); ++stage)
                result.stageMs[stage.key()].append(stage.value());
        }
    }
    return result;
}

} // namespace scrutineer::evaluation
