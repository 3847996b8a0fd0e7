// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/names.h"

#include "engine/text/fold.h"
#include "engine/text/name_tokens.h"

#include <algorithm>

namespace scrutineer::text {

namespace {
constexpr qsizetype longestJoin = 4;        ///< words that may be written as one
constexpr double wholeSpellingFloor = 0.85; ///< letters that agree when both names are written as one word
constexpr qsizetype wholeSpellingLength = 6;

/// Pairs the words of two names, the surest pairs first.
class Pairing
{
public:
    Pairing(QList<NameWord> declared, QList<NameWord> read)
        : m_declared(std::move(declared)), m_read(std::move(read)), m_readOf(m_declared.size(), -1),
          m_readUsed(m_read.size(), false)
    {
        for (const NameWord &word : std::as_const(m_declared))
            m_tokens.append({word.text, {}, TokenMatch::Missing, 0});
        pairSame();
        pairJoinedDeclared();
        pairJoinedRead();
        pairLoose();
    }

    [[nodiscard]] NameComparison result() const
    {
        NameComparison comparison;
        comparison.tokens = m_tokens;
        for (qsizetype i = 0; i < m_read.size(); ++i) {
            if (!m_readUsed[i] && !m_read[i].particle)
                comparison.extra.append(m_read[i].text);
        }
        comparison.similarity = meanSimilarity(comparison.extra.size());
        comparison.kind = kindOf(comparison);
        return comparison;
    }

private:
    void pair(qsizetype declared, qsizetype read, NameToken token)
    {
        m_tokens[declared] = std::move(token);
        m_readOf[declared] = read;
        m_readUsed[read] = true;
    }

    void pairSame()
    {
        for (qsizetype i = 0; i < m_declared.size(); ++i) {
            for (qsizetype j = 0; j < m_read.size(); ++j) {
                if (m_readUsed[j] || !sameWord(m_declared[i], m_read[j]))
                    continue;
                pair(i, j, {m_declared[i].text, m_read[j].text, TokenMatch::Exact, 1});
                break;
            }
        }
    }

    /// Declared "Xiao Ming", read "XIAOMING".
    void pairJoinedDeclared()
    {
        for (qsizetype j = 0; j < m_read.size(); ++j) {
            for (qsizetype count = 2; count <= longestJoin && !m_readUsed[j]; ++count) {
                for (qsizetype i = 0; i + count <= m_declared.size() && !m_readUsed[j]; ++i) {
                    if (!freeDeclared(i, count) || !sameJoined(m_declared, i, count, m_read[j]))
                        continue;
                    for (qsizetype k = i; k < i + count; ++k)
                        pair(k, j, {m_declared[k].text, m_read[j].text, TokenMatch::Exact, 1});
                }
            }
        }
    }

    /// Declared "Jeanpierre", read "JEAN PIERRE".
    void pairJoinedRead()
    {
        for (qsizetype i = 0; i < m_declared.size(); ++i) {
            for (qsizetype count = 2; count <= longestJoin && m_readOf[i] < 0; ++count) {
                for (qsizetype j = 0; j + count <= m_read.size() && m_readOf[i] < 0; ++j) {
                    if (!freeRead(j, count) || !sameJoined(m_read, j, count, m_declared[i]))
                        continue;
                    QStringList texts;
                    for (qsizetype k = j; k < j + count; ++k) {
                        texts.append(m_read[k].text);
                        m_readUsed[k] = true;
                    }
                    pair(i, j, {m_declared[i].text, texts.join(u' '), TokenMatch::Exact, 1});
                }
            }
        }
    }

    void pairLoose()
    {
        while (true) {
            qsizetype bestDeclared = -1;
            qsizetype bestRead = -1;
            NameToken best;
            for (qsizetype i = 0; i < m_declared.size(); ++i) {
                for (qsizetype j = 0; j < m_read.size() && m_readOf[i] < 0; ++j) {
                    if (m_readUsed[j])
                        continue;
                    NameToken token = looseMatch(m_declared[i], m_read[j]);
                    const bool better = token.match != TokenMatch::Missing &&
                                        (bestDeclared < 0 || token.similarity > best.similarity);
                    if (better) {
                        bestDeclared = i;
                        bestRead = j;
                        best = std::move(token);
                    }
                }
            }
            if (bestDeclared < 0)
                return;
            pair(bestDeclared, bestRead, std::move(best));
        }
    }

