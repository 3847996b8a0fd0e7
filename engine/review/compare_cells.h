// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/review/compare_table.h"

/// How one cell is filled and compared. Internal to the compare table.
namespace scrutineer::review {

/// A value and where it was read; an empty text is a value that was not read.
struct Value
{
    QString text;
    std::optional<Region> region = {};
    std::optional<Sentence> part = {}; ///< what alone was read, where it is not the whole
};

/// A Row whose cells hold the values, compared with the declared one as the field asks.
[[nodiscard]] Row makeRow(Field field, const Value &declared, const QList<Value> &others,
                          const std::optional<Address> &declaredAddress);

/// "52 years old at submission", "expired 12 days before submission", "issued 1,439 days before submission; 3
/// months allowed". Nothing for fields that are no dates and for texts that are no ISO dates.
[[nodiscard]] std::optional<Sentence> ageInWords(Field field, const QString &isoDate, const QDate &submitted,
                                                 int proofMaxAgeMonths);

} // namespace scrutineer::review
