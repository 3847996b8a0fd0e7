// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_cells.h"

#include "engine/text/mrz_checks.h"
#include "engine/text/mrz_decoder.h"
#include "engine/text/mrz_fields.h"
#include "engine/text/mrz_names.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr float never = -40;
constexpr float worst = -9; ///< no single cell counts for more
constexpr float unlikely = -4;

constexpr bool isLetterClass(std::size_t c)
{
    return c < 26;
}
constexpr bool isDigitClass(std::size_t c)
{
    return c >= 26 && c < 36;
}

QChar letterOf(std::size_t c)
{
    return QLatin1Char(glyphLetters[c]);
}

std::size_t classOf(QChar c)
{
    if (c >= u'A' && c <= u'Z')
        return static_cast<std::size_t>(c.unicode() - u'A');
    if (c >= u'0' && c <= u'9')
        return static_cast<std::size_t>(c.unicode() - u'0' + 26);
    return fillerClass;
}

/// The cells of one layout at one place, with what its fields allow worked into the scores.
struct Board
{
    const MrzLayout *layout = nullptr;
    std::vector<ScoredLine> cells; ///< layout->lines lines of layout->length cells
};

template <typename Allowed>
void limit(Board &board, const MrzSpan &span, float penalty, Allowed allowed)
{
    for (int i = span.start; i < span.start + span.length; ++i) {
        ClassScores &cell = board.cells[static_cast<std::size_t>(span.line)][static_cast<std::size_t>(i)];
        for (std::size_t c = 0; c < glyphCount; ++c) {
            if (!allowed(c))
                cell[c] += penalty;
        }
    }
}

void limitDate(Board &board, const MrzSpan &span)
{
    if (span.length == 0)
        return;
    limit(board, span, never, isDigitClass);
    limit(board, {span.line, span.start + 2, 1}, unlikely, [](std::size_t c) { return c == 26 || c == 27; });
    limit(board, {span.line, span.start + 4, 1}, unlikely, [](std::size_t c) { return c >= 26 && c <= 29; });
}

/// Letters that look like digits are rarer than those in document numbers, and ICAO advises against them.
void preferDigits(Board &board, const MrzSpan &span)
{
    for (int i = span.start; i < span.start + span.length; ++i) {
        ClassScores &cell = board.cells[static_cast<std::size_t>(span.line)][static_cast<std::size_t>(i)];
        for (const auto &[letter, penalty] :
             {std::pair{u'O', -1.5F}, std::pair{u'I', -0.8F}, std::pair{u'Q', -0.8F}, std::pair{u'S', -0.3F}})
            cell[classOf(QChar(letter))] += penalty;
    }
}

void applyAlphabets(Board &board)
{
    const MrzLayout &layout = *board.layout;
    const auto letterOrFiller = [](std::size_t c) { return isLetterClass(c) || c == fillerClass; };
    limit(board, {layout.code.line, layout.code.start, 1}, never,
          [&](std::size_t c) { return isLetterClass(c) && layout.codes.contains(letterOf(c)); });
    limit(board, {layout.code.line, layout.code.start + 1, 1}, -1.0F,
          [&](std::size_t c) { return c == fillerClass || (layout.codes != "P"_L1 && isLetterClass(c)); });
    limit(board, layout.issuerSpan, never, letterOrFiller);
    for (int i = 0; i < layout.issuer.size(); ++i) {
        const std::size_t wanted = classOf(layout.issuer.at(i));
        limit(board, {layout.issuerSpan.line, layout.issuerSpan.start + i, 1}, -6.0F,
              [&](std::size_t c) { return c == wanted; });
    }
    for (const MrzSpan &span : {layout.names, layout.givenNames})
        limit(board, span, never, letterOrFiller);
    limit(board, layout.nationality, -1.5F, letterOrFiller); // some cards print digits there
    limitDate(board, layout.dateOfBirth);
    limitDate(board, layout.expiresOn);
    limit(board, layout.sex, never, [](std::size_t c) { return QStringView(u"MFX<").contains(letterOf(c)); });
    for (const MrzCheck &check : layout.checks) {
        const bool mayBeEmpty =
            check.name == "optional"_L1 || (check.name == "number"_L1 && layout.format == "TD1"_L1);
        limit(board, check.digit, never,
              [&](std::size_t c) { return isDigitClass(c) || (mayBeEmpty && c == fillerClass); });
    }
    preferDigits(board, layout.number);
    for (const MrzSpan &span : layout.optional)
        preferDigits(board, span);
}

float bestOf(const ClassScores &cell)
{
    return std::max(worst, *std::max_element(cell.begin(), cell.begin() + glyphCount));
}

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
        const double nothing = std::max(worst, line[i][nothingClass]);
        outside += nothing;
        gain[i + 1] = gain[i] + bestOf(line[i]) - nothing;
    }
    for (int first = 0; first + length <= cells; ++first)
        all.push_back({first, outside + gain[static_cast<std::size_t>(first + length)] -
                                  gain[static_cast<std::size_t>(first)]});
    std::sort(all.begin(), all.end(), [](const Placing &a, const Placing &b) { return a.score > b.score; });
    return all;
}

/// Cells with at most two others swapped in, so that the check digit holds.
struct Swap
{
    std::size_t cell = 0;
    std::size_t to = 0;
    double cost = 0;
};

struct CheckedCells
{
    std::vector<ClassScores *> cells; ///< those summed over, then the check digit's own
    std::vector<std::size_t> best;
};

int valueOf(std::size_t c)
{
    return isDigitClass(c) ? static_cast<int>(c) - 26 : isLetterClass(c) ? static_cast<int>(c) + 10 : 0;
}

