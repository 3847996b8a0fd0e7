// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace scrutineer::facts {

/// A few words as they are compared: folded, each with the set of its letters.
struct Phrase
{
    QStringList words;
    QList<quint64> letters; ///< of each word: a bit for each letter and digit that is in it
    int size = 0;           ///< characters
};

/// One meaning in every language that the tables know.
struct Meaning
{
    QString key; ///< "surname", "FRA"
    QList<Phrase> phrases;
};

/// resources/documents/labels.json: labels of printed fields, keys as in Document::printed, "full_name" and
/// "other". Read once.
[[nodiscard]] const QList<Meaning> &labelTable();
/// resources/documents/types.json: keys are names of document types, the more particular ones first.
[[nodiscard]] const QList<Meaning> &typeTable();
/// resources/documents/issuers.json: keys are ISO 3166-1 alpha-3.
[[nodiscard]] const QList<Meaning> &issuerTable();
/// resources/documents/sides.json: keys are names of sides.
[[nodiscard]] const QList<Meaning> &sideTable();

[[nodiscard]] quint64 lettersOf(QStringView foldedWord);

/// Whether a printed word, folded, is a word of a phrase; words of five letters and more may be misread in
/// one letter of five.
[[nodiscard]] bool isWord(QStringView printed, quint64 printedLetters, const Phrase &phrase, qsizetype word,
                          double alike);

/// Whether a folded line holds a phrase.
[[nodiscard]] bool holdsPhrase(const QStringList &words, const QList<quint64> &letters, const Phrase &phrase,
                               double alike);
[[nodiscard]] QList<quint64> lettersOf(const QStringList &foldedWords);

} // namespace scrutineer::facts
