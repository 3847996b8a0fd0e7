// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_decoder.h"

#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 20);
const QString upperTd3 = u"P<UTOLINDGREN<<ASTRA<MAJA<<<<<<<<<<<<<<<<<<<"_s;
const QString lowerTd3 = u"X7Q40K2158UTO8402297F3108170UT77<<<<<<<<<<36"_s;

} // namespace

class MrzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkDigits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("digit");
        QTest::newRow("a date") << u"840229"_s << 7;
        QTest::newRow("letters and digits") << u"X7Q40K215"_s << 8;
        QTest::newRow("fillers count nothing") << u"<<<<<<"_s << 0;
        QTest::newRow("another character") << u"84-229"_s << -1;
    }
    void checkDigits()
    {
        QFETCH(QString, text);
        QTEST(text::mrzCheckDigit(text), "digit");
    }

    void layouts_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("hasExpiry");
        const QString given = u"ASTRA MAJA"_s;
        QTest::newRow("TD3") << QStringList{upperTd3, lowerTd3} << u"TD3"_s << u"X7Q40K215"_s << given
                             << true;
        QTest::newRow("TD2") << QStringList{u"I<UTOLINDGREN<<ASTRA<MAJA<<<<<<<<<<<"_s,
                                            u"X7Q40K2158UTO8402297F3108170UT77<<<3"_s}
                             << u"TD2"_s << u"X7Q40K215"_s << given << true;
        QTest::newRow("TD1") << QStringList{u"I<UTOX7Q40K2158UT77<<<<<<<<<<<"_s,
                                            u"8402297F3108170UTO<<<<<<<<<<<9"_s,
                                            u"LINDGREN<<ASTRA<MAJA<<<<<<<<<<"_s}
                             << u"TD1"_s << u"X7Q40K215"_s << given << true;
        QTest::newRow("TD1 with a long number")
            << QStringList{u"I<UTOX7Q40K215<MN45<<<<<<<<<<<"_s, u"8402297F3108170UTO<<<<<<<<<<<6"_s,
                           u"LINDGREN<<ASTRA<MAJA<<<<<<<<<<"_s}
            << u"TD1"_s << u"X7Q40K215MN4"_s << given << true;
        QTest::newRow("MRV-A") << QStringList{u"V<UTOLINDGREN<<ASTRA<MAJA<<<<<<<<<<<<<<<<<<<"_s,
                                              u"X7Q40K2158UTO8402297F3108170UT77<<<<<<<<<<<<"_s}
                               << u"MRV-A"_s << u"X7Q40K215"_s << given << true;
        QTest::newRow("MRV-B") << QStringList{u"V<UTOLINDGREN<<ASTRA<MAJA<<<<<<<<<<<"_s,
                                              u"X7Q40K2158UTO8402297F3108170UT77<<<<"_s}
                               << u"MRV-B"_s << u"X7Q40K215"_s << given << true;
        QTest::newRow("French identity card") << QStringList{u"IDFRALINDGREN<<<<<<<<<<<<<<<<<731004"_s,
                                                             u"0204731099557ASTRA<<MAJA<<<8402297F7"_s}
                                              << u"FR-ID"_s << u"020473109955"_s << given << false;
    }
    void layouts()
    {
        QFETCH(QStringList, lines);
        QFETCH(bool, hasExpiry);
        const std::optional<facts::Mrz> mrz = text::decodeMrz(lines, day);
        QVERIFY(mrz);
        QTEST(mrz->format, "format");
        QTEST(mrz->fields.number, "number");
        QTEST(mrz->fields.givenNames, "given");
        QCOMPARE(mrz->lines, lines);
        QCOMPARE(mrz->fields.surname, u"LINDGREN"_s);
        QCOMPARE(mrz->fields.dateOfBirth, QDate(1984, 2, 29));
        QCOMPARE(mrz->fields.expiresOn, hasExpiry ? std::optional(QDate(2031, 8, 17)) : std::nullopt);
        QCOMPARE(mrz->fields.sex, u"F"_s);
        QVERIFY(mrz->verified);
        QVERIFY(!mrz->repaired);
        QVERIFY(!mrz->checkDigits.values().contains(false));
    }

    void frenchLicence()
    {
        const std::optional<facts::Mrz> mrz = text::decodeMrz({u"D1FRA20XY735145330105LINDGR<<2"_s}, day);
        QVERIFY(mrz);
        QCOMPARE(mrz->format, u"FR-DL"_s);
        QCOMPARE(mrz->fields.number, u"20XY73514"_s);
        QCOMPARE(mrz->fields.expiresOn, QDate(2033, 1, 5));
        QCOMPARE(mrz->fields.surname, u"LINDGR"_s);
        QVERIFY(mrz->verified);
    }

    void wrongDigits_data()
    {
        QTest::addColumn<qsizetype>("position");
        QTest::addColumn<QChar>("instead");
        QTest::addColumn<QString>("check");
        QTest::newRow("number") << qsizetype{9} << QChar(u'3') << u"number"_s;
        QTest::newRow("birth") << qsizetype{19} << QChar(u'2') << u"date_of_birth"_s;
        QTest::newRow("expiry") << qsizetype{27} << QChar(u'5') << u"expires_on"_s;
        QTest::newRow("composite") << qsizetype{43} << QChar(u'1') << u"composite"_s;
        QTest::newRow("an expiry that was changed") << qsizetype{21} << QChar(u'4') << u"expires_on"_s;
    }
    void wrongDigits()
    {
        QFETCH(qsizetype, position);
        QFETCH(QChar, instead);
        QFETCH(QString, check);
        QString lower = lowerTd3;
        lower[position] = instead;
        const std::optional<facts::Mrz> mrz = text::decodeMrz({upperTd3, lower}, day);
        QVERIFY(mrz);
        QVERIFY(mrz->checkDigits.contains(check));
        QVERIFY(!mrz->checkDigits.value(check));
        QCOMPARE(mrz->lines.last().at(position), instead); // reported as printed
    }

    void oneLuckyDigitIsNotCalledValid()
    {
        QString lower = lowerTd3;
        lower[9] = u'1';
        lower[19] = u'1';
        lower[43] = u'1';
        lower[42] = u'1';
        const std::optional<facts::Mrz> mrz = text::decodeMrz({upperTd3, lower}, day);
        if (mrz)
            QVERIFY(!mrz->checkDigits.values().contains(true));
    }

    void noZone_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("empty lines") << QStringList{QString(), QString()};
        QTest::newRow("prose") << QStringList{u"PAYABLEATANYBRANCHOFTHEBANKINUTOPIAONDEMAND"_s,
                                              u"ISSUEDBYTHEMINISTRYOFTHEINTERIOROFUTOPIAXYZ"_s};
        QTest::newRow("digits") << QStringList{u"12345678901234567890123456789012345678901234"_s,
                                               u"12345678901234567890123456789012345678901234"_s};
    }
    void noZone()
    {
        QFETCH(QStringList, lines);
        QVERIFY(!text::decodeMrz(lines, day));
        QVERIFY(!text::decodeMrz({}, day));
    }

    void looks_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("looks");
        QTest::newRow("upper line") << upperTd3 << true;
        QTest::newRow("lower line") << lowerTd3 << true;
        QTest::newRow("a sentence") << u"This document is valid for all countries."_s << false;
        QTest::newRow("short") << u"P<UTO"_s << false;
    }
    void looks()
    {
        QFETCH(QString, line);
        QTEST(text::looksLikeMrz(line), "looks");
    }
};

QTEST_APPLESS_MAIN(MrzTest)
#include "mrz_test.moc"
