// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace scrutineer::text {

/// Characters of one line, from 0. A length of 0 means that the layout has no such field.
struct MrzSpan
{
    int line = 0;
    int start = 0;
    int length = 0;
};

struct MrzCheck
{
    QString name; ///< as in facts::Mrz::checkDigits
    QList<MrzSpan> over;
    MrzSpan digit;
};

/// Where the fields of one kind of machine-readable zone stand.
struct MrzLayout
{
    QString format;
    QString codes;  ///< first letters that this layout may start with
    QString issuer; ///< the only issuer, or empty
    int lines = 2;
    int length = 44;
    int nameLine = 0; ///< the line that no check digit covers; -1: every line counts
    MrzSpan code;
    MrzSpan issuerSpan;
    MrzSpan names;      ///< surname<<given names, or the surname alone
    MrzSpan givenNames; ///< where they stand apart
    MrzSpan number;
    MrzSpan nationality;
    MrzSpan sex;
    MrzSpan dateOfBirth;
    MrzSpan expiresOn;
    QList<MrzSpan> optional;
    QList<MrzCheck> checks;
};

/// Every layout this reader knows, the more particular ones first.
[[nodiscard]] const QList<MrzLayout> &mrzLayouts();

} // namespace scrutineer::text
