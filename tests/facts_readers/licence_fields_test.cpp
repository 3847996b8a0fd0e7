// SPDX-License-Identifier: GPL-3.0-or-later
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

} // namespace

/// What driving licences print, numbered, abbreviated or without a label.
class LicenceFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void americanLicence()
    {
        const auto fields = facts::printedFields(test::laid({{u"1 LINDGREN"_s, 300, 100},
                                                             {u"2 MAJA ASTRA"_s, 300, 140},
                                                             {u"8 4 HARBOUR ST"_s, 300, 180},
                                                             {u"DENVER CO 80214"_s, 322, 212},
                                                             {u"3 DOB"_s, 300, 260},
                                                             {u"4a Iss"_s, 600, 260},
                                                             {u"04/05/1976"_s, 320, 292},
                                                             {u"08/07/2025"_s, 620, 292},
                                                             {u"4d Customer Identifier"_s, 300, 340},
                                                             {u"4b Exp"_s, 600, 340},
                                                             {u"15-239-1250"_s, 320, 372},
                                                             {u"04/05/2029"_s, 620, 372}}),
                                                 hints(DocumentType::DrivingLicence, u"USA"_s));
        QCOMPARE(fields.value(u"surname"_s).value, u"LINDGREN"_s);
        QCOMPARE(fields.value(u"given_names"_s).value, u"MAJA ASTRA"_s);
        QCOMPARE(fields.value(u"date_of_birth"_s).value, u"1976-04-05"_s);
        QCOMPARE(fields.value(u"issued_on"_s).value, u"2025-08-07"_s);
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2029-04-05"_s);
        QCOMPARE(fields.value(u"number"_s).value, u"15-239-1250"_s);
        QVERIFY(fields.value(u"date_of_birth"_s).box.left() >= 300 &&
                fields.value(u"date_of_birth"_s).box.right() < 600);
    }

    /// "LN" and "FN" are small, and OCR seldom reads them right; a word of two letters as large as the rest
    /// is none.
    void misreadInitialsBeforeNames()
    {
        const auto fieldsOf = [](double height) {
            QList<facts::LaidLine> lines = test::laid({{u"tN GAGLIARDI"_s, 436, 280},
                                                       {u"rn FABRIZIO NICCOLO"_s, 436, 324},
                                                       {u"17 HIGH STREET"_s, 436, 373}});
            for (facts::LaidLine &line : lines)
                line.words.first().box.setTop(line.words.first().box.bottom() - height);
            return facts::printedFields(lines, hints(DocumentType::DrivingLicence, u"USA"_s));
        };
        const auto fields = fieldsOf(14);
        QCOMPARE(fields.value(u"surname"_s).value, u"GAGLIARDI"_s);
        QCOMPARE(fields.value(u"given_names"_s).value, u"FABRIZIO NICCOLO"_s);
        QVERIFY(!fieldsOf(20).contains(u"surname"_s));
    }

    /// An issuer that was not read: the labels tell that 4d is the number, and 5 another one.
    void canadianLicenceOfUnknownIssuer()
    {
        const auto fields = facts::printedFields(test::laid({{u"1.2"_s, 60, 168},
                                                             {u"MUNOZ"_s, 60, 191},
                                                             {u"BELEN"_s, 60, 221},
                                                             {u"4d NUMBER/NUMERO"_s, 57, 379},
                                                             {u"F3306-42331-62137"_s, 60, 411},
                                                             {u"4a ISS/DEL"_s, 57, 454},
                                                             {u"2021/06/28"_s, 60, 484},
                                                             {u"4b EXP/EXP"_s, 321, 454},
                                                             {u"2029/06/27"_s, 321, 484},
                                                             {u"5 DO/REF"_s, 57, 529},
                                                             {u"74074530XA28"_s, 60, 559},
                                                             {u"16 HGT/HAUT"_s, 321, 529},
                                                             {u"3 DOB/DDN"_s, 351, 602},
                                                             {u"1975/10/09"_s, 352, 633}}),
                                                 hints(DocumentType::DrivingLicence, {}));
        QCOMPARE(fields.value(u"surname"_s).value, u"MUNOZ"_s);
        QCOMPARE(fields.value(u"given_names"_s).value, u"BELEN"_s);
        QCOMPARE(fields.value(u"number"_s).value, u"F3306-42331-62137"_s);
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2029-06-27"_s);
    }

    void surnameWhoseNumberWasNotRead()
    {
        const auto fields = facts::printedFields(test::laid({{u"BRZECZEK"_s, 433, 174},
                                                             {u"2 BOZENA IWONA"_s, 411, 204},
                                                             {u"8 38 STATION ROAD"_s, 411, 258}}),
                                                 hints(DocumentType::DrivingLicence, u"USA"_s));
        QCOMPARE(fields.value(u"given_names"_s).value, u"BOZENA IWONA"_s);
        QCOMPARE(fields.value(u"surname"_s).value, u"BRZECZEK"_s);
    }

    void europeanLicence()
    {
        const auto fields = facts::printedFields(test::laid({{u"1. LINDGREN"_s, 300, 100},
                                                             {u"2. Maja"_s, 300, 140},
                                                             {u"3. 05.04.1976"_s, 300, 180},
                                                             {u"4a. 07.08.2025"_s, 300, 220},
                                                             {u"4b. 06.08.2040"_s, 300, 260},
                                                             {u"5. 13AA00001"_s, 300, 300}}),
                                                 hints(DocumentType::DrivingLicence, u"FRA"_s));
        QCOMPARE(fields.value(u"surname"_s).value, u"LINDGREN"_s);
        QCOMPARE(fields.value(u"date_of_birth"_s).value, u"1976-04-05"_s);
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2040-08-06"_s);
        QCOMPARE(fields.value(u"number"_s).value, u"13AA00001"_s);
    }

    void misreadNumbersOfALicence_data()
    {
        QTest::addColumn<QStringList>("numbers");
        QTest::addColumn<QString>("missing"); // fields that must stay unread
        QTest::newRow("one after the other")
            << QStringList{u"l."_s, u"2."_s, u"3."_s, u"4a."_s, u"4v."_s, u"s,"_s} << QString();
        QTest::newRow("in between") << QStringList{u"1."_s, u"2."_s, u"§"_s, u"4a."_s, u"a."_s, u"5."_s}
                                    << QString();
        QTest::newRow("not read at all")
            << QStringList{QString(), u"2."_s, u"3."_s, QString(), u"4b."_s, u"5."_s} << QString();
        QTest::newRow("another field's")
            << QStringList{u"1."_s, u"2."_s, u"3."_s, u"4a."_s, u"4b."_s, u"4d."_s} << u"number"_s;
        QTest::newRow("too few are sure")
            << QStringList{u"1."_s, u"2."_s, u"8."_s, u"ta."_s, u"tb."_s, u"s."_s} << u"number"_s;
    }
    /// Their order and the distance of their rows are known.
    void misreadNumbersOfALicence()
    {
        QFETCH(QStringList, numbers);
        QFETCH(QString, missing);
        const QMap<QString, QString> values{
            {u"surname"_s, u"LINDGREN"_s},         {u"given_names"_s, u"MAJA ASTRA"_s},
            {u"date_of_birth"_s, u"1976-04-05"_s}, {u"issued_on"_s, u"2025-08-07"_s},
            {u"expires_on"_s, u"2040-08-06"_s},    {u"number"_s, u"13AA00001"_s}};
        const QStringList printed{u"LINDGREN"_s,   u"MAJA ASTRA"_s, u"05.04.1976"_s,
                                  u"07.08.2025"_s, u"06.08.2040"_s, u"13AA00001"_s};
        QList<test::Placed> lines;
        for (int row = 0; row < numbers.size(); ++row) {
            lines += test::Placed{numbers.at(row), 300, 100.0 + 50 * row};
            lines += test::Placed{printed.at(row), 370, 98.0 + 50 * row};
        }
        const auto fields =
            facts::printedFields(test::laid(lines), hints(DocumentType::DrivingLicence, u"FRA"_s));
        for (auto value = values.begin(); value != values.end(); ++value) {
            if (value.key() != missing)
                QCOMPARE(fields.value(value.key()).value, value.value());
        }
        QVERIFY(missing.isEmpty() || !fields.contains(missing));
    }

    /// What stands beside a number is its value: the date below belongs to the number below.
    void unreadableDateOfALicence()
    {
        const auto fields = facts::printedFields(test::laid({{u"3. OS.#4.I9"_s, 300, 180},
                                                             {u"4a. 07.08.2025"_s, 300, 220},
                                                             {u"4b. 06.08.2040"_s, 300, 260}}),
                                                 hints(DocumentType::DrivingLicence, u"FRA"_s));
        QVERIFY(!fields.contains(u"date_of_birth"_s));
        QCOMPARE(fields.value(u"issued_on"_s).value, u"2025-08-07"_s);
    }

    void quebecLicence()
    {
        const auto fields =
            facts::printedFields(test::laid({{u"M1234-567890-12"_s, 300, 60},
                                             {u"LINDGREN"_s, 300, 100},
                                             {u"MAJA ASTRA"_s, 300, 130},
                                             {u"Date de naissance (A-M-J) : 1976-04-05"_s, 300, 170},
                                             {u"Valide le : 2025-08-07"_s, 300, 400},
                                             {u"Expire le : 2029-04-05"_s, 760, 400}}),
                                 hints(DocumentType::DrivingLicence, u"CAN"_s));
        QCOMPARE(fields.value(u"surname"_s).value, u"LINDGREN"_s);
        QCOMPARE(fields.value(u"given_names"_s).value, u"MAJA ASTRA"_s);
        QCOMPARE(fields.value(u"number"_s).value, u"M1234-567890-12"_s);
        QCOMPARE(fields.value(u"expires_on"_s).value, u"2029-04-05"_s);
        QCOMPARE(fields.value(u"issued_on"_s).value, u"2025-08-07"_s);
    }
};

QTEST_GUILESS_MAIN(LicenceFieldsTest)
#include "licence_fields_test.moc"
