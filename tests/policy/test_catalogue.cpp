// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"
#include "engine/policy/policy.h"

#include <QSet>
#include <QTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryCheckOnce();
    void findsByIdAndReason_data();
    void findsByIdAndReason();
    void knowsNoOthers();
    void hasTexts_data();
    void hasTexts();
    void fillsInThePolicysRules();
    void fallsBackToEnglish();
    void labelsEveryGroup();
};

void TestCatalogue::hasEveryCheckOnce()
{
    QSet<QString> ids;
    int before = 0;
    for (const policy::CheckInfo &check : policy::catalogue()) {
        QVERIFY2(check.reason > before, qPrintable(check.id));
        before = check.reason;
        ids += check.id;
    }
    QCOMPARE(policy::catalogue().size(), 41);
    QCOMPARE(ids.size(), 41);
}

void TestCatalogue::findsByIdAndReason_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("group");
    QTest::newRow("first") << u"document.too_dark"_s << 111 << 1;
    QTest::newRow("face") << u"face.mismatch"_s << 221 << 2;
    QTest::newRow("handheld") << u"handheld.word_missing"_s << 322 << 3;
    QTest::newRow("declared address") << u"address.declared_incomplete"_s << 612 << 6;
    QTest::newRow("last") << u"file.duplicate"_s << 913 << 9;
}

void TestCatalogue::findsByIdAndReason()
{
    QFETCH(QString, id);
    QFETCH(int, reason);
    const policy::CheckInfo *byId = policy::checkById(id);
    QVERIFY(byId);
    QCOMPARE(byId->reason, reason);
    QCOMPARE(policy::checkByReason(reason), byId);
    QTEST(byId->group(), "group");
}

void TestCatalogue::knowsNoOthers()
{
    QVERIFY(!policy::checkById(u"document.mystery"));
    QVERIFY(!policy::checkByReason(999));
    QVERIFY(policy::reasonText(999, u"en"_s).title.isEmpty());
    QVERIFY(policy::groupLabel(7).isEmpty());
}

void TestCatalogue::hasTexts_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("reason");
    for (const QString &language : policy::reasonLanguages()) {
        for (const policy::CheckInfo &check : policy::catalogue())
            QTest::addRow("%s %d", qPrintable(language), check.reason) << language << check.reason;
    }
}

void TestCatalogue::hasTexts()
{
    QFETCH(QString, language);
    QFETCH(int, reason);
    const policy::ReasonText text = policy::reasonText(reason, language);
    QVERIFY(!text.title.isEmpty());
    QVERIFY(text.title.count(u' ') <= 2);
    QVERIFY(text.title.size() <= 30);
    QVERIFY(text.reviewer.size() >= 8);
    QVERIFY(text.applicant.size() > text.title.size());
    QVERIFY(!text.reviewer.contains(u'{'));
    QVERIFY(!text.applicant.contains(u'{'));
    QVERIFY(text.applicant.endsWith(language == u"en" ? u'.' : u'。'));
    if (language != u"en") {
        const policy::ReasonText english = policy::reasonText(reason, u"en"_s);
        QVERIFY(text.title != english.title);
        QVERIFY(text.applicant != english.applicant);
    }
}

void TestCatalogue::fillsInThePolicysRules()
{
    policy::Policy other = policy::builtIn();
    other.statementWord = u"Meridian"_s;
    other.proofMaxAgeMonths = 6;
    QVERIFY(policy::reasonText(322, u"en"_s).applicant.contains(u"CoinEx"));
    QVERIFY(policy::reasonText(322, u"en"_s, other).applicant.contains(u"Meridian"));
    QVERIFY(policy::reasonText(431, u"zh_CN"_s, other).applicant.contains(u'6'));
}

void TestCatalogue::fallsBackToEnglish()
{
    QCOMPARE(policy::reasonLanguages(), QStringList({u"en"_s, u"zh_CN"_s}));
    QCOMPARE(policy::reasonText(112, u"tlh"_s).title, u"Glare"_s);
}

void TestCatalogue::labelsEveryGroup()
{
    for (const policy::CheckInfo &check : policy::catalogue())
        QVERIFY2(!policy::groupLabel(check.group()).isEmpty(), qPrintable(check.id));
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "test_catalogue.moc"
