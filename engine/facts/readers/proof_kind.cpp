// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_text.h"
#include "engine/facts/readers/proof_words.h"
#include "engine/text/fold.h"

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int strongWeight = 3;
constexpr int leastScore = 4;       ///< one strong word and one that goes with it
constexpr qsizetype stemLength = 6; ///< longer words also count with an ending, or as the head of a compound

/// text: folded, with a space at both ends.
bool holdsWords(const QString &text, const QString &words)
{
    const QString start = u' ' + words;
    return text.contains(words.size() >= stemLength ? start : start + u' ');
}

int scoreOf(const KindWords &kind, const QString &text)
{
    const auto holds = [&](const QString &words) { return holdsWords(text, words); };
    const auto strong = std::count_if(kind.strong.begin(), kind.strong.end(), holds);
    const auto weak = std::count_if(kind.weak.begin(), kind.weak.end(), holds);
    const int score = static_cast<int>(strongWeight * strong + weak);
    return strong > 0 && score >= leastScore ? score : 0;
}

/// Letters that prove nothing are told by words that bills use too ("an offer for you"): these come last.
bool provesNothing(const QString &kind)
{
    return kind == "travel_booking"_L1 || kind == "membership"_L1 || kind == "advertisement"_L1;
}

} // namespace

QString proofKind(const QList<ProofLine> &lines)
{
    QString all = u" "_s;
    for (const ProofLine &line : lines)
        all += text::fold(withoutElision(line.line.text)) + u' ';
    for (const bool last : {false, true}) {
        QString best;
        int bestScore = 0;
        for (const KindWords &kind : kindWords()) {
            const int score = provesNothing(kind.kind) == last ? scoreOf(kind, all) : 0;
            if (score > bestScore) {
                best = kind.kind;
                bestScore = score;
            }
        }
        if (!best.isEmpty())
            return best;
    }
    return {};
}

} // namespace scrutineer::facts
