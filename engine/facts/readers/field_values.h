// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/readers/printed_fields.h"
#include "engine/text/dates.h"

#include <optional>

namespace scrutineer::facts {

/// Words of a value below this are not believed; a name has no form that tells a misreading, so it needs
/// more.
inline constexpr double leastConfidence = 0.45;

/// What the dates of a document help to choose by.
[[nodiscard]] text::DateHints dateHints(const QString &field, const QString &printed,
                                        const DocumentHints &hints);

/// A day that a machine-readable zone or barcode names is the reading; else as text::resolve() chooses.
[[nodiscard]] std::optional<QDate> dateOf(const text::DateHit &hit, const text::DateHints &dates,
                                          const DocumentHints &hints);

/// The words of a value as one field; its confidence is their mean.
[[nodiscard]] FoundField fieldOf(const QList<PlacedWord> &words);

/// The words that a date was found in, when they are joined by single blanks.
[[nodiscard]] QList<PlacedWord> wordsAt(const QList<PlacedWord> &words, const text::DateHit &hit);

/// The value that words make for a field, by the field's form: a date, a name, a number. Nothing where they
/// do not.
[[nodiscard]] std::optional<FoundField> valueOf(const QString &field, const QList<PlacedWord> &words,
                                                const DocumentHints &hints);

} // namespace scrutineer::facts
