// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_cells.h"

#include "engine/text/mrz_board.h"
#include "engine/text/mrz_checks.h"
#include "engine/text/mrz_decoder.h"
#include "engine/text/mrz_fields.h"
#include "engine/text/mrz_names.h"
#include "engine/text/mrz_repair.h"
#include "engine/text/mrz_unseen.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

/// Characters inside, nothing outside: how well a line of that length stands at each cell.
struct Placing
{
    int first = 0;
    double score = -1e9;
};

std::vector<Placing> placings(const ScoredLine &line, int length)
{
    std::vector<Placing> all;
    const int cells = static_cast<int>(line.size());
    std::vector<double> gain(line.size() + 1, 0); // what a cell wins by being inside
    double outside = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double nothing = std::max(worstOfCell, line[i][nothingClass]);
        outside += nothing;
        gain[i + 1] = gain[i] + bestOf(line[i]) - nothing;
    }
    for (int first = 0; first + length <= cells; ++first)
        all.push_back(
            {first, outside + gain[std::size_t(first) + std::size_t(length)] - gain[std::size_t(first)]});
    std::sort(all.begin(), all.end(), [](const Placing &a, const Placing &b) { return a.score > b.score; });
    return all;
}

constexpr double checkDigitHolds = 2.3; ///< natural logarithm: by chance it holds one time in ten

enum class Verdict { Silent, Valid, Wrong, Repaired };

class ZoneSolver
{
public:
    explicit ZoneSolver(MrzBoard board) : m_board(std::move(board)) {}

    void solve()
    {
        for (std::size_t line = 0; line < m_board.cells.size(); ++line) {
            QString text;
            for (const ClassScores &cell : m_board.cells[line])
                text += letterOf(static_cast<std::size_t>(
                    std::max_element(cell.begin(), cell.begin() + glyphCount) - cell.begin()));
            m_lines += text;
        }
        readNames();
        matchCodes();
        for (const MrzCheck &check : m_board.layout->checks) {
            if (check.name != "composite"_L1)
                settle(check);
        }
        for (const MrzCheck &check : m_board.layout->checks) {
            if (check.name == "composite"_L1)
                settle(check);
        }
    }

    [[nodiscard]] double score() const
    {
        double sum = 0;
        for (std::size_t line = 0; line < m_board.cells.size(); ++line) {
            for (std::size_t i = 0; i < m_board.cells[line].size(); ++i)
                sum += std::max(
                    worstOfCell,
                    m_board.cells[line][i][classOf(m_lines[static_cast<int>(line)].at(static_cast<int>(i)))]);
        }
        for (const Verdict verdict : m_verdicts)
            sum += verdict == Verdict::Valid ? checkDigitHolds : verdict == Verdict::Wrong ? -3 : 0;
        return sum;
    }

    [[nodiscard]] facts::Mrz result(const QDate &day) const
    {
        facts::Mrz mrz;
        mrz.format = m_board.layout->format;
        mrz.lines = m_lines;
        mrz.fields = mrzFieldsOf(m_lines, *m_board.layout, day);
        int independent = 0;
        for (auto verdict = m_verdicts.begin(); verdict != m_verdicts.end(); ++verdict) {
            mrz.repaired |= verdict.value() == Verdict::Repaired;
            if (verdict.key() == "optional"_L1)
                continue;
            if (verdict.value() == Verdict::Valid || verdict.value() == Verdict::Wrong)
                mrz.checkDigits[verdict.key()] = verdict.value() == Verdict::Valid;
            if (verdict.key() != "composite"_L1 || m_board.layout->lines == 1)
                independent += verdict.value() == Verdict::Valid ? 1 : 0;
        }
        mrz.verified = independent >= 2;
        if (!mrz.verified) // a single check digit holds by chance one time in ten
            mrz.checkDigits.removeIf([](auto digit) { return digit.value(); });
        forgetUnseen(m_board, mrz);
        return mrz;
    }

    /// The share of cells that are no fillers.
    [[nodiscard]] double written() const
    {
        const QString all = m_lines.join(QString());
        return 1 -
               static_cast<double>(all.count(u'<')) / static_cast<double>(std::max<qsizetype>(1, all.size()));
    }

    [[nodiscard]] int held() const
    {
        return static_cast<int>(std::count_if(m_verdicts.begin(), m_verdicts.end(), [](Verdict v) {
            return v == Verdict::Valid || v == Verdict::Repaired;
        }));
    }

private:
    ClassScores &cell(int line, int index)
    {
        return m_board.cells[static_cast<std::size_t>(line)][static_cast<std::size_t>(index)];
    }

