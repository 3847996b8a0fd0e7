// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/report.h"

#include <algorithm>

namespace scrutineer::evaluation {

using namespace Qt::StringLiterals;

namespace {
const QString style = uR"(
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #1d2430; background: #fff }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.2rem }
table { border-collapse: collapse; width: 100% } th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid #dde2ea }
th:first-child, td:first-child { text-align: left } tr.bad td { background: #fff1f0 }
.bar { display: inline-block; height: .7rem; background: #7aa2d6; vertical-align: middle } .bar.other { background: #d69a7a }
figure { display: inline-block; width: 23rem; margin: .6rem; vertical-align: top } figure svg { width: 100%; height: auto; background: #eee }
figcaption { font-size: .85rem } .expected { fill: none; stroke: #0a7d33; stroke-width: 3; stroke-dasharray: 9 5; vector-effect: non-scaling-stroke }
.found { fill: none; stroke: #c4281c; stroke-width: 3; vector-effect: non-scaling-stroke }
)"_s;

QString cell(const QString &text)
{
    return u"<td>"_s + text.toHtmlEscaped() + u"</td>"_s;
}

QString share(const Share &value)
{
    if (value.of == 0)
        return u"–"_s;
    return u"%1 % (%2–%3)"_s.arg(100 * value.value(), 0, 'f', 1)
        .arg(100 * value.low(), 0, 'f', 0)
        .arg(100 * value.high(), 0, 'f', 0);
}

QString checkTable(const Score &score)
{
    QString html =
        u"<table><tr><th>Check</th><th>Cases</th><th>Wrong</th><th>Hits</th><th>Misses</th><th>False "
        u"alarms</th>"
        "<th>To look at</th><th>Not assessed</th><th>Miss share (95 %)</th><th>False alarm share (95 %)</th><th>Overlap</th></tr>"_s;
    for (const CheckScore &check : score.checks) {
        const bool bad = check.misses + check.falseAlarms > 0;
        html += bad ? u"<tr class='bad'>"_s : u"<tr>"_s;
        html += cell(QString::number(check.reason) + u' ' + check.checkId);
        for (const int count :
             {check.cases(), check.wrongCases(), check.hits, check.misses, check.falseAlarms})
            html += cell(QString::number(count));
        html += cell(u"%1 + %2"_s.arg(check.softHits).arg(check.softAlarms));
        html += cell(u"%1 + %2"_s.arg(check.notAssessedWrong).arg(check.notAssessedClear));
        html += cell(share(check.missShare())) + cell(share(check.falseAlarmShare()));
        html += cell(check.overlaps.isEmpty() ? u"–"_s : QString::number(mean(check.overlaps), 'f', 2)) +
                u"</tr>"_s;
    }
    return html + u"</table>"_s;
}

/// Two histograms over the cosine from -0.2 to 1, side by side.
QString faceHistogram(const FaceScores &faces)
{
    if (faces.same.isEmpty() && faces.different.isEmpty())
        return u"<p>No face pairs were compared.</p>"_s;
    constexpr int bins = 24;
    const auto bin = [](double value) {
        return std::clamp(static_cast<int>((value + 0.2) / 1.2 * bins), 0, bins - 1);
    };
    std::array<int, bins> same{};
    std::array<int, bins> different{};
    for (const double value : faces.same)
        ++same[static_cast<size_t>(bin(value))];
    for (const double value : faces.different)
        ++different[static_cast<size_t>(bin(value))];
    const int most = std::max({1, *std::ranges::max_element(same), *std::ranges::max_element(different)});
    QString html =
        u"<table><tr><th>Cosine</th><th style='text-align:left'>Same person</th><th style='text-align:left'>Different people</th></tr>"_s;
    for (size_t i = 0; i < bins; ++i) {
        html +=
            u"<tr><td>%1</td><td style='text-align:left'><span class='bar' style='width:%2%'></span> %3</td>"
            "<td style='text-align:left'><span class='bar other' style='width:%4%'></span> %5</td></tr>"_s
                .arg(-0.2 + 1.2 * static_cast<double>(i) / bins, 0, 'f', 2)
                .arg(80 * same[i] / most)
                .arg(same[i])
                .arg(80 * different[i] / most)
                .arg(different[i]);
    }
    return html + u"</table>"_s;
}

QString timesTable(const Score &score)
{
    QString html = u"<table><tr><th>Stage</th><th>Files</th><th>Median ms</th><th>95 % ms</th></tr>"_s;
    const auto line = [&](const QString &name, const QList<double> &values) {
        html += u"<tr>"_s + cell(name) + cell(QString::number(values.size())) +
                cell(QString::number(quantile(values, 0.5), 'f', 1)) +
                cell(QString::number(quantile(values, 0.95), 'f', 1)) + u"</tr>"_s;
    };
    line(u"whole case"_s, score.caseMs);
    for (auto stage = score.stageMs.begin(); stage != score.stageMs.end(); ++stage)
        line(stage.key(), stage.value());
    return html + u"</table>"_s;
}

QString polygon(const QPolygonF &points, const QString &kind)
{
    QString list;
    for (const QPointF &point : points)
        list += u"%1,%2 "_s.arg(point.x(), 0, 'f', 0).arg(point.y(), 0, 'f', 0);
    return u"<polygon class='%1' points='%2'/>"_s.arg(kind, list.trimmed());
}

/// The picture a mistake is about: where the truth marks something, where the engine does, or the first.
const facts::DisplayPage *pageOf(const EvaluatedCase &evaluated, const Finding *finding,
                                 const QString &checkId)
{
    Region place;
    if (finding && !finding->evidence.isEmpty())
        place = finding->evidence.first();
    for (const TruthRegion &wanted : evaluated.truth.regions) {
        if (wanted.checkId == checkId)
            place = wanted.region;
    }
    for (const facts::DisplayPage &page : evaluated.pages) {
        if (page.path == place.path && page.page == place.page)
            return &page;
    }
    return evaluated.pages.isEmpty() ? nullptr : &evaluated.pages.first();
}

QString picture(const EvaluatedCase &evaluated, const Mistake &mistake)
{
    const auto finding = std::ranges::find(evaluated.findings, mistake.checkId, &Finding::checkId);
    const Finding *said = finding == evaluated.findings.end() ? nullptr : &*finding;
    QString html = u"<figure>"_s;
    if (const facts::DisplayPage *page = pageOf(evaluated, said, mistake.checkId)) {
        html += u"<svg viewBox='0 0 %1 %2'><image width='%1' height='%2' href='data:image/jpeg;base64,%3'/>"_s
                    .arg(page->fullSize.width())
                    .arg(page->fullSize.height())
                    .arg(QString::fromLatin1(page->preview.toBase64()));
        for (const TruthRegion &wanted : evaluated.truth.regions) {
            if (wanted.checkId == mistake.checkId && wanted.region.path == page->path &&
                wanted.region.page == page->page)
                html += polygon(wanted.region.polygon, u"expected"_s);
        }
        for (const Region &found : said ? said->evidence : QList<Region>()) {
            if (found.path == page->path && found.page == page->page)
                html += polygon(found.polygon, u"found"_s);
        }
        html += u"</svg>"_s;
    }
    const QString message = said ? said->message.english() : QString();
    return html + u"<figcaption><b>%1</b> %2 in %3<br>%4</figcaption></figure>"_s.arg(
                      mistake.missed ? u"Missed"_s : u"False alarm"_s, mistake.checkId.toHtmlEscaped(),
                      evaluated.input.id.toHtmlEscaped(), message.toHtmlEscaped());
}
} // namespace

QString htmlReport(const Score &score, const QList<EvaluatedCase> &cases, int mostPictures)
{
    QString html =
        u"<!doctype html><html lang='en'><meta charset='utf-8'><title>Scrutineer evaluation</title><style>"_s +
        style + u"</style><h1>Evaluation of %1 cases</h1>"_s.arg(cases.size());
    html += checkTable(score);
    html += u"<h2>Face scores</h2>"_s + faceHistogram(score.faces);
    html += u"<h2>Times</h2>"_s + timesTable(score);
    html +=
        u"<h2>Worst mistakes</h2><p>Dashed green: what is wrong there. Red: what the engine marked. %1 mistakes in all.</p>"_s
            .arg(score.mistakes.size());
    for (const Mistake &mistake :
         score.mistakes.first(std::min<qsizetype>(mostPictures, score.mistakes.size())))
        html += picture(cases[mistake.caseIndex], mistake);
    return html + u"</html>\n"_s;
}

} // namespace scrutineer::evaluation
