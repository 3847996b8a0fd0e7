// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/statistics.h"
#include "engine/forensics/document_sheet.h"
#include "engine/forensics/edge_width.h"
#include "engine/forensics/portrait_border.h"
#include "engine/forensics/print_cuts.h"
#include "engine/forensics/value_print.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace scrutineer::forensics;
using namespace Qt::StringLiterals;

namespace {
const cv::Size frame(1700, 1300);
const cv::Rect card(150, 150, 1400, 900);
const cv::Rect portrait(230, 300, 380, 480);
const cv::Rect face(330, 420, 180, 240);

/// Where the camera puts the card: turned by an angle.
cv::Matx33d placed(double degrees)
{
    const cv::Mat turn = cv::getRotationMatrix2D({850, 650}, degrees, 0.85);
    cv::Matx33d all = cv::Matx33d::eye();
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column)
            all(row, column) = turn.at<double>(row, column);
    }
    return all;
}

QPolygonF mapped(const cv::Rect &rect, const cv::Matx33d &place)
{
    const image::Rectified way{{}, place};
    return way.mapToFull(cv::Rect2d(rect));
}

void drawPortrait(cv::Mat &flat, int tone)
{
    cv::rectangle(flat, portrait, cv::Scalar(tone), cv::FILLED);
    cv::ellipse(flat, (face.tl() + face.br()) / 2, face.size() / 2, 0, 0, 360, cv::Scalar(tone + 60),
                cv::FILLED);
}

cv::Mat withGrain(cv::Mat seen)
{
    cv::RNG random(9);
    cv::Mat grain(seen.size(), CV_16S);
    random.fill(grain, cv::RNG::NORMAL, 0, 2);
    cv::add(seen, grain, seen, {}, CV_8U);
    return seen;
}

/// Rows of numbers, seen by a lens.
cv::Mat numbers(double blur)
{
    cv::Mat luma(frame, CV_8U, cv::Scalar(205));
    for (int row = 0; row < 12; ++row)
        cv::putText(luma, "27/04/1984 31/12/2033", {500, 250 + row * 80}, cv::FONT_HERSHEY_SIMPLEX, 1.5,
                    cv::Scalar(30), 5, cv::LINE_AA);
    if (blur > 0)
        cv::GaussianBlur(luma, luma, {}, blur);
    return luma;
}

QList<facts::EditingCue> cutCuesOf(cv::Mat luma, bool onItsSide)
{
    QPolygonF document({{100, 100}, {1600, 100}, {1600, 1200}, {100, 1200}});
    if (onItsSide) { // turned over a diagonal: only which way its lines run counts
        luma = luma.t();
        for (QPointF &corner : document)
            corner = corner.transposed();
    }
    const Sheet sheet = sheetOf(luma, document);
    return cutCues(luma, sheet, printLines(sheet.page));
}

/// A card of print with a portrait, seen by a lens; then another portrait is laid over the first.
cv::Mat photo(double blur, double degrees, bool isSwapped)
{
    cv::Mat flat(frame, CV_8U, cv::Scalar(90));
    cv::rectangle(flat, card, cv::Scalar(205), cv::FILLED);
    cv::RNG random(5);
    for (int line = 0; line < 9; ++line) {
        for (int letter = 0; letter < 22; ++letter)
            cv::putText(flat, std::string(1, char('A' + random.uniform(0, 26))),
                        {690 + letter * 37, 260 + line * 80}, cv::FONT_HERSHEY_SIMPLEX, 1.4, cv::Scalar(30),
                        5, cv::LINE_AA);
    }
    drawPortrait(flat, 110);
    cv::Mat seen;
    cv::warpPerspective(flat, seen, placed(degrees), frame, cv::INTER_AREA);
    if (blur > 0)
        cv::GaussianBlur(seen, seen, {}, blur);
    if (isSwapped) {
        cv::Mat other(frame, CV_8U, cv::Scalar(0));
        drawPortrait(other, 80);
        cv::Mat mask(frame, CV_8U, cv::Scalar(0));
        cv::rectangle(mask, portrait, cv::Scalar(255), cv::FILLED);
        cv::warpPerspective(other, other, placed(degrees), frame, cv::INTER_LINEAR);
        cv::warpPerspective(mask, mask, placed(degrees), frame, cv::INTER_NEAREST);
        other.copyTo(seen, mask);
    }
    return withGrain(seen);
}