    void readNames()
    {
        for (const MrzSpan &span : {m_board.layout->names, m_board.layout->givenNames}) {
            if (span.length == 0)
                continue;
            const ScoredLine &line = m_board.cells[static_cast<std::size_t>(span.line)];
            const ScoredLine cells(line.begin() + span.start, line.begin() + span.start + span.length);
            putAt(m_lines, span, mostLikelyNames(cells));
        }
    }

    /// Nearly everybody carries a document of their own country: where issuer and nationality look nearly
    /// alike, they are.
    void matchCodes()
    {
        constexpr float nearlyAlike = 4;
        const MrzSpan &issuer = m_board.layout->issuerSpan;
        const MrzSpan &nationality = m_board.layout->nationality;
        if (nationality.length != issuer.length)
            return;
        QString common;
        float loss = 0;
        for (int i = 0; i < issuer.length; ++i) {
            const ClassScores &a = cell(issuer.line, issuer.start + i);
            const ClassScores &b = cell(nationality.line, nationality.start + i);
            std::size_t best = 0;
            for (std::size_t c = 1; c < glyphCount; ++c)
                best = a[c] + b[c] > a[best] + b[best] ? c : best;
            loss += bestOf(a) + bestOf(b) - a[best] - b[best];
            common += letterOf(best);
        }
        if (loss < nearlyAlike) {
            putAt(m_lines, issuer, common);
            putAt(m_lines, nationality, common);
        }
    }

    [[nodiscard]] CheckedCells cellsOfCheck(const MrzCheck &check, const std::vector<ScoredLine> &lines) const
    {
        CheckedCells checked;
        const auto add = [&](const MrzSpan &span) {
            for (int i = span.start; i < span.start + span.length; ++i) {
                checked.cells.push_back(
                    &lines[static_cast<std::size_t>(span.line)][static_cast<std::size_t>(i)]);
                checked.best.push_back(classOf(m_lines[span.line].at(i)));
            }
        };
        for (const MrzSpan &span : check.over)
            add(span);
        add(check.digit);
        return checked;
    }

    void apply(const MrzCheck &check, const Way &way)
    {
        QList<std::pair<int, int>> places;
        QList<MrzSpan> spans = check.over;
        spans += check.digit;
        for (const MrzSpan &span : spans) {
            for (int i = span.start; i < span.start + span.length; ++i)
                places += {span.line, i};
        }
        for (const Swap &swap : way.swaps) {
            const auto [line, index] = places.at(static_cast<int>(swap.cell));
            m_lines[line][index] = letterOf(swap.to);
        }
    }

    void settle(const MrzCheck &given)
    {
        constexpr double nearlyAsLikely = 4.5; // natural logarithm: of two swaps together
        constexpr double clearlyApart = 1.2;
        constexpr double leastSure = -1.2;
        const MrzCheck check = given.name == "number"_L1 ? numberCheck(m_lines, *m_board.layout) : given;
        const CheckedCells checked = cellsOfCheck(check, m_board.cells);
        const bool empty = std::all_of(checked.best.begin(), checked.best.end(),
                                       [](std::size_t c) { return c == fillerClass; });
        if (empty)
            return;
        const bool isDigit = isDigitClass(checked.best.back()) ||
                             (given.name == "optional"_L1 && checked.best.back() == fillerClass);
        Verdict &verdict = m_verdicts[given.name];
        if (remainderOf(checked) == 0 && isDigit) {
            // What proves a reading must be seen, not merely be likelier beforehand.
            const CheckedCells seen = cellsOfCheck(check, m_board.seen);
            const std::vector<Way> others = waysToHold(seen, nearlyAsLikely);
            const bool alone = others.empty() || others.front().cost > clearlyApart;
            verdict = alone && surenessOf(seen) > leastSure ? Verdict::Valid : Verdict::Silent;
            return;
        }
        const std::vector<Way> ways = waysToHold(checked, nearlyAsLikely);
        const bool clear =
            ways.size() == 1 || (ways.size() > 1 && ways[1].cost - ways[0].cost > clearlyApart);
        if (ways.empty()) {
            verdict = surenessOf(checked) > leastSure ? Verdict::Wrong : Verdict::Silent;
        } else if (clear && given.name != "composite"_L1) {
            apply(check, ways.front());
            verdict = Verdict::Repaired;
        } else {
            verdict = Verdict::Silent;
        }
    }

