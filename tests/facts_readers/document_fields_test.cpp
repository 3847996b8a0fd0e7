// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/document_type.h"
#include "engine/facts/readers/printed_fields.h"
#include "tests/facts_readers/support/placed_text.h"

#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

facts::DocumentHints hints(DocumentType type, const QString &issuer)
{
    return {type, issuer, QDate(2026, 11, 20)};
}

facts::Mrz zone(const QString &format, const QString &code, const QString &issuer)
{
    facts::Mrz mrz;
    mrz.format = format;
    mrz.fields.documentCode = code;
    mrz.fields.issuer = issuer;
    mrz.verified = true;
    return mrz;
}

} // namespace

class DocumentFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("type");
        QTest::newRow("licence, misread") << u"DRIVER LICENSF"_s << int(DocumentType::DrivingLicence);
        QTest::newRow("permit of driving in French")
            << u"Permis de conduire"_s << int(DocumentType::DrivingLicence);
        QTest::newRow("card") << u"CARTE NATIONALE D'IDENTITÉ"_s << int(DocumentType::IdCard);
        QTest::newRow("residence") << u"AUFENTHALTSTITEL"_s << int(DocumentType::ResidencePermit);
        QTest::newRow("work") << u"EMPLOYMENT AUTHORIZATION CARD"_s << int(DocumentType::WorkPermit);
        QTest::newRow("student") << u"Student ID University of Utopia"_s << int(DocumentType::StudentId);
        QTest::newRow("passport") << u"PASSPORT"_s << int(DocumentType::Passport);
    }
    void types()
    {
        QFETCH(QString, words);
        const auto guess = facts::guessType(std::nullopt, {}, test::laid({{words, 20, 20}}));
        QVERIFY(guess);
        QCOMPARE(guess->grounds, u"words"_s);
        QTEST(int(guess->type), "type");
    }

    void typeByNumberedFields_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<bool>("licence");
        QTest::newRow("European") << QStringList{u"3. 01.02.1980"_s, u"4a. 05.06.2020 4c. Utopia"_s,
                                                 u"4b. 05.06.2035"_s}
                                  << true;
        QTest::newRow("American") << QStringList{u"3 DOB"_s, u"4a ISS"_s, u"4b EXP"_s, u"9 CLASS"_s} << true;
        QTest::newRow("American identity card") << QStringList{u"3 DOB"_s, u"4b EXP"_s, u"4d ID"_s} << false;
        QTest::newRow("a house number") << QStringList{u"4a Mill Lane"_s, u"9 Mill Lane"_s} << false;
    }
    void typeByNumberedFields()
    {
        QFETCH(QStringList, lines);
        QList<test::Placed> placed;
        for (int i = 0; i < lines.size(); ++i)
            placed += test::Placed{lines.at(i), 20, 20.0 + 50 * i};
        const auto guess = facts::guessType(std::nullopt, {}, test::laid(placed));
        QTEST(guess.has_value(), "licence");
        if (guess) {
            QCOMPARE(guess->type, DocumentType::DrivingLicence);
            QCOMPARE(guess->grounds, u"layout"_s);
        }
    }

    void noType() { QVERIFY(!facts::guessType(std::nullopt, {}, test::laid({{u"Hello world"_s, 20, 20}}))); }

    void issuerAndItsLine()
    {
        const QList<facts::LaidLine> lines =
            test::laid({{u"PASSPORT"_s, 20, 20}, {u"REPUBLIQUE FRANCAISE"_s, 20, 90}});
        const facts::IssuerGuess printed = facts::guessIssuer(std::nullopt, {}, lines);
        QCOMPARE(printed.code, u"FRA"_s);
        QCOMPARE(printed.line, 1);
        const facts::IssuerGuess coded = facts::guessIssuer(zone(u"TD3"_s, u"P"_s, u"UTO"_s), {}, lines);
        QCOMPARE(coded.code, u"UTO"_s);
        QCOMPARE(coded.line, -1);
        QVERIFY(facts::guessIssuer(std::nullopt, {}, lines.first(1)).code.isEmpty());
    }

    void typeByZone_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<int>("type");
        QTest::newRow("passport") << u"TD3"_s << u"P"_s << u"UTO"_s << int(DocumentType::Passport);
        QTest::newRow("card") << u"TD1"_s << u"I"_s << u"UTO"_s << int(DocumentType::IdCard);
        QTest::newRow("residence") << u"TD1"_s << u"IR"_s << u"UTO"_s << int(DocumentType::ResidencePermit);
        QTest::newRow("green card") << u"TD1"_s << u"C1"_s << u"USA"_s << int(DocumentType::ResidencePermit);
        QTest::newRow("French licence")
            << u"FR-DL"_s << u"D1"_s << u"FRA"_s << int(DocumentType::DrivingLicence);
        QTest::newRow("visa") << u"MRV-A"_s << u"V"_s << u"UTO"_s << int(DocumentType::Other);
    }
    void typeByZone()
    {
        QFETCH(QString, format);
        QFETCH(QString, code);
        QFETCH(QString, issuer);
        const auto guess = facts::guessType(zone(format, code, issuer), {}, {});
        QVERIFY(guess);
        QCOMPARE(guess->grounds, u"mrz"_s);
        QTEST(int(guess->type), "type");
    }

    /// The first language's label was not read, and the value begins where that one stood.
    void numberLeftOfItsSecondLabel()
    {
        const auto fields = facts::printedFields(
            test::laid({{u"Document No."_s, 172, 146}, {u"D25935130"_s, 60, 177}, {u"AKSOY"_s, 60, 268}}),
            hints(DocumentType::IdCard, u"TUR"_s));
        QCOMPARE(fields.value(u"number"_s).value, u"D25935130"_s);
    }

    /// OCR makes a scrap of Latin letters of a label in another alphabet: it is no label "A".
    void scrapOfAnotherAlphabet()
    {
        const auto fields =
            facts::printedFields(test::laid({{u"a. / Document No."_s, 133, 133}, {u"M78075476"_s, 61, 166}}),
                                 hints(DocumentType::IdCard, u"IND"_s));
        QCOMPARE(fields.value(u"number"_s).value, u"M78075476"_s);
    }

    /// What has the form of a number and stands at its label is kept for a second look.
    void numberThatIsHardToRead()
    {
        const auto fields =
            facts::printedFields(test::laid({{u"Document No."_s, 60, 146}, {u"D01083831"_s, 60, 177, 0.3}}),
                                 hints(DocumentType::IdCard, u"TUR"_s));
        QCOMPARE(fields.value(u"number"_s).value, u"D01083831"_s);
        QVERIFY(fields.value(u"number"_s).confidence < 0.6);
    }

    void namesThatLookLikeOtherThings_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("read");
        QTest::newRow("a label's word, nearly") << u"ALVARO ANDRES"_s << u"ALVARO ANDRES"_s; // Adres
        QTest::newRow("a bracket for a letter") << u"BLAZE] PAWEL"_s << u"BLAZEJ PAWEL"_s;
        QTest::newRow("a bar for a letter") << u"|RENA"_s << u"IRENA"_s;
    }
    void namesThatLookLikeOtherThings()
    {
        QFETCH(QString, printed);
        const auto fields =
            facts::printedFields(test::laid({{u"Nombre / Given names"_s, 200, 100}, {printed, 200, 132}}),
                                 hints(DocumentType::Passport, u"ESP"_s));
        QTEST(fields.value(u"given_names"_s).value, "read");
    }

    void labelsOfFourLanguages_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("expiry");
        QTest::newRow("English") << u"Date of birth 5 Apr 1976"_s << u"Date of expiry 6 Aug 2031"_s;
        QTest::newRow("French") << u"Né(e) le : 05.04.1976"_s << u"Date d'expiration 06.08.2031"_s;
        QTest::newRow("German") << u"Geburtsdatum 05.04.1976"_s << u"Gültig bis 06.08.2031"_s;
        QTest::newRow("Spanish") << u"Fecha de nacimiento 05 04 1976"_s << u"Válido hasta 06 08 2031"_s;
    }
    void labelsOfFourLanguages()
    {
        QFETCH(QString, birth);
        QFETCH(QString, expiry);
        const auto fields = facts::printedFields(test::laid({{birth, 50, 100}, {expiry, 50, 160}}),
                                                 hints(DocumentType::IdCard, u"FRA"_s));
        QCOMPARE(fields.value(u"date_of_birth"_s).value, u"1976-04-05"_s);
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2031-08-06"_s);
    }

    void datesWithoutLabels()
    {
        const auto fields = facts::printedFields(
            test::laid({{u"14.07.1981"_s, 50, 100}, {u"01.01.2013"_s, 50, 160}, {u"31.12.2027"_s, 50, 220}}),
            hints(DocumentType::IdCard, {}));
        QCOMPARE(fields.value(u"date_of_birth"_s).value, u"1981-07-14"_s);
        QCOMPARE(fields.value(u"issued_on"_s).value, u"2013-01-01"_s);
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2027-12-31"_s);
    }

    /// Whole years of validity tell which number is the month.
    void orderByValidity()
    {
        const auto fields = facts::printedFields(
            test::laid({{u"Date of issue 03/09/2025"_s, 50, 160}, {u"Date of expiry 02/09/2035"_s, 50, 220}}),
            hints(DocumentType::IdCard, {}));
        QCOMPARE(fields.value(u"issued_on"_s).value, u"2025-09-03"_s);
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2035-09-02"_s);
    }

    void wordsThatRanTogether()
    {
        const auto fields = facts::printedFields(test::laid({{u"1.LINDGREN"_s, 300, 100},
                                                             {u"4a.07.08.2025"_s, 300, 160},
                                                             {u"4b.06.08.2040"_s, 300, 220}}),
                                                 hints(DocumentType::DrivingLicence, u"FRA"_s));
        QCOMPARE(fields.value(u"surname"_s).value, u"LINDGREN"_s);
        QCOMPARE(fields.value(u"issued_on"_s).value, u"2025-08-07"_s);
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2040-08-06"_s);
    }

    void labelsThatRanTogether()
    {
        const auto fields =
            facts::printedFields(test::laid({{u"Date ofissue"_s, 50, 100}, {u"14/10/2020"_s, 50, 132}}),
                                 hints(DocumentType::IdCard, {}));
        QCOMPARE(fields.value(u"issued_on"_s).value, u"2020-10-14"_s);
    }

    /// The first language's label was not read: the value begins left of the second one's.
    void labelInASecondLanguage()
    {
        const auto fields =
            facts::printedFields(test::laid({{u"/ Surname"_s, 200, 100}, {u"LINDGREN"_s, 50, 132}}),
                                 hints(DocumentType::IdCard, {}));
        QCOMPARE(fields.value(u"surname"_s).value, u"LINDGREN"_s);
    }

    /// The date of issue stands there as well, and its label was not read.
    void nearestValueOfASecondLanguage()
    {
        const auto fields = facts::printedFields(test::laid({{u"1/Gate"_s, 200, 100},
                                                             {u"/ Date of expiry"_s, 620, 100},
                                                             {u"04/10/2020"_s, 200, 132},
                                                             {u"03/10/2030"_s, 500, 132}}),
                                                 hints(DocumentType::Passport, {}));
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2030-10-03"_s);
    }

    void contradictingDatesAreDropped()
    {
        const auto fields = facts::printedFields(
            test::laid({{u"Date of birth 5 Apr 2020"_s, 50, 100}, {u"Date of expiry 6 Aug 2019"_s, 50, 160}}),
            hints(DocumentType::IdCard, u"GBR"_s));
        QVERIFY(!fields.contains(u"date_of_birth"_s));
        QVERIFY(!fields.contains(u"expires_on"_s));
    }

    void unsureNamesAreLeftOut()
    {
        const auto fields =
            facts::printedFields(test::laid({{u"Surname"_s, 50, 100}, {u"LINDGRFM"_s, 50, 132, 0.5}}),
                                 hints(DocumentType::IdCard, {}));
        QVERIFY(!fields.contains(u"surname"_s));
    }
};

QTEST_APPLESS_MAIN(DocumentFieldsTest)
#include "document_fields_test.moc"
