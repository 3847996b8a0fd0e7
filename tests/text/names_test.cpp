// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/fold.h"
#include "engine/text/names.h"

#include <QtTest>

using namespace scrutineer::text;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(scrutineer::text::NameMatch)

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void compares_data();
    void compares();
    void tellsEachWord();
    void findsInLines_data();
    void findsInLines();
};

void NamesTest::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("French") << u"MAËLLE  Guérin"_s << u"maelle guerin"_s;
    QTest::newRow("Polish") << u"Łukasz Żółć"_s << u"lukasz zolc"_s;
    QTest::newRow("Nordic") << u"Øster-Ærø"_s << u"oster aero"_s;
    QTest::newRow("apostrophe") << u"O’Brien"_s << u"obrien"_s;
    QTest::newRow("Chinese") << u"王小明"_s << u"wang xiao ming"_s;
    QTest::newRow("Greek") << u"Γιώργος"_s << u"giorgos"_s;
    QTest::newRow("signs only") << u"--"_s << u""_s;
}

void NamesTest::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(fold(text), folded);
}

void NamesTest::compares_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("read");
    QTest::addColumn<NameMatch>("kind");
    const auto row = [](const char *declared, const char *read, NameMatch kind) {
        QTest::addRow("%s / %s", declared, read)
            << QString::fromUtf8(declared) << QString::fromUtf8(read) << kind;
    };
    using enum NameMatch;
    row("John Lee Doe", "JOHN LEE DOE", Same);
    row("John Lee Doe", "DOE JOHN LEE", Order);
    row("John Lee Doe", "JOHN DOE", MissingMiddle);
    row("John Doe", "JOHN LEE DOE", MissingMiddle);
    row("John Lee Doe", "J. L. DOE", Initials);
    row("John Lee Doe", "JOHN L DOE", Initials);
    row("Alexander Smith", "Alex Smith", Initials);
    row("Christian Bauer", "Chr. Bauer", Initials);
    row("John Doe", "JOHN DUE", Different); // a short word is another word
    row("Anna Maria Eriksson", "ANNA MARIA ERIKSSEN", Spelling);
    row("John Lee Doe", "MAËLLE GUÉRIN", Different);
    row("John Smith", "John Miller", Different);
    row("John Smith", "", Different);
    row("John Lee Doe", "Doe", Partial);
    // French, hyphens, titles
    row("Jean-Pierre Lefèvre", "JEAN PIERRE LEFEVRE", Same);
    row("Jean-Pierre Lefèvre", "JEANPIERRE LEFEVRE", Same);
    row("Jeanpierre Lefèvre", "Jean-Pierre Lefevre", Same);
    row("Maëlle Guérin", "Mme GUÉRIN MAËLLE", Order);
    // German and ICAO
    row("Jörg Müller", "JOERG MUELLER", Same);
    row("Jörg Müller", "JORG MULLER", Same);
    row("Jörg Müller", "JOXXRG MUXXLLER", Same);
    row("Jürgen Groß", "JUERGEN GROSS", Same);
    row("MUELLER JOERG", "Jörg Müller", Order);
    row("Dr. Hans Müller", "HANS MUELLER", Same);
    // Nordic
    row("Søren Ærø", "SOEREN AEROE", Same);
    row("Søren Østergård", "SOREN OSTERGARD", Same);
    row("Björk Guðmundsdóttir", "BJOERK GUDMUNDSDOTTIR", Same);
    row("Þór Jónsson", "THOR JONSSON", Same);
    row("Åse Dahl", "AASE DAHL", Same);
    // Spanish, Portuguese
    row("José Muñoz García", "JOSE MUNOZ GARCIA", Same);
    row("José Muñoz García", "JOSE MUNXXOZ GARCIA", Same);
    row("María de la Cruz López", "MARIA CRUZ LOPEZ", Same);
    row("João da Silva Gonçalves", "JOAO DA SILVA GONCALVES", Same);
    // Polish, Czech, Hungarian, Turkish, Romanian, Croatian
    row("Łukasz Wójcik", "LUKASZ WOJCIK", Same);
    row("Jiří Dvořák", "DVORAK JIRI", Order);
    row("Erzsébet Szőcs", "ERZSEBET SZOCS", Same);
    row("Şükrü Yıldız", "SUKRU YILDIZ", Same);
    row("Ștefan Mureșan", "STEFAN MURESAN", Same);
    row("Đorđe Đukić", "DORDE DUKIC", Same);
    row("Đorđe Đukić", "DJORDJE DJUKIC", Same);
    // What recognition makes of letters that it does not know; other letters stay other letters
    row("Małgorzata Głowacka", "MAtGORZATA GEOWACKA", Same);
    row("Gonçalo João Dias", "GONGALO JOAO DIAS", Same);
    row("Phan Minh Đạt", "PHAN MINH BAT", Same);
    row("Phan Minh Dat", "PHAN MINH BAT", Different);
    // Cyrillic
    row("Сергей Кузнецов", "SERGEI KUZNETSOV", Same);
    row("Юлия Щербакова", "IULIIA SHCHERBAKOVA", Same);
    row("Yulia Ivanova", "ЮЛИЯ ИВАНОВА", Spelling);
    row("Олександр Шевченко", "OLEKSANDR SHEVCHENKO", Same);
    row("Александр Петров", "ALEXANDR PETROV", Same);
    // Greek, Chinese, Korean, Arabic
    row("Γιώργος Παπαδόπουλος", "GIORGOS PAPADOPOULOS", Same);
    row("王小明", "WANG XIAOMING", Same);
    row("王小明", "XIAOMING WANG", Order);
    row("김민준", "KIM MINJUN", Spelling);
    row("محمد احمد", "MUHAMMAD AHMED", Spelling);
    row("محمد احمد", "JOHN SMITH", Different);
    // Particles and surnames that look like them
    row("Vincent van Gogh", "VINCENT GOGH", Same);
    row("Ludwig van der Berg", "BERG LUDWIG VAN DER", Order);
    row("Le Minh", "Do Minh", Different);
    row("O'Brien Patrick", "OBRIEN PATRICK", Same);
    row("Patrick O’Brien", "Patrick O'Brien", Same);
}

