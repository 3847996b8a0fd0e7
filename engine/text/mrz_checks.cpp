// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_checks.h"

#include "engine/text/mrz_decoder.h"

#include <algorithm>
#include <array>
#include <optional>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar filler = u'<';

std::optional<bool> holds(const QStringList &lines, const MrzCheck &check)
{
    QString text;
    for (const MrzSpan &span : check.over)
        text += textAt(lines, span);
    const QString digit = textAt(lines, check.digit);
    if (digit == QString(filler) &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c == filler; }))
        return std::nullopt;
    return isMrzDigits(digit) && mrzCheckDigit(text) == digit.toInt();
}

/// Letters that are taken for digits, all of one look at a time.
const QList<std::pair<QString, QChar>> &lookAlikeLetters()
{
    static const QList<std::pair<QString, QChar>> looks{{u"O"_s, u'0'},  {u"OQ"_s, u'0'}, {u"OQD"_s, u'0'},
                                                        {u"IL"_s, u'1'}, {u"Z"_s, u'2'},  {u"S"_s, u'5'},
                                                        {u"B"_s, u'8'},  {u"G"_s, u'6'}};
    return looks;
}

QString withDigits(QString text, const QString &letters, QChar digit)
{
    std::replace_if(
        text.begin(), text.end(), [&](QChar c) { return letters.contains(c); }, digit);
    return text;
}

bool numberFits(const MrzCandidate &candidate, const QString &number)
{
    QStringList lines = candidate.lines;
    putAt(lines, candidate.layout->number, number);
    return holds(lines, candidate.layout->checks.first()).value_or(false);
}

/// Makes the number's check digit fit by taking all letters of one look for digits, where exactly one look
/// does. More freedom would fit by chance more often than by truth. What the check digits say stays as it was
/// before: a swap found by them is no proof of it.
void repairNumber(MrzCandidate &candidate)
{
    const QString read = textAt(candidate.lines, candidate.layout->number);
    QStringList fits;
    for (const auto &[letters, digit] : lookAlikeLetters()) {
        const QString swapped = withDigits(read, letters, digit);
        if (swapped != read && !fits.contains(swapped) && numberFits(candidate, swapped))
            fits += swapped;
    }
    if (fits.size() != 1)
        return;
    putAt(candidate.lines, candidate.layout->number, fits.first());
    candidate.repaired = true;
}

/// Weights 7 and 3 add up to ten: two letters O for two zeros leave the check digit right, and G for 6 always
/// does. Where such a twin fits as well, the check digit proves nothing; zeros are likelier than letters O.
void doubtNumber(MrzCandidate &candidate)
{
    const QString read = textAt(candidate.lines, candidate.layout->number);
    for (const auto &[letters, digit] : lookAlikeLetters()) {
        const QString twin = withDigits(read, letters, digit);
        if (twin == read || !numberFits(candidate, twin))
            continue;
        candidate.checks.remove(u"number"_s);
        --candidate.valid;
        if (digit == u'0') {
            putAt(candidate.lines, candidate.layout->number, twin);
            candidate.repaired = true;
        }
        return;
    }
}

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

void verify(MrzCandidate &candidate)
{
    candidate.checks.clear();
    candidate.valid = 0;
    candidate.invalid = 0;
    for (const MrzCheck &check : candidate.layout->checks) {
        const bool isNumber = check.name == "number"_L1;
        const std::optional<bool> result =
            holds(candidate.lines, isNumber ? numberCheck(candidate.lines, *candidate.layout) : check);
        if (!result)
            continue;
        const bool alphabetFits = check.name != "date_of_birth"_L1 && check.name != "expires_on"_L1
                                      ? true
                                      : isMrzDigits(textAt(candidate.lines, check.over.first()));
        candidate.checks[check.name] = *result && alphabetFits;
        (candidate.checks[check.name] ? candidate.valid : candidate.invalid) += 1;
    }
}

void settleNumber(MrzCandidate &candidate)
{
    if (candidate.layout->number.length == 0 || !candidate.checks.contains(u"number"_s))
        return;
    if (candidate.checks.value(u"number"_s))
        doubtNumber(candidate);
    else
        repairNumber(candidate);
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
