// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/altered.h"

#include "engine/facts/cue_kinds.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
const QString checkId = u"document.altered"_s;

struct Trace
{
    const facts::FileFacts *file = nullptr;
    const facts::EditingCue *cue = nullptr;
    const facts::CueKind *kind = nullptr;
    const policy::Threshold *threshold = nullptr; ///< "flag" for a strong trace, "review" for a weak one
    bool isStrong = false;

    /// How far over its threshold it lies, to put the clearest first.
    [[nodiscard]] double excess() const { return cue->score / std::max(threshold->value, 1e-9); }
};

const policy::Threshold *limitOf(const Context &context, const QString &cue, QLatin1StringView name)
{
    const auto found = context.policy.thresholds.constFind(checkId + u'/' + cue + u'.' + name);
    return found == context.policy.thresholds.constEnd() ? nullptr : &*found;
}

QList<Trace> tracesOf(const Context &context, const facts::FileFacts &file)
{
    QList<Trace> traces;
    for (const facts::EditingCue &cue : file.editing->cues) {
        const facts::CueKind *kind = facts::cueKindOf(cue.name);
        if (!kind)
            continue;
        const policy::Threshold *flag = limitOf(context, cue.name, "flag"_L1);
        const policy::Threshold *review = limitOf(context, cue.name, "review"_L1);
        if (flag && cue.score >= flag->value)
            traces.append({&file, &cue, kind, flag, true});
        else if (review && cue.score >= review->value)
            traces.append({&file, &cue, kind, review, false});
    }
    return traces;
}

int kindsOf(const QList<Trace> &traces)
{
    QStringList kinds;
    for (const Trace &trace : traces) {
        if (!kinds.contains(trace.kind->kind))
            kinds.append(trace.kind->kind);
    }
    return int(kinds.size());
}

/// Where the traces are; the clearest of each kind shows it best. What is said of the whole file shows only
/// where nothing has a place.
QList<Region> regionsOf(const QList<Trace> &traces)
{
    QList<Region> regions;
    QStringList shown;
    for (const Trace &trace : traces) {
        if (trace.cue->regions.isEmpty() || shown.contains(trace.kind->kind))
            continue;
        shown.append(trace.kind->kind);
        for (const QPolygonF &polygon : trace.cue->regions)
            regions.append({trace.file->path, trace.cue->page, polygon, {}});
    }
    if (regions.isEmpty())
        regions.append(wholePage(traces.first().file->path));
    return regions;
}

Sentence sentenceOf(const QList<Trace> &traces)
{
    QStringList words;
    for (const Trace &trace : traces) {
        const QString word = QString::fromLatin1(trace.kind->inWords);
        if (!words.contains(word))
            words.append(word);
    }
    if (words.size() == 1)
        return traces.first().cue->seen;
    return say(QT_TRANSLATE_NOOP("scrutineer", "Several traces of editing: %1."), {words.join(u", "_s)});
}

Finding judgeFile(const Context &context, const facts::FileFacts &file)
{
    if (!file.editing)
        return notAssessed(
            file.editing.missing(), file.path,
            QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for traces of editing."));
    const policy::Threshold &kindsAsked = context.policy.threshold(checkId, u"kinds"_s);
    QList<Trace> traces = tracesOf(context, file);
    if (traces.isEmpty())
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "No traces of editing were found.")), 0, kindsAsked,
                      {u"editing.cues"_s});
    std::stable_sort(traces.begin(), traces.end(), [](const Trace &a, const Trace &b) {
        return std::pair(b.isStrong, b.excess()) < std::pair(a.isStrong, a.excess());
    });
    const Trace &first = traces.first();
    const int kinds = kindsOf(traces);
    const bool isFlagged = first.isStrong || kinds >= kindsAsked.value;
    Finding finding = isFlagged && !first.isStrong
                          ? answer(Outcome::Flagged, sentenceOf(traces), kinds, kindsAsked)
                          : answer(isFlagged ? Outcome::Flagged : Outcome::Review, sentenceOf(traces),
                                   first.cue->score, *first.threshold);
    for (const Trace &trace : traces)
        finding.factsUsed.append(u"editing.cues."_s + trace.cue->name);
    finding.evidence = regionsOf(traces);
    return finding;
}
} // namespace

Finding judgeAltered(const Context &context, const Sources &sources)
{
    QList<Finding> findings;
    for (const facts::FileFacts *file : sources.files)
        findings.append(judgeFile(context, *file));
    return sources.settled(worst(findings));
}

} // namespace scrutineer::checks
