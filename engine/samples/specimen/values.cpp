// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/values.h"

#include "engine/samples/names/transliteration.h"
#include "engine/samples/specimen/design.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
bool isDriver(const DocumentSpec &spec)
{
    return designOf(spec.design).dress == Dress::Driver;
}

QString heightOf(const DocumentSpec &spec)
{
    if (!isDriver(spec))
        return u"%1 cm"_s.arg(spec.holder.heightCm);
    const int inches = qRound(spec.holder.heightCm / 2.54);
    return u"%1'-%2\""_s.arg(inches / 12).arg(inches % 12, 2, 10, QLatin1Char('0'));
}

/// What does not follow from the person: the same for the same seed.
struct Extras
{
    explicit Extras(const DocumentSpec &spec)
    {
        Random random(spec.seed ^ 0xe17a5ULL);
        eyes = random.pick(QStringList{u"BRO"_s, u"BLU"_s, u"GRN"_s, u"HAZ"_s});
        hair = random.pick(QStringList{u"BRO"_s, u"BLK"_s, u"BLN"_s, u"GRY"_s});
        weightLb = random.integer(110, 230);
        discriminator = QString::number(random.integer(10000000, 99999999)) + u"XA"_s +
                        QString::number(random.integer(10, 99));
        occupation = random.pick(QStringList{u"WELDER"_s, u"NURSE"_s, u"SOFTWARE ENGINEER"_s, u"COOK"_s,
                                             u"ELECTRICIAN"_s, u"CIVIL ENGINEER"_s});
        employer = random.pick(QStringList{u"HYTHLO SHIPYARDS LTD"_s, u"ANYDER HOSPITAL TRUST"_s,
                                           u"NEPHELO FOODS LTD"_s, u"AMAUROT TRANSIT"_s});
        faculty = random.pick(QStringList{u"Mechanical Engineering"_s, u"History"_s, u"Medicine"_s,
                                          u"Economics"_s, u"Computer Science"_s, u"Law"_s});
        permitKind = random.pick(QStringList{u"TEMPORARY"_s, u"LONG-TERM"_s, u"SETTLEMENT"_s});
        categories = random.pick(QStringList{u"AM/B"_s, u"AM/A1/B"_s, u"AM/B/BE"_s});
        endorsements = u"NONE"_s;
        restrictions = random.pick(QStringList{u"NONE"_s, u"B"_s, u"A"_s});
    }

    QString eyes, hair, discriminator, occupation, employer, faculty, permitKind, categories, endorsements,
        restrictions;
    int weightLb = 0;
};

QString addressOn(const DocumentSpec &spec)
{
    const Country &country = countryOf(spec.holder.residence);
    // European licences and foreigners' permits print Latin letters.
    const bool native = spec.issuer == spec.holder.residence && designOf(spec.design).dress == Dress::Card;
    const PostalAddress &address = native ? spec.holder.address : spec.holder.latinAddress;
    QStringList lines = addressLines(address, country, native);
    if (lines.size() > 2)
        lines = {lines.first(), lines.mid(1).join(u' ')};
    return capitals(lines.join(u'\n'), spec.holder.residence);
}

void addPerson(QMap<QString, Value> &values, const DocumentSpec &spec)
{
    const Identity &holder = spec.holder;
    const Language language = holder.language;
    const bool own = spec.issuer == language && !isDriver(spec);
    const auto latin = [&](const Name &name) {
        return Value{capitals(own && isLatin(language) ? name.native : name.latin, language),
                     {},
                     own && !isLatin(language) ? name.native : QString()};
    };
    values[u"surname"_s] = latin(holder.surname);
    values[u"given_names"_s] = latin(holder.givenNames);
    values[u"place_of_birth"_s] = {capitals(holder.placeOfBirth.latin, language), {}, {}};
    const bool passport = typeOf(spec.design) == DocumentType::Passport;
    const Name &nationality = holder.country().nationality;
    values[u"nationality"_s] = {
        passport ? capitals(isLatin(language) ? nationality.native : nationality.latin, language)
                 : holder.nationality,
        {},
        {}};
    values[u"sex"_s] = {holder.sex == Sex::Female ? u"F"_s : u"M"_s, {}, {}};
    values[u"date_of_birth"_s] = {printedDate(holder.dateOfBirth, spec), holder.dateOfBirth, {}};
    values[u"height"_s] = {heightOf(spec), {}, {}};
    values[u"address"_s] = {addressOn(spec), {}, {}};
}
} // namespace

QString printedDate(const QDate &date, const DocumentSpec &spec)
{
    switch (designOf(spec.design).dress) {
    case Dress::Driver:
        return QString::fromLatin1(designOf(spec.design).name) == "driver_prairie"_L1
                   ? date.toString(u"yyyy/MM/dd"_s)
                   : date.toString(u"MM/dd/yyyy"_s);
    case Dress::EuLicence:
        return date.toString(u"dd.MM.yyyy"_s);
    default:
        return documentDate(date, countryOf(spec.issuer));
    }
}

