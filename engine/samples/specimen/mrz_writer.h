// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

namespace scrutineer::samples {

enum class MrzFormat { None, Td1, Td2, Td3 };

/// What a machine-readable zone says. Names in capitals A to Z with spaces.
struct MrzValues
{
    MrzFormat format = MrzFormat::None;
    QString documentCode; ///< "P", "I", "IR"
    QString issuer;
    QString number;
    QString surname;
    QString givenNames;
    QString nationality;
    QString sex; ///< "F", "M" or empty
    QDate dateOfBirth;
    QDate expiresOn;
    QString optional; ///< personal number; shortened to what fits

    friend bool operator==(const MrzValues &, const MrzValues &) = default;
};

/// Lines with right check digits (ICAO 9303 parts 4, 5 and 6); names that are too long are cut as part 3
/// section 4.6 allows. Empty for MrzFormat::None.
[[nodiscard]] QStringList writeMrz(const MrzValues &values);

} // namespace scrutineer::samples