/// The width of the edges of its rows of print.
std::optional<double> valueWidth(const cv::Mat &luma, double degrees)
{
    QList<QPolygonF> rows;
    for (int line = 0; line < 4; ++line)
        rows.append(mapped({688, 228 + line * 80, 814, 36}, placed(degrees)));
    return usualEdgeWidth(valuePrints(luma, rows));
}

QList<facts::EditingCue> cuesOf(const cv::Mat &luma, double degrees,
                                std::optional<double> valueWidth = std::nullopt)
{
    const QPolygonF document = mapped(card, placed(degrees));
    return borderCues(luma, document, sheetOf(luma, document), {mapped(face, placed(degrees)).boundingRect()},
                      valueWidth);
}
} // namespace

class PrintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresEdges_data();
    void measuresEdges();
    void findsSwappedPortraits_data();
    void findsSwappedPortraits();
    void looksAtValuesWherePrintIsSharp();
    void leavesPrintedPortraitsAlone_data();
    void leavesPrintedPortraitsAlone();
    void findsDigitsCopiedWithinTheirRow_data();
    void findsDigitsCopiedWithinTheirRow();
    void leavesPrintThatCutsItselfAlone_data();
    void leavesPrintThatCutsItselfAlone();
    void leavesRepeatedDigitsAlone_data();
    void leavesRepeatedDigitsAlone();
};

void PrintTest::measuresEdges_data()
{
    QTest::addColumn<double>("blur");
    QTest::addRow("0.9") << 0.9;
    QTest::addRow("1.3") << 1.3;
    QTest::addRow("2.4") << 2.4;
}

/// A Gaussian of deviation s gives an edge of s times the root of two pi, and of s times twice the root of
/// pi.
void PrintTest::measuresEdges()
{
    QFETCH(const double, blur);
    cv::Mat luma(200, 200, CV_8U, cv::Scalar(60));
    luma.colRange(101, 200) = 180;
    cv::GaussianBlur(luma, luma, {}, blur);
    const auto width = straightEdgeWidth(luma, {99, 190}, {102, 10}, 3, blur * 2.507);
    QVERIFY(width);
    QVERIFY2(std::abs(width->bySteepest - blur * 2.507) < 0.3,
             qPrintable(QString::number(width->bySteepest)));
    QVERIFY2(std::abs(width->byAllSteps - blur * 3.545) < 0.4,
             qPrintable(QString::number(width->byAllSteps)));
    QVERIFY(!straightEdgeWidth(luma, {40, 190}, {40, 10}, 3, blur * 2.507));
}

void PrintTest::findsSwappedPortraits_data()
{
    QTest::addColumn<double>("degrees");
    QTest::addRow("straight") << 0.0;
    QTest::addRow("a little turned") << 7.0;
    QTest::addRow("turned") << -28.0;
}

void PrintTest::findsSwappedPortraits()
{
    QFETCH(const double, degrees);
    const QList<facts::EditingCue> cues = cuesOf(photo(1.5, degrees, true), degrees);
    QCOMPARE(cues.size(), 1);
    QCOMPARE(cues[0].name, u"border"_s);
    QVERIFY2(cues[0].score > 1.4, qPrintable(QString::number(cues[0].score)));
    const double overlap =
        evaluation::overlap({mapped(portrait, placed(degrees))}, cues[0].regions).value_or(0);
    QVERIFY2(overlap > 0.85, qPrintable(QString::number(overlap)));
}