QMap<QString, Value> printedValues(const DocumentSpec &spec)
{
    const Extras extras(spec);
    const Country &country = countryOf(spec.issuer);
    QMap<QString, Value> values;
    addPerson(values, spec);
    values[u"type"_s] = {QString::fromLatin1(designOf(spec.design).mrzCode), {}, {}};
    values[u"state_code"_s] = {country.code, {}, {}};
    values[u"number"_s] = {spec.number, {}, {}};
    values[u"personal_number"_s] = {spec.personalNumber, {}, {}};
    values[u"issued_on"_s] = {printedDate(spec.issuedOn, spec), spec.issuedOn, {}};
    values[u"expires_on"_s] = {printedDate(spec.expiresOn, spec), spec.expiresOn, {}};
    const Name &city = country.cities.first();
    values[u"issuer"_s] = {capitals(isLatin(spec.issuer) ? city.native : city.latin, spec.issuer), {}, {}};
    values[u"eyes"_s] = {extras.eyes, {}, {}};
    values[u"hair"_s] = {extras.hair, {}, {}};
    values[u"weight"_s] = {u"%1 lb"_s.arg(extras.weightLb), {}, {}};
    values[u"class"_s] = {u"C"_s, {}, {}};
    values[u"document_discriminator"_s] = {extras.discriminator, {}, {}};
    values[u"endorsements"_s] = {extras.endorsements, {}, {}};
    values[u"restrictions"_s] = {extras.restrictions, {}, {}};
    values[u"categories"_s] = {extras.categories, {}, {}};
    values[u"occupation"_s] = {extras.occupation, {}, {}};
    values[u"employer"_s] = {extras.employer, {}, {}};
    values[u"faculty"_s] = {extras.faculty, {}, {}};
    values[u"permit_kind"_s] = {extras.permitKind, {}, {}};
    values[u"remarks"_s] = {u"EMPLOYMENT PERMITTED"_s, {}, {}};
    for (auto field = spec.printed.begin(); field != spec.printed.end(); ++field) {
        if (field.key().endsWith("_native"_L1))
            values[field.key().chopped(7)].native = field.value();
        else
            values[field.key()] = {field.value(), {}, values[field.key()].native};
    }
    return values;
}

QMap<QString, QString> aamvaElements(const DocumentSpec &spec)
{
    const Extras extras(spec);
    const Identity &holder = spec.holder;
    const auto day = [](const QDate &date) { return date.toString(u"MMddyyyy"_s); };
    const auto plain = [&](const QString &text) { return icaoTransliteration(text, holder.language); };
    const QString given = holder.mrzGivenNames();
    const QString first = given.section(u' ', 0, 0);
    const QString middle = given.section(u' ', 1);
    QString digits = spec.number;
    digits.remove(u'-');
    const QString name = nameOf(spec.design);
    const QString state = name == "driver_mountain"_L1 ? u"XA"_s
                          : name == "driver_coast"_L1  ? u"XP"_s
                                                       : u"XL"_s;
    const QString street = streetLine(holder.latinAddress, countryOf(holder.residence), false);
    QMap<QString, QString> elements{
        {u"DAQ"_s, digits},
        {u"DCS"_s, holder.mrzSurname()},
        {u"DDE"_s, u"N"_s},
        {u"DAC"_s, first},
        {u"DDF"_s, u"N"_s},
        {u"DAD"_s, middle.isEmpty() ? u"NONE"_s : middle},
        {u"DDG"_s, u"N"_s},
        {u"DCA"_s, u"C"_s},
        {u"DCB"_s, extras.restrictions},
        {u"DCD"_s, extras.endorsements},
        {u"DBD"_s, day(spec.issuedOn)},
        {u"DBB"_s, day(holder.dateOfBirth)},
        {u"DBA"_s, day(spec.expiresOn)},
        {u"DBC"_s, holder.sex == Sex::Male ? u"1"_s : u"2"_s},
        {u"DAU"_s, u"%1 in"_s.arg(qRound(holder.heightCm / 2.54), 3, 10, QLatin1Char('0'))},
        {u"DAY"_s, extras.eyes},
        {u"DAG"_s, holder.latinAddress.houseNumber.isEmpty()
                       ? plain(street)
                       : holder.latinAddress.houseNumber + u' ' + plain(holder.latinAddress.street)},
        {u"DAI"_s, plain(holder.latinAddress.city)},
        {u"DAJ"_s, state},
        {u"DAK"_s, QString(holder.latinAddress.postalCode).remove(u' ').remove(u'-').leftJustified(11, u' ')},
        {u"DCF"_s, extras.discriminator},
        {u"DCG"_s, countryOf(spec.issuer).code},
        {u"DAW"_s, QString::number(extras.weightLb)},
        {u"DAZ"_s, extras.hair},
    };
    for (auto element = spec.barcode.begin(); element != spec.barcode.end(); ++element)
        elements[element.key()] = element.value();
    return elements;
}

} // namespace scrutineer::samples
