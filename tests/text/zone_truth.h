// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace scrutineer::tests {

/// The five fields of a machine-readable zone that are compared: dates as YYMMDD, fillers removed.
struct ZoneFields
{
    QString number;
    QString birth;
    QString expiry;
    QString surname;
    QString givenNames;

    friend bool operator==(const ZoneFields &, const ZoneFields &) = default;
};

/// What the lines of a zone of two or three lines say, by place alone.
[[nodiscard]] ZoneFields fieldsOf(const QStringList &lines);
[[nodiscard]] ZoneFields fieldsOf(const facts::MrzFields &fields);

/// How many fields are called valid by their check digit and are not what they should be.
[[nodiscard]] int wrongThoughValid(const facts::Mrz &mrz, const ZoneFields &want);

/// File name to lines: truth.json of the zones in SCRUTINEER_TESTDATA. Empty where it is not set.
[[nodiscard]] QMap<QString, QStringList> zonesOfTestData();

} // namespace scrutineer::tests
