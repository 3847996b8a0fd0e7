// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_fields.h"

#include "engine/text/mrz_checks.h"

#include <algorithm>
#include <optional>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar filler = u'<';
constexpr int furthestExpiryYears = 30;

bool isLetters(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c >= u'A' && c <= u'Z') || c == filler; });
}

QString withoutFillers(QString text)
{
    text.replace(filler, u' ');
    return text.simplified();
}

std::optional<QDate> toDate(const QString &digits, const QDate &latest)
{
    if (!isMrzDigits(digits) || digits.size() != 6)
        return std::nullopt;
    const int year = QStringView(digits).left(2).toInt();
    const int month = QStringView(digits).mid(2, 2).toInt();
    const int day = QStringView(digits).mid(4, 2).toInt();
    for (const int century : {2000, 1900}) {
        const QDate date(century + year, month, day);
        if (date.isValid() && date <= latest)
            return date;
    }
    return std::nullopt;
}

void readNames(const QStringList &lines, const MrzLayout &layout, facts::MrzFields &fields)
{
    const QString names = textAt(lines, layout.names);
    if (layout.givenNames.length > 0) {
        fields.surname = withoutFillers(names);
        fields.givenNames = withoutFillers(textAt(lines, layout.givenNames));
        return;
    }
    const qsizetype separator = names.indexOf(u"<<"_s);
    fields.surname = withoutFillers(names.left(separator < 0 ? names.size() : separator));
    fields.givenNames = separator < 0 ? QString() : withoutFillers(names.mid(separator));
}

} // namespace

facts::MrzFields mrzFieldsOf(const QStringList &lines, const MrzLayout &layout, const QDate &day)
{
    facts::MrzFields fields;
    fields.documentCode = withoutFillers(textAt(lines, layout.code));
    fields.issuer = withoutFillers(textAt(lines, layout.issuerSpan));
    for (const MrzSpan &span : numberCheck(lines, layout).over)
        fields.number += textAt(lines, span);
    if (layout.format == "FR-DL"_L1)
        fields.number = textAt(lines, layout.number);
    fields.number = fields.number.remove(filler);
    const QString nationality = textAt(lines, layout.nationality);
    fields.nationality = isLetters(nationality) ? withoutFillers(nationality) : QString();
    const QString sex = textAt(lines, layout.sex);
    fields.sex = QStringView(u"MFX").contains(sex) ? sex : QString();
    fields.dateOfBirth = toDate(textAt(lines, layout.dateOfBirth), day);
    fields.expiresOn = toDate(textAt(lines, layout.expiresOn), day.addYears(furthestExpiryYears));
    readNames(lines, layout, fields);
    return fields;
}

} // namespace scrutineer::text
