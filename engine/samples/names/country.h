// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/names/name_tables.h"

#include <QDate>
#include <QStringList>

namespace scrutineer::samples {

/// A postal address in the parts of a case.json, all in one script.
struct PostalAddress
{
    QString street;      ///< without the number
    QString houseNumber; ///< may be empty
    QString city;
    QString postalCode;

    friend bool operator==(const PostalAddress &, const PostalAddress &) = default;
};

/// Where a country puts number, street, postal code and city.
enum class AddressOrder {
    NumberStreetCityCode, ///< 14 Harbour Street / Amaurot / UT2 4LB
    NumberStreetCodeCity, ///< 14 rue du Port / 20417 Clairval
    StreetNumberCodeCity, ///< Hafenstraße 14 / 20417 Lindenburg
    StreetCommaNumber,    ///< Calle del Puerto, 14 / 20417 Solara
    StreetNumberCityCode, ///< ул. Портовая, д. 14 / г. Светлогорье, 204170
    LargeToSmall          ///< 204170 北海省云溪市港口路14号
};

/// An invented country. Its code is UTO or one that ISO 3166-1 and ICAO 9303 part 3 leave to users (QMA to
/// QZZ).
struct Country
{
    Language language = Language::English;
    QString code;
    Name name;             ///< "République de Valombre", "Republic of Valombre"
    Name nationality;      ///< for people; the Latin form is English
    QString postalPattern; ///< # is a digit, @ a letter
    AddressOrder addressOrder = AddressOrder::NumberStreetCodeCity;
    QList<Name> cities;
    QList<Name> streets;
    QString shortDate; ///< Qt format of dates on documents, "dd.MM.yyyy"; "icao" for 12 AUG 1974
};

[[nodiscard]] const Country &countryOf(Language language);

/// A date as the country's documents print it.
[[nodiscard]] QString documentDate(const QDate &date, const Country &country);

/// Street and house number in the country's order.
[[nodiscard]] QString streetLine(const PostalAddress &address, const Country &country, bool native);
/// The lines below the name on an envelope, without the country.
[[nodiscard]] QStringList addressLines(const PostalAddress &address, const Country &country, bool native);

} // namespace scrutineer::samples
