// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/names/transliteration.h"

#include <QHash>
#include <QLocale>

#include <optional>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
struct Letter
{
    char16_t from;
    const char *to;
};

// ICAO 9303 part 3 section 6.A: letters that are more than their base letter with a mark.
constexpr Letter latin[]{{u'Ä', "AE"}, {u'Æ', "AE"}, {u'Å', "AA"}, {u'Ö', "OE"}, {u'Ø', "OE"}, {u'Œ', "OE"},
                         {u'Ü', "UE"}, {u'ß', "SS"}, {u'ẞ', "SS"}, {u'Þ', "TH"}, {u'Ð', "D"},  {u'Đ', "D"},
                         {u'Ł', "L"},  {u'Ħ', "H"},  {u'Ŧ', "T"},  {u'Ŋ', "N"},  {u'ı', "I"},  {u'Ĳ', "IJ"}};
// Section 6.B.
constexpr Letter cyrillic[]{
    {u'А', "A"},  {u'Б', "B"},  {u'В', "V"},  {u'Г', "G"},  {u'Д', "D"},  {u'Е', "E"},    {u'Ё', "E"},
    {u'Ж', "ZH"}, {u'З', "Z"},  {u'И', "I"},  {u'Й', "I"},  {u'К', "K"},  {u'Л', "L"},    {u'М', "M"},
    {u'Н', "N"},  {u'О', "O"},  {u'П', "P"},  {u'Р', "R"},  {u'С', "S"},  {u'Т', "T"},    {u'У', "U"},
    {u'Ф', "F"},  {u'Х', "KH"}, {u'Ц', "TS"}, {u'Ч', "CH"}, {u'Ш', "SH"}, {u'Щ', "SHCH"}, {u'Ы', "Y"},
    {u'Э', "E"},  {u'Ю', "IU"}, {u'Я', "IA"}, {u'Ъ', "IE"}, {u'Ь', ""},   {u'Є', "IE"},   {u'І', "I"},
    {u'Ї', "I"},  {u'Ґ', "G"},  {u'Ў', "U"}};

QHash<QChar, QString> makeTable()
{
    QHash<QChar, QString> table;
    for (const Letter &letter : latin)
        table.insert(QChar(letter.from), QString::fromLatin1(letter.to));
    for (const Letter &letter : cyrillic)
        table.insert(QChar(letter.from), QString::fromLatin1(letter.to));
    return table;
}

/// The letters for a capital, or nothing where it only loses its marks.
std::optional<QString> lettersFor(QChar capital, Language language)
{
    static const QHash<QChar, QString> table = makeTable();
    if (language == Language::Ukrainian && capital == u'Г')
        return u"H"_s;
    if (language == Language::Ukrainian && capital == u'И')
        return u"Y"_s;
    // Spanish and Turkish write Ü and Ö as base letters, which the table allows.
    const bool plainUmlaut = language == Language::Spanish || language == Language::Turkish ||
                             language == Language::Portuguese || language == Language::French;
    if (plainUmlaut && (capital == u'Ü' || capital == u'Ö'))
        return {};
    const auto found = table.constFind(capital);
    return found == table.constEnd() ? std::nullopt : std::optional(*found);
}

QChar capitalOf(QChar c)
{
    return c == u'ß' || c == u'ı' ? c : c.toUpper();
}
} // namespace

QString icaoTransliteration(const QString &name, Language language)
{
    QString result;
    for (const QChar c : name.normalized(QString::NormalizationForm_C)) {
        const QChar capital = capitalOf(c);
        if (const auto letters = lettersFor(capital, language)) {
            result += *letters;
        } else if (capital == u'-' || capital.isSpace()) {
            if (!result.isEmpty() && !result.endsWith(u' '))
                result += u' ';
        } else {
            const QChar base = QString(capital).normalized(QString::NormalizationForm_D).at(0);
            if (base >= u'A' && base <= u'Z')
                result += base;
        }
    }
    return result.trimmed();
}

QString capitals(const QString &text, Language language)
{
    if (language == Language::Turkish)
        return QLocale(QLocale::Turkish).toUpper(text);
    if (language != Language::Greek)
        return text.toUpper();
    return text.normalized(QString::NormalizationForm_D)
        .remove(QChar(0x301))
        .normalized(QString::NormalizationForm_C)
        .toUpper();
}

QString romanised(const QString &name, Language language)
{
    QString result;
    for (const QChar c : name) {
        const auto letters =
            c.script() == QChar::Script_Cyrillic ? lettersFor(c.toUpper(), language) : std::nullopt;
        if (!letters)
            result += c;
        else
            result += c.isUpper() ? letters->left(1) + letters->mid(1).toLower() : letters->toLower();
    }
    return result;
}

} // namespace scrutineer::samples
