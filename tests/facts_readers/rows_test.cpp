// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/row_reader.h"
#include "engine/facts/readers/text_rows.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <vector>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

const cv::Scalar cream(205, 235, 245);
const cv::Scalar crimson(40, 25, 140);
const cv::Scalar ink(25, 20, 20);

void print(cv::Mat &page, const char *text, int x, int baseline, double size, const cv::Scalar &colour)
{
    cv::putText(page, text, {x, baseline}, cv::FONT_HERSHEY_DUPLEX, size, colour, 2, cv::LINE_AA);
}

/// A card whose head is a dark band with light print.
cv::Mat cardWithBand()
{
    cv::Mat page(756, 1200, CV_8UC3, cream);
    cv::rectangle(page, {0, 0, 1200, 160}, crimson, cv::FILLED);
    print(page, "UNIVERSITY OF LINDENBURG", 210, 75, 1.5, cream);
    print(page, "STUDENT CARD", 212, 135, 0.9, cream);
    print(page, "KATHARINA WEISS", 450, 280, 1.2, ink);
    cv::GaussianBlur(page, page, {}, 0.8);
    return page;
}

} // namespace

class ReadersRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lightPrintOnADarkBand()
    {
        const facts::PrintedPage page = facts::findRows(cardWithBand());
        QCOMPARE(page.rows.size(), std::size_t(3));
        QVERIFY(page.rows[0].light && page.rows[0].box.height < 50);
        QVERIFY(page.rows[1].light);
        QVERIFY(!page.rows[2].light);
    }

    void lightPrintIsReadWithItsGround()
    {
        const facts::PrintedPage page = facts::findRows(cardWithBand());
        text::OcrEngine ocr;
        QStringList words;
        for (const facts::PlacedWord &word : facts::readRows(page, page.rows, ocr))
            words += word.text;
        QCOMPARE(words.join(u' '), u"UNIVERSITY OF LINDENBURG STUDENT CARD KATHARINA WEISS"_s);
    }

    /// Security print crosses the text, paler than it.
    void printOverAPattern()
    {
        const QStringList dates{u"03.11.1992"_s, u"13.10.1981"_s, u"23.02.2035"_s,
                                u"09.05.1977"_s, u"11.06.1972"_s, u"30.04.2034"_s};
        cv::Mat paper(700, 1200, CV_8UC3, cream);
        for (int start = 0; start < 1200; start += 11) {
            std::vector<cv::Point> wave;
            for (int y = 0; y < paper.rows; y += 5)
                wave.emplace_back(start + int(14 * std::sin(0.03 * y + 0.013 * start)), y);
            cv::polylines(paper, wave, false, cream * 0.66, 2, cv::LINE_AA);
        }
        for (int row = 0; row < dates.size(); ++row)
            print(paper, qPrintable(dates.at(row)), 400 + 7 * row, 100 + 100 * row, 1.0, ink);
        cv::GaussianBlur(paper, paper, {}, 0.9);
        const facts::PrintedPage page = facts::findRows(paper);
        text::OcrEngine ocr;
        for (int row = 0; row < dates.size(); ++row) {
            const QRectF place(398 + 7 * row, 74 + 100 * row, 200, 28);
            QStringList words;
            for (const facts::PlacedWord &word : facts::readPlace(page.ink, place, ocr))
                words += word.text;
            QCOMPARE(words.join(u' '), dates.at(row));
        }
    }

    /// Gaps between dark letters are no light print.
    void darkPrintStaysDark()
    {
        cv::Mat paper(300, 1200, CV_8UC3, cream);
        print(paper, "REPUBLIC OF UTOPIA IDENTITY CARD", 40, 150, 1.6, ink);
        const facts::PrintedPage page = facts::findRows(paper);
        QCOMPARE(page.rows.size(), std::size_t(1));
        QVERIFY(!page.rows[0].light);
    }
};

QTEST_GUILESS_MAIN(ReadersRowsTest)
#include "rows_test.moc"
