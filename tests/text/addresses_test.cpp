// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/addresses.h"

#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::text;
using namespace Qt::StringLiterals;

class AddressesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesStreets_data();
    void parsesStreets();
    void tellsWhatIsMissing_data();
    void tellsWhatIsMissing();
    void compares_data();
    void compares();
    void finds_data();
    void finds();
};

void AddressesTest::parsesStreets_data()
{
    QTest::addColumn<QString>("street");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *street, const char *number, const char *words) {
        QTest::addRow("%s", street) << QString::fromUtf8(street) << QString::fromUtf8(number)
                                    << QString::fromUtf8(words);
    };
    row("12 Rue de Londres", "12", "rue de londres");
    row("12 bis, R. de Londres", "12bis", "rue de londres");
    row("12bis rue de Londres", "12bis", "rue de londres");
    row("Hauptstr. 5a", "5a", "hauptstrasse");
    row("Hauptstraße 5 a", "5a", "hauptstrasse");
    row("123 Anywhere St.", "123", "anywhere street");
    row("12 St James Sq", "12", "saint james square");
    row("C/ Mayor 5, 3º B", "5", "calle mayor");
    row("ul. Marszałkowska 10 m. 5", "10", "ulica marszalkowska");
    row("350 5th Ave", "350", "5th avenue");
    row("Flat 3, 10 High Street", "10", "high street");
    row("Via Roma, n. 7", "7", "via roma");
    row("Bd Voltaire", "", "boulevard voltaire");
    row("Av. Paulista, 1578", "1578", "avenue paulista");
    row("ул. Ленина, д. 5", "5", "ulica lenina");
    row("", "", "");
}

void AddressesTest::parsesStreets()
{
    QFETCH(QString, street);
    QFETCH(QString, number);
    QFETCH(QString, words);
    const Street parsed = parseStreet(street);
    QCOMPARE(parsed.houseNumber, number);
    QCOMPARE(parsed.words.join(u' '), words);
}

void AddressesTest::tellsWhatIsMissing_data()
{
    QTest::addColumn<QStringList>("address"); // street, city, postal code, country
    QTest::addColumn<QList<int>>("missing");
    constexpr int street = static_cast<int>(AddressPart::Street);
    constexpr int number = static_cast<int>(AddressPart::HouseNumber);
    constexpr int city = static_cast<int>(AddressPart::City);
    constexpr int code = static_cast<int>(AddressPart::PostalCode);
    QTest::newRow("complete") << QStringList{u"12 Rue de Londres"_s, u"Paris"_s, u"75009"_s, u"FR"_s}
                              << QList<int>{};
    QTest::newRow("no number") << QStringList{u"Rue de Londres"_s, u"Paris"_s, u"75009"_s, u"FR"_s}
                               << QList<int>{number};
    QTest::newRow("no street") << QStringList{u"12"_s, u"Paris"_s, u"75009"_s, u"FR"_s} << QList<int>{street};
    QTest::newRow("no city") << QStringList{u"12 Rue de Londres"_s, u" "_s, u"75009"_s, u"FR"_s}
                             << QList<int>{city};
    QTest::newRow("no code") << QStringList{u"12 Rue de Londres"_s, u"Paris"_s, u""_s, u"FR"_s}
                             << QList<int>{code};
    QTest::newRow("no code in Hong Kong")
        << QStringList{u"8 Queen's Road"_s, u"Hong Kong"_s, u""_s, u"HKG"_s} << QList<int>{};
    QTest::newRow("no code, unknown country")
        << QStringList{u"8 High Street"_s, u"Town"_s, u""_s, u""_s} << QList<int>{code};
    QTest::newRow("nothing") << QStringList{u""_s, u""_s, u""_s, u""_s}
                             << QList<int>{street, number, city, code};
    QTest::newRow("Chinese") << QStringList{u"中山路12号"_s, u"上海"_s, u"200001"_s, u"CN"_s} << QList<int>{};
}

