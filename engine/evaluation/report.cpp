// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/report.h"

#include <QJsonArray>

namespace scrutineer::evaluation {

using namespace Qt::StringLiterals;

namespace {
QString percent(const Share &share)
{
    if (share.of == 0)
        return u"-"_s;
    return u"%1 % [%2-%3]"_s.arg(100 * share.value(), 0, 'f', 1)
        .arg(100 * share.low(), 0, 'f', 0)
        .arg(100 * share.high(), 0, 'f', 0);
}

QString row(const QStringList &cells)
{
    static constexpr int widths[] = {31, 6, 5, 5, 5, 6, 6, 7, 17, 17, 5};
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += i == 0 ? cells[i].leftJustified(widths[i]) : u' ' + cells[i].rightJustified(widths[i]);
    return line + u'\n';
}

QString number(int value)
{
    return QString::number(value);
}

/// Answers on wrong cases, then those on clear ones.
QString wrongAndClear(int wrong, int clear)
{
    return u"%1+%2"_s.arg(wrong).arg(clear);
}

QJsonObject toJson(const Share &share)
{
    return {{u"count"_s, share.count},
            {u"of"_s, share.of},
            {u"value"_s, share.value()},
            {u"low"_s, share.low()},
            {u"high"_s, share.high()}};
}

QJsonObject toJson(const CheckScore &check)
{
    QJsonObject object{{u"id"_s, check.checkId},
                       {u"reason"_s, check.reason},
                       {u"cases"_s, check.cases()},
                       {u"wrong_cases"_s, check.wrongCases()},
                       {u"true_positives"_s, check.hits},
                       {u"misses"_s, check.misses},
                       {u"false_positives"_s, check.falseAlarms},
                       {u"review_wrong"_s, check.softHits},
                       {u"review_clear"_s, check.softAlarms},
                       {u"not_assessed"_s, check.notAssessedWrong + check.notAssessedClear},
                       {u"not_assessed_wrong"_s, check.notAssessedWrong},
                       {u"miss_share"_s, toJson(check.missShare())},
                       {u"false_alarm_share"_s, toJson(check.falseAlarmShare())}};
    object[u"mean_overlap"_s] = check.overlaps.isEmpty() ? QJsonValue() : QJsonValue(mean(check.overlaps));
    return object;
}

QJsonObject distribution(const QList<double> &values)
{
    return {{u"count"_s, values.size()},        {u"lowest"_s, quantile(values, 0)},
            {u"p5"_s, quantile(values, 0.05)},  {u"median"_s, quantile(values, 0.5)},
            {u"p95"_s, quantile(values, 0.95)}, {u"highest"_s, quantile(values, 1)}};
}

QString distributionLine(const QString &name, const QList<double> &values)
{
    if (values.isEmpty())
        return {};
    return u"%1: %2 pairs, lowest %3, 5 % %4, median %5, 95 % %6, highest %7\n"_s.arg(name)
        .arg(values.size())
        .arg(quantile(values, 0), 0, 'f', 3)
        .arg(quantile(values, 0.05), 0, 'f', 3)
        .arg(quantile(values, 0.5), 0, 'f', 3)
        .arg(quantile(values, 0.95), 0, 'f', 3)
        .arg(quantile(values, 1), 0, 'f', 3);
}
} // namespace

QString textReport(const Score &score)
{
    QString text = row({u"check"_s, u"cases"_s, u"wrong"_s, u"hits"_s, u"miss"_s, u"false"_s, u"look"_s,
                        u"n/a"_s, u"misses [95 %]"_s, u"false alarms"_s, u"IoU"_s});
    for (const CheckScore &check : score.checks) {
        text += row({number(check.reason) + u' ' + check.checkId, number(check.cases()),
                     number(check.wrongCases()), number(check.hits), number(check.misses),
                     number(check.falseAlarms), wrongAndClear(check.softHits, check.softAlarms),
                     wrongAndClear(check.notAssessedWrong, check.notAssessedClear),
                     percent(check.missShare()), percent(check.falseAlarmShare()),
                     check.overlaps.isEmpty() ? u"-"_s : QString::number(mean(check.overlaps), 'f', 2)});
    }
    text += u'\n' + distributionLine(u"Faces, same person"_s, score.faces.same) +
            distributionLine(u"Faces, different people"_s, score.faces.different);
    text += u"Time a case: median %1 ms, 95 % %2 ms\n"_s.arg(quantile(score.caseMs, 0.5), 0, 'f', 0)
                .arg(quantile(score.caseMs, 0.95), 0, 'f', 0);
    for (auto stage = score.stageMs.begin(); stage != score.stageMs.end(); ++stage)
        text += u"  %1: median %2 ms, 95 % %3 ms, %4 files\n"_s.arg(stage.key())
                    .arg(quantile(stage.value(), 0.5), 0, 'f', 1)
                    .arg(quantile(stage.value(), 0.95), 0, 'f', 1)
                    .arg(stage.value().size());
    if (score.unreadableFiles > 0)
        text += u"Unreadable files: %1\n"_s.arg(score.unreadableFiles);
    return text;
}

QJsonObject jsonReport(const Score &score, const QList<EvaluatedCase> &cases)
{
    QJsonArray checks;
    for (const CheckScore &check : score.checks)
        checks.append(toJson(check));
    QJsonArray mistakes;
    for (const Mistake &mistake : score.mistakes) {
        mistakes.append(QJsonObject{{u"case"_s, cases[mistake.caseIndex].input.id},
                                    {u"check"_s, mistake.checkId},
                                    {u"kind"_s, mistake.missed ? u"miss"_s : u"false_alarm"_s},
                                    {u"margin"_s, mistake.margin}});
    }
    QJsonObject stages;
    for (auto stage = score.stageMs.begin(); stage != score.stageMs.end(); ++stage)
        stages[stage.key()] = distribution(stage.value());
    return {{u"format"_s, u"scrutineer.evaluation/1"_s},
            {u"cases"_s, cases.size()},
            {u"checks"_s, checks},
            {u"mistakes"_s, mistakes},
            {u"faces"_s, QJsonObject{{u"same"_s, distribution(score.faces.same)},
                                     {u"different"_s, distribution(score.faces.different)}}},
            {u"case_ms"_s, distribution(score.caseMs)},
            {u"stage_ms"_s, stages},
            {u"unreadable_files"_s, score.unreadableFiles}};
}

} // namespace scrutineer::evaluation
