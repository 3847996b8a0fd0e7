// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// The words of letters in the languages that people send them in, folded (text::fold). Pure, any thread.
namespace scrutineer::facts {

/// Right before a date, or above it: the date is the letter's own.
[[nodiscard]] const QStringList &issueWords();
/// Near a date: it is a due date, a period, a birth date or the like.
[[nodiscard]] const QStringList &otherDateWords();
/// Before a date: it is a date, and no more.
[[nodiscard]] const QStringList &plainDateWords();
/// In front of the person whom a letter is for.
[[nodiscard]] const QStringList &holderWords();

/// "d'électricité" as two words: articles that run into the next word hide it.
[[nodiscard]] QString withoutElision(QString text);

/// Words that letters of one kind use; a strong word counts three times.
struct KindWords
{
    QString kind; ///< as facts::AddressProof::kind
    QStringList strong;
    QStringList weak;
};
[[nodiscard]] const QList<KindWords> &kindWords();

/// A language's commonest words, by Tesseract's name of the language.
struct CommonWords
{
    QString language;
    QStringList words;
};
[[nodiscard]] const QList<CommonWords> &commonWords();

} // namespace scrutineer::facts
