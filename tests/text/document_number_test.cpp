// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/document_number.h"

#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

class DocumentNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersAndDigitsCount() { QCOMPARE(text::documentNumber(u"ab-12 3/4"), u"AB1234"_s); }

    void lookAlikesAreTheSame()
    {
        QVERIFY(text::sameNumber(u"7OGP79964", u"70GP-79964"));
        QVERIFY(!text::sameNumber(u"70GP79964", u"70GP79965"));
        QVERIFY(!text::sameNumber(u"", u""));
    }

    void aLineHoldsANumber()
    {
        QVERIFY(text::holdsNumber(u"5. 7OGP79964 FR", u"70GP79964"));
        QVERIFY(!text::holdsNumber(u"5. 7OGP7996", u"70GP79964"));
        QVERIFY(!text::holdsNumber(u"5. 7OGP7996", u""));
    }

    void oneCharacterMayBeMisread()
    {
        QVERIFY(!text::isClearlyOtherNumber(u"AB123456", u"AB123457"));
        QVERIFY(text::isClearlyOtherNumber(u"AB123456", u"AB123467"));
        QVERIFY(!text::isClearlyOtherNumber(u"AB123456", u"A8I23456"));
    }
};

QTEST_GUILESS_MAIN(DocumentNumberTest)
#include "document_number_test.moc"
