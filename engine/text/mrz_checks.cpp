// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_checks.h"

#include "engine/text/mrz_decoder.h"

#include <algorithm>
#include <array>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar filler = u'<';

} // namespace

QString textAt(const QStringList &lines, const MrzSpan &span)
{
    return span.length == 0 ? QString() : lines.at(span.line).mid(span.start, span.length);
}

void putAt(QStringList &lines, const MrzSpan &span, const QString &text)
{
    if (span.length == text.size() && span.length > 0)
        lines[span.line].replace(span.start, span.length, text);
}

bool isMrzDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

MrzCheck numberCheck(const QStringList &lines, const MrzLayout &layout)
{
    MrzCheck check = layout.checks.first();
    if (layout.format != "TD1"_L1 || textAt(lines, check.digit) != QString(filler))
        return check;
    const QString more = textAt(lines, layout.optional.first());
    const qsizetype end = more.indexOf(filler);
    if (end < 2)
        return check;
    check.over = {layout.number, {0, 15, static_cast<int>(end) - 1}};
    check.digit = {0, 15 + static_cast<int>(end) - 1, 1};
    return check;
}

int mrzCheckDigit(QStringView text)
{
    constexpr std::array<int, 3> weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        int value = 0;
        if (c >= u'0' && c <= u'9')
            value = c.unicode() - u'0';
        else if (c >= u'A' && c <= u'Z')
            value = c.unicode() - u'A' + 10;
        else if (c != filler)
            return -1;
        sum += value * weights[static_cast<std::size_t>(i) % weights.size()];
    }
    return sum % 10;
}

} // namespace scrutineer::text
