// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_board.h"

#include <algorithm>
#include <utility>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr float never = -40;
constexpr float unlikely = -4;

constexpr bool isLetterClass(std::size_t c)
{
    return c < 26;
}
template <typename Allowed>
void limit(MrzBoard &board, const MrzSpan &span, float penalty, Allowed allowed)
{
    for (int i = span.start; i < span.start + span.length; ++i) {
        ClassScores &cell = board.cells[static_cast<std::size_t>(span.line)][static_cast<std::size_t>(i)];
        for (std::size_t c = 0; c < glyphCount; ++c) {
            if (!allowed(c))
                cell[c] += penalty;
        }
    }
}

void limitDate(MrzBoard &board, const MrzSpan &span)
{
    if (span.length == 0)
        return;
    limit(board, span, never, isDigitClass);
    limit(board, {span.line, span.start + 2, 1}, unlikely, [](std::size_t c) { return c == 26 || c == 27; });
    limit(board, {span.line, span.start + 4, 1}, unlikely, [](std::size_t c) { return c >= 26 && c <= 29; });
}

/// Letters that look like digits are rare in document numbers, and many issuers leave them out. rarity: of
/// the letter O, natural logarithm.
void preferDigits(MrzBoard &board, const MrzSpan &span, float rarity)
{
    for (int i = span.start; i < span.start + span.length; ++i) {
        ClassScores &cell = board.cells[static_cast<std::size_t>(span.line)][static_cast<std::size_t>(i)];
        for (const auto &[letter, penalty] : {std::pair{u'O', rarity}, std::pair{u'I', -0.8F},
                                              std::pair{u'Q', -0.8F}, std::pair{u'S', -0.3F}})
            cell[classOf(QChar(letter))] += penalty;
    }
}

} // namespace

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

float bestOf(const ClassScores &cell)
{
    return std::max(worstOfCell, *std::max_element(cell.begin(), cell.begin() + glyphCount));
}

void applyAlphabets(MrzBoard &board)
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
    board.seen = board.cells;
    preferDigits(board, layout.number, -3);
    for (const MrzSpan &span : layout.optional)
        preferDigits(board, span, -1.5);
}

} // namespace scrutineer::text
