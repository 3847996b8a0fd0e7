// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/address_words.h"

#include <QHash>
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
            {"lgo", "largo"},
            // Polish, Czech, Russian, Dutch, Turkish
            {"ul", "ulica"},
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

} // namespace scrutineer::text
