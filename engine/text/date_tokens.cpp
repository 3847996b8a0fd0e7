// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/date_tokens.h"

#include "engine/text/month_names.h"

namespace scrutineer::text {

namespace {
constexpr qsizetype longestNumber = 8;

bool isDash(QChar c)
{
    return c.category() == QChar::Punctuation_Dash || c == u'−';
}

/// Signs of the east Asian calendars separate numbers without spaces: each is a word of its own.
bool isCalendarSign(QChar c)
{
    return QStringView(u"年月日號号년월일").contains(c);
}

bool continuesWord(QChar c)
{
    return (c.isLetter() || c.isMark()) && !isCalendarSign(c);
}

/// "0CT", "N0V": one or two digits inside a word of letters that names a month.
qsizetype mixedMonthEnd(QStringView line, qsizetype start)
{
    qsizetype end = start;
    qsizetype letters = 0;
    while (end < line.size() && line[end].isLetterOrNumber()) {
        letters += line[end].isLetter() ? 1 : 0;
        ++end;
    }
    const qsizetype size = end - start;
    const bool mixed = letters >= 2 && size - letters >= 1 && size - letters <= 2 && size <= 10;
    return mixed && monthNamed(line.mid(start, size)) != 0 ? end : start;
}

DateToken numberAt(QStringView line, qsizetype start)
{
    DateToken token;
    token.kind = DateToken::Kind::Number;
    qsizetype end = start;
    while (end < line.size() && line[end].isDigit()) {
        if (end - start < longestNumber)
            token.value = token.value * 10 + line[end].digitValue();
        ++end;
    }
    token.length = end - start;
    if (token.length > longestNumber)
        token.value = -1;
    return token;
}

DateToken wordAt(QStringView line, qsizetype start)
{
    DateToken token;
    token.kind = DateToken::Kind::Word;
    qsizetype end = start + 1;
    if (!isCalendarSign(line[start])) {
        while (end < line.size() && continuesWord(line[end]))
            ++end;
        if (const qsizetype mixed = mixedMonthEnd(line, start); mixed > end)
            end = mixed;
    }
    token.length = end - start;
    token.word = line.mid(start, token.length).toString();
    token.month = monthNamed(token.word);
    return token;
}
} // namespace

QList<DateToken> dateTokens(QStringView line)
{
    QList<DateToken> tokens;
    bool space = false;
    for (qsizetype i = 0; i < line.size();) {
        if (line[i].isSpace()) {
            space = true;
            ++i;
            continue;
        }
        DateToken token;
        const bool mixed = line[i].isDigit() && mixedMonthEnd(line, i) > i;
        if (line[i].isDigit() && !mixed) {
            token = numberAt(line, i);
        } else if (line[i].isLetter() || mixed) {
            token = wordAt(line, i);
        } else {
            token.length = 1;
            token.sign = isDash(line[i]) ? QChar(u'-') : line[i];
        }
        token.position = i;
        token.spaceBefore = space;
        space = false;
        i += token.length;
        tokens.append(token);
    }
    return tokens;
}

} // namespace scrutineer::text
