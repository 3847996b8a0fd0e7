// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/names.h"

namespace scrutineer::text {

/// A word of a name with the ways to write it in Latin letters.
struct NameWord
{
    QString text;  ///< as given
    QString plain; ///< folded, diacritics dropped
    QStringList
        variants; ///< other folded spellings (ICAO expansions, popular transliterations), then misreadings
    QString skeleton;      ///< consonants only, for scripts that do not write vowels; empty elsewhere
    bool dotted = false;   ///< an abbreviation's full stop follows
    bool particle = false; ///< "van", "de", "bin"
};

/// The words of a name. Titles are left out; an apostrophe does not separate, a hyphen does.
[[nodiscard]] QList<NameWord> nameWords(QStringView name);

/// Equal in any of their spellings.
[[nodiscard]] bool sameWord(const NameWord &a, const NameWord &b);
/// Equal when a run of words is written as one ("Xiao Ming", "Xiaoming").
[[nodiscard]] bool sameJoined(const QList<NameWord> &words, qsizetype from, qsizetype count,
                              const NameWord &whole);
/// What `read` is to `declared` when it is not the same: an initial, cut short, spelled otherwise, or
/// missing.
[[nodiscard]] NameToken looseMatch(const NameWord &declared, const NameWord &read);

} // namespace scrutineer::text
