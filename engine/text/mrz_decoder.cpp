// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_decoder.h"

#include "engine/text/mrz_cells.h"

#include <algorithm>

namespace scrutineer::text {

namespace {

constexpr QChar filler = u'<';

/// Capitals, digits and fillers only: spaces dropped, quotation marks and other chevrons made fillers.
QString cleanMrzLine(QStringView read)
{
    QString line;
    for (const QChar raw : read) {
        const QChar c = raw.toUpper();
        if ((c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == filler)
            line += c;
        else if (QStringView(u"«»‹›£€(").contains(raw))
            line += filler;
    }
    return line;
}

ClassScores certain(QChar c)
{
    constexpr float never = -60;
    ClassScores scores;
    scores.fill(never);
    for (std::size_t i = 0; i < glyphCount; ++i) {
        if (QLatin1Char(glyphLetters[i]) == c)
            scores[i] = 0;
    }
    return scores;
}

} // namespace

std::optional<facts::Mrz> decodeMrz(const QStringList &lines, const QDate &day)
{
    std::vector<ScoredLine> cells;
    for (const QString &line : lines) {
        ScoredLine scored;
        for (const QChar c : line)
            scored.push_back(certain(c));
        cells.push_back(scored);
    }
    const std::optional<DecodedZone> zone = decodeCells(cells, day);
    return zone ? std::optional(zone->mrz) : std::nullopt;
}

bool looksLikeMrz(QStringView line)
{
    constexpr qsizetype shortest = 24;
    const QString clean = cleanMrzLine(line);
    if (clean.size() < shortest || clean.size() * 10 < line.size() * 8)
        return false;
    const qsizetype lower = std::count_if(
        line.begin(), line.end(), [](QChar c) { return c.isLower() && c != u'c' && c != u's' && c != u'k'; });
    const qsizetype digits = std::count_if(clean.begin(), clean.end(), [](QChar c) { return c.isDigit(); });
    return lower * 6 < clean.size() && (clean.count(filler) >= 3 || digits * 3 >= clean.size());
}

} // namespace scrutineer::text
