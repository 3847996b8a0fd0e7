// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen.h"
#include "engine/text/mrz_decoder.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
QString padded(const QString &text, qsizetype length)
{
    return text.leftJustified(length, u'<', true);
}

QString withDigit(const QString &text)
{
    return text + QString::number(text::mrzCheckDigit(text));
}

QString date(const QDate &day)
{
    return day.toString(u"yyMMdd"_s);
}

QString names(const Specimen &specimen)
{
    return QString(specimen.surname).replace(u' ', u'<') + u"<<"_s +
           QString(specimen.givenNames).replace(u' ', u'<');
}

QString sexLetter(const Specimen &specimen)
{
    return specimen.sex == Sex::Female ? u"F"_s : u"M"_s;
}
} // namespace

QStringList mrzLines(const Specimen &specimen)
{
    const QString number = withDigit(padded(specimen.number, 9));
    const QString birth = withDigit(date(specimen.dateOfBirth));
    const QString expiry = withDigit(date(specimen.expiresOn));
    if (specimen.type == DocumentType::Passport) {
        const QString optional = padded({}, 14) + u'<';
        const QString second = number + u"UTO"_s + birth + sexLetter(specimen) + expiry + optional;
        return {padded(u"P<UTO"_s + names(specimen), 44),
                second + QString::number(text::mrzCheckDigit(number + birth + expiry + optional))};
    }
    const QString first = padded(u"I<UTO"_s + number, 30);
    const QString second = padded(birth + sexLetter(specimen) + expiry + u"UTO"_s, 29);
    const QString composite = first.mid(5) + birth + expiry + second.mid(18, 11);
    return {first, second + QString::number(text::mrzCheckDigit(composite)), padded(names(specimen), 30)};
}

} // namespace scrutineer::samples