int weightOf(const CheckedCells &checked, std::size_t cell)
{
    static constexpr std::array<int, 3> weights{7, 3, 1};
    return cell + 1 == checked.cells.size() ? -1 : weights[cell % 3];
}

int remainder(const CheckedCells &checked)
{
    int sum = 0;
    for (std::size_t i = 0; i < checked.best.size(); ++i)
        sum += weightOf(checked, i) * valueOf(checked.best[i]);
    return ((sum % 10) + 10) % 10;
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

/// The cheapest ways to make the check digit hold with one or two swaps, the cheapest first, at most two.
struct Way
{
    std::vector<Swap> swaps;
    double cost = 0;
};

std::vector<Way> waysToHold(const CheckedCells &checked, double mostCost)
{
    const int off = remainder(checked);
    const std::vector<Swap> swaps = swapsOf(checked, mostCost);
    const auto change = [&](const Swap &swap) {
        const int by = valueOf(swap.to) - valueOf(checked.best[swap.cell]);
        return weightOf(checked, swap.cell) * by;
    };
    const auto holds = [&](int changed) { return (((off + changed) % 10) + 10) % 10 == 0; };
    std::vector<Way> ways;
    for (std::size_t a = 0; a < swaps.size(); ++a) {
        if (holds(change(swaps[a])))
            ways.push_back({{swaps[a]}, swaps[a].cost});
        for (std::size_t b = a + 1; b < swaps.size(); ++b) {
            const double cost = swaps[a].cost + swaps[b].cost;
            if (swaps[a].cell != swaps[b].cell && cost < mostCost &&
                holds(change(swaps[a]) + change(swaps[b])))
                ways.push_back({{swaps[a], swaps[b]}, cost});
        }
    }
    std::sort(ways.begin(), ways.end(), [](const Way &a, const Way &b) { return a.cost < b.cost; });
    if (ways.size() > 2)
        ways.resize(2);
    return ways;
}

enum class Verdict { Silent, Valid, Wrong, Repaired };

class ZoneSolver
{
public:
    explicit ZoneSolver(Board board) : m_board(std::move(board)) {}

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
                    worst,
                    m_board.cells[line][i][classOf(m_lines[static_cast<int>(line)].at(static_cast<int>(i)))]);
        }
        for (const Verdict verdict : m_verdicts)
            sum += verdict == Verdict::Valid ? 2.3 : verdict == Verdict::Wrong ? -3 : 0;
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

    CheckedCells cellsOfCheck(const MrzCheck &check)
    {
        CheckedCells checked;
        const auto add = [&](const MrzSpan &span) {
            for (int i = span.start; i < span.start + span.length; ++i) {
                checked.cells.push_back(&cell(span.line, i));
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

    /// How sure the characters of a check are, all together.
    static double sureness(const CheckedCells &checked)
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

    void settle(const MrzCheck &given)
    {
        constexpr double nearlyAsLikely = 4.5; // natural logarithm: of two swaps together
        constexpr double clearlyApart = 1.2;
        constexpr double leastSure = -1.2;
        const MrzCheck check = given.name == "number"_L1 ? numberCheck(m_lines, *m_board.layout) : given;
        CheckedCells checked = cellsOfCheck(check);
        const bool empty = std::all_of(checked.best.begin(), checked.best.end(),
                                       [](std::size_t c) { return c == fillerClass; });
        if (empty)
            return;
        const std::vector<Way> ways = waysToHold(checked, nearlyAsLikely);
        const bool isDigit = isDigitClass(checked.best.back()) ||
                             (given.name == "optional"_L1 && checked.best.back() == fillerClass);
        Verdict &verdict = m_verdicts[given.name];
        if (remainder(checked) == 0 && isDigit) {
            const bool alone = ways.empty() || ways.front().cost > clearlyApart;
            verdict = alone && sureness(checked) > leastSure ? Verdict::Valid : Verdict::Silent;
            return;
        }
        const bool clear =
            ways.size() == 1 || (ways.size() > 1 && ways[1].cost - ways[0].cost > clearlyApart);
        if (ways.empty()) {
            verdict = sureness(checked) > leastSure ? Verdict::Wrong : Verdict::Silent;
        } else if (clear && given.name != "composite"_L1) {
            apply(check, ways.front());
            verdict = Verdict::Repaired;
        } else {
            verdict = Verdict::Silent;
        }
    }

    Board m_board;
    QStringList m_lines;
    QMap<QString, Verdict> m_verdicts;
};

double emptyScore(const ScoredLine &line)
{
    double sum = 0;
    for (const ClassScores &cell : line)
        sum += std::max(worst, cell[nothingClass]);
    return sum;
}

} // namespace

std::optional<DecodedZone> decodeCells(const std::vector<ScoredLine> &lines, const QDate &day)
{
    constexpr double leastPerCell = -1.4;
    constexpr double clearPerCell = -0.6; // below, one check digit may hold by chance
    constexpr double leastWritten = 0.25; // a pattern may look like nothing but fillers
    std::optional<DecodedZone> best;
    for (const MrzLayout &layout : mrzLayouts()) {
        const auto need = static_cast<std::size_t>(layout.lines);
        for (std::size_t from = 0; from + need <= lines.size(); ++from) {
            Board board{&layout, {}};
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
                zone.firstCells.push_back(first);
                board.cells.emplace_back(line.begin() + first, line.begin() + first + layout.length);
                for (std::size_t c = 0; c < line.size(); ++c) {
                    const int at = static_cast<int>(c);
                    if (at < first || at >= first + layout.length)
                        outside += std::max(worst, line[c][nothingClass]);
                }
            }
            if (!fits)
                continue;
            applyAlphabets(board);
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
