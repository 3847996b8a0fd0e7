// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/document_number.h"

namespace scrutineer::text {

namespace {

/// Letters that recognition takes for digits, as digits.
QString folded(QStringView text)
{
    static constexpr QStringView confused = u"OQDILSBZG";
    static constexpr QStringView digits = u"000115826";
    QString key = documentNumber(text);
    for (QChar &c : key) {
        if (const qsizetype i = confused.indexOf(c); i >= 0)
            c = digits[i];
    }
    return key;
}

} // namespace

QString documentNumber(QStringView text)
{
    QString key;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            key += c.toUpper();
    }
    return key;
}

bool sameNumber(QStringView a, QStringView b)
{
    return !a.isEmpty() && folded(a) == folded(b);
}

bool holdsNumber(QStringView line, QStringView number)
{
    return !number.isEmpty() && folded(line).contains(folded(number));
}

bool isClearlyOtherNumber(QStringView a, QStringView b)
{
    const QString first = folded(a);
    const QString second = folded(b);
    if (first.size() != second.size())
        return false;
    int differing = 0;
    for (qsizetype i = 0; i < first.size(); ++i)
        differing += first.at(i) != second.at(i) ? 1 : 0;
    return differing >= 2;
}

} // namespace scrutineer::text
