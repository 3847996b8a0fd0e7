// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/photo_quality.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype fieldsThatTellText = 3;
constexpr int surelyReadLetters = 120; ///< of a document's print: half of what a card shows
constexpr double surelyRead = 0.85;    ///< confidence of recognised print

/// Letters and digits in lines that were read without doubt.
int surelyReadCharacters(const facts::Document &document)
{
    int characters = 0;
    if (!document.text)
        return characters;
    for (const facts::TextLine &line : *document.text) {
        if (line.confidence < surelyRead)
            continue;
        characters += int(std::count_if(line.text.begin(), line.text.end(),
                                        [](QChar character) { return character.isLetterOrNumber(); }));
    }
    return characters;
}

QList<Region> regionsOf(const facts::FileFacts &file, const facts::Measurement &measurement)
{
    QList<Region> regions;
    for (const QPolygonF &polygon : measurement.regions)
        regions.append({file.path, 0, polygon, {}});
    if (regions.isEmpty()) {
        const facts::Reading<QPolygonF> &quad = file.document->quad;
        regions.append({file.path, 0, quad ? *quad : QPolygonF(), {}});
    }
    return regions;
}

Finding judgeFile(const Context &context, const QualityRule &rule, const facts::FileFacts &file)
{
    const facts::Reading<facts::Measurement> &measured = file.document->quality.*rule.measurement;
    if (!measured)
        return notAssessed(measured.missing(), file.path, rule.noReader);
    const auto beyond = [&](const policy::Threshold &threshold) {
        return rule.lowIsBad ? measured->value < threshold.value : measured->value >= threshold.value;
    };
    const policy::Threshold &flag = context.policy.threshold(rule.checkId);
    const auto review = context.policy.thresholds.constFind(rule.checkId + u"/review"_s);
    Outcome outcome = Outcome::Clear;
    const char *sentence = rule.clear;
    if (beyond(flag)) {
        outcome = Outcome::Flagged;
        sentence = rule.flagged;
    } else if (review != context.policy.thresholds.constEnd() && beyond(*review)) {
        outcome = Outcome::Review;
        sentence = rule.review;
    }
    Finding finding = answer(outcome, say(sentence, {rule.format(measured->value)}), measured->value, flag,
                             {u"document.quality."_s + rule.fact});
    if (outcome != Outcome::Clear)
        finding.evidence = regionsOf(file, *measured);
    return finding;
}
} // namespace

Finding judgeQuality(const Context &context, const QualityRule &rule)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    if (sources.instead)
        return *sources.instead;
    QList<Finding> findings;
    for (const facts::FileFacts *file : sources.files) {
        findings.append(file->document ? judgeFile(context, rule, *file)
                                       : notAssessed(file->document.missing(), file->path, rule.noReader));
    }
    return sources.settled(worst(findings));
}

bool textWasRead(const facts::Document &document)
{
    return (document.mrz && document.mrz->verified) || document.printed.size() >= fieldsThatTellText ||
           surelyReadCharacters(document) >= surelyReadLetters;
}

} // namespace scrutineer::checks