    MrzBoard m_board;
    QStringList m_lines;
    QMap<QString, Verdict> m_verdicts;
};

/// Cells beside a line of a zone that clearly show characters. Zones stand alone on their lines: a layout
/// that leaves print over was laid over a part of another one.
int leftOver(const ScoredLine &line, int first, int length)
{
    constexpr float clearly = -0.5;
    constexpr float apart = 3;
    int count = 0;
    for (int i = 0; i < static_cast<int>(line.size()); ++i) {
        const ClassScores &cell = line[static_cast<std::size_t>(i)];
        const bool shows = bestOf(cell) > clearly && bestOf(cell) - cell[nothingClass] > apart;
        count += (i < first || i >= first + length) && shows ? 1 : 0;
    }
    return count;
}

/// Whether the first letter clearly is one with which documents of another layout begin. A passport that the
/// frame cuts off is as long as a visa.
bool beginsAsAnother(const MrzBoard &board)
{
    constexpr float clearly = -0.5;
    constexpr float apart = 6;
    const MrzSpan &code = board.layout->code;
    const ClassScores &first =
        board.cells[static_cast<std::size_t>(code.line)][static_cast<std::size_t>(code.start)];
    float allowed = worstOfCell;
    for (const QChar letter : board.layout->codes)
        allowed = std::max(allowed, first[classOf(letter)]);
    float others = worstOfCell;
    for (const MrzLayout &layout : mrzLayouts()) {
        for (const QChar letter : layout.codes)
            others = std::max(others, first[classOf(letter)]);
    }
    return others > clearly && others - allowed > apart;
}

/// What a reading may reach at most, each cell as its field likes it best and every check digit right.
double mostPerCell(const MrzBoard &board)
{
    double sum = checkDigitHolds * static_cast<double>(board.layout->checks.size());
    for (const ScoredLine &line : board.cells) {
        for (const ClassScores &cell : line)
            sum += bestOf(cell);
    }
    return sum / (board.layout->lines * board.layout->length);
}

double emptyScore(const ScoredLine &line)
{
    double sum = 0;
    for (const ClassScores &cell : line)
        sum += std::max(worstOfCell, cell[nothingClass]);
    return sum;
}

} // namespace

std::optional<DecodedZone> decodeCells(const std::vector<ScoredLine> &lines, const QDate &day)
{
    constexpr double leastPerCell = -1.4;
    constexpr double clearPerCell = -0.6; // below, one check digit may hold by chance
    constexpr double leastWritten = 0.25; // a pattern may look like nothing but fillers
    constexpr int mostLeftOver = 3;       // a stray mark or two is no line
    std::optional<DecodedZone> best;
    for (const MrzLayout &layout : mrzLayouts()) {
        const auto need = static_cast<std::size_t>(layout.lines);
        for (std::size_t from = 0; from + need <= lines.size(); ++from) {
            MrzBoard board{&layout, {}, {}};
            DecodedZone zone;
            zone.firstLine = static_cast<int>(from);
            double outside = 0;
            bool fits = true;
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const ScoredLine &line = lines[i];
                if (i < from || i >= from + need) {
                    outside += emptyScore(line);
                    continue;
                }
                const std::vector<Placing> places = placings(line, layout.length);
                if (places.empty()) {
                    fits = false;
                    break;
                }
                const int first = places.front().first;
                if (leftOver(line, first, layout.length) > mostLeftOver) {
                    fits = false;
                    break;
                }
                zone.firstCells.push_back(first);
                board.cells.emplace_back(line.begin() + first, line.begin() + first + layout.length);
                for (std::size_t c = 0; c < line.size(); ++c) {
                    const int at = static_cast<int>(c);
                    if (at < first || at >= first + layout.length)
                        outside += std::max(worstOfCell, line[c][nothingClass]);
                }
            }
            if (!fits || beginsAsAnother(board))
                continue;
            applyAlphabets(board);
            if (mostPerCell(board) < leastPerCell)
                continue;
            ZoneSolver solver(std::move(board));
            solver.solve();
            const double inside = solver.score();
            zone.score = inside + outside;
            if (best && zone.score <= best->score)
                continue;
            const double perCell = inside / (layout.lines * layout.length);
            if (perCell < leastPerCell || solver.held() < (perCell < clearPerCell ? 2 : 1) ||
                solver.written() < leastWritten)
                continue;
            zone.mrz = solver.result(day);
            best = zone;
        }
    }
    return best;
}

} // namespace scrutineer::text
