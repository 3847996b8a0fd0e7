// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_text.h"
#include "engine/facts/readers/proof_words.h"
#include "engine/text/fold.h"

#include <QHash>
#include <QRegularExpression>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

/// Scripts that one language, or one before all others, is written in.
QString languageOfScript(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Cyrillic:
        return u"rus"_s;
    case QChar::Script_Greek:
        return u"ell"_s;
    case QChar::Script_Han:
        return u"chi_sim"_s;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return u"jpn"_s;
    case QChar::Script_Hangul:
        return u"kor"_s;
    case QChar::Script_Arabic:
        return u"ara"_s;
    case QChar::Script_Hebrew:
        return u"heb"_s;
    case QChar::Script_Devanagari:
        return u"hin"_s;
    case QChar::Script_Thai:
        return u"tha"_s;
    default:
        return {};
    }
}

/// The language of the letters, where most of them are of another script than the Latin.
QString languageByScript(const QStringList &texts)
{
    constexpr int leastLetters = 12;
    constexpr double leastShare = 0.3; // names and companies stay Latin
    QHash<QString, int> letters;
    int all = 0;
    for (const QString &text : texts) {
        for (const QChar c : text) {
            if (!c.isLetter())
                continue;
            ++all;
            const QString language = languageOfScript(c.script());
            if (!language.isEmpty())
                ++letters[language];
        }
    }
    // Japanese is written with many Chinese signs, and with kana between them.
    if (letters.value(u"jpn"_s) * 5 >= letters.value(u"chi_sim"_s))
        letters[u"jpn"_s] += letters.take(u"chi_sim"_s);
    QString best;
    for (auto it = letters.constBegin(); it != letters.constEnd(); ++it) {
        if (it.value() >= leastLetters && it.value() >= leastShare * all && it.value() > letters.value(best))
            best = it.key();
    }
    return best;
}

QString languageByWords(const QStringList &texts)
{
    constexpr int leastVotes = 3;
    QHash<QString, int> votes;
    for (const QString &text : texts) {
        const QStringList words = text::foldedWords(text);
        for (const CommonWords &common : commonWords()) {
            for (const QString &word : words)
                votes[common.language] += common.words.contains(word) ? 1 : 0;
        }
    }
    QString best;
    for (const CommonWords &common : commonWords()) {
        if (votes[common.language] > votes.value(best, leastVotes - 1))
            best = common.language;
    }
    return best;
}

} // namespace

QString languageOf(const QStringList &texts)
{
    const QString language = languageByScript(texts);
    return language.isEmpty() ? languageByWords(texts) : language;
}

QString countryOf(const QStringList &texts, const QString &language)
{
    static const QRegularExpression american(u"\\b[A-Z]{2}[ ,.]+\\d{5}(-\\d{4})?\\b"_s);
    static const QRegularExpression british(u"\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b"_s);
    static const QRegularExpression canadian(u"\\b[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d\\b"_s);
    static const QRegularExpression brazilian(u"\\b\\d{5}-\\d{3}\\b"_s);
    static const QHash<QString, QString> countries{
        {u"fra"_s, u"FR"_s}, {u"deu"_s, u"DE"_s},     {u"spa"_s, u"ES"_s}, {u"ita"_s, u"IT"_s},
        {u"por"_s, u"PT"_s}, {u"pol"_s, u"PL"_s},     {u"nld"_s, u"NL"_s}, {u"rus"_s, u"RU"_s},
        {u"ell"_s, u"GR"_s}, {u"chi_sim"_s, u"CN"_s}, {u"jpn"_s, u"JP"_s}, {u"kor"_s, u"KR"_s},
        {u"tha"_s, u"TH"_s}, {u"hin"_s, u"IN"_s},     {u"heb"_s, u"IL"_s}};
    const QString all = texts.join(u'\n');
    if (language == "fra"_L1 && canadian.match(all).hasMatch())
        return u"CA"_s;
    if (language == "por"_L1 && brazilian.match(all).hasMatch())
        return u"BR"_s;
    if (countries.contains(language))
        return countries.value(language);
    if (canadian.match(all).hasMatch())
        return u"CA"_s;
    if (british.match(all).hasMatch())
        return u"GB"_s;
    if (american.match(all).hasMatch())
        return u"US"_s;
    return {};
}

} // namespace scrutineer::facts
