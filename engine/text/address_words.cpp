// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/address_words.h"

#include "engine/text/fold.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace scrutineer::text {

namespace {
QSet<QString> setOf(std::initializer_list<const char *> words)
{
    QSet<QString> set;
    for (const char *word : words)
        set.insert(QString::fromLatin1(word));
    return set;
}
} // namespace

QString expandedAddressWord(const QString &word)
{
    static const QHash<QString, QString> forms = [] {
        // Folded abbreviation and full form, by language; what two languages share stands once.
        constexpr std::pair<const char *, const char *> pairs[] = {
            // English
            {"rd", "road"},
            {"ave", "avenue"},
            {"av", "avenue"},
            {"blvd", "boulevard"},
            {"ln", "lane"},
            {"dr", "drive"},
            {"ct", "court"},
            {"sq", "square"},
            {"pl", "place"},
            {"pkwy", "parkway"},
            {"hwy", "highway"},
            {"ter", "terrace"},
            {"terr", "terrace"},
            {"cres", "crescent"},
            {"cl", "close"},
            {"gdns", "gardens"},
            {"grn", "green"},
            {"mt", "mount"},
            {"ft", "fort"},
            {"n", "north"},
            {"s", "south"},
            {"e", "east"},
            {"w", "west"},
            {"apt", "apartment"},
            {"ste", "suite"},
            {"fl", "floor"},
            // French
            {"r", "rue"},
            {"bd", "boulevard"},
            {"bvd", "boulevard"},
            {"boul", "boulevard"},
            {"aven", "avenue"},
            {"all", "allee"},
            {"imp", "impasse"},
            {"ch", "chemin"},
            {"che", "chemin"},
            {"rte", "route"},
            {"sqr", "square"},
            {"fg", "faubourg"},
            {"fbg", "faubourg"},
            {"res", "residence"},
            {"bat", "batiment"},
            {"quai", "quai"},
            {"lot", "lotissement"},
            // German
            {"str", "strasse"},
            {"strase", "strasse"},
            {"weg", "weg"},
            {"hs", "haus"},
            // Spanish, Portuguese, Catalan
            {"c", "calle"},
            {"cl", "calle"},
            {"avda", "avenida"},
            {"avd", "avenida"},
            {"pza", "plaza"},
            {"plza", "plaza"},
            {"pg", "passeig"},
            {"ctra", "carretera"},
            {"crta", "carretera"},
            {"cra", "carrera"},
            {"cr", "carrera"},
            {"pso", "paseo"},
            {"urb", "urbanizacion"},
            {"lg", "largo"},
            {"trav", "travessa"},
            {"tv", "travessa"},
            {"estr", "estrada"},
            {"al", "alameda"},
            {"pca", "praca"},
            // Italian
            {"v", "via"},
            {"vle", "viale"},
            {"pzza", "piazza"},
            {"p", "piazza"},
            {"cso", "corso"},
            {"ple", "piazzale"},
            {"lgo", "largo"},
            // Polish, Czech, Russian, Dutch, Turkish
            {"ul", "ulica"},
            {"vul", "ulica"},
            {"pr", "prospekt"},
            {"per", "pereulok"},
            {"nab", "naberezhnaya"},
            {"bulv", "bulvar"},
            {"os", "osiedle"},
            {"nam", "namesti"},
            {"prosp", "prospekt"},
            {"cad", "caddesi"},
            {"sok", "sokak"},
            {"mah", "mahallesi"},
        };
        QHash<QString, QString> table;
        for (const auto &[abbreviation, full] : pairs) {
            if (!table.contains(QString::fromUtf8(abbreviation)))
                table.insert(QString::fromUtf8(abbreviation), QString::fromLatin1(full));
        }
        return table;
    }();
    return forms.value(word, word);
}

bool isStreetWord(QStringView word)
{
    static const QSet<QString> words =
        setOf({"street",   "road",    "avenue",  "boulevard", "lane",     "drive",    "court",      "square",
               "place",    "parkway", "highway", "terrace",   "crescent", "close",    "gardens",    "way",
               "walk",     "row",     "mews",    "hill",      "grove",    "rue",      "allee",      "impasse",
               "chemin",   "route",   "quai",    "passage",   "cours",    "faubourg", "residence",  "villa",
               "strasse",  "weg",     "platz",   "gasse",     "ring",     "damm",     "ufer",       "calle",
               "avenida",  "plaza",   "paseo",   "carretera", "carrera",  "camino",   "ronda",      "rua",
               "travessa", "estrada", "alameda", "praca",     "largo",    "via",      "viale",      "piazza",
               "corso",    "vicolo",  "ulica",   "ulitsa",    "ulitsya",  "prospekt", "pereulok",   "osiedle",
               "aleja",    "aleje",   "plac",    "namesti",   "straat",   "laan",     "plein",      "gracht",
               "caddesi",  "sokak",   "bulvar",  "utca",      "ter",      "gata",     "gatan",      "vagen",
               "vej",      "gade",    "veien",   "katu",      "tie",      "strada",   "bulevardul", "odos",
               "jalan",    "jln",     "lorong",  "lu",        "jie",      "dadao"});
    return words.contains(word.toString());
}