void NamesTest::compares()
{
    QFETCH(QString, declared);
    QFETCH(QString, read);
    QFETCH(NameMatch, kind);
    const NameComparison comparison = compareNames(declared, read);
    QCOMPARE(static_cast<int>(comparison.kind), static_cast<int>(kind));
    QVERIFY(comparison.similarity >= 0 && comparison.similarity <= 1);
    if (kind == NameMatch::Same || kind == NameMatch::Order)
        QCOMPARE(comparison.similarity, 1.0);
}

void NamesTest::tellsEachWord()
{
    const NameComparison comparison = compareNames(u"John Lee Doe", u"DOE J. SMITH");
    QCOMPARE(comparison.tokens.size(), 3);
    QCOMPARE(comparison.tokens[0], (NameToken{u"John"_s, u"J"_s, TokenMatch::Initial, 0.25}));
    QCOMPARE(comparison.tokens[1], (NameToken{u"Lee"_s, QString(), TokenMatch::Missing, 0}));
    QCOMPARE(comparison.tokens[2], (NameToken{u"Doe"_s, u"DOE"_s, TokenMatch::Exact, 1}));
    QCOMPARE(comparison.extra, QStringList{u"SMITH"_s});
}

void NamesTest::findsInLines_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QList<int>>("found"); // line, lines, full, abbreviated, missing; empty: not found
    const QStringList bill{u"Titulaire du contrat"_s, u"Mme GUÉRIN MAËLLE"_s, u"GUÉRIN JÉRÔME"_s,
                           u"75009 PARIS"_s, u"N° de client : 1 234 567 890"_s};
    QTest::newRow("French bill, first") << u"Maëlle Guérin"_s << bill << QList<int>{1, 1, 2, 0, 0};
    QTest::newRow("French bill, second") << u"Jérôme Guérin"_s << bill << QList<int>{2, 1, 2, 0, 0};
    QTest::newRow("somebody else") << u"John Lee Doe"_s << bill << QList<int>{};
    QTest::newRow("same surname") << u"Paul Guérin"_s << bill << QList<int>{1, 1, 1, 0, 1};
    QTest::newRow("initials") << u"John Lee Doe"_s << QStringList{u"Invoice"_s, u"Mr J. L. Doe"_s}
                              << QList<int>{1, 1, 1, 2, 0};
    QTest::newRow("middle missing") << u"John Lee Doe"_s << QStringList{u"John Doe"_s}
                                    << QList<int>{0, 1, 2, 0, 1};
    QTest::newRow("over two lines") << u"John Lee Doe"_s << QStringList{u"ref"_s, u"DOE"_s, u"JOHN LEE"_s}
                                    << QList<int>{1, 2, 3, 0, 0};
    QTest::newRow("initial far away is none")
        << u"John Doe"_s << QStringList{u"Doe street number four apartment J"_s} << QList<int>{0, 1, 1, 0, 1};
    QTest::newRow("inside a sentence")
        << u"Anna Eriksson"_s << QStringList{u"This bill is for Ms Anna Eriksson, account 5"_s}
        << QList<int>{0, 1, 2, 0, 0};
    QTest::newRow("a letter misread")
        << u"Anna Eriksson"_s << QStringList{u"ANNA ERlKSSON"_s} << QList<int>{0, 1, 2, 0, 0};
    QTest::newRow("no lines") << u"Anna"_s << QStringList{} << QList<int>{};
}

void NamesTest::findsInLines()
{
    QFETCH(QString, declared);
    QFETCH(QStringList, lines);
    QFETCH(QList<int>, found);
    const std::optional<FoundName> name = findName(declared, lines);
    QCOMPARE(name.has_value(), !found.isEmpty());
    if (!name)
        return;
    QCOMPARE((QList<int>{name->line, name->lineCount, name->full, name->abbreviated, name->missing}), found);
    QCOMPARE(name->complete(), found[3] == 0 && found[4] == 0);
}

QTEST_APPLESS_MAIN(NamesTest)
#include "names_test.moc"
