// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/name_tokens.h"

#include "engine/text/fold.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace scrutineer::text {

namespace {
constexpr double spellingFloor =
    0.75; ///< share of letters that agree before a word counts as the same, misspelt
constexpr qsizetype spellingLength = 4;  ///< shorter words differ from other names by one letter
constexpr qsizetype shortenedLength = 3; ///< letters that a cut word must keep
constexpr double skeletonSimilarity = 0.85;

/// ICAO 9303 part 3 section 6, tables A (Latin) and B (Cyrillic): first the recommended form, then what else
/// is printed. A letter that is not listed loses its diacritics.
struct Letter
{
    const char *letter;
    const char *icao;
    const char *other;
};

constexpr std::array letters{
    Letter{"ä", "ae", "a"},     Letter{"å", "aa", "a"},   Letter{"æ", "ae", "ae"}, Letter{"ð", "d", "dh"},
    Letter{"ñ", "n", "nxx"},    Letter{"ö", "oe", "oxx"}, Letter{"ø", "oe", "oe"}, Letter{"œ", "oe", "oe"},
    Letter{"ü", "ue", "uxx"},   Letter{"ß", "ss", "ss"},  Letter{"þ", "th", "th"}, Letter{"ĳ", "ij", "ij"},
    Letter{"đ", "d", "dj"},     Letter{"ő", "o", "oe"},   Letter{"ű", "u", "ue"},  Letter{"а", "a", "a"},
    Letter{"б", "b", "b"},      Letter{"в", "v", "v"},    Letter{"г", "g", "h"},   Letter{"ґ", "g", "g"},
    Letter{"д", "d", "d"},      Letter{"ђ", "d", "dj"},   Letter{"е", "e", "e"},   Letter{"ё", "e", "yo"},
    Letter{"є", "ie", "ye"},    Letter{"ж", "zh", "z"},   Letter{"з", "z", "z"},   Letter{"и", "i", "y"},
    Letter{"і", "i", "i"},      Letter{"ї", "i", "yi"},   Letter{"й", "i", "y"},   Letter{"ј", "j", "j"},
    Letter{"к", "k", "k"},      Letter{"л", "l", "l"},    Letter{"љ", "lj", "lj"}, Letter{"м", "m", "m"},
    Letter{"н", "n", "n"},      Letter{"њ", "nj", "nj"},  Letter{"о", "o", "o"},   Letter{"п", "p", "p"},
    Letter{"р", "r", "r"},      Letter{"с", "s", "s"},    Letter{"т", "t", "t"},   Letter{"ћ", "c", "c"},
    Letter{"у", "u", "u"},      Letter{"ў", "u", "w"},    Letter{"ф", "f", "f"},   Letter{"х", "kh", "h"},
    Letter{"ц", "ts", "c"},     Letter{"ч", "ch", "c"},   Letter{"џ", "dz", "dz"}, Letter{"ш", "sh", "s"},
    Letter{"щ", "shch", "sht"}, Letter{"ъ", "ie", ""},    Letter{"ы", "y", "y"},   Letter{"ь", "", ""},
    Letter{"э", "e", "e"},      Letter{"ю", "iu", "yu"},  Letter{"я", "ia", "ya"},
};

const QHash<QChar, const Letter *> &lettersByCode()
{
    static const QHash<QChar, const Letter *> table = [] {
        QHash<QChar, const Letter *> byCode;
        for (const Letter &letter : letters)
            byCode.insert(QString::fromUtf8(letter.letter).front(), &letter);
        return byCode;
    }();
    return table;
}

QString expanded(const QString &lower, const char *Letter::*form)
{
    QString out;
    for (const QChar c : lower) {
        if (const Letter *letter = lettersByCode().value(c))
            out += QString::fromLatin1(letter->*form);
        else
            out += c;
    }
    return fold(out).remove(u' ');
}

/// й and ї must not fall apart; other letters of the table that are decomposed are composed first.
QString composedLower(QStringView text)
{
    return text.toString().normalized(QString::NormalizationForm_C).toLower();
}

bool writtenWithoutVowels(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.script() == QChar::Script_Arabic || c.script() == QChar::Script_Hebrew;
    });
}

