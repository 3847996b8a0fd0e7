// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"

#include <QList>
#include <QString>

namespace scrutineer::text {

enum class DiffKind { Equal, Inserted, Removed };

/// A run of characters as the eye sees them (grapheme clusters).
struct DiffSegment
{
    DiffKind kind = DiffKind::Equal;
    QString text;

    friend bool operator==(const DiffSegment &, const DiffSegment &) = default;
};

/// How `from` becomes `to`, in reading order; a removal stands before the insertion that replaces it. The
/// fewest characters are changed. Equal and removed segments together are `from`, equal and inserted ones are
/// `to`.
[[nodiscard]] QList<DiffSegment> diff(const QString &from, const QString &to);

/// The same in words, for screen readers: "One letter differs: “e” instead of “a”."
[[nodiscard]] Sentence diffInWords(const QString &from, const QString &to);

} // namespace scrutineer::text
