// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"
#include "engine/samples/defect/forgery.h"
#include "engine/samples/sample_cases.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

/// What is put into sample cases, mostly without drawing them.
class TestSamplePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A flaw that changed nothing would make the truth a lie.
    void anotherNumberIsAnother()
    {
        Random random(11);
        const QString number = u"14TT11140"_s;
        for (int i = 0; i < 2000; ++i) {
            const QString other = otherDigits(number, random);
            int differing = 0;
            for (qsizetype at = 0; at < number.size(); ++at)
                differing += other.at(at) != number.at(at) ? 1 : 0;
            QCOMPARE(differing, 2);
        }
    }

    void everyCheckIsFlaggedAndClearOften_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {1, 2, 7, 99})
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }

    void everyCheckIsFlaggedAndClearOften()
    {
        QFETCH(quint64, seed);
        QHash<QString, int> flagged;
        QHash<QString, int> clear;
        QSet<Trap> traps;
        for (const CasePlan &plan : planCases(200, seed)) {
            QSet<QString> unsure;
            for (const Flaw &flaw : plan.flaws) {
                ++flagged[flaw.id];
                for (const QString &id : unsureAfter(flaw))
                    unsure.insert(id);
            }
            for (const QString &id : applicableChecks(plan)) {
                if (!plan.flaw(id) && !unsure.contains(id))
                    ++clear[id];
            }
            if (plan.trap)
                traps.insert(*plan.trap);
        }
        for (const policy::CheckInfo &check : policy::catalogue()) {
            QVERIFY2(flagged.value(check.id) >= 3, qPrintable(check.id));
            QVERIFY2(clear.value(check.id) >= 3, qPrintable(check.id));
        }
        QCOMPARE(traps.size(), trapCount);
    }

    void aShorterListIsTheBeginningOfALongerOne()
    {
        const QList<CasePlan> few = planCases(20, 5);
        const QList<CasePlan> many = planCases(60, 5);
        for (qsizetype i = 0; i < few.size(); ++i) {
            QCOMPARE(few[i].flaws.size(), many[i].flaws.size());
            for (qsizetype k = 0; k < few[i].flaws.size(); ++k) {
                QCOMPARE(few[i].flaws[k].id, many[i].flaws[k].id);
                QCOMPARE(few[i].flaws[k].strength, many[i].flaws[k].strength);
            }
        }
    }

    void flawsThatHideEachOtherAreNotCombined()
    {
        for (const CasePlan &plan : planCases(400, 3)) {
            QVERIFY(plan.flaws.size() < 2 || plan.flaws[0].id != plan.flaws[1].id);
            for (const Flaw &a : plan.flaws) {
                for (const Flaw &b : plan.flaws)
                    QVERIFY2(a.id == b.id || !unsureAfter(a).contains(b.id), qPrintable(a.id + u' ' + b.id));
            }
        }
    }

    void stopsWhenAskedTo()
    {
        QTemporaryDir folder;
        int calls = 0;
        const auto stopped = writeSampleCases(folder.path(), 50, 1, [&](int done) {
            calls = std::max(calls, done);
            return false;
        });
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(calls < 10);
    }
};

QTEST_MAIN(TestSamplePlan)
#include "test_sample_plan.moc"
