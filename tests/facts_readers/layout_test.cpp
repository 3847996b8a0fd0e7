// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/facts_readers/support/placed_text.h"

#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsStayApart()
    {
        const QList<facts::LaidLine> lines = test::laid({{u"Customer service"_s, 20, 100},
                                                         {u"MAJA LINDGREN"_s, 900, 102},
                                                         {u"Monday to Friday"_s, 20, 132},
                                                         {u"4 HARBOUR LANE"_s, 900, 134}});
        QCOMPARE(facts::textsOf(lines), (QStringList{u"Customer service"_s, u"Monday to Friday"_s,
                                                     u"MAJA LINDGREN"_s, u"4 HARBOUR LANE"_s}));
        QVERIFY(lines.at(0).block == lines.at(1).block);
        QVERIFY(lines.at(1).block != lines.at(2).block);
    }

    void orderOfWordsDoesNotMatter()
    {
        QList<facts::PlacedWord> words = test::words(u"12 RUE DE LONDRES"_s, 50, 40);
        std::reverse(words.begin(), words.end());
        QCOMPARE(facts::textsOf(facts::laidOut(words)), QStringList{u"12 RUE DE LONDRES"_s});
    }

    /// Two rows that lie over each other were both read.
    void theSameWordTwiceInOnePlace()
    {
        QList<facts::PlacedWord> words = test::words(u"03 APR 2038"_s, 50, 40, 0.8);
        words += test::words(u"03 APR 2038"_s, 52, 46, 0.9);
        const QList<facts::LaidLine> lines = facts::laidOut(words);
        QCOMPARE(facts::textsOf(lines), QStringList{u"03 APR 2038"_s});
        QCOMPARE(lines.first().words.first().confidence, 0.9);
    }

    void smallSignsStayInTheirLine()
    {
        QList<facts::PlacedWord> words = test::words(u"Expires 2031"_s, 50, 40);
        words.insert(1, facts::PlacedWord{u":"_s, QRectF(129, 46, 3, 9), 0.9});
        QCOMPARE(facts::textsOf(facts::laidOut(words)), QStringList{u"Expires : 2031"_s});
    }

    void textUpTheMarginStandsAlone()
    {
        QList<facts::PlacedWord> words = test::words(u"12 RUE DE LONDRES"_s, 50, 400);
        words += facts::PlacedWord{u"registered"_s, QRectF(20, 300, 18, 200), 0.9};
        const QList<facts::LaidLine> lines = facts::laidOut(words);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().text, u"12 RUE DE LONDRES"_s);
    }

    void farLinesAreOtherBlocks()
    {
        const QList<facts::LaidLine> lines =
            test::laid({{u"MAJA LINDGREN"_s, 50, 100}, {u"Your invoice"_s, 50, 300}});
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().block != lines.last().block);
    }

    void nothing() { QVERIFY(facts::laidOut({}).isEmpty()); }
};

QTEST_APPLESS_MAIN(LayoutTest)
#include "layout_test.moc"