bool endsInStreetWord(QStringView word)
{
    constexpr std::array<const char *, 22> endings{
        "strasse", "str",   "straat", "gasse", "weg",   "platz", "allee", "damm",  "ring",   "ufer", "gatan",
        "gata",    "vagen", "vej",    "gade",  "veien", "gaten", "laan",  "plein", "gracht", "katu", "kade"};
    return word.size() >= 6 && std::any_of(endings.begin(), endings.end(), [word](const char *ending) {
               const QLatin1StringView end(ending);
               return word.size() > end.size() + 1 && word.endsWith(end);
           });
}

bool isUnitWord(QStringView word)
{
    static const QSet<QString> words = setOf(
        {"apartment", "appartement", "appt",    "app",      "apto", "apt",      "flat",     "unit",
         "suite",     "room",        "floor",   "etage",    "esc",  "escalier", "batiment", "bloc",
         "block",     "piso",        "planta",  "puerta",   "pta",  "dpto",     "depto",    "int",
         "interno",   "scala",       "wohnung", "whg",      "top",  "stiege",   "m",        "mieszkanie",
         "lok",       "lokal",       "kv",      "kvartira", "byt",  "daire",    "kat",      "andar",
         "bus",       "building",    "tower",   "level",    "lot"});
    return words.contains(word.toString());
}

bool isNumberWord(QStringView word)
{
    static const QSet<QString> words = setOf({"no", "nr", "num", "numero", "number", "nummer", "n", "d",
                                              "dom", "hno", "north"}); // "n." is expanded so
    return words.contains(word.toString());
}

bool isMailboxWord(QStringView word)
{
    static const QSet<QString> words =
        setOf({"cedex", "tsa", "bp", "pobox", "postfach", "apartado", "postbus", "box", "boite", "cs"});
    return words.contains(word.toString());
}

namespace {
/// What ends a part of a Chinese or Japanese address, and what it is called in Latin letters.
QString easternPart(QChar sign)
{
    static const QHash<QChar, QString> parts{
        {u'路', QStringLiteral(" road ")}, {u'街', QStringLiteral(" street ")},
        {u'巷', QStringLiteral(" lane ")}, {u'道', QStringLiteral(" avenue ")},
        {u'省', QStringLiteral(" ")},      {u'市', QStringLiteral(" ")},
        {u'区', QStringLiteral(" ")},      {u'县', QStringLiteral(" ")},
        {u'镇', QStringLiteral(" ")},      {u'乡', QStringLiteral(" ")},
        {u'村', QStringLiteral(" ")},      {u'号', QStringLiteral(" ")},
        {u'區', QStringLiteral(" ")},      {u'縣', QStringLiteral(" ")},
        {u'號', QStringLiteral(" ")}};
    return parts.value(sign);
}

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

/// "青河市人民路50号" as "qinghe renmin road 50": the syllables of a name in one word.
QString easternAsSpoken(const QString &text)
{
    QString out;
    QString name;
    const auto finish = [&] {
        // Read "chang" in the names of places (Changsha, Chang'an), where the dictionary has "zhang".
        QString spoken;
        for (const QChar sign : name)
            spoken += sign == u'长' || sign == u'長' ? QStringLiteral("chang") : fold(QString(sign));
        out += spoken.remove(u' ');
        name.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool afterNumber = name.isEmpty() && i > 0 && text[i - 1].isDigit();
        const QString part = name.isEmpty() && !afterNumber ? QString() : easternPart(c);
        if (part.isEmpty() && isHan(c)) {
            name += c;
            continue;
        }
        // Recognition puts spaces between the signs.
        if (c == u' ' && !name.isEmpty() && i + 1 < text.size() && isHan(text[i + 1]))
            continue;
        if (c == u'道' && name.endsWith(u'大'))
            name.chop(1);
        finish();
        out += part.isEmpty() ? QString(c) : part;
    }
    finish();
    return out;
}
} // namespace

QString withAbbreviationsWhole(QStringView text)
{
    static const QRegularExpression dotted(
        QStringLiteral("\\b(C\\.so|V\\.le|P\\.zza|P\\.za|P\\.le|L\\.go|F\\.lli)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QString whole = text.toString();
    if (!whole.contains(u'.'))
        return whole;
    for (QRegularExpressionMatch match = dotted.match(whole); match.hasMatch(); match = dotted.match(whole))
        whole.replace(match.capturedStart(), match.capturedLength(), match.captured().remove(u'.'));
    return whole;
}

QString addressAsSpoken(QStringView text)
{
    const QString spoken = text.toString();
    if (std::any_of(spoken.begin(), spoken.end(), isHan))
        return easternAsSpoken(spoken);
    return toSpokenLatin(spoken);
}

} // namespace scrutineer::text
