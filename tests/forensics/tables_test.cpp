// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/jpeg_segments.h"
#include "engine/forensics/jpeg_tables.h"
#include "engine/forensics/metadata.h"
#include "engine/samples/scene/encode.h"
#include "tests/forensics/jpeg_files.h"

#include <QtTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace scrutineer::forensics;
using namespace Qt::StringLiterals;

namespace {
cv::Mat card()
{
    cv::Mat bgr(240, 320, CV_8UC3, cv::Scalar::all(90));
    cv::circle(bgr, {100, 90}, 60, cv::Scalar(40, 180, 230), cv::FILLED);
    return bgr;
}

double scoreOf(const QByteArray &file, const QString &name)
{
    for (const facts::EditingCue &cue : metadataCues(file, card(), QSize(320, 240))) {
        if (cue.name == name)
            return cue.score;
    }
    return 0;
}
} // namespace

class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheQuality();
    void tellsWhoCompressed_data();
    void tellsWhoCompressed();
};

void TablesTest::readsTheQuality()
{
    for (const int quality : {12, 50, 75, 90, 100}) {
        std::vector<uchar> bytes;
        cv::imencode(".jpg", card(), bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
        const auto tables =
            readJpegTables({reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())});
        QVERIFY(tables);
        QCOMPARE(tables->standardQuality.value_or(0), quality);
        QCOMPARE(tables->size, QSize(320, 240));
        QVERIFY(!tables->isProgressive);
    }
    QVERIFY(!readJpegTables("no picture"));
}

void TablesTest::tellsWhoCompressed_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<int>("quality");
    QTest::addColumn<bool>("progressive");
    QTest::addColumn<double>("longSide"); // as noted
    QTest::addColumn<double>("score");
    QTest::newRow("Apple's, saved well") << u"Apple"_s << 95 << false << 320.0 << 95.0;
    QTest::newRow("saved to save space") << u"Apple"_s << 80 << false << 320.0 << 80.0;
    QTest::newRow("made smaller") << u"Apple"_s << 95 << false << 640.0 << 0.0;
    QTest::newRow("tables of ones") << u"Apple"_s << 100 << false << 320.0 << 0.0;
    QTest::newRow("others use these tables") << u"Utophone"_s << 95 << false << 320.0 << 0.0;
    QTest::newRow("progressive") << u"Utophone"_s << 95 << true << 320.0 << 95.0;
    QTest::newRow("no camera") << QString() << 95 << true << 320.0 << 0.0;
}

void TablesTest::tellsWhoCompressed()
{
    QFETCH(QString, make);
    QFETCH(int, quality);
    QFETCH(bool, progressive);
    QFETCH(double, longSide);
    const cv::Mat picture = card();
    samples::Encoding encoding;
    encoding.note = samples::PhoneNote{make, u"UT-15"_s, {}, {}, 1};
    cv::Mat noticed;
    cv::resize(picture, noticed, {}, longSide / 320, longSide / 320);
    const QByteArray note = samples::encode(noticed, encoding); // starts with Exif's segment
    std::vector<uchar> bytes;
    cv::imencode(".jpg", picture, bytes,
                 {cv::IMWRITE_JPEG_QUALITY, quality, cv::IMWRITE_JPEG_PROGRESSIVE, progressive});
    const QByteArray jpeg(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    QByteArray file = test::withSegment(jpeg, 0xe1, jpegSegments(note).first().body);
    QTEST(scoreOf(file, u"tables"_s), "score");
    file[file.indexOf("\xff\xdb") + 30] = '\x7f'; // a table of the camera's own
    QCOMPARE(scoreOf(file, u"tables"_s), 0.0);
}

QTEST_GUILESS_MAIN(TablesTest)
#include "tables_test.moc"
