// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/name_tokens.h"

#include <algorithm>
#include <array>

namespace scrutineer::text {

namespace {
constexpr qsizetype longestJoin = 4;
constexpr int initialReach = 3; ///< words between an initial and a word that is there in full

/// The declared words of a name looked for in the words of one line or two.
class LineSearch
{
public:
    LineSearch(const QList<NameWord> &declared, const QList<NameWord> &line)
        : m_declared(declared), m_line(line), m_places(declared.size(), -1), m_used(line.size(), false)
    {
        for (const NameWord &word : declared)
            m_found.tokens.append({word.text, {}, TokenMatch::Missing, 0});
        takeSame();
        takeJoined();
        takeLoose(false);
        if (std::any_of(m_places.begin(), m_places.end(), [](qsizetype place) { return place >= 0; }))
            takeLoose(true);
        count();
    }
    [[nodiscard]] const FoundName &found() const { return m_found; }
    /// Letters of the words that are there: a long surname weighs more than a particle.
    [[nodiscard]] double weight() const { return m_weight; }

private:
    void take(qsizetype i, qsizetype j, NameToken token)
    {
        m_found.tokens[i] = std::move(token);
        m_places[i] = j;
        m_used[j] = true;
    }

    void takeSame()
    {
        for (qsizetype i = 0; i < m_declared.size(); ++i) {
            for (qsizetype j = 0; j < m_line.size() && m_places[i] < 0; ++j) {
                if (!m_used[j] && sameWord(m_declared[i], m_line[j]))
                    take(i, j, {m_declared[i].text, m_line[j].text, TokenMatch::Exact, 1});
            }
        }
    }

    void takeJoined()
    {
        for (qsizetype j = 0; j < m_line.size(); ++j) {
            for (qsizetype size = 2; size <= longestJoin && !m_used[j]; ++size) {
                for (qsizetype i = 0; i + size <= m_declared.size() && !m_used[j]; ++i) {
                    if (m_places[i] >= 0 || !sameJoined(m_declared, i, size, m_line[j]))
                        continue;
                    for (qsizetype k = i; k < i + size; ++k)
                        take(k, j, {m_declared[k].text, m_line[j].text, TokenMatch::Exact, 1});
                }
            }
        }
        for (qsizetype i = 0; i < m_declared.size(); ++i) {
            for (qsizetype size = 2; size <= longestJoin && m_places[i] < 0; ++size) {
                for (qsizetype j = 0; j + size <= m_line.size() && m_places[i] < 0; ++j) {
                    if (!m_used[j] && sameJoined(m_line, j, size, m_declared[i]))
                        take(i, j, {m_declared[i].text, m_line[j].text, TokenMatch::Exact, 1});
                }
            }
        }
    }

    [[nodiscard]] bool besideFull(qsizetype j) const
    {
        for (qsizetype i = 0; i < m_places.size(); ++i) {
            const TokenMatch match = m_found.tokens[i].match;
            if (m_places[i] >= 0 && (match == TokenMatch::Exact || match == TokenMatch::Spelling) &&
                !m_declared[i].particle && std::abs(m_places[i] - j) <= initialReach)
                return true;
        }
        return false;
    }

    void takeLoose(bool abbreviations)
    {
        for (qsizetype i = 0; i < m_declared.size(); ++i) {
            if (m_places[i] >= 0 || m_declared[i].particle)
                continue;
            NameToken best;
            qsizetype place = -1;
            for (qsizetype j = 0; j < m_line.size(); ++j) {
                if (m_used[j] || m_line[j].particle)
                    continue;
                NameToken token = looseMatch(m_declared[i], m_line[j]);
                const bool wanted = abbreviations ? (token.match == TokenMatch::Initial ||
                                                     token.match == TokenMatch::Shortened) &&
                                                        besideFull(j)
                                                  : token.match == TokenMatch::Spelling;
                if (wanted && (place < 0 || token.similarity > best.similarity)) {
                    best = std::move(token);
                    place = j;
                }
            }
            if (place >= 0)
                take(i, place, std::move(best));
        }
    }

    void count()
    {
        for (qsizetype i = 0; i < m_declared.size(); ++i) {
            const TokenMatch match = m_found.tokens[i].match;
            const auto letters = static_cast<double>(m_declared[i].plain.size());
            if (match == TokenMatch::Missing) {
                m_found.missing += m_declared[i].particle ? 0 : 1;
                continue;
            }
            const bool abbreviated = match == TokenMatch::Initial || match == TokenMatch::Shortened;
            m_weight += letters * (abbreviated ? 0.25 : m_found.tokens[i].similarity);
            if (m_declared[i].particle)
                continue;
            (abbreviated ? m_found.abbreviated : m_found.full) += 1;
        }
    }

    const QList<NameWord> &m_declared;
    const QList<NameWord> &m_line;
    QList<qsizetype> m_places;
    QList<bool> m_used;
    FoundName m_found;
    double m_weight = 0;
};
} // namespace

std::optional<FoundName> findName(QStringView declared, const QStringList &lines)
{
    const QList<NameWord> name = nameWords(declared);
    if (name.isEmpty())
        return std::nullopt;
    std::optional<FoundName> best;
    double bestWeight = 0;
    const auto consider = [&](const QList<NameWord> &words, int line, int lineCount) {
        const LineSearch search(name, words);
        if (search.found().full == 0 || search.weight() <= bestWeight)
            return;
        best = search.found();
        best->line = line;
        best->lineCount = lineCount;
        bestWeight = search.weight();
    };
    QList<NameWord> previous;
    for (int i = 0; i < lines.size(); ++i) {
        const QList<NameWord> words = nameWords(lines[i]);
        consider(words, i, 1);
        // A name that runs on is found in two lines; one that stands in a single line wins because it came
        // first.
        if (i > 0 && !previous.isEmpty() && !words.isEmpty() && (!best || !best->complete()))
            consider(previous + words, i - 1, 2);
        previous = words;
    }
    return best;
}

} // namespace scrutineer::text
