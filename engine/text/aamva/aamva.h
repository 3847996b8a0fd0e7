// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMap>
#include <QString>

#include <optional>

namespace scrutineer::text {

/// What the two-dimensional barcode of a North American licence or identification card says.
struct AamvaCard
{
    enum class Kind { DrivingLicence, IdCard };

    Kind kind = Kind::DrivingLicence;
    int version = 0;               ///< of the AAMVA standard, 1 (2000) to 10 (2020) and later; 0 unknown
    QString issuerId;              ///< issuer identification number, six digits
    QString jurisdiction;          ///< two letters ("CO", "QC"); empty where the number is not assigned
    QString country;               ///< ISO 3166-1 alpha-3; empty where neither number nor elements tell
    QMap<QString, QString> values; ///< element id ("DAQ") to its text, as encoded, outer blanks gone

    QString surname;
    QString givenNames; ///< first and middle names
    QString number;
    QString address; ///< one line
    std::optional<QDate> dateOfBirth;
    std::optional<QDate> issuedOn;
    std::optional<QDate> expiresOn;

    friend bool operator==(const AamvaCard &, const AamvaCard &) = default;
};

/// Reads the text of a PDF417 by the AAMVA DL/ID Card Design Standard, annex D, versions 2000 to 2020:
/// header, subfile designators (also with wrong offsets, as many are), subfiles DL and ID. Dates are MMDDCCYY
/// in the USA and CCYYMMDD in Canada, Mexico and in the standard of 2000; the other order is taken only where
/// the right one gives no date. Nothing where it is no such text. Never throws, reads text of any kind. Pure.
[[nodiscard]] std::optional<AamvaCard> parseAamva(const QString &text);

/// Two letters and ISO 3166-1 alpha-3 country of an issuer identification number; empty where not assigned.
struct AamvaIssuer
{
    QString jurisdiction;
    QString country;
};
[[nodiscard]] AamvaIssuer aamvaIssuer(const QString &issuerId);

} // namespace scrutineer::text