    [[nodiscard]] bool freeDeclared(qsizetype from, qsizetype count) const
    {
        return std::all_of(m_readOf.begin() + from, m_readOf.begin() + from + count,
                           [](qsizetype j) { return j < 0; });
    }
    [[nodiscard]] bool freeRead(qsizetype from, qsizetype count) const
    {
        return std::none_of(m_readUsed.begin() + from, m_readUsed.begin() + from + count,
                            [](bool used) { return used; });
    }

    [[nodiscard]] double meanSimilarity(qsizetype extra) const
    {
        double sum = 0;
        qsizetype counted = 0;
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            if (m_declared[i].particle && m_readOf[i] < 0)
                continue;
            sum += m_tokens[i].similarity;
            ++counted;
        }
        const qsizetype all = std::max(counted, counted == 0 ? extra : counted);
        return all == 0 ? 0.0 : sum / static_cast<double>(all);
    }

    [[nodiscard]] bool sameOrder() const
    {
        qsizetype last = -1;
        for (const qsizetype j : m_readOf) {
            if (j < 0)
                continue;
            if (j < last)
                return false;
            last = j;
        }
        return true;
    }

    [[nodiscard]] NameMatch kindOf(const NameComparison &comparison) const
    {
        int exact = 0;
        int loose = 0;
        int missing = 0;
        bool initials = false;
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            const TokenMatch match = m_tokens[i].match;
            if (m_declared[i].particle && (match == TokenMatch::Missing || match == TokenMatch::Exact))
                continue;
            exact += match == TokenMatch::Exact ? 1 : 0;
            missing += match == TokenMatch::Missing ? 1 : 0;
            loose += match != TokenMatch::Exact && match != TokenMatch::Missing ? 1 : 0;
            initials = initials || match == TokenMatch::Initial || match == TokenMatch::Shortened;
        }
        const bool extra = !comparison.extra.isEmpty();
        if (exact + loose == 0 || (missing > 0 && extra))
            return NameMatch::Different;
        if (loose > 0 && exact == 0 && !initials && comparison.similarity < wholeNameFloor)
            return NameMatch::Different;
        if (exact + loose == 1 && (missing > 0 || extra))
            return NameMatch::Partial;
        if (initials)
            return exact > 0 ? NameMatch::Initials : NameMatch::Different;
        if (loose > 0)
            return NameMatch::Spelling;
        if (missing > 0 || extra)
            return NameMatch::MissingMiddle;
        return sameOrder() ? NameMatch::Same : NameMatch::Order;
    }

    static constexpr double wholeNameFloor =
        0.75; ///< mean similarity below which no word in common is another name

    QList<NameWord> m_declared;
    QList<NameWord> m_read;
    QList<NameToken> m_tokens;
    QList<qsizetype> m_readOf; ///< index into m_read for each declared word, -1 where none
    QList<bool> m_readUsed;
};

/// Both names written as one word, the last word of the second also first: for scripts without spaces.
double wholeSimilarity(const QList<NameWord> &a, const QList<NameWord> &b)
{
    QStringList first;
    QStringList second;
    for (const NameWord &word : a)
        first.append(word.plain);
    for (const NameWord &word : b)
        second.append(word.plain);
    const QString whole = first.join(QString());
    const QString straight = second.join(QString());
    if (std::min(whole.size(), straight.size()) < wholeSpellingLength || a.size() == b.size())
        return 0;
    second.prepend(second.takeLast());
    return std::max(similarity(whole, straight), similarity(whole, second.join(QString())));
}
} // namespace

NameComparison compareNames(QStringView declared, QStringView read)
{
    const QList<NameWord> own = nameWords(declared);
    const QList<NameWord> other = nameWords(read);
    NameComparison comparison = Pairing(own, other).result();
    const double whole = wholeSimilarity(own, other);
    if (comparison.kind >= NameMatch::Partial && whole >= wholeSpellingFloor) {
        comparison.kind = NameMatch::Spelling;
        comparison.similarity = whole;
    }
    return comparison;
}

} // namespace scrutineer::text
