// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace scrutineer::text {

/// A piece of a line: a run of digits, a run of letters, or one sign.
struct DateToken
{
    enum class Kind { Number, Word, Sign };

    Kind kind = Kind::Sign;
    qsizetype position = 0;
    qsizetype length = 0;
    int value = 0; ///< of a number of up to eight digits; -1 where longer
    QChar sign;    ///< of a sign; dashes are all '-'
    QString word;
    int month = 0; ///< that the word names, 0 where none
    bool spaceBefore = false;

    [[nodiscard]] bool isNumber() const { return kind == Kind::Number; }
    [[nodiscard]] bool isNumber(qsizetype least, qsizetype most) const
    {
        return isNumber() && length >= least && length <= most;
    }
    [[nodiscard]] bool isSign(QChar c) const { return kind == Kind::Sign && sign == c; }
    [[nodiscard]] bool isWord() const { return kind == Kind::Word; }
};

[[nodiscard]] QList<DateToken> dateTokens(QStringView line);

} // namespace scrutineer::text
