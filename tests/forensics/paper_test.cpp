// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/statistics.h"
#include "engine/forensics/document_sheet.h"
#include "engine/forensics/painted_paper.h"

#include <QtTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace scrutineer::forensics;
using namespace Qt::StringLiterals;

namespace {
const cv::Scalar paper(200);
const cv::Rect field(310, 358, 378, 42);

void type(cv::Mat &page, int row)
{
    for (int letter = 0; letter < 12; ++letter)
        cv::putText(page, std::string(1, char('A' + letter)), {320 + letter * 30, 120 + row * 90},
                    cv::FONT_HERSHEY_SIMPLEX, 0.9, cv::Scalar(40), 2, cv::LINE_AA);
}

cv::Mat through(const cv::Mat &luma, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", luma, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return cv::imdecode(bytes, cv::IMREAD_GRAYSCALE);
}

/// Lines of print before a camera. light: grey levels from the left to the right; tint: of the paper of one
/// field, as printed.
cv::Mat photo(double noise, double light, int tint)
{
    cv::Mat page(840, 1320, CV_8U, paper);
    cv::rectangle(page, field, paper + cv::Scalar(tint), cv::FILLED);
    for (int row = 0; row < 7; ++row)
        type(page, row);
    cv::GaussianBlur(page, page, {}, 0.8);
    cv::Mat seen;
    page.convertTo(seen, CV_32F);
    cv::Mat ramp(1, page.cols, CV_32F);
    for (int x = 0; x < page.cols; ++x)
        ramp.at<float>(x) = float(light * (double(x) / page.cols - 0.5));
    seen += cv::repeat(ramp, page.rows, 1);
    cv::Mat grain(page.size(), CV_32F);
    cv::RNG(5).fill(grain, cv::RNG::NORMAL, 0, noise);
    seen += grain;
    seen.convertTo(seen, CV_8U);
    return through(seen, 88);
}

/// A row's field painted over with the colour in its middle, and typed anew.
void paintOver(cv::Mat &luma, int row = 3)
{
    const cv::Rect place = field + cv::Point(0, (row - 3) * 90);
    const cv::Mat around = luma(cv::Rect(place.x + place.width / 2 - 20, place.y - 20, 40, 14));
    cv::rectangle(luma, place, cv::mean(around), cv::FILLED);
    type(luma, row);
}

QList<facts::EditingCue> cuesOf(const cv::Mat &luma)
{
    const QPolygonF whole({QPointF(0, 0), QPointF(luma.cols - 1, 0), QPointF(luma.cols - 1, luma.rows - 1),
                           QPointF(0, luma.rows - 1)});
    const Sheet sheet = sheetOf(luma, whole);
    return paperCues(sheet, printLines(sheet.page));
}

const facts::EditingCue *cueOf(const QList<facts::EditingCue> &cues, const QString &name)
{
    const auto found =
        std::find_if(cues.begin(), cues.end(), [&](const auto &cue) { return cue.name == name; });
    return found == cues.end() ? nullptr : &*found;
}
} // namespace

class PaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPaintedPaper_data();
    void findsPaintedPaper();
    void leavesPrintedPaperAlone_data();
    void leavesPrintedPaperAlone();
    void leavesQuietPicturesAlone();
};

void PaperTest::findsPaintedPaper_data()
{
    QTest::addColumn<QString>("cue");
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("light");
    QTest::addColumn<int>("quality");
    QTest::addColumn<double>("flag");
    QTest::newRow("without grain") << u"paper"_s << 4.0 << 0.0 << 90 << 7.0;
    QTest::newRow("out of the light") << u"shade"_s << 2.0 << 14.0 << 90 << 3.5;
    QTest::newRow("saved cheaper") << u"shade"_s << 2.5 << 14.0 << 78 << 3.5;
}

void PaperTest::findsPaintedPaper()
{
    QFETCH(const QString, cue);
    QFETCH(const double, noise);
    QFETCH(const double, light);
    QFETCH(const int, quality);
    QFETCH(const double, flag);
    cv::Mat luma = photo(noise, light, 0);
    paintOver(luma);
    const QList<facts::EditingCue> cues = cuesOf(through(luma, quality));
    const facts::EditingCue *found = cueOf(cues, cue);
    QVERIFY(found);
    QVERIFY2(found->score > flag, qPrintable(QString::number(found->score)));
    QPolygonF place{QRectF(field.x, field.y, field.width, field.height)};
    place.removeLast();
    const auto overlap = evaluation::overlap({place}, found->regions);
    QVERIFY2(overlap && *overlap > 0.4, qPrintable(QString::number(overlap.value_or(-1))));
}

void PaperTest::leavesPrintedPaperAlone_data()
{
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("light");
    QTest::addColumn<int>("tint");
    QTest::addColumn<int>("quality");
    QTest::newRow("noisy") << 4.0 << 0.0 << 0 << 90;
    QTest::newRow("in slanting light") << 2.0 << 14.0 << 0 << 90;
    QTest::newRow("a tinted field") << 2.0 << 14.0 << 12 << 90;
    QTest::newRow("saved cheaper") << 2.5 << 14.0 << 0 << 70;
}

void PaperTest::leavesPrintedPaperAlone()
{
    QFETCH(const double, noise);
    QFETCH(const double, light);
    QFETCH(const int, tint);
    QFETCH(const int, quality);
    for (const facts::EditingCue &cue : cuesOf(through(photo(noise, light, tint), quality)))
        QVERIFY2(cue.score < 2.7, qPrintable(u"%1 %2"_s.arg(cue.name).arg(cue.score)));
}

/// Messengers leave grain in some places and none in others.
void PaperTest::leavesQuietPicturesAlone()
{
    cv::Mat luma = photo(4, 0, 0);
    for (const int row : {1, 3, 5})
        paintOver(luma, row);
    const QList<facts::EditingCue> cues = cuesOf(through(luma, 90));
    QVERIFY(!cueOf(cues, u"paper"_s));
}

QTEST_GUILESS_MAIN(PaperTest)
#include "paper_test.moc"
