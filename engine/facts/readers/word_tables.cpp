// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/word_tables.h"

#include "engine/text/fold.h"
#include "resources/resources.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <bit>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestAlike = 5; ///< letters; shorter words must be exact

QJsonObject load(QLatin1StringView path)
{
    return QJsonDocument::fromJson(resources::read(path)).object();
}

void add(Meaning &meaning, const QString &text)
{
    QString plain = text;
    plain.replace(u'°', u'o').replace(u'º', u'o').replace(u"№"_s, u"no"_s);
    Phrase phrase;
    phrase.words = text::foldedWords(plain);
    if (phrase.words.isEmpty())
        return;
    phrase.letters = lettersOf(phrase.words);
    phrase.size = int(phrase.words.join(u' ').size());
    const bool known = std::any_of(meaning.phrases.begin(), meaning.phrases.end(),
                                   [&](const Phrase &other) { return other.words == phrase.words; });
    if (!known)
        meaning.phrases += phrase;
}

Meaning &named(QList<Meaning> &table, const QString &key)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Meaning &meaning) { return meaning.key == key; });
    if (found != table.end())
        return *found;
    table += Meaning{key, {}};
    return table.last();
}

QList<Meaning> loadLabels()
{
    QList<Meaning> table;
    const QJsonObject languages = load("documents/labels.json"_L1);
    for (const QJsonValue &language : languages) {
        const QJsonObject fields = language.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            for (const QJsonValue &label : field.value().toArray())
                add(named(table, field.key()), label.toString());
        }
    }
    return table;
}

QList<Meaning> loadList(QLatin1StringView path, const QString &list, const QString &key)
{
    QList<Meaning> table;
    for (const QJsonValue &row : load(path).value(list).toArray()) {
        const QJsonObject object = row.toObject();
        for (const QJsonValue &word : object.value(u"words"_s).toArray())
            add(named(table, object.value(key).toString()), word.toString());
    }
    return table;
}

} // namespace

const QList<Meaning> &labelTable()
{
    static const QList<Meaning> table = loadLabels();
    return table;
}

const QList<Meaning> &typeTable()
{
    static const QList<Meaning> table = loadList("documents/types.json"_L1, u"types"_s, u"type"_s);
    return table;
}

const QList<Meaning> &issuerTable()
{
    static const QList<Meaning> table = loadList("documents/issuers.json"_L1, u"issuers"_s, u"code"_s);
    return table;
}

const QList<Meaning> &sideTable()
{
    static const QList<Meaning> table = loadList("documents/sides.json"_L1, u"sides"_s, u"side"_s);
    return table;
}

quint64 lettersOf(QStringView foldedWord)
{
    quint64 letters = 0;
    for (const QChar c : foldedWord)
        letters |= quint64{1} << (c.unicode() % 64U);
    return letters;
}

QList<quint64> lettersOf(const QStringList &foldedWords)
{
    QList<quint64> letters;
    for (const QString &word : foldedWords)
        letters += lettersOf(QStringView(word));
    return letters;
}

bool isWord(QStringView printed, quint64 printedLetters, const Phrase &phrase, qsizetype word, double alike)
{
    const QString &wanted = phrase.words.at(word);
    if (printed == wanted)
        return true;
    const qsizetype longer = std::max(printed.size(), wanted.size());
    const qsizetype edits = qsizetype((1 - alike) * double(longer) + 1e-6);
    if (wanted.size() < shortestAlike || printed.size() < shortestAlike - 1 ||
        std::abs(printed.size() - wanted.size()) > edits)
        return false;
    // One edit changes at most two letters of the set: most words need no closer look.
    if (std::popcount(printedLetters ^ phrase.letters.at(word)) > 2 * edits)
        return false;
    return text::similarity(printed, wanted) >= alike;
}

bool holdsPhrase(const QStringList &words, const QList<quint64> &letters, const Phrase &phrase, double alike)
{
    for (qsizetype at = 0; at + phrase.words.size() <= words.size(); ++at) {
        qsizetype i = 0;
        while (i < phrase.words.size() && isWord(words.at(at + i), letters.at(at + i), phrase, i, alike))
            ++i;
        if (i == phrase.words.size())
            return true;
    }
    return false;
}

} // namespace scrutineer::facts