/// Consonants, doubled ones once; letters that Arabic writes with one sign or that romanisations swap are
/// one.
QString skeletonOf(QStringView folded)
{
    QString out;
    for (QChar c : folded) {
        if (QStringView(u"aeiouyw").contains(c))
            continue;
        if (c == u'q' || c == u'c')
            c = u'k';
        if (c == u'p')
            c = u'b';
        if (out.isEmpty() || out.back() != c)
            out += c;
    }
    return out;
}

const QSet<QString> &titles()
{
    static const QSet<QString> set = [] {
        QSet<QString> words;
        for (const char *word :
             {"mr",     "mrs",  "ms",     "miss",    "mx",   "mme",  "mlle", "monsieur", "madame",
              "herr",   "frau", "hr",     "dr",      "prof", "sr",   "sra",  "srta",     "senor",
              "senora", "sig",  "signor", "signora", "dhr",  "mevr", "mw"})
            words.insert(QString::fromLatin1(word));
        return words;
    }();
    return set;
}

const QSet<QString> &particles()
{
    static const QSet<QString> set = [] {
        QSet<QString> words;
        for (const char *word :
             {"de",  "del", "della", "di",  "da",  "das", "do", "dos", "du",  "des", "la",  "le",
              "las", "los", "lo",    "van", "von", "vom", "zu", "zur", "der", "den", "ter", "ten",
              "bin", "ibn", "bint",  "al",  "el",  "y",   "e",  "af",  "av",  "d",   "of",  "the"})
            words.insert(QString::fromLatin1(word));
        return words;
    }();
    return set;
}

/// "M." is Monsieur at the start and an initial elsewhere.
bool isTitle(const NameWord &word, bool first)
{
    return titles().contains(word.plain) || (first && word.dotted && word.plain == QLatin1StringView("m"));
}

/// What recognition of print in English makes of letters that it does not know: "MAtGORZATA", "GEOWACKA",
/// "GONGALO", "BAT" for Đạt. Seen on drawn and real print; none of them makes another name.
QStringList asMisread(const QString &lower)
{
    struct Misread
    {
        QChar letter;
        QStringView readAs;
    };
    static constexpr std::array letters{Misread{u'ł', u"te"}, Misread{u'ç', u"g"}, Misread{u'đ', u"b"}};
    QStringList words;
    for (const Misread &one : letters) {
        if (!lower.contains(one.letter))
            continue;
        for (const QChar c : one.readAs)
            words += fold(QString(lower).replace(one.letter, c)).remove(u' ');
    }
    return words;
}

NameWord makeWord(const QString &text, bool dotted)
{
    NameWord word;
    word.text = text;
    word.dotted = dotted;
    word.plain = fold(text).remove(u' ');
    word.particle = particles().contains(word.plain);
    const bool plainAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (plainAscii)
        return word;
    const QString lower = composedLower(text);
    for (const auto form : {&Letter::icao, &Letter::other}) {
        QString variant = expanded(lower, form);
        if (form == &Letter::other && text.front().script() == QChar::Script_Cyrillic)
            variant.replace(QLatin1StringView("ks"), QLatin1StringView("x"));
        if (!variant.isEmpty() && variant != word.plain && !word.variants.contains(variant))
            word.variants.append(std::move(variant));
    }
    for (const QString &variant : asMisread(lower)) {
        if (!word.variants.contains(variant))
            word.variants.append(variant);
    }
    if (writtenWithoutVowels(text))
        word.skeleton = skeletonOf(word.plain);
    return word;
}

/// "Le", "Do" and "Van" are surnames too: a particle needs two other words that carry the name.
void keepParticlesApart(QList<NameWord> &words)
{
    const auto carriers =
        std::count_if(words.begin(), words.end(), [](const NameWord &word) { return !word.particle; });
    if (carriers >= 2)
        return;
    for (NameWord &word : words)
        word.particle = false;
}