void AddressesTest::tellsWhatIsMissing()
{
    QFETCH(QStringList, address);
    QFETCH(QList<int>, missing);
    QList<int> parts;
    for (const AddressPart part : missingParts({address[0], address[1], {}, address[2], address[3]}))
        parts.append(static_cast<int>(part));
    QCOMPARE(parts, missing);
}

void AddressesTest::compares_data()
{
    QTest::addColumn<QStringList>("address");
    QTest::addColumn<QString>("block");
    QTest::addColumn<bool>("matches");
    const QStringList paris{u"12 Rue de Londres"_s, u"Paris"_s, u"75009"_s, u"FR"_s};
    const auto row = [](const char *name, const QStringList &address, const char *block, bool matches) {
        QTest::newRow(name) << address << QString::fromUtf8(block) << matches;
    };
    row("the same", paris, "12 RUE DE LONDRES\n75009 PARIS", true);
    row("abbreviated", paris, "12, R. de Londres, 75009 Paris", true);
    row("one letter misread", paris, "12 RUE DE L0NDRES, 75009 PARIS", true);
    row("another number", paris, "14 RUE DE LONDRES, 75009 PARIS", false);
    row("a longer number", paris, "112 RUE DE LONDRES, 75009 PARIS", false);
    row("another postal code", paris, "12 RUE DE LONDRES, 75008 PARIS", false);
    row("another street", paris, "12 RUE DE MADRID, 75009 PARIS", false);
    row("another city", paris, "12 RUE DE LONDRES, 75009 LYON", false);
    row("number of another line", paris, "RUE DE LONDRES\n75009 PARIS\nPage 12", false);
    const QStringList berlin{u"Hauptstraße 5a"_s, u"Köln"_s, u"50667"_s, u"DE"_s};
    row("German, abbreviated", berlin, "Hauptstr. 5 a, 50667 Koeln", false);
    row("German, number apart", berlin, "HAUPTSTR. 5 A\n50667 KÖLN", true);
    const QStringList quebec{u"123 Anywhere Street"_s, u"Anytown"_s, u"H3A 1S8"_s, u"CA"_s};
    row("code without space", quebec, "123 Anywhere St\nAnytown QC H3A1S8", true);
    row("code with a letter misread", quebec, "123 Anywhere Street, Anytown H3A 188", false);
    const QStringList moscow{u"ул. Ленина, д. 5"_s, u"Москва"_s, u"101000"_s, u"RU"_s};
    row("Cyrillic", moscow, "101000, г. Москва, улица Ленина, дом 5", true);
    const QStringList athens{u"72 Akadimias"_s, u"Neapoli"_s, u"473 75"_s, u"GR"_s};
    row("Greek as it sounds", athens, "Ακαδημίας 72\n473 75 Νεάπολη", true);
    const QStringList svetogoria{u"5 ul. Shchorsa"_s, u"Novoshchigry"_s, u"342426"_s, u"RU"_s};
    row("Cyrillic as it sounds", svetogoria, "ул. Щорса, д. 5\nНовощигры\n342426", true);
    const QStringList qinghe{u"50 Renmin Road"_s, u"Qinghe"_s, u"842797"_s, u"CN"_s};
    row("Chinese by its words", qinghe, "842797\n青河市人民路50号", true);
    row("Chinese, another street", qinghe, "842797\n青河市建设街50号", false);
    const QStringList changle{u"54 Renmin Road"_s, u"Changle"_s, u"977301"_s, u"CN"_s};
    row("Chinese, a sign with two readings", changle, "977301\n长乐市人民路54号", true);
    const QStringList montalba{u"C.so Garibaldi, 119"_s, u"Montalba"_s, u"38079"_s, u"IT"_s};
    row("Italian, abbreviated", montalba, "Corso Garibaldi, 119\n38079 Montalba", true);
    const QStringList hongKong{u"8 Queen's Road Central"_s, u"Hong Kong"_s, u""_s, u"HK"_s};
    row("no postal code there", hongKong, "8 QUEENS RD CENTRAL, HONG KONG", true);
    row("nothing read", paris, "", false);
}

