// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"
#include "engine/samples/sample_cases.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

/// Draws one case of every flaw and of every trap.
class TestSampleWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFlawAndTrapCanBeDrawn()
    {
        QList<CasePlan> plans;
        for (const policy::CheckInfo &check : policy::catalogue()) {
            CasePlan plan;
            plan.flaws = {{check.id, static_cast<int>(plans.size()), 0.7}};
            plan.level = check.group() >= 4 ? Level::Advanced : Level::Primary;
            plan.handheld = check.group() == 3;
            plans.append(plan);
        }
        for (int k = 0; k < trapCount; ++k)
            plans.append({Level::Advanced, {}, static_cast<Trap>(k), false});
        QTemporaryDir folder;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(writePlannedCases(folder.path(), u"ALL"_s, plans, 4).has_value());
        qInfo("%lld cases in %lld ms", static_cast<long long>(plans.size()), timer.elapsed());
        for (qsizetype i = 0; i < plans.size(); ++i) {
            QFile file(folder.filePath(u"ALL-%1/truth.json"_s.arg(i + 1, 4, 10, QLatin1Char('0'))));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
            QCOMPARE(truth[u"flagged"_s].toArray().size(), plans[i].flaws.size());
        }
    }
};

QTEST_MAIN(TestSampleWays)
#include "test_sample_ways.moc"
