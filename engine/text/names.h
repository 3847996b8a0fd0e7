// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace scrutineer::text {

/// How two names of a person relate, from harmless to serious.
enum class NameMatch {
    Same,  ///< the same words in the same order, whatever the script, accents, hyphens and ICAO spelling
    Order, ///< the same words in another order
    MissingMiddle, ///< one side has words more; the others, two at least, are the same
    Initials,      ///< some words are initials or cut short
    Spelling,      ///< some words differ by a few letters
    Partial,       ///< only one of the words is there
    Different,     ///< other words
};

enum class TokenMatch {
    Exact,     ///< the same, or the same by transliteration
    Initial,   ///< "J" or "J." for "John"
    Shortened, ///< "Alex" or "Chr." for the longer name
    Spelling,  ///< a few letters differ
    Missing,   ///< nothing stands for it
};

/// One word of the declared name and what stands for it.
struct NameToken
{
    QString declared;
    QString read; ///< empty where missing
    TokenMatch match = TokenMatch::Missing;
    double similarity = 0; ///< 0 to 1

    friend bool operator==(const NameToken &, const NameToken &) = default;
};

struct NameComparison
{
    NameMatch kind = NameMatch::Different;
    double similarity = 0;   ///< mean over the words, 0 to 1
    QList<NameToken> tokens; ///< in the order of the declared name
    QStringList extra;       ///< words that only the other side has, without titles and particles

    friend bool operator==(const NameComparison &, const NameComparison &) = default;
};

/// Compares a declared name with one that was read. Latin, Cyrillic (ICAO 9303 part 3 section 6 and the
/// popular spellings), and other scripts through ICU. "Müller" is MULLER, MUELLER and MUXXLLER; "Øster" is
/// OSTER and OESTER; "Groß" is GROSS. Hyphens, apostrophes, titles ("Mme", "Dr") and particles ("van", "de")
/// do not tell names apart. Arabic and Hebrew are written without vowels: there only the consonants count,
/// and the match is Spelling.
[[nodiscard]] NameComparison compareNames(QStringView declared, QStringView read);

/// Where a declared name stands in a text.
struct FoundName
{
    int line = 0;            ///< first line, from 0
    int lineCount = 1;       ///< 2 where the name runs on into the next line
    QList<NameToken> tokens; ///< in the order of the declared name
    int full = 0;            ///< words that are there in full, a few wrong letters included
    int abbreviated = 0;     ///< words that are there as an initial or cut short
    int missing = 0;         ///< words that are not there

    [[nodiscard]] bool complete() const { return missing == 0 && abbreviated == 0; }
};

/// The line, or two neighbouring lines, that hold most of a declared name. An initial counts only beside a
/// word that is there in full. Nothing where no line holds a whole word of the name.
[[nodiscard]] std::optional<FoundName> findName(QStringView declared, const QStringList &lines);

} // namespace scrutineer::text
