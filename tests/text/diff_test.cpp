// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/diff.h"

#include <QtTest>

using namespace scrutineer::text;
using namespace Qt::StringLiterals;

class DiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segments_data();
    void segments();
    void words_data();
    void words();
};

void DiffTest::segments_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("picture"); // equal as it is, [-removed], [+inserted]
    QTest::newRow("equal") << u"ANNA"_s << u"ANNA"_s << u"ANNA"_s;
    QTest::newRow("replaced") << u"ERIKSSON"_s << u"ERIKSSEN"_s << u"ERIKSS[-O][+E]N"_s;
    QTest::newRow("inserted") << u"Ana"_s << u"Anna"_s << u"An[+n]a"_s;
    QTest::newRow("removed") << u"Anna"_s << u"Ana"_s << u"An[-n]a"_s;
    QTest::newRow("run replaced") << u"12 Rue"_s << u"14b Rue"_s << u"1[-2][+4b] Rue"_s;
    QTest::newRow("from nothing") << u""_s << u"A"_s << u"[+A]"_s;
    QTest::newRow("to nothing") << u"A"_s << u""_s << u"[-A]"_s;
    QTest::newRow("nothing") << u""_s << u""_s << u""_s;
    QTest::newRow("combining marks stay on their letter") << u"Jérôme"_s << u"Jerôme"_s << u"J[-é][+e]rôme"_s;
    QTest::newRow("decomposed mark") << QString::fromUtf8("Je\u0301ro") << u"Jero"_s
                                     << QString::fromUtf8("J[-e\u0301][+e]ro");
    QTest::newRow("family emoji is one")
        << u"a👩‍👩‍👧b"_s << u"ab"_s << u"a[-👩‍👩‍👧]b"_s;
    QTest::newRow("Han") << u"王小明"_s << u"王晓明"_s << u"王[-小][+晓]明"_s;
}

void DiffTest::segments()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, picture);
    QString drawn;
    QString first;
    QString second;
    for (const DiffSegment &segment : diff(from, to)) {
        if (segment.kind != DiffKind::Inserted)
            first += segment.text;
        if (segment.kind != DiffKind::Removed)
            second += segment.text;
        if (segment.kind == DiffKind::Equal)
            drawn += segment.text;
        else
            drawn += (segment.kind == DiffKind::Inserted ? u"[+"_s : u"[-"_s) + segment.text + u']';
    }
    QCOMPARE(drawn, picture);
    QCOMPARE(first, from);
    QCOMPARE(second, to);
}

void DiffTest::words_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("equal") << u"A"_s << u"A"_s << u"No difference."_s;
    QTest::newRow("one differs") << u"Eriksson"_s << u"Erikssen"_s
                                 << u"One letter differs: “e” instead of “o”."_s;
    QTest::newRow("one added") << u"Ana"_s << u"Anna"_s << u"One letter is added: “n”."_s;
    QTest::newRow("one missing") << u"Anna"_s << u"Ana"_s << u"One letter is missing: “n”."_s;
    QTest::newRow("several") << u"Anna"_s << u"Ennio"_s << u"3 letters differ: “Ennio” instead of “Anna”."_s;
    QTest::newRow("nothing there") << u"Anna"_s << u""_s << u"Nothing here; “Anna” was expected."_s;
    QTest::newRow("only there") << u""_s << u"Anna"_s << u"Only here: “Anna”."_s;
    QTest::newRow("nothing in common")
        << u"AB"_s << u"XY"_s << u"Entirely different: “XY” instead of “AB”."_s;
}

void DiffTest::words()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, sentence);
    QCOMPARE(diffInWords(from, to).english(), sentence);
}

QTEST_APPLESS_MAIN(DiffTest)
#include "diff_test.moc"
