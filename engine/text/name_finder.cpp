// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/fold.h"
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

namespace {
/// Folded, spaces gone, and what ICAO spells with two letters brought down to one: whatever two names share
/// here is shared in none of their spellings if it is not shared like this.
QString reduced(QStringView folded)
{
    QString out;
    out.reserve(folded.size());
    for (const QChar c : folded) {
        const bool second = !out.isEmpty() && ((c == u'a' && out.back() == u'a') ||
                                               (c == u'e' && QStringView(u"aou").contains(out.back())));
        if (c != u' ' && !second)
            out += c;
    }
    return out;
}

/// Tells quickly which lines cannot hold a word of the name: most lines of a letter.
class LineFilter
{
public:
    explicit LineFilter(const QList<NameWord> &name)
    {
        for (const NameWord &word : name) {
            if (word.plain.size() < 2)
                continue;
            m_reduced.append(reduced(word.plain));
            for (const QString &variant : word.variants)
                m_reduced.append(reduced(variant));
            m_always = m_always || !word.skeleton.isEmpty();
        }
    }

    [[nodiscard]] bool mayHold(const QString &line) const
    {
        const bool otherScript = std::any_of(line.begin(), line.end(), [](QChar c) {
            return c.isLetter() && c.script() != QChar::Script_Latin;
        });
        if (m_always || otherScript)
            return true;
        QStringList words;
        for (const QString &word : foldedWords(line))
            words.append(reduced(word));
        for (qsizetype i = 0; i < words.size(); ++i) {
            for (const QString &form : m_reduced) {
                if (words[i] == form || holdsTwo(words[i], form) || isHalf(words, i, form) ||
                    isNear(words[i], form))
                    return true;
            }
        }
        return false;
    }

private:
    /// Two words of the name written as one.
    [[nodiscard]] bool holdsTwo(const QString &word, const QString &form) const
    {
        if (word.size() <= form.size() || !word.startsWith(form))
            return false;
        const QStringView rest = QStringView(word).mid(form.size());
        return std::any_of(m_reduced.begin(), m_reduced.end(),
                           [rest](const QString &other) { return rest.startsWith(other); });
    }
    /// A word of the name written as two.
    [[nodiscard]] static bool isHalf(const QStringList &words, qsizetype i, const QString &form)
    {
        return i + 1 < words.size() && form.size() > words[i].size() && form.startsWith(words[i]) &&
               QStringView(form).mid(words[i].size()).startsWith(words[i + 1]);
    }
    /// Nearly the word: as in looseMatch(), a quarter of the letters may differ.
    [[nodiscard]] static bool isNear(const QString &word, const QString &form)
    {
        const qsizetype allowed = std::max(word.size(), form.size()) / 4 + 1;
        const bool likely = word.size() >= 3 && form.size() >= 3 &&
                            std::abs(word.size() - form.size()) <= allowed &&
                            (word.front() == form.front() || word.back() == form.back());
        return likely && editDistance(word, form) <= allowed;
    }

    QStringList m_reduced;
    bool m_always = false; ///< scripts whose spelling in Latin letters is free
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
    const LineFilter filter(name);
    QList<NameWord> previous;
    for (int i = 0; i < lines.size(); ++i) {
        // A line that is skipped can only give an initial to its neighbour, and no initial runs on.
        const QList<NameWord> words = filter.mayHold(lines[i]) ? nameWords(lines[i]) : QList<NameWord>();
        if (!words.isEmpty())
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
