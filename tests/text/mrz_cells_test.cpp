// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_cells.h"

#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::text;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 20);
const QString upperTd3 = u"P<UTOLINDGREN<<ASTRA<MAJA<<<<<<<<<<<<<<<<<<<"_s;
const QString lowerTd3 = u"X7Q40K2158UTO8402297F3108170UT77<<<<<<<<<<36"_s;

std::size_t classOf(QChar c)
{
    for (std::size_t i = 0; i < glyphCount; ++i) {
        if (QLatin1Char(glyphLetters[i]) == c)
            return i;
    }
    return nothingClass;
}

ClassScores sure(std::size_t shown)
{
    ClassScores scores;
    scores.fill(-12);
    scores[shown] = -0.01F;
    return scores;
}

/// Cells that show the line clearly, with empty ones on both sides.
ScoredLine clear(const QString &line)
{
    ScoredLine cells(3, sure(nothingClass));
    for (const QChar c : line)
        cells.push_back(sure(classOf(c)));
    cells.insert(cells.end(), 4, sure(nothingClass));
    return cells;
}

/// Makes a cell look most like seen and a little less like other.
void blur(ScoredLine &line, int index, QChar seen, QChar other, float less)
{
    ClassScores &cell = line[static_cast<std::size_t>(index + 3)];
    cell.fill(-12);
    cell[classOf(seen)] = -0.3F;
    cell[classOf(other)] = -0.3F - less;
}

} // namespace

/// What cells may show, made into a zone.
class MrzCellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is left of a passport's lines is as long as a visa's, and its check digits hold.
    void cutPassportIsNoVisa()
    {
        const auto zone = decodeCells({clear(upperTd3.left(38)), clear(lowerTd3.left(38))}, day);
        QVERIFY(!zone || !zone->mrz.format.startsWith("MRV"_L1));
    }

    void placesAreFound()
    {
        const auto zone = decodeCells({clear(u"ANYLINEABOVE"_s), clear(upperTd3), clear(lowerTd3)}, day);
        QVERIFY(zone);
        QCOMPARE(zone->firstLine, 1);
        QCOMPARE(zone->firstCells, (std::vector<int>{3, 3}));
        QCOMPARE(zone->mrz.lines, (QStringList{upperTd3, lowerTd3}));
        QVERIFY(zone->mrz.verified && !zone->mrz.repaired);
    }

    /// A finger lies on the zone. The layout asks for characters there, but nothing was read.
    void coveredCellsAreNoReading()
    {
        ScoredLine upper = clear(upperTd3);
        ScoredLine lower = clear(lowerTd3);
        for (ScoredLine *line : {&upper, &lower}) {
            for (std::size_t i = 14; i < 18; ++i)
                (*line)[3 + i] = sure(nothingClass);
        }
        const auto zone = decodeCells({upper, lower}, day);
        QVERIFY(zone);
        QVERIFY(zone->mrz.fields.surname.isEmpty() && zone->mrz.fields.givenNames.isEmpty());
        QVERIFY(!zone->mrz.fields.dateOfBirth);
        QVERIFY(!zone->mrz.checkDigits.value(u"date_of_birth"_s));
        QCOMPARE(zone->mrz.fields.number, u"X7Q40K215"_s);
        QCOMPARE(zone->mrz.fields.expiresOn, std::optional(QDate(2031, 8, 17)));
        QCOMPARE(zone->mrz.lines.first().mid(14, 4), u"<<<<"_s);
    }

    /// Behind the fillers that end the names, nothing is hidden.
    void coveredFillersHideNoName()
    {
        ScoredLine upper = clear(upperTd3);
        for (std::size_t i = 33; i < 38; ++i)
            upper[3 + i] = sure(nothingClass);
        const auto zone = decodeCells({upper, clear(lowerTd3)}, day);
        QVERIFY(zone);
        QCOMPARE(zone->mrz.fields.surname, u"LINDGREN"_s);
        QCOMPARE(zone->mrz.fields.givenNames, u"ASTRA MAJA"_s);
        QCOMPARE(zone->mrz.lines.first(), upperTd3);
    }

    void alphabetsDecide()
    {
        ScoredLine lower = clear(lowerTd3);
        blur(lower, 15, u'O', u'0', 3); // in the date of birth
        ScoredLine upper = clear(upperTd3);
        blur(upper, 2, u'0', u'U', 3); // in the issuer
        const auto zone = decodeCells({upper, lower}, day);
        QVERIFY(zone);
        QCOMPARE(zone->mrz.lines.last(), lowerTd3);
        QVERIFY(zone->mrz.verified && !zone->mrz.repaired);
        QCOMPARE(zone->mrz.fields.dateOfBirth, std::optional(QDate(1984, 2, 29)));
    }

    void nearMissesAreRepairedAndSaySo()
    {
        ScoredLine lower = clear(lowerTd3);
        blur(lower, 3, u'A', u'4', 1.0F);
        const auto zone = decodeCells({clear(upperTd3), lower}, day);
        QVERIFY(zone);
        QCOMPARE(zone->mrz.fields.number, u"X7Q40K215"_s);
        QVERIFY(zone->mrz.repaired);
        QVERIFY(!zone->mrz.checkDigits.contains(u"number"_s)); // found by the check digit: no proof of it
    }

    void clearMistakesAreReported()
    {
        QString lower = lowerTd3;
        lower[21] = u'4';
        const auto zone = decodeCells({clear(upperTd3), clear(lower)}, day);
        QVERIFY(zone);
        QVERIFY(!zone->mrz.repaired);
        QVERIFY(zone->mrz.checkDigits.contains(u"expires_on"_s));
        QVERIFY(!zone->mrz.checkDigits.value(u"expires_on"_s));
        QCOMPARE(zone->mrz.lines.last(), lower);
    }

    void twinsProveNothing()
    {
        // Weights 7 and 3: two letters O for two zeros leave every check digit right.
        ScoredLine lower = clear(u"BK7003915"_s + u"8UTO8402297F3108170<<<<<<<<<<<<<<<0"_s);
        blur(lower, 3, u'0', u'O', -1.2F);
        blur(lower, 4, u'0', u'O', -1.2F);
        const auto zone = decodeCells({clear(upperTd3), lower}, day);
        QVERIFY(zone);
        QCOMPARE(zone->mrz.fields.number, u"BK7003915"_s);
        QVERIFY(!zone->mrz.checkDigits.value(u"number"_s));
    }

    void namesAreBuiltLikeNames()
    {
        ScoredLine upper = clear(upperTd3);
        blur(upper, 38, u'K', u'<', 2.5F); // among the last fillers
        blur(upper, 7, u'1', u'N', 4);     // in the surname
        const auto zone = decodeCells({upper, clear(lowerTd3)}, day);
        QVERIFY(zone);
        QCOMPARE(zone->mrz.lines.first(), upperTd3);
    }

    void nothingIsRead()
    {
        QVERIFY(!decodeCells({}, day));
        QVERIFY(!decodeCells({ScoredLine{}, ScoredLine{}}, day));
        QVERIFY(!decodeCells({ScoredLine(50, sure(nothingClass)), ScoredLine(50, sure(nothingClass))}, day));
    }
};

QTEST_APPLESS_MAIN(MrzCellsTest)
#include "mrz_cells_test.moc"
