// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/aamva/aamva.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 16'384;  ///< a PDF417 holds 1,850 characters
constexpr qsizetype designatorLength = 10; ///< "DL00410278": type, offset, length

struct Header
{
    QString issuerId;
    int version = 0;
    int entries = 0;
    qsizetype end = 0; ///< where the designators begin
};

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// "ANSI " or "AAMVA", issuer, version, the jurisdiction's version (not in the standard of 2000), entries.
std::optional<Header> headerOf(const QString &text)
{
    static const QRegularExpression start(
        u"(?:ANSI |ANSI|AAMVA)([0-9]{6})([0-9]{2})([0-9]{2})([0-9]{2})?(?=DL|ID|[A-Z]{2}[0-9]{8})"_s);
    const QRegularExpressionMatch match = start.match(text);
    if (!match.hasMatch() || match.capturedStart() > 16)
        return std::nullopt;
    Header header;
    header.issuerId = match.captured(1);
    header.version = match.captured(2).toInt();
    const bool early = match.captured(4).isEmpty();
    header.entries = std::clamp(match.captured(early ? 3 : 4).toInt(), 1, 8);
    header.end = match.capturedEnd();
    return header;
}

bool isSubfile(QStringView type)
{
    return type == "DL"_L1 || type == "ID"_L1;
}

bool endsElement(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\x1e' || c == u'\x1c' || c == u'\x1d';
}

/// The text of the licence's or card's subfile, its type in front.
QString subfileOf(const QString &text, const Header &header)
{
    qsizetype at = header.end;
    qsizetype offset = -1;
    int entry = 0;
    for (; entry < header.entries && at + designatorLength <= text.size(); ++entry, at += designatorLength) {
        const QStringView designator = QStringView(text).mid(at, designatorLength);
        if (!isDigits(designator.mid(2)))
            break;
        if (offset < 0 && isSubfile(designator.left(2)))
            offset = designator.mid(2, 4).toInt();
    }
    // Offsets are often wrong by a few characters: the type must stand there.
    if (offset >= at && offset < text.size() && isSubfile(QStringView(text).mid(offset, 2)))
        return text.mid(offset);
    for (qsizetype i = at; i + 2 <= text.size(); ++i) {
        const bool starts = i == at || endsElement(text.at(i - 1));
        if (starts && isSubfile(QStringView(text).mid(i, 2)))
            return text.mid(i);
    }
    return at < text.size() ? u"DL"_s + text.mid(at) : QString();
}

QMap<QString, QString> elementsOf(QStringView subfile)
{
    QMap<QString, QString> elements;
    qsizetype at = 2;
    while (at < subfile.size()) {
        qsizetype end = at;
        while (end < subfile.size() && !endsElement(subfile.at(end)))
            ++end;
        QStringView element = subfile.mid(at, end - at).trimmed();
        // Subfiles after this one repeat their type before their first element ("ZCZCA…").
        if (element.size() > 5 && element.left(2) == element.mid(2, 2))
            element = element.mid(2);
        static const QRegularExpression id(u"^[DZ][A-Z][A-Z0-9]$"_s);
        if (element.size() >= 3 && id.match(element.left(3)).hasMatch()) {
            const QString key = element.left(3).toString();
            if (!elements.contains(key))
                elements.insert(key, element.mid(3).trimmed().toString());
        }
        at = end + 1;
    }
    return elements;
}

bool isNothing(const QString &value)
{
    static const QStringList words{u"NONE"_s, u"UNAVL"_s, u"UNAVAIL"_s, u"N/A"_s, u"NA"_s};
    return value.isEmpty() || words.contains(value.toUpper());
}

QString valueOf(const AamvaCard &card, std::initializer_list<QLatin1StringView> ids)
{
    for (const QLatin1StringView id : ids) {
        const QString value = card.values.value(QString(id));
        if (!isNothing(value))
            return value;
    }
    return {};
}

std::optional<QDate> dateFrom(const QString &digits, bool yearFirst)
{
    if (digits.size() != 8 || !isDigits(digits))
        return std::nullopt;
    const auto number = [&](qsizetype from, qsizetype count) {
        return QStringView(digits).mid(from, count).toInt();
    };
    const QDate date = yearFirst ? QDate(number(0, 4), number(4, 2), number(6, 2))
                                 : QDate(number(4, 4), number(0, 2), number(2, 2));
    const bool plausible = date.isValid() && date.year() >= 1880 && date.year() < 2200;
    return plausible ? std::optional(date) : std::nullopt;
}

