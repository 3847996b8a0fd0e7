// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/aamva/aamva.h"

#include <QtTest>

using namespace scrutineer::text;
using namespace Qt::StringLiterals;

namespace {

const QString modern =
    u"@\n\x1e\rANSI 636020090002DL00410120ZC01610010"
    "DLDAQ94-123-4567\nDCSSAMPLE\nDDEN\nDACANNA\nDDFN\nDADMARIA\nDDGN\nDBD08272015\nDBB04241976\n"
    "DBA04242018\nDBC2\nDAG12 MAIN STREET\nDAIDENVER\nDAJCO\nDAK802030000  \nDCGUSA\r"
    "ZCZCAX\r"_s;

QString isoOf(const std::optional<QDate> &date)
{
    return date ? date->toString(Qt::ISODate) : QString();
}

} // namespace

class AamvaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields();
    void dates_data();
    void dates();
    void names_data();
    void names();
    void headers_data();
    void headers();
    void otherText_data();
    void otherText();
    void everyPrefix();
};

void AamvaTest::fields()
{
    const std::optional<AamvaCard> card = parseAamva(modern);
    QVERIFY(card);
    QCOMPARE(card->kind, AamvaCard::Kind::DrivingLicence);
    QCOMPARE(card->version, 9);
    QCOMPARE(card->issuerId, u"636020"_s);
    QCOMPARE(card->jurisdiction, u"CO"_s);
    QCOMPARE(card->country, u"USA"_s);
    QCOMPARE(card->surname, u"SAMPLE"_s);
    QCOMPARE(card->givenNames, u"ANNA MARIA"_s);
    QCOMPARE(card->number, u"94-123-4567"_s);
    QCOMPARE(card->address, u"12 MAIN STREET, DENVER, CO 802030000"_s);
    QCOMPARE(isoOf(card->dateOfBirth), u"1976-04-24"_s);
    QCOMPARE(isoOf(card->issuedOn), u"2015-08-27"_s);
    QCOMPARE(isoOf(card->expiresOn), u"2018-04-24"_s);
    QCOMPARE(card->values.value(u"DBC"_s), u"2"_s);
    QCOMPARE(card->values.value(u"ZCA"_s), u"X"_s);
}

void AamvaTest::dates_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("elements");
    QTest::addColumn<QString>("expected"); // of DBA
    QTest::newRow("month first in the USA")
        << u"636014"_s << u"0801"_s << u"DBA03042031"_s << u"2031-03-04"_s;
    QTest::newRow("year first in Canada") << u"636012"_s << u"0801"_s << u"DBA20310304"_s << u"2031-03-04"_s;
    QTest::newRow("year first in 2000") << u"636014"_s << u"01"_s << u"DBA20310304"_s << u"2031-03-04"_s;
    QTest::newRow("two months that are also a year")
        << u"636014"_s << u"0801"_s << u"DBA12202012"_s << u"2012-12-20"_s;
    QTest::newRow("country by the element")
        << u"636999"_s << u"0801"_s << u"DCGCAN\nDBA20110304"_s << u"2011-03-04"_s;
    QTest::newRow("wrong order of a state")
        << u"636014"_s << u"0801"_s << u"DBA20310304"_s << u"2031-03-04"_s;
    QTest::newRow("no date") << u"636014"_s << u"0801"_s << u"DBA99999999"_s << QString();
    QTest::newRow("empty") << u"636014"_s << u"0801"_s << u"DBA"_s << QString();
    QTest::newRow("no leap year") << u"636014"_s << u"0801"_s << u"DBA02292023"_s << QString();
}

void AamvaTest::dates()
{
    QFETCH(QString, issuer);
    QFETCH(QString, version);
    QFETCH(QString, elements);
    const std::optional<AamvaCard> card = parseAamva(u"@\n\x1e\rANSI "_s + issuer + version +
                                                     u"01DL00310100DLDAQ1234567\n"_s + elements + u'\r');
    QVERIFY(card);
    QTEST(isoOf(card->expiresOn), "expected");
}