void AddressesTest::compares()
{
    QFETCH(QStringList, address);
    QFETCH(QString, block);
    QFETCH(bool, matches);
    const AddressComparison comparison =
        compareAddress({address[0], address[1], {}, address[2], address[3]}, block);
    QCOMPARE(comparison.matches(0.85, 0.90), matches);
}

void AddressesTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QStringList>("found"); // "first-last complete" in the order of the text
    const auto row = [](const char *name, const char *text, const char *country, const QStringList &found) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(country) << found;
    };
    row("French", "Mme GUÉRIN\n12 RUE DE LONDRES\n75009 PARIS", "FR", {u"1-2 complete"_s});
    row("French, mailbox", "EDF SERVICE CLIENTS TSA 21941\n62978 ARRAS CEDEX 9", "FR",
        {u"1-1 partial mailbox"_s});
    row("French, in a row", "Siège social : 22-30 avenue de Wagram 75382 Paris Cedex 08", "",
        {u"0-0 complete mailbox"_s});
    row("German", "Max Muster\nHauptstraße 5\n50667 Köln", "DE", {u"1-2 complete"_s});
    row("Austrian", "Ringstr. 5\n1010 Wien", "AT", {u"0-1 complete"_s});
    row("British", "10 High Street\nLondon\nSW1A 1AA", "GB", {u"0-2 complete"_s});
    row("Canadian", "123 Anywhere Street\nAnytown QC H3A 1S8", "CA", {u"0-1 complete"_s});
    row("American", "742 Evergreen Terrace\nSpringfield, IL 62704", "US", {u"0-1 complete"_s});
    row("Dutch", "Kerkstraat 12\n1012 AB Amsterdam", "NL", {u"0-1 complete"_s});
    row("Polish", "ul. Marszałkowska 10\n00-590 Warszawa", "PL", {u"0-1 complete"_s});
    row("Portuguese", "Rua Augusta 5\n1100-048 Lisboa", "PT", {u"0-1 complete"_s});
    row("Spanish", "C/ Mayor 5\n28013 Madrid", "ES", {u"0-1 complete"_s});
    row("Italian", "Via Roma, 7\n00184 Roma RM", "IT", {u"0-1 complete"_s});
    row("Brazilian", "Av. Paulista, 1578\nSão Paulo - SP, 01310-200", "BR", {u"0-1 complete"_s});
    row("Australian", "5 George St\nSydney NSW 2000", "AU", {u"0-1 complete"_s});
    row("Russian", "ул. Ленина, д. 5\n101000, Москва", "RU", {u"0-1 complete"_s});
    row("Swedish", "Storgatan 5\n111 22 Stockholm", "SE", {u"0-1 complete"_s});
    row("city only", "75009 PARIS", "FR", {u"0-0 partial"_s});
    row("two addresses", "12 RUE DE LONDRES\n75009 PARIS\nTSA 81401\n87014 LIMOGES Cedex 1", "FR",
        {u"0-1 complete"_s, u"3-3 partial mailbox"_s});
    row("amounts and years", "Total 2022 EUR\n15000 EUR\n2022 Montant total\nN° client : 1 234 567 890", "FR",
        {});
    row("dates", "Hauptstraße 5\n30.09.2026 Rechnung\nOctober 2026 Total", "AT", {});
    row("telephone", "Servicio al cliente: 0800 555 081\n70712 La Peñuela", "ES", {u"1-1 partial"_s});
    row("nothing", "", "", {});
}

void AddressesTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    QFETCH(QStringList, found);
    QStringList drawn;
    for (const FoundAddress &address : findAddresses(text.split(u'\n'), country)) {
        QString line = u"%1-%2 %3"_s.arg(address.firstLine)
                           .arg(address.firstLine + address.lineCount - 1)
                           .arg(address.complete ? u"complete"_s : u"partial"_s);
        drawn.append(address.mailbox ? line + u" mailbox"_s : line);
    }
    QCOMPARE(drawn, found);
}

QTEST_APPLESS_MAIN(AddressesTest)
#include "addresses_test.moc"
