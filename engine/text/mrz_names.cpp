// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_names.h"

#include <algorithm>
#include <array>

namespace scrutineer::text {

namespace {

enum State { Surname, SurnameGap, Separator, Given, GivenGap, Tail, stateCount };

struct Step
{
    State from;
    State to;
    bool filler;
    float score;
};

constexpr std::array<Step, 13> steps{{
    {Surname, Surname, false, 0},
    {Surname, SurnameGap, true, 0},
    {SurnameGap, Surname, false, 0},
    {SurnameGap, Separator, true, 0},
    {Separator, Given, false, 0},
    {Separator, Tail, true, 0},
    {Given, Given, false, 0},
    {Given, GivenGap, true, 0},
    {GivenGap, Given, false, 0},
    {GivenGap, Tail, true, 0},
    {Tail, Tail, true, 0},
    {Tail, Given, false, -6},
    {Separator, Surname, false, -9},
}};

std::size_t bestLetter(const ClassScores &cell)
{
    return static_cast<std::size_t>(std::max_element(cell.begin(), cell.begin() + 26) - cell.begin());
}

} // namespace

QString mostLikelyNames(const ScoredLine &cells)
{
    constexpr float impossible = -1e9F;
    std::vector<std::array<float, stateCount>> best(cells.size() + 1);
    std::vector<std::array<const Step *, stateCount>> how(cells.size() + 1);
    best[0].fill(impossible);
    best[0][Surname] = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        best[i + 1].fill(impossible);
        how[i + 1].fill(nullptr);
        const float letter = cells[i][bestLetter(cells[i])];
        for (const Step &step : steps) {
            const float score =
                best[i][step.from] + step.score + (step.filler ? cells[i][fillerClass] : letter);
            if (score > best[i + 1][step.to]) {
                best[i + 1][step.to] = score;
                how[i + 1][step.to] = &step;
            }
        }
    }
    QString names(static_cast<qsizetype>(cells.size()), QLatin1Char('<'));
    auto state = static_cast<std::size_t>(std::max_element(best.back().begin(), best.back().end()) -
                                          best.back().begin());
    for (std::size_t i = cells.size(); i > 0; --i) {
        const Step *step = how[i][state];
        if (step == nullptr)
            break;
        if (!step->filler)
            names[static_cast<qsizetype>(i - 1)] = QLatin1Char(glyphLetters[bestLetter(cells[i - 1])]);
        state = step->from;
    }
    return names;
}

} // namespace scrutineer::text