std::optional<QDate> dateOf(const AamvaCard &card, QLatin1StringView id)
{
    QString digits = card.values.value(QString(id));
    digits.remove(u'-').remove(u'/');
    const bool yearFirst = card.version == 1 || card.country == "CAN"_L1 || card.country == "MEX"_L1;
    const std::optional<QDate> date = dateFrom(digits, yearFirst);
    return date ? date : dateFrom(digits, !yearFirst);
}

QString spaced(QString name)
{
    return name.replace(u',', u' ').replace(u'@', u' ').replace(u'$', u' ').simplified();
}

/// Names stood in one element up to 2003 ("LAST,FIRST,MIDDLE,SUFFIX"), given names in one up to 2005.
void readNames(AamvaCard &card)
{
    card.surname = spaced(valueOf(card, {"DCS"_L1, "DAB"_L1}));
    const QString first = valueOf(card, {"DAC"_L1});
    const QString middle = valueOf(card, {"DAD"_L1});
    card.givenNames = spaced(first.isEmpty() ? valueOf(card, {"DCT"_L1}) : first + u' ' + middle);
    const QString whole = valueOf(card, {"DAA"_L1});
    if (whole.isEmpty() || (!card.surname.isEmpty() && !card.givenNames.isEmpty()))
        return;
    const QChar separator = whole.contains(u',') ? u',' : whole.contains(u'@') ? u'@' : u'$';
    const QStringList parts = whole.split(separator);
    if (parts.size() < 2)
        return; // nothing tells where the surname ends
    card.surname = parts.at(0).simplified();
    card.givenNames = (parts.at(1) + u' ' + parts.value(2)).simplified();
}

void readAddress(AamvaCard &card)
{
    QStringList parts;
    const bool mailing = !card.values.value(u"DAG"_s).isEmpty();
    const QString street = mailing ? valueOf(card, {"DAG"_L1}) : valueOf(card, {"DAL"_L1});
    const QString second = mailing ? valueOf(card, {"DAH"_L1}) : valueOf(card, {"DAM"_L1});
    const QString city = mailing ? valueOf(card, {"DAI"_L1}) : valueOf(card, {"DAN"_L1});
    const QString state = mailing ? valueOf(card, {"DAJ"_L1}) : valueOf(card, {"DAO"_L1});
    const QString code = mailing ? valueOf(card, {"DAK"_L1}) : valueOf(card, {"DAP"_L1});
    for (const QString &part : {street, second, city, (state + u' ' + code).simplified()}) {
        if (!part.isEmpty())
            parts += part;
    }
    card.address = parts.join(u", "_s);
}

} // namespace

std::optional<AamvaCard> parseAamva(const QString &text)
{
    if (text.size() > longestText)
        return std::nullopt;
    const std::optional<Header> header = headerOf(text);
    if (!header)
        return std::nullopt;
    const QString subfile = subfileOf(text, *header);
    AamvaCard card;
    card.kind = subfile.startsWith("ID"_L1) ? AamvaCard::Kind::IdCard : AamvaCard::Kind::DrivingLicence;
    card.version = header->version;
    card.issuerId = header->issuerId;
    card.values = elementsOf(subfile);
    if (card.values.isEmpty())
        return std::nullopt;
    const AamvaIssuer issuer = aamvaIssuer(card.issuerId);
    card.jurisdiction = issuer.jurisdiction;
    card.country = issuer.country;
    if (card.country.isEmpty()) {
        const QString named = card.values.value(u"DCG"_s).toUpper();
        card.country = named.size() == 3 ? named : QString();
    }
    readNames(card);
    readAddress(card);
    card.number = valueOf(card, {"DAQ"_L1, "DBJ"_L1});
    card.dateOfBirth = dateOf(card, "DBB"_L1);
    card.issuedOn = dateOf(card, "DBD"_L1);
    card.expiresOn = dateOf(card, "DBA"_L1);
    return card;
}

} // namespace scrutineer::text
