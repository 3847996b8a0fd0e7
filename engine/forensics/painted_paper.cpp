// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/painted_paper.h"

#include "engine/forensics/line_surroundings.h"
#include "engine/forensics/median.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr double leastWidth = 700;  ///< pixels of the document: on fewer, letters leave no paper
constexpr int longest = 700;        ///< pixels of the page: longer lines are no fields
constexpr int shortest = 60;        ///< pixels of the page: compression evens shorter ones by chance
constexpr double leastGrain = 0.3;  ///< grey levels around a line: less does not outlive compression evenly
constexpr double silence = 0.03;    ///< grey levels below which all is the same
constexpr double leastSpread = 0.4; ///< grey levels above and below a line: less tells nothing
constexpr double mostSpread = 2.2;  ///< the same: more is print or a pattern, which may end around a field
constexpr double mostTint = 3;      ///< grey levels between a line's paper and its surroundings: other paper
constexpr double stillness = 0.15;  ///< grey levels below which all spreads are the same
constexpr std::size_t leastLines = 5; ///< to compare with
constexpr double worthNaming = 2;     ///< score
constexpr std::size_t mostPlaces = 4;

using Lines = std::vector<LineSurroundings>;
using Scored = std::pair<double, cv::Rect>; ///< a line with its score

using Grain = std::optional<std::pair<double, double>>; ///< around a line and within it

/// The grain that all but a few lines in other rows exceed: pictures that messengers made blotchy have some
/// quiet lines, and a field's words are lines of their own.
double usualGrain(const Lines &lines, const std::vector<Grain> &grains, const cv::Rect &row)
{
    constexpr std::size_t few = 4; // one line of so many
    std::vector<double> within;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const cv::Rect &line = lines[i].line();
        if (grains[i] && (line.br().y <= row.y || line.y >= row.br().y))
            within.push_back(grains[i]->second);
    }
    if (within.size() < leastLines)
        return INFINITY;
    std::sort(within.begin(), within.end());
    return within[within.size() / few];
}

/// Lines with less grain than there is around them, and than there is in others.
std::vector<Scored> quietLines(const Lines &lines)
{
    std::vector<Grain> grains;
    for (const LineSurroundings &line : lines)
        grains.push_back(line.grain());
    std::vector<Scored> quiet;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!grains[i] || grains[i]->first < leastGrain)
            continue;
        const double within = std::max(silence, grains[i]->second);
        if (grains[i]->first < worthNaming * within)
            continue;
        const double score = std::min(grains[i]->first, usualGrain(lines, grains, lines[i].line())) / within;
        const auto paper = score < worthNaming ? std::nullopt : lines[i].within();
        if (paper && paper->level < blownPaper)
            quiet.emplace_back(score, lines[i].line());
    }
    return quiet;
}

/// How far the paper of a line is from one even colour, grey levels.
struct Spreads
{
    std::size_t line = 0;
    double within = 0;
    double around = 0; ///< above or below, whichever is less
    bool isOnePaper = false;
};

/// Of the lines that have paper within, above and below, and no print there.
std::vector<Spreads> spreadsOf(const Lines &lines, const std::vector<std::optional<PaperShade>> &within)
{
    std::vector<Spreads> spreads;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto beside = within[i] ? lines[i].aboveAndBelow() : std::nullopt;
        if (!beside)
            continue;
        const auto &[above, below] = *beside;
        const double around = std::min(above.spread, below.spread);
        const double tint = within[i]->level - (above.level + below.level) / 2;
        if (around >= leastSpread && around <= mostSpread)
            spreads.push_back(
                {i, within[i]->spread, around, within[i]->level < blownPaper && std::abs(tint) < mostTint});
    }
    return spreads;
}

/// Lines with less spread between their letters than there is around them, around others and in others.
std::vector<Scored> evenLines(const Lines &lines)
{
    std::vector<std::optional<PaperShade>> within;
    std::vector<double> inLines;
    for (const LineSurroundings &line : lines) {
        within.push_back(line.line().width < shortest ? std::nullopt : line.within());
        if (within.back())
            inLines.push_back(within.back()->spread);
    }
    if (inLines.size() < leastLines ||
        medianOf(inLines) < worthNaming * *std::min_element(inLines.begin(), inLines.end()))
        return {}; // as on most pages: the surroundings need no look
    const std::vector<Spreads> spreads = spreadsOf(lines, within);
    if (spreads.size() < leastLines)
        return {};
    std::vector<double> around;
    around.reserve(spreads.size());
    for (const Spreads &line : spreads)
        around.push_back(line.around);
    const double usual = std::min(medianOf(around), medianOf(inLines));
    std::vector<Scored> even;
    for (const Spreads &line : spreads) {
        const double score = std::min(line.around, usual) / std::max(stillness, line.within);
        if (line.isOnePaper && score >= worthNaming)
            even.emplace_back(score, lines[line.line].line());
    }
    return even;
}

void addCue(QList<EditingCue> &cues, const QString &name, const char *seen, std::vector<Scored> lines,
            const Sheet &sheet)
{
    if (lines.empty())
        return;
    std::sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    EditingCue cue{name, lines.front().first, {QString::fromLatin1(seen), {}}, 0, {}};
    for (std::size_t i = 0; i < std::min(lines.size(), mostPlaces); ++i) {
        const auto &[score, line] = lines[i];
        if (score >= cue.score / 3)
            cue.regions.append(
                sheet.way.mapToFull(cv::Rect2d(line.x - lineMargin, line.y - lineMargin,
                                               line.width + 2 * lineMargin, line.height + 2 * lineMargin)));
    }
    cues.append(cue);
}
} // namespace

QList<EditingCue> paperCues(const Sheet &sheet, const std::vector<cv::Rect> &lines)
{
    if (sheet.documentWidth < leastWidth)
        return {};
    Lines fields;
    for (const cv::Rect &line : lines) {
        if (line.width > longest)
            continue;
        fields.emplace_back(sheet, line);
        if (!fields.back().isLargeEnough())
            fields.pop_back();
    }
    QList<EditingCue> cues;
    addCue(
        cues, u"paper"_s,
        QT_TRANSLATE_NOOP("scrutineer",
                          "The paper under a line of print is blank, though there is grain all around it."),
        quietLines(fields), sheet);
    addCue(cues, u"shade"_s,
           QT_TRANSLATE_NOOP("scrutineer",
                             "The paper under a line of print is of one even colour, though light and noise "
                             "vary above and below it."),
           evenLines(fields), sheet);
    return cues;
}

} // namespace scrutineer::forensics
