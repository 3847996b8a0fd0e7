// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace scrutineer::text {

/// A street as declared, taken apart.
struct Street
{
    QString houseNumber; ///< folded without spaces: "12", "12b", "12bis", "10/12" is "10 12"; empty where
                         ///< there is none
    QStringList words;   ///< folded, abbreviations expanded, without the number and without flat or floor

    friend bool operator==(const Street &, const Street &) = default;
};

/// House number and street name, in either order and in any of the languages of the abbreviations.
[[nodiscard]] Street parseStreet(QStringView street);

/// Folded words with the abbreviations of streets expanded: "Bd" is "boulevard", "Str." "strasse", "ul."
/// "ulica".
[[nodiscard]] QStringList addressWords(QStringView text);

/// Whether letters are delivered by a postal code there. True for unknown countries.
[[nodiscard]] bool usesPostalCodes(QStringView country);

/// A part that a complete address has.
enum class AddressPart { Street, HouseNumber, City, PostalCode };
/// What a declared address lacks, in the order above; no postal code is asked for where the country has none.
[[nodiscard]] QList<AddressPart> missingParts(const Address &address);

/// A declared address beside a block of text.
struct AddressComparison
{
    bool houseNumber = false; ///< exactly there, beside the street where that was found
    bool postalCode = false;  ///< exactly there, or none declared in a country without
    double street = 0;        ///< 0 to 1, after transliteration and expansion of abbreviations
    double city = 0;          ///< 0 to 1

    [[nodiscard]] bool matches(double streetFloor, double cityFloor) const
    {
        return houseNumber && postalCode && street >= streetFloor && city >= cityFloor;
    }
    /// For choosing the nearest of several blocks.
    [[nodiscard]] double closeness() const
    {
        return street + city + (houseNumber ? 0.5 : 0) + (postalCode ? 0.5 : 0);
    }

    friend bool operator==(const AddressComparison &, const AddressComparison &) = default;
};

/// `block` is one address or a few neighbouring lines, separated by line feeds or commas.
[[nodiscard]] AddressComparison compareAddress(const Address &declared, QStringView block);

/// A postal address in a text.
struct FoundAddress
{
    int firstLine = 0; ///< from 0
    int lineCount = 1;
    QString text;          ///< the lines joined with ", "
    QString postalCode;    ///< as printed; empty where the country's form has none
    bool complete = false; ///< street with house number, and city with postal code
    bool mailbox = false;  ///< a post office box or a company's own postal code (CEDEX, TSA, PO Box)

    friend bool operator==(const FoundAddress &, const FoundAddress &) = default;
};

/// Postal addresses in lines of text, top to bottom: a line with postal code and city in one of the common
/// national forms, with the street line above it or on the same line. `country` (ISO 3166-1, may be empty)
/// settles forms that look alike; without it four and six digits count only beside a street.
[[nodiscard]] QList<FoundAddress> findAddresses(const QStringList &lines, QStringView country = {});

} // namespace scrutineer::text
