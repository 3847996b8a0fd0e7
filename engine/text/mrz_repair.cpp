// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_repair.h"

#include "engine/text/mrz_board.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::text {

namespace {

constexpr bool isLetterClass(std::size_t c)
{
    return c < 26;
}

int valueOf(std::size_t c)
{
    return isDigitClass(c) ? static_cast<int>(c) - 26 : isLetterClass(c) ? static_cast<int>(c) + 10 : 0;
}

int weightOf(const CheckedCells &checked, std::size_t cell)
{
    static constexpr std::array<int, 3> weights{7, 3, 1};
    return cell + 1 == checked.cells.size() ? -1 : weights[cell % 3];
}

std::vector<Swap> swapsOf(const CheckedCells &checked, double mostCost)
{
    std::vector<Swap> swaps;
    for (std::size_t i = 0; i < checked.cells.size(); ++i) {
        const ClassScores &cell = *checked.cells[i];
        for (std::size_t c = 0; c < glyphCount; ++c) {
            const double cost = cell[checked.best[i]] - cell[c];
            if (c != checked.best[i] && cost < mostCost)
                swaps.push_back({i, c, cost});
        }
    }
    return swaps;
}

} // namespace

int remainderOf(const CheckedCells &checked)
{
    int sum = 0;
    for (std::size_t i = 0; i < checked.best.size(); ++i)
        sum += weightOf(checked, i) * valueOf(checked.best[i]);
    return ((sum % 10) + 10) % 10;
}

std::vector<Way> waysToHold(const CheckedCells &checked, double mostCost)
{
    const int off = remainderOf(checked);
    const std::vector<Swap> swaps = swapsOf(checked, mostCost);
    std::vector<int> changes;
    for (const Swap &swap : swaps)
        changes.push_back(weightOf(checked, swap.cell) *
                          (valueOf(swap.to) - valueOf(checked.best[swap.cell])));
    const auto holds = [off](int changed) { return (off + changed) % 10 == 0; };
    std::vector<Way> ways; // never more than two
    const auto isCheap = [&](double cost) { return ways.size() < 2 || cost < ways.back().cost; };
    const auto take = [&](Way way) {
        if (ways.size() == 2)
            ways.pop_back();
        const auto dearer = [](double cost, const Way &other) { return cost < other.cost; };
        ways.insert(std::upper_bound(ways.begin(), ways.end(), way.cost, dearer), std::move(way));
    };
    for (std::size_t a = 0; a < swaps.size(); ++a) {
        if (holds(changes[a]) && isCheap(swaps[a].cost))
            take({{swaps[a]}, swaps[a].cost});
        for (std::size_t b = a + 1; b < swaps.size(); ++b) {
            const double cost = swaps[a].cost + swaps[b].cost;
            if (cost < mostCost && isCheap(cost) && swaps[a].cell != swaps[b].cell &&
                holds(changes[a] + changes[b]))
                take({{swaps[a], swaps[b]}, cost});
        }
    }
    return ways;
}

double surenessOf(const CheckedCells &checked)
{
    double sum = 0;
    for (std::size_t i = 0; i < checked.cells.size(); ++i) {
        const ClassScores &scores = *checked.cells[i];
        double all = 0;
        for (std::size_t c = 0; c < glyphCount; ++c)
            all += std::exp(static_cast<double>(scores[c]));
        sum += scores[checked.best[i]] - std::log(all);
    }
    return sum;
}

} // namespace scrutineer::text
