// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_reader.h"
#include "tests/text/zone_truth.h"

#include <QtTest>

#include <opencv2/imgcodecs.hpp>

using namespace scrutineer;
using namespace Qt::StringLiterals;

/// Specimen documents of SCRUTINEER_TESTDATA: one floor for what is read, one ceiling for what is wrong.
/// benchmark_mrz tells the time and how much harm to the pictures the reader bears.
class MrzCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specimens()
    {
        const QMap<QString, QStringList> zones = tests::zonesOfTestData();
        if (zones.isEmpty())
            QSKIP("SCRUTINEER_TESTDATA is not set: the specimen zones are not read");
        int exact = 0;
        int exactLines = 0;
        for (auto zone = zones.begin(); zone != zones.end(); ++zone) {
            const QString path = qEnvironmentVariable("SCRUTINEER_TESTDATA") + u"/mrz/"_s + zone.key();
            const cv::Mat picture = cv::imread(path.toStdString());
            QVERIFY(!picture.empty());
            const auto found = text::readMrz(picture, QDate(2026, 11, 20));
            if (!found)
                continue;
            const tests::ZoneFields want = tests::fieldsOf(zone.value());
            exactLines += found->mrz.lines == zone.value() ? 1 : 0;
            exact += tests::fieldsOf(found->mrz.fields) == want ? 1 : 0;
            QVERIFY2(tests::wrongThoughValid(found->mrz, want) == 0, qPrintable(zone.key()));
        }
        qInfo("%d of %d files exact, %d with exact lines", exact, int(zones.size()), exactLines);
        constexpr int leastExact = 15;
        constexpr int leastExactLines = 14;
        QVERIFY(exact >= leastExact);
        QVERIFY(exactLines >= leastExactLines);
    }
};

QTEST_APPLESS_MAIN(MrzCorpusTest)
#include "mrz_corpus_test.moc"