/// On small photos the sharper edges of print are as sharp as pixels can be, but most are not.
void PrintTest::looksAtValuesWherePrintIsSharp()
{
    const double degrees = 7;
    const cv::Mat swapped = photo(0.3, degrees, true);
    QVERIFY(cuesOf(swapped, degrees).isEmpty());
    QVERIFY(cuesOf(swapped, degrees, 1.5).isEmpty()); // they are, too
    const std::optional<double> width = valueWidth(swapped, degrees);
    QVERIFY(width);
    const QList<facts::EditingCue> cues = cuesOf(swapped, degrees, width);
    QCOMPARE(cues.size(), 1);
    QVERIFY2(cues[0].score > 1.2, qPrintable(QString::number(cues[0].score)));
    const cv::Mat printed = photo(0.3, degrees, false);
    const QList<facts::EditingCue> none = cuesOf(printed, degrees, valueWidth(printed, degrees));
    QVERIFY2(none.isEmpty(), qPrintable(QString::number(none.value(0).score)));
}

void PrintTest::leavesPrintedPortraitsAlone_data()
{
    QTest::addColumn<double>("blur");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<bool>("isSwapped");
    QTest::addRow("straight") << 1.5 << 0.0 << false;
    QTest::addRow("turned") << 1.5 << -28.0 << false;
    QTest::addRow("half turned") << 1.0 << 43.0 << false;
    QTest::addRow("no lens") << 0.0 << 0.0 << true; // all is as sharp as pixels are
}

void PrintTest::leavesPrintedPortraitsAlone()
{
    QFETCH(const double, blur);
    QFETCH(const double, degrees);
    QFETCH(const bool, isSwapped);
    const QList<facts::EditingCue> cues = cuesOf(photo(blur, degrees, isSwapped), degrees);
    QVERIFY2(cues.isEmpty(), qPrintable(QString::number(cues.value(0).score)));
}

void PrintTest::findsDigitsCopiedWithinTheirRow_data()
{
    QTest::addColumn<bool>("onItsSide");
    QTest::addRow("upright") << false;
    QTest::addRow("on its side") << true;
}

void PrintTest::findsDigitsCopiedWithinTheirRow()
{
    QFETCH(const bool, onItsSide);
    cv::Mat luma = numbers(1.3);
    const cv::Rect from(824, 199, 38, 66);
    const cv::Point to(730, 200); // through two digits
    luma(from).clone().copyTo(luma(cv::Rect(to, from.size())));
    const QList<facts::EditingCue> cues = cutCuesOf(withGrain(luma), onItsSide);
    QCOMPARE(cues.size(), 1);
    QCOMPARE(cues[0].name, u"cut"_s);
    QVERIFY2(cues[0].score > 2, qPrintable(QString::number(cues[0].score)));
    QRect place(to.x, to.y, from.width, from.height);
    if (onItsSide)
        place = QRect(place.y(), place.x(), place.height(), place.width());
    QPolygonF expected{QRectF(place)};
    expected.removeLast();
    const double overlap = evaluation::overlap({expected}, cues[0].regions).value_or(0);
    QVERIFY2(overlap > 0.6, qPrintable(QString::number(overlap)));
}

void PrintTest::leavesPrintThatCutsItselfAlone_data()
{
    QTest::addColumn<int>("places");
    QTest::addColumn<bool>("isTold");
    QTest::addRow("one") << 1 << true;
    QTest::addRow("two") << 2 << true;
    QTest::addRow("three") << 3 << false;
}

/// A forger copies in one or two places.
void PrintTest::leavesPrintThatCutsItselfAlone()
{
    QFETCH(const int, places);
    QFETCH(const bool, isTold);
    cv::Mat luma = numbers(1.3);
    for (int place = 0; place < places; ++place) {
        const cv::Rect from(824, 199 + place * 240, 38, 66);
        luma(from).clone().copyTo(luma(cv::Rect(730, 200 + place * 240, 38, 66)));
    }
    QCOMPARE(!cutCuesOf(withGrain(luma), false).isEmpty(), isTold);
}

void PrintTest::leavesRepeatedDigitsAlone_data()
{
    QTest::addColumn<double>("blur");
    QTest::addRow("by a lens") << 1.3;
    QTest::addRow("by none") << 0.0;
}

void PrintTest::leavesRepeatedDigitsAlone()
{
    QFETCH(const double, blur);
    const QList<facts::EditingCue> cues = cutCuesOf(withGrain(numbers(blur)), false);
    QVERIFY2(cues.isEmpty(), qPrintable(QString::number(cues.value(0).score)));
}

QTEST_GUILESS_MAIN(PrintTest)
#include "print_test.moc"
