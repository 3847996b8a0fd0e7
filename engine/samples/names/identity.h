// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/names/country.h"
#include "engine/samples/person.h"

#include <QDate>

namespace scrutineer::samples {

/// An invented person: a name, a body, and a place in an invented country.
struct Identity
{
    Language language = Language::English;
    Name surname;
    Name givenNames; ///< one or two, with a space between
    Sex sex = Sex::Female;
    QDate dateOfBirth;
    Name placeOfBirth;
    QString nationality;                    ///< ICAO code
    Language residence = Language::English; ///< whose country the address is in
    PostalAddress address;
    PostalAddress latinAddress; ///< the same in Latin letters
    int heightCm = 170;
    Person face;

    [[nodiscard]] const Country &country() const { return countryOf(language); }
    /// In the order of the language. The Latin one keeps given names first except where the family comes
    /// first.
    [[nodiscard]] QString nativeFullName() const;
    [[nodiscard]] QString latinFullName() const;
    /// As a machine-readable zone spells them.
    [[nodiscard]] QString mrzSurname() const;
    [[nodiscard]] QString mrzGivenNames() const;
};

/// Somebody between 19 and 70 years of age on a day. The same random numbers give the same person.
[[nodiscard]] Identity makeIdentity(Language language, const QDate &on, Random &random);

/// A new address in a country, in both scripts: for those who live abroad, and for bills sent elsewhere.
void moveHouse(Identity &identity, Language residence, Random &random);

} // namespace scrutineer::samples
