// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/dates.h"

#include <QtTest>

using namespace scrutineer::text;
using namespace Qt::StringLiterals;

class DatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOneDate_data();
    void findsOneDate();
    void findsNoDate_data();
    void findsNoDate();
    void tellsPositions();
    void resolves_data();
    void resolves();
    void choosesCentury_data();
    void choosesCentury();
    void countsAge_data();
    void countsAge();
};

void DatesTest::findsOneDate_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QStringList>("readings");
    const auto row = [](const char *line, const char *country, const QStringList &readings) {
        QTest::addRow("%s", line) << QString::fromUtf8(line) << QString::fromLatin1(country) << readings;
    };
    row("28/12/2022", "", {u"2022-12-28"_s});
    row("2025-10-16", "", {u"2025-10-16"_s});
    row("2022.12.28.", "", {u"2022-12-28"_s});
    row("12/28/2022", "", {u"2022-12-28"_s});
    row("03/04/2022", "", {u"2022-04-03"_s, u"2022-03-04"_s});
    row("03/04/2022 ", "US", {u"2022-03-04"_s, u"2022-04-03"_s});
    row("04/04/2022", "", {u"2022-04-04"_s});
    row("28.12.22", "DE", {u"2022-12-28"_s});
    row("12 07 1953", "FR", {u"1953-07-12"_s, u"1953-12-07"_s});
    row("28 / 12 / 2022", "", {u"2022-12-28"_s});
    row("20221228", "", {u"2022-12-28"_s});
    row("2022-12-11T10:00:00", "", {u"2022-12-11"_s});
    row("Prélevé le 28/12/2022 sur le compte", "FR", {u"2022-12-28"_s});
    row("le 11 décembre 2022", "", {u"2022-12-11"_s});
    row("LE 11 DECEMBRE 2022", "", {u"2022-12-11"_s});
    row("1er janvier 2023", "", {u"2023-01-01"_s});
    row("20. November 2026", "", {u"2026-11-20"_s});
    row("3. März 2026", "", {u"2026-03-03"_s});
    row("3. MARZ 2026", "", {u"2026-03-03"_s});
    row("20 de noviembre de 2026", "", {u"2026-11-20"_s});
    row("20 novembre 2026", "", {u"2026-11-20"_s});
    row("5 de março de 2026", "", {u"2026-03-05"_s});
    row("5 maart 2026", "", {u"2026-03-05"_s});
    row("20 listopada 2026", "PL", {u"2026-11-20"_s});
    row("5 października 2026", "", {u"2026-10-05"_s});
    row("20 ноября 2026 г.", "", {u"2026-11-20"_s});
    row("5 мая 2026", "", {u"2026-05-05"_s});
    row("2026年11月20日", "", {u"2026-11-20"_s});
    row("2026 年 1 月 5 日", "", {u"2026-01-05"_s});
    row("2026년 11월 20일", "", {u"2026-11-20"_s});
    row("ngày 20 tháng 11 năm 2026", "", {u"2026-11-20"_s});
    row("20 Kasım 2026", "", {u"2026-11-20"_s});
    row("5 ŞUBAT 2026", "", {u"2026-02-05"_s});
    row("٢٠ نوفمبر ٢٠٢٦", "", {u"2026-11-20"_s});
    row("20 พฤศจิกายน 2569", "", {u"2026-11-20"_s});
    row("20 Νοεμβρίου 2026", "", {u"2026-11-20"_s});
    row("20. marraskuuta 2026", "", {u"2026-11-20"_s});
    row("2026. november 20.", "", {u"2026-11-20"_s});
    row("20 नवंबर 2026", "", {u"2026-11-20"_s});
    row("November 20, 2026", "", {u"2026-11-20"_s});
    row("Nov. 20th, 2026", "", {u"2026-11-20"_s});
    row("3rd of May 2026", "", {u"2026-05-03"_s});
    row("20NOV2026", "", {u"2026-11-20"_s});
    row("20-Nov-26", "", {u"2026-11-20"_s});
    row("05 FEB 1965", "", {u"1965-02-05"_s});
    row("12 DÉC/DEC 2022", "", {u"2022-12-12"_s});
    row("23 0CT 2019", "", {u"2019-10-23"_s});
    row("20 novernber 2026", "", {});
    row("20 novembar 2026", "", {u"2026-11-20"_s});
    row("Valide le 2017-12-15", "CA", {u"2017-12-15"_s});
    row("06,08,1984", "", {u"1984-08-06"_s, u"1984-06-08"_s});
}

void DatesTest::findsOneDate()
{
    QFETCH(QString, line);
    QFETCH(QString, country);
    QFETCH(QStringList, readings);
    const QList<DateHit> hits = findDates(line, {country, QDate(2026, 11, 20), {}, {}});
    QCOMPARE(hits.size(), readings.isEmpty() ? 0 : 1);
    QStringList found;
    for (const DateHit &hit : hits) {
        for (const QDate &reading : hit.readings)
            found.append(reading.toString(Qt::ISODate));
        QCOMPARE(hit.text, line.mid(hit.position, hit.length));
        QCOMPARE(hit.ambiguous(), readings.size() > 1);
    }
    QCOMPARE(found, readings);
}

void DatesTest::findsNoDate_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"", "no digits", "1/4", "Page 1/4", "12/2023", "09 69 36 66 66", "01.23.45.67.89",
          "1 234 567 890 123", "192.168.10.12", "99/99/2022", "31/02/2022", "2022-13-01", "L1234-1234561-12",
          "à Fév20 à Mar20 à Avr20", "1 549 961 789,50", "Nov 20 15", "75009 PARIS", "31/31/22", "12345678"})
        QTest::addRow("%s", line) << QString::fromUtf8(line);
}