void AamvaTest::names_data()
{
    QTest::addColumn<QString>("elements");
    QTest::addColumn<QString>("surname");
    QTest::addColumn<QString>("given");
    QTest::newRow("2000, one element") << u"DAAPUBLIC,JOHN,QUINCY,JR"_s << u"PUBLIC"_s << u"JOHN QUINCY"_s;
    QTest::newRow("2000, at signs") << u"DAAPUBLIC@JOHN@Q"_s << u"PUBLIC"_s << u"JOHN Q"_s;
    QTest::newRow("2000, no separator") << u"DAAJOHN PUBLIC"_s << QString() << QString();
    QTest::newRow("2003, given names together")
        << u"DCSPUBLIC\nDCTJOHN,QUINCY"_s << u"PUBLIC"_s << u"JOHN QUINCY"_s;
    QTest::newRow("2000, three elements")
        << u"DABPUBLIC\nDACJOHN\nDADQUINCY"_s << u"PUBLIC"_s << u"JOHN QUINCY"_s;
    QTest::newRow("no middle name") << u"DCSPUBLIC\nDACJOHN\nDADNONE"_s << u"PUBLIC"_s << u"JOHN"_s;
    QTest::newRow("two given names in one")
        << u"DCSDE LA CRUZ\nDACANA MARIA\nDADunavl"_s << u"DE LA CRUZ"_s << u"ANA MARIA"_s;
}

void AamvaTest::names()
{
    QFETCH(QString, elements);
    const std::optional<AamvaCard> card =
        parseAamva(u"@\n\x1e\rANSI 6360000301"_s + u"01DL00310100DLDAQ1234567\n"_s + elements + u'\r');
    QVERIFY(card);
    QTEST(card->surname, "surname");
    QTEST(card->givenNames, "given");
}

void AamvaTest::headers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("idCard");
    const QString body = u"DAQ1234567\nDCSPUBLIC\r"_s;
    QTest::newRow("version 10") << u"@\n\x1e\rANSI 636000100001DL00310050DL"_s + body << 10 << false;
    QTest::newRow("version 1, no version of the jurisdiction")
        << u"@\n\x1e\rANSI 6360000101DL00290050DL"_s + body << 1 << false;
    QTest::newRow("identification card") << u"@\n\x1e\rANSI 636000100001ID00310050ID"_s + body << 10 << true;
    QTest::newRow("AAMVA in place of ANSI") << u"@\n\x1e\rAAMVA6360000101DL00290050DL"_s + body << 1 << false;
    QTest::newRow("no blank after ANSI") << u"@\n\x1e\rANSI636000100001DL00310050DL"_s + body << 10 << false;
    QTest::newRow("control characters lost") << u"@ANSI 636000100001DL00310050DL"_s + body << 10 << false;
    QTest::newRow("wrong offset") << u"@\n\x1e\rANSI 636000100001DL99990050DL"_s + body << 10 << false;
    QTest::newRow("offset into the middle")
        << u"@\n\x1e\rANSI 636000100001DL00370050DL"_s + body << 10 << false;
    QTest::newRow("the jurisdiction's subfile first")
        << u"@\n\x1e\rANSI 636000100002ZV00410010DL00510050ZVZVA01\rDL"_s + body << 10 << false;
    QTest::newRow("type missing before the elements")
        << u"@\n\x1e\rANSI 636000100001DL00310050"_s + body << 10 << false;
}

void AamvaTest::headers()
{
    QFETCH(QString, text);
    const std::optional<AamvaCard> card = parseAamva(text);
    QVERIFY(card);
    QTEST(card->version, "version");
    QFETCH(bool, idCard);
    QCOMPARE(card->kind == AamvaCard::Kind::IdCard, idCard);
    QCOMPARE(card->issuerId, u"636000"_s);
    QCOMPARE(card->jurisdiction, u"VA"_s);
    QCOMPARE(card->number, u"1234567"_s);
    QCOMPARE(card->surname, u"PUBLIC"_s);
}

void AamvaTest::otherText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("an address on the web") << u"https://example.org/ANSI"_s;
    QTest::newRow("header alone") << u"@\n\x1e\rANSI 636000100001DL00310050"_s;
    QTest::newRow("a boarding pass") << u"M1PUBLIC/JOHN         EABC123 ZRHLHRLX 0316 326Y012A0025 100"_s;
    QTest::newRow("a header far inside") << QString(40, u'x') + modern;
    QTest::newRow("too long") << modern + QString(20000, u'x');
}

void AamvaTest::otherText()
{
    QFETCH(QString, text);
    QVERIFY(!parseAamva(text));
}

/// A barcode that was cut off anywhere is read as far as it goes, or not at all.
void AamvaTest::everyPrefix()
{
    for (qsizetype size = 0; size < modern.size(); ++size) {
        const std::optional<AamvaCard> card = parseAamva(modern.left(size));
        if (card)
            QVERIFY(card->surname.isEmpty() || u"SAMPLE"_s.startsWith(card->surname));
    }
}

QTEST_GUILESS_MAIN(AamvaTest)
#include "aamva_test.moc"
