// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/date_check.h"
#include "engine/facts/readers/field_values.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <vector>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

const cv::Scalar cream(205, 235, 245);
const cv::Scalar brown(70, 75, 130);
const cv::Scalar ink(25, 20, 20);
const QRectF place(300, 170, 256, 34); ///< of the date, pixels of the page

/// A page with one date. overprinted: letters of a paler colour stand on its last digits.
facts::PrintedPage pageWith(const char *date, bool overprinted)
{
    cv::Mat page(400, 900, CV_8UC3, cream);
    cv::putText(page, date, {302, 200}, cv::FONT_HERSHEY_DUPLEX, 1.2, ink, 2, cv::LINE_AA);
    if (overprinted) {
        cv::Mat stamp(page.size(), CV_8UC3, cream);
        const std::vector<cv::Point> letter{{440, 290}, {425, 215}, {485, 190}, {520, 187},
                                            {525, 225}, {470, 245}, {485, 285}};
        cv::polylines(stamp, letter, true, brown, 3, cv::LINE_AA);
        page = cv::min(page, stamp); // inks lie over each other
    }
    cv::GaussianBlur(page, page, {}, 1.1);
    return facts::findRows(page);
}

facts::DocumentHints hints()
{
    facts::DocumentHints known;
    known.day = QDate(2026, 10, 1);
    known.issuer = u"USA"_s;
    return known;
}

facts::FoundField read(const QString &value, const QString &text, double confidence)
{
    facts::FoundField field;
    field.value = value;
    field.text = text;
    field.box = place;
    field.confidence = confidence;
    field.weakest = confidence;
    return field;
}

} // namespace

class ReadersDateCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A stroke through a digit makes another digit of it, however often it is read: 1945 for 1965.
    void overprintIsReadThrough()
    {
        text::OcrEngine ocr;
        const facts::PrintedPage page = pageWith("05 FEB 1965", true);
        const auto checked = facts::checkedDate(read(u"1945-02-05"_s, u"05 FEB 1945"_s, 0.92),
                                                QDate(1965, 2, 5), page, hints(), ocr);
        QVERIFY(checked.has_value());
        QCOMPARE(checked->value, u"1965-02-05"_s);
        QCOMPARE(checked->text, u"05 FEB 1965"_s);
    }

    void anotherDigitThanTheZoneStays_data()
    {
        QTest::addColumn<bool>("overprinted");
        QTest::addColumn<double>("confidence");
        QTest::addColumn<bool>("sure");
        QTest::newRow("clear print") << false << 0.95 << true;
        QTest::newRow("hard to read at first") << false << 0.6 << false;
        QTest::newRow("under an overprint") << true << 0.6 << false;
    }

    /// One digit that somebody changed: never left out, and sure only where it was read clearly.
    void anotherDigitThanTheZoneStays()
    {
        QFETCH(bool, overprinted);
        QFETCH(double, confidence);
        QFETCH(bool, sure);
        text::OcrEngine ocr;
        const facts::PrintedPage page = pageWith("05.02.1985", overprinted);
        const auto checked = facts::checkedDate(read(u"1985-02-05"_s, u"05.02.1985"_s, confidence),
                                                QDate(1965, 2, 5), page, hints(), ocr);
        QVERIFY(checked.has_value());
        QCOMPARE(checked->value, u"1985-02-05"_s);
        QCOMPARE(checked->confidence >= 0.9, sure);
    }

    void aDateWithNothingAgainstItBecomesSure()
    {
        text::OcrEngine ocr;
        const facts::PrintedPage page = pageWith("05 FEB 1965", false);
        const auto checked = facts::checkedDate(read(u"1965-02-05"_s, u"05 FEB 1965"_s, 0.8), std::nullopt,
                                                page, hints(), ocr);
        QVERIFY(checked.has_value());
        QVERIFY(checked->confidence >= 0.9);
        // And one that is not there again does not.
        const auto other = facts::checkedDate(read(u"1963-02-05"_s, u"05 FEB 1963"_s, 0.8), std::nullopt,
                                              page, hints(), ocr);
        QVERIFY(!other.has_value());
    }

    /// Spaces of which one was taken for a point make a date all the same.
    void unevenSeparators()
    {
        text::OcrEngine ocr;
        const facts::PrintedPage page = pageWith("15 05 2037", false);
        for (const QStringList &texts :
             {QStringList{u"15.05"_s, u"2037"_s}, QStringList{u"15"_s, u"05.2037"_s}}) {
            facts::LaidLine line;
            line.box = place;
            for (const QString &text : texts)
                line.words += facts::PlacedWord{text, place, 0.8};
            QList<facts::LaidLine> lines{line};
            facts::confirmDates(lines, page, hints(), ocr);
            const auto dates = text::findDates(
                lines.first().text, facts::dateHints(u"expires_on"_s, lines.first().text, hints()));
            QCOMPARE(dates.size(), 1);
            QVERIFY(dates.first().readings.contains(QDate(2037, 5, 15)));
        }
    }
};

QTEST_GUILESS_MAIN(ReadersDateCheckTest)
#include "date_check_test.moc"
