// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/fold.h"

#include <QHash>
#include <QVarLengthArray>

#include <unicode/locid.h>
#include <unicode/translit.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>

namespace scrutineer::text {

namespace {
constexpr qsizetype keptTransliterations = 4096;

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// Letters with a stroke and ligatures: they have no canonical decomposition.
QLatin1StringView latinLetter(QChar c)
{
    switch (c.unicode()) {
    case u'ß':
        return QLatin1StringView("ss");
    case u'ẞ':
        return QLatin1StringView("SS");
    case u'æ':
        return QLatin1StringView("ae");
    case u'Æ':
        return QLatin1StringView("AE");
    case u'œ':
        return QLatin1StringView("oe");
    case u'Œ':
        return QLatin1StringView("OE");
    case u'ø':
        return QLatin1StringView("o");
    case u'Ø':
        return QLatin1StringView("O");
    case u'ł':
        return QLatin1StringView("l");
    case u'Ł':
        return QLatin1StringView("L");
    case u'đ':
    case u'ð':
        return QLatin1StringView("d");
    case u'Đ':
    case u'Ð':
        return QLatin1StringView("D");
    case u'þ':
        return QLatin1StringView("th");
    case u'Þ':
        return QLatin1StringView("TH");
    case u'ı':
        return QLatin1StringView("i");
    case u'ħ':
        return QLatin1StringView("h");
    case u'Ħ':
        return QLatin1StringView("H");
    case u'’':
    case u'‘':
    case u'ʼ':
    case u'`':
    case u'´':
        return QLatin1StringView("'");
    default:
        return {};
    }
}

constexpr char16_t firstAccented = 0x00C0;
constexpr char16_t lastAccented = 0x024F; ///< end of Latin Extended-B

/// The letter under the diacritics of Latin-1 and Latin Extended, 0 where there is none.
char16_t baseLetter(QChar c)
{
    static const std::array<char16_t, lastAccented - firstAccented + 1> table = [] {
        std::array<char16_t, lastAccented - firstAccented + 1> letters{};
        for (char16_t code = firstAccented; code <= lastAccented; ++code) {
            const QString parts = QString(QChar(code)).normalized(QString::NormalizationForm_KD);
            const bool marked = parts.size() > 1 && parts.front().unicode() < 0x80 && parts[1].isMark();
            letters[code - firstAccented] = marked ? parts.front().unicode() : u'\0';
        }
        return letters;
    }();
    return c.unicode() >= firstAccented && c.unicode() <= lastAccented ? table[c.unicode() - firstAccented]
                                                                       : u'\0';
}

/// Drops the marks and replaces the letters that have no decomposition. Other scripts stay.
void appendWithoutMarks(QString &out, QStringView text)
{
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            out += c;
        else if (const char16_t base = baseLetter(c); base != 0)
            out += QChar(base);
        else if (const QLatin1StringView letter = latinLetter(c); !letter.isEmpty())
            out += letter;
        else if (!c.isMark() || c.script() > QChar::Script_Latin)
            out += c;
    }
}

/// Without ICU; signs that only a compatibility decomposition reads (ligatures, full width) take the longer
/// way.
QString withoutMarks(QStringView text)
{
    QString out;
    out.reserve(text.size() + 4);
    appendWithoutMarks(out, text);
    if (isAscii(out))
        return out;
    const QString decomposed = out.normalized(QString::NormalizationForm_KD);
    out.clear();
    appendWithoutMarks(out, decomposed);
    return out;
}

bool needsTransliteration(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x80 && (c.isLetterOrNumber() || c.isSurrogate());
    });
}

bool isEastAsian(QChar c)
{
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hangul ||
           c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana;
}

/// Scripts without spaces: "中山路12号" has a number of its own.
QString withNumbersApart(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (!out.isEmpty() &&
            ((c.isDigit() && isEastAsian(out.back())) || (isEastAsian(c) && out.back().isDigit())))
            out += u' ';
        out += c;
    }
    return out;
}

const icu::Transliterator *transliterator()
{
    static thread_local const std::unique_ptr<icu::Transliterator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance(u"Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return instance.get();
}

QString transliterated(const QString &text)
{
    static thread_local QHash<QString, QString> known;
    if (const auto it = known.constFind(text); it != known.constEnd())
        return *it;
    const icu::Transliterator *icuRules = transliterator();
    if (!icuRules)
        return text;
    icu::UnicodeString value(reinterpret_cast<const char16_t *>(text.utf16()),
                             static_cast<int32_t>(text.size()));
    icuRules->transliterate(value);
    QString out = QString::fromUtf16(value.getBuffer(), value.length());
    if (known.size() >= keptTransliterations)
        known.clear();
    known.insert(text, out);
    return out;
}

/// Rules of the UN for Greek, and of BGN/PCGN for Russian; the others' letters are left to the usual rules.
const icu::Transliterator *spokenTransliterator()
{
    static thread_local const std::unique_ptr<icu::Transliterator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            u"Greek-Latin/UNGEGN; Russian-Latin/BGN", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return instance.get();
}
} // namespace

QString toSpokenLatin(QStringView text)
{
    const bool needed = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.script() == QChar::Script_Greek || c.script() == QChar::Script_Cyrillic;
    });
    const icu::Transliterator *icuRules = needed ? spokenTransliterator() : nullptr;
    if (!icuRules)
        return text.toString();
    const QString source = text.toString();
    icu::UnicodeString value(reinterpret_cast<const char16_t *>(source.utf16()),
                             static_cast<int32_t>(source.size()));
    icuRules->transliterate(value);
    return QString::fromUtf16(value.getBuffer(), value.length());
}

QString toLatin(QStringView text)
{
    if (isAscii(text))
        return text.toString();
    const QString plain = withoutMarks(text);
    return needsTransliteration(plain) ? transliterated(plain) : plain;
}

QString fold(QStringView text)
{
    const bool eastAsian =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x1100; });
    const QString latin = eastAsian ? toLatin(withNumbersApart(text)) : toLatin(text);
    QString out;
    out.reserve(latin.size());
    for (const QChar c : latin) {
        const char16_t code = c.unicode();
        if ((code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9'))
            out += c;
        else if (code >= u'A' && code <= u'Z')
            out += QChar(static_cast<char16_t>(code + (u'a' - u'A')));
        else if (code != u'\'' && !out.isEmpty() && out.back() != u' ')
            out += u' ';
    }
    if (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QStringList foldedWords(QStringView text)
{
    return fold(text).split(u' ', Qt::SkipEmptyParts);
}

int editDistance(QStringView a, QStringView b)
{
    if (a.size() < b.size())
        std::swap(a, b);
    QVarLengthArray<int, 64> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row[b.size()];
}

double similarity(QStringView a, QStringView b)
{
    const qsizetype longer = std::max(a.size(), b.size());
    return longer == 0 ? 1.0 : 1.0 - static_cast<double>(editDistance(a, b)) / static_cast<double>(longer);
}

QString alpha2(QStringView country)
{
    static const QHash<QString, QString> byCode = [] {
        QHash<QString, QString> codes;
        for (const char *const *code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
            const QString two = QString::fromLatin1(*code);
            codes.insert(two, two);
            codes.insert(QString::fromLatin1(icu::Locale("", *code).getISO3Country()), two);
        }
        codes.insert(QStringLiteral("D"), QStringLiteral("DE")); // ICAO 9303 part 3 section 5
        return codes;
    }();
    return byCode.value(country.trimmed().toString().toUpper());
}

} // namespace scrutineer::text