bool isApostrophe(QChar c)
{
    return QStringView(u"'’‘ʼ`´").contains(c);
}
} // namespace

QList<NameWord> nameWords(QStringView name)
{
    QList<NameWord> words;
    // Han and Kana are written without spaces; their transliteration has them.
    const auto add = [&words](const QString &text, bool dotted) {
        const QStringList parts = fold(text).split(u' ', Qt::SkipEmptyParts);
        if (parts.size() > 1) {
            for (const QString &part : parts)
                words.append(makeWord(part, false));
            return;
        }
        NameWord word = makeWord(text, dotted);
        if (!word.plain.isEmpty() && !isTitle(word, words.isEmpty()))
            words.append(std::move(word));
    };
    QString current;
    for (const QChar c : name) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            current += c;
        } else if (!isApostrophe(c)) {
            if (!current.isEmpty())
                add(current, c == u'.');
            current.clear();
        }
    }
    if (!current.isEmpty())
        add(current, false);
    keepParticlesApart(words);
    return words;
}

bool sameWord(const NameWord &a, const NameWord &b)
{
    if (a.plain == b.plain || a.variants.contains(b.plain) || b.variants.contains(a.plain))
        return true;
    return std::any_of(a.variants.begin(), a.variants.end(),
                       [&b](const QString &variant) { return b.variants.contains(variant); });
}

namespace {
/// Form k of a word: 0 plain, 1 the ICAO spelling, 2 the other one; the nearest there is.
const QString &formOf(const NameWord &word, qsizetype k)
{
    const qsizetype last = std::min(k, word.variants.size());
    return last == 0 ? word.plain : word.variants[last - 1];
}

/// Whether the forms of a run of words, one after the other, make `whole`. Allocates nothing: this is asked
/// often.
bool runMakes(const QList<NameWord> &words, qsizetype from, qsizetype count, qsizetype form,
              QStringView whole)
{
    for (qsizetype i = from; i < from + count; ++i) {
        const QString &part = formOf(words[i], form);
        if (!whole.startsWith(part))
            return false;
        whole = whole.mid(part.size());
    }
    return whole.isEmpty();
}
} // namespace

bool sameJoined(const QList<NameWord> &words, qsizetype from, qsizetype count, const NameWord &whole)
{
    for (qsizetype form = 0; form < 3; ++form) {
        for (qsizetype other = 0; other <= whole.variants.size(); ++other) {
            if (runMakes(words, from, count, form, formOf(whole, other)))
                return true;
        }
    }
    return false;
}

NameToken looseMatch(const NameWord &declared, const NameWord &read)
{
    NameToken token{declared.text, read.text, TokenMatch::Missing, 0};
    QStringList forms{declared.plain};
    forms += declared.variants;
    for (const QString &form : std::as_const(forms))
        token.similarity = std::max(token.similarity, similarity(form, read.plain));
    const auto startsWith = [&forms](const QString &start) {
        return std::any_of(forms.begin(), forms.end(),
                           [&](const QString &form) { return form.startsWith(start); });
    };
    if (read.plain.size() == 1 && declared.plain.size() > 1 && startsWith(read.plain)) {
        token.match = TokenMatch::Initial;
    } else if (!declared.skeleton.isEmpty() || !read.skeleton.isEmpty()) {
        const QString own = skeletonOf(declared.plain);
        if (own.size() >= 2 && own == skeletonOf(read.plain)) {
            token.match = TokenMatch::Spelling;
            token.similarity = std::max(token.similarity, skeletonSimilarity);
        }
    } else if (read.plain.size() < declared.plain.size() && startsWith(read.plain) &&
               (read.dotted ? read.plain.size() >= 2
                            : read.plain.size() >= shortenedLength &&
                                  read.plain.size() + 1 < declared.plain.size())) {
        token.match = TokenMatch::Shortened;
    } else if (std::min(declared.plain.size(), read.plain.size()) >= spellingLength &&
               token.similarity >= spellingFloor) {
        token.match = TokenMatch::Spelling;
    }
    return token;
}

} // namespace scrutineer::text
