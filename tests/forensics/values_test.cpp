// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/statistics.h"
#include "engine/forensics/value_cues.h"
#include "engine/forensics/value_print.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <array>
#include <numbers>

using namespace scrutineer;
using namespace scrutineer::forensics;
using namespace Qt::StringLiterals;

namespace {
const cv::Size frame(1700, 1300);
const std::array texts{"MORENO", "PETER JOHAN", "27/04/1984", "HB3796798", "31/12/2033", "30/12/2023"};
constexpr std::size_t changed = 4;
constexpr double lens = 1.4; ///< pixels, deviation

/// One value in another hand.
struct Change
{
    double blur = lens;
    double degrees = 0;
    double keystone = 0; ///< degrees by which rows turn from each to the next
    double defocus = 0;  ///< pixels by which the lens blurs more from each row to the next
    double paper = 205;
};

cv::Rect placeOf(std::size_t row)
{
    return {500, 280 + int(row) * 110, int(std::string(texts.at(row)).size()) * 40, 44};
}

/// Ink, 0 to 1, as it was printed.
cv::Mat typed(std::size_t row, double degrees)
{
    const cv::Rect place = placeOf(row);
    cv::Mat ink(frame, CV_8U, cv::Scalar(0));
    cv::putText(ink, texts.at(row), {place.x, place.br().y - 2}, cv::FONT_HERSHEY_DUPLEX, 1.85,
                cv::Scalar(255), 4, cv::LINE_AA);
    const cv::Point2f middle(float(place.x) + float(place.width) / 2,
                             float(place.y) + float(place.height) / 2);
    cv::warpAffine(ink, ink, cv::getRotationMatrix2D(middle, degrees, 1), frame, cv::INTER_CUBIC);
    ink.convertTo(ink, CV_32F, 1 / 255.0);
    return ink;
}

cv::Mat page(const Change &change)
{
    cv::Mat ink(frame, CV_32F, cv::Scalar(0));
    for (std::size_t row = 0; row < texts.size(); ++row) {
        const bool isChanged = row == changed;
        cv::Mat one = typed(row, double(row) * change.keystone + (isChanged ? change.degrees : 0));
        const double blur = (isChanged ? change.blur : lens) + double(row) * change.defocus;
        cv::GaussianBlur(one, one, {}, blur);
        ink += one;
    }
    cv::Mat luma = change.paper - ink * 170;
    cv::RNG random(9);
    cv::Mat grain(frame, CV_32F);
    random.fill(grain, cv::RNG::NORMAL, 0, 2);
    luma += grain;
    luma.convertTo(luma, CV_8U);
    return luma;
}

QPolygonF boxOf(std::size_t row)
{
    const cv::Rect place = placeOf(row);
    QPolygonF box{QRectF(place.x, place.y, place.width, place.height)};
    box.removeLast();
    return box;
}

/// first: of the values that are known.
QList<facts::EditingCue> cuesOf(const Change &change, std::size_t first = 0)
{
    const cv::Mat luma = page(change);
    QList<QPolygonF> values;
    for (std::size_t row = first; row < texts.size(); ++row)
        values.append(boxOf(row));
    const QPolygonF document({{100, 100}, {1600, 100}, {1600, 1200}, {100, 1200}});
    return valueCues(sheetOf(luma, document), values, valuePrints(luma, values));
}
} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresEdges_data();
    void measuresEdges();
    void measuresSlopes();
    void findsAValueInAnotherHand_data();
    void findsAValueInAnotherHand();
    void leavesOnePrintAlone_data();
    void leavesOnePrintAlone();
};

void ValuesTest::measuresEdges_data()
{
    QTest::addColumn<double>("blur");
    QTest::addRow("1.2") << 1.2;
    QTest::addRow("2.0") << 2.0;
}

/// A Gaussian of deviation s gives an edge of s times twice the root of pi; print is a little blurred by
/// itself.
void ValuesTest::measuresEdges()
{
    QFETCH(const double, blur);
    Change change;
    change.blur = blur;
    const auto width = valuePrint(page(change), boxOf(changed)).edgeWidth;
    QVERIFY(width);
    const double expected = 2 * std::sqrt(std::numbers::pi) * std::hypot(blur, 0.4);
    QVERIFY2(std::abs(*width / expected - 1) < 0.12, qPrintable(QString::number(*width)));
}

void ValuesTest::measuresSlopes()
{
    Change change;
    change.degrees = -0.8; // downwards, where rows count
    const ValuePrint print = valuePrint(page(change), boxOf(changed));
    QVERIFY(print.slope);
    const double degrees = *print.slope * 180 / std::numbers::pi;
    QVERIFY2(std::abs(degrees - 0.8) < 0.12, qPrintable(QString::number(degrees)));
    QVERIFY(print.slopeError < 0.002);
}

void ValuesTest::findsAValueInAnotherHand_data()
{
    QTest::addColumn<QString>("cue");
    QTest::addColumn<double>("blur");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("least");
    QTest::addRow("sharper") << u"edges"_s << 0.6 << 0.0 << 1.35;
    QTest::addRow("more blurred") << u"soft"_s << 2.3 << 0.0 << 1.3;
    QTest::addRow("turned") << u"slant"_s << lens << 0.9 << 5.0;
    QTest::addRow("turned the other way") << u"slant"_s << lens << -0.9 << 5.0;
}

void ValuesTest::findsAValueInAnotherHand()
{
    QFETCH(const QString, cue);
    QFETCH(const double, blur);
    QFETCH(const double, degrees);
    QFETCH(const double, least);
    Change change;
    change.blur = blur;
    change.degrees = degrees;
    const QList<facts::EditingCue> cues = cuesOf(change);
    QCOMPARE(cues.size(), 1);
    QCOMPARE(cues[0].name, cue);
    QVERIFY2(cues[0].score >= least, qPrintable(QString::number(cues[0].score)));
    QVERIFY(evaluation::overlap({boxOf(changed)}, cues[0].regions).value_or(0) > 0.6);
    QVERIFY(cuesOf(change, 3).isEmpty()); // too few to compare with
}

void ValuesTest::leavesOnePrintAlone_data()
{
    QTest::addColumn<double>("keystone");
    QTest::addColumn<double>("defocus");
    QTest::addColumn<double>("paper");
    QTest::addColumn<double>("blur");
    QTest::addRow("as it is") << 0.0 << 0.0 << 205.0 << lens;
    QTest::addRow("corners found badly") << 0.15 << 0.0 << 205.0 << lens;
    QTest::addRow("out of focus at the bottom") << 0.0 << 0.3 << 205.0 << lens;
    QTest::addRow("blown paper") << 0.0 << 0.0 << 275.0 << 0.6; // edges are cut off: nothing is known of them
}

void ValuesTest::leavesOnePrintAlone()
{
    QFETCH(const double, keystone);
    QFETCH(const double, defocus);
    QFETCH(const double, paper);
    QFETCH(const double, blur);
    Change change;
    change.keystone = keystone;
    change.defocus = defocus;
    change.paper = paper;
    change.blur = blur;
    const QList<facts::EditingCue> cues = cuesOf(change);
    QVERIFY2(cues.isEmpty(), qPrintable(cues.value(0).name + u' ' + QString::number(cues.value(0).score)));
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