void DatesTest::findsNoDate()
{
    QFETCH(QString, line);
    QCOMPARE(findDates(line, {QString(), QDate(2026, 11, 20), {}, {}}).size(), 0);
}

void DatesTest::tellsPositions()
{
    const QString line = u"Valide le 2017-12-15 «» Expire le: 16 OCT 2025."_s;
    const QList<DateHit> hits = findDates(line);
    QCOMPARE(hits.size(), 2);
    QCOMPARE(hits[0].position, 10);
    QCOMPARE(hits[0].length, 10);
    QCOMPARE(hits[0].readings, QList<QDate>{QDate(2017, 12, 15)});
    QVERIFY(!hits[0].monthNamed);
    QCOMPARE(hits[1].text, u"16 OCT 2025"_s);
    QVERIFY(hits[1].monthNamed);
}

void DatesTest::resolves_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QDate>("reference");
    QTest::addColumn<QDate>("latest");
    QTest::addColumn<QDate>("resolved");
    QTest::newRow("day first in France")
        << u"03/04/2022"_s << u"FR"_s << QDate() << QDate() << QDate(2022, 4, 3);
    QTest::newRow("month first in the USA")
        << u"03/04/2022"_s << u"USA"_s << QDate() << QDate() << QDate(2022, 3, 4);
    QTest::newRow("unknown country") << u"03/04/2022"_s << u""_s << QDate() << QDate() << QDate();
    QTest::newRow("Canada writes both") << u"03/04/2022"_s << u"CA"_s << QDate() << QDate() << QDate();
    QTest::newRow("the reference decides")
        << u"03/04/2022"_s << u""_s << QDate(2022, 3, 4) << QDate() << QDate(2022, 3, 4);
    QTest::newRow("the range decides")
        << u"12/01/2026"_s << u""_s << QDate(2026, 11, 20) << QDate(2026, 11, 20) << QDate(2026, 1, 12);
    QTest::newRow("nothing plausible")
        << u"12/10/2030"_s << u"FR"_s << QDate() << QDate(2026, 11, 20) << QDate();
    QTest::newRow("only one reading")
        << u"28/12/2022"_s << u""_s << QDate() << QDate() << QDate(2022, 12, 28);
}

void DatesTest::resolves()
{
    QFETCH(QString, line);
    QFETCH(QString, country);
    QFETCH(QDate, reference);
    QFETCH(QDate, latest);
    QFETCH(QDate, resolved);
    const DateHints hints{country, reference, {}, latest};
    const QList<DateHit> hits = findDates(line, hints);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(resolve(hits.first(), hints).value_or(QDate()), resolved);
}

void DatesTest::choosesCentury_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QDate>("earliest");
    QTest::addColumn<QDate>("latest");
    QTest::addColumn<QDate>("date");
    const QDate today(2026, 11, 20);
    QTest::newRow("birth date") << u"05.02.65"_s << QDate(1906, 1, 1) << today << QDate(1965, 2, 5);
    QTest::newRow("young birth date") << u"13.02.05"_s << QDate(1906, 1, 1) << today << QDate(2005, 2, 13);
    QTest::newRow("expiry") << u"14.10.30"_s << today << today.addYears(20) << QDate(2030, 10, 14);
    QTest::newRow("without a range") << u"28.12.22"_s << QDate() << QDate() << QDate(2022, 12, 28);
}

void DatesTest::choosesCentury()
{
    QFETCH(QString, line);
    QFETCH(QDate, earliest);
    QFETCH(QDate, latest);
    QFETCH(QDate, date);
    const QList<DateHit> hits = findDates(line, {u"FR"_s, QDate(2026, 11, 20), earliest, latest});
    QCOMPARE(hits.size(), 1);
    QVERIFY(hits.first().twoDigitYear);
    QCOMPARE(hits.first().readings.first(), date);
}

void DatesTest::countsAge_data()
{
    QTest::addColumn<QDate>("issued");
    QTest::addColumn<QDate>("on");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("months");
    QTest::addColumn<bool>("withinThree");
    QTest::newRow("to the day") << QDate(2026, 8, 20) << QDate(2026, 11, 20) << 92 << 3 << true;
    QTest::newRow("a day too late") << QDate(2026, 8, 19) << QDate(2026, 11, 20) << 93 << 3 << false;
    QTest::newRow("same day") << QDate(2026, 11, 20) << QDate(2026, 11, 20) << 0 << 0 << true;
    QTest::newRow("years ago") << QDate(2022, 12, 11) << QDate(2026, 11, 20) << 1440 << 47 << false;
    QTest::newRow("into a short month") << QDate(2025, 11, 30) << QDate(2026, 2, 28) << 90 << 3 << true;
    QTest::newRow("past a short month") << QDate(2025, 11, 30) << QDate(2026, 3, 1) << 91 << 3 << false;
    QTest::newRow("leap day") << QDate(2024, 2, 29) << QDate(2024, 5, 29) << 90 << 3 << true;
    QTest::newRow("in the future") << QDate(2026, 11, 21) << QDate(2026, 11, 20) << -1 << 0 << true;
}

void DatesTest::countsAge()
{
    QFETCH(QDate, issued);
    QFETCH(QDate, on);
    QFETCH(int, days);
    QFETCH(int, months);
    QFETCH(bool, withinThree);
    QCOMPARE(ageDays(issued, on), days);
    QCOMPARE(ageMonths(issued, on), months);
    QCOMPARE(withinMonths(issued, on, 3), withinThree);
}

QTEST_APPLESS_MAIN(DatesTest)
#include "dates_test.moc"
