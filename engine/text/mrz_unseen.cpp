// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_unseen.h"

#include "engine/text/mrz_checks.h"
#include "engine/text/mrz_fields.h"

#include <algorithm>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar filler = u'<';

/// Natural logarithms. Measured on 263 zones: in cells that were read right at least -3.5, those below -3
/// with hardly any chance of being empty; under a finger at most -5.2, and empty for certain.
constexpr float hardlySeen = -3;
constexpr float likelyNothing = -1;

bool isUnseen(const MrzBoard &board, const QStringList &lines, int line, int index)
{
    // Where the layout leaves one letter only, such as a passport's P, nothing is guessed.
    const MrzSpan &code = board.layout->code;
    if (line == code.line && index == code.start && board.layout->codes.size() == 1)
        return false;
    const QChar shown = lines.at(line).at(index);
    const ClassScores &seen = board.seen[std::size_t(line)][std::size_t(index)];
    return shown != filler && seen[classOf(shown)] < hardlySeen && seen[nothingClass] > likelyNothing;
}

bool anyUnseen(const MrzBoard &board, const QStringList &lines, const MrzSpan &span)
{
    for (int i = span.start; i < span.start + span.length; ++i) {
        if (isUnseen(board, lines, span.line, i))
            return true;
    }
    return false;
}

/// Whether an unseen cell may hide a letter of a name: after the fillers that end all names it hides nothing.
bool hidesName(const MrzBoard &board, const QStringList &lines, const MrzSpan &span)
{
    const QString names = textAt(lines, span);
    for (int i = 0; i < span.length; ++i) {
        if (!isUnseen(board, lines, span.line, span.start + i))
            continue;
        const QString before = names.left(i);
        const bool ended = before.endsWith("<<"_L1) && before.indexOf("<<"_L1) < i - 2;
        if (!ended)
            return true;
    }
    return false;
}

} // namespace

void forgetUnseen(const MrzBoard &board, facts::Mrz &mrz)
{
    const MrzLayout &layout = *board.layout;
    const auto hidden = [&](const MrzSpan &span) {
        return span.length > 0 && anyUnseen(board, mrz.lines, span);
    };
    facts::MrzFields &fields = mrz.fields;
    for (const MrzSpan &span : {layout.names, layout.givenNames}) {
        // Half a name would look like another one.
        if (span.length > 0 && hidesName(board, mrz.lines, span))
            fields.surname = fields.givenNames = QString();
    }
    const QList<MrzSpan> number = numberCheck(mrz.lines, layout).over;
    if (hidden(layout.number) || std::any_of(number.begin(), number.end(), hidden))
        fields.number.clear();
    if (hidden(layout.code))
        fields.documentCode.clear();
    if (hidden(layout.issuerSpan))
        fields.issuer.clear();
    if (hidden(layout.nationality))
        fields.nationality.clear();
    if (hidden(layout.sex))
        fields.sex.clear();
    if (hidden(layout.dateOfBirth))
        fields.dateOfBirth.reset();
    if (hidden(layout.expiresOn))
        fields.expiresOn.reset();
    const QStringList read = mrz.lines;
    for (int line = 0; line < read.size(); ++line) {
        for (int i = 0; i < read.at(line).size(); ++i) {
            if (isUnseen(board, read, line, i))
                mrz.lines[line][i] = filler;
        }
    }
}

} // namespace scrutineer::text
