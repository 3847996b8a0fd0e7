// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/mrz_writer.h"

#include "engine/text/mrz_decoder.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
QString padded(const QString &text, qsizetype length)
{
    return QString(text).replace(u' ', u'<').leftJustified(length, u'<', true);
}

QString withDigit(const QString &text)
{
    return text + QString::number(text::mrzCheckDigit(text));
}

QString date(const QDate &day)
{
    return withDigit(day.toString(u"yyMMdd"_s));
}

/// Both names stay visible: the surname gives way first to at least three letters of the given names.
QString names(const MrzValues &values, qsizetype length)
{
    const QString given = padded(values.givenNames, values.givenNames.size());
    const qsizetype kept = std::min<qsizetype>(given.size(), 3);
    const qsizetype room = length - 2 - kept;
    return padded(padded(values.surname, std::min(values.surname.size(), room)) + u"<<"_s + given, length);
}

QString code(const QString &text, qsizetype length)
{
    QString kept;
    for (const QChar c : text.toUpper())
        kept += (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ? QString(c) : QString();
    return padded(kept, length);
}

QStringList td3(const MrzValues &v)
{
    const QString number = withDigit(code(v.number, 9));
    const QString optional = code(v.optional, 14);
    // A check digit of empty optional data may be a filler (part 4 section 4.2.2).
    const QString checked = v.optional.isEmpty() ? optional + u'<' : withDigit(optional);
    const QString second = number + padded(v.nationality, 3) + date(v.dateOfBirth) + padded(v.sex, 1) +
                           date(v.expiresOn) + checked;
    const QString composite = number + date(v.dateOfBirth) + date(v.expiresOn) + checked;
    return {padded(v.documentCode, 2) + padded(v.issuer, 3) + names(v, 39),
            second + QString::number(text::mrzCheckDigit(composite))};
}

QStringList td2(const MrzValues &v)
{
    const QString number = withDigit(code(v.number, 9));
    const QString optional = code(v.optional, 7);
    const QString composite = number + date(v.dateOfBirth) + date(v.expiresOn) + optional;
    return {padded(v.documentCode, 2) + padded(v.issuer, 3) + names(v, 31),
            number + padded(v.nationality, 3) + date(v.dateOfBirth) + padded(v.sex, 1) + date(v.expiresOn) +
                optional + QString::number(text::mrzCheckDigit(composite))};
}

QStringList td1(const MrzValues &v)
{
    const QString first =
        padded(v.documentCode, 2) + padded(v.issuer, 3) + withDigit(code(v.number, 9)) + code(v.optional, 15);
    const QString second = date(v.dateOfBirth) + padded(v.sex, 1) + date(v.expiresOn) +
                           padded(v.nationality, 3) + padded({}, 11);
    const QString composite = first.mid(5) + second.left(7) + second.mid(8, 7) + second.mid(18, 11);
    return {first, second + QString::number(text::mrzCheckDigit(composite)), names(v, 30)};
}
} // namespace

QStringList writeMrz(const MrzValues &values)
{
    switch (values.format) {
    case MrzFormat::None:
        break;
    case MrzFormat::Td1:
        return td1(values);
    case MrzFormat::Td2:
        return td2(values);
    case MrzFormat::Td3:
        return td3(values);
    }
    return {};
}

} // namespace scrutineer::samples
