// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_reader.h"
#include "engine/text/ocr_engine.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

cv::Mat drawn(const std::vector<std::string> &lines)
{
    cv::Mat picture(60 + 80 * static_cast<int>(lines.size()), 900, CV_8UC1, cv::Scalar(240));
    int y = 70;
    for (const std::string &line : lines) {
        cv::putText(picture, line, {30, y}, cv::FONT_HERSHEY_SIMPLEX, 1.6, cv::Scalar(20), 3, cv::LINE_AA);
        y += 80;
    }
    return picture;
}

} // namespace

class OcrTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages() { QVERIFY(m_engine.languages().contains(u"eng"_s)); }

    void lines()
    {
        const auto read = m_engine.read(drawn({"Invoice 2024", "Second line"}), {});
        QVERIFY(read);
        QCOMPARE(read->size(), 2);
        QCOMPARE(read->first().text, u"Invoice 2024"_s);
        QCOMPARE(read->first().words.size(), 2);
        QVERIFY(read->first().confidence > 0.7);
        QVERIFY(read->first().box.top() < read->last().box.top());
        QVERIFY(QRectF(0, 0, 900, 130).contains(read->first().words.last().box));
    }

    void onlyTheRegionIsRead()
    {
        text::OcrRequest request;
        request.region = QRect(0, 90, 900, 110);
        const auto read = m_engine.read(drawn({"Invoice 2024", "Second line"}), request);
        QVERIFY(read);
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->first().text, u"Second line"_s);
        QVERIFY(read->first().box.top() > 90); // pixels of the whole picture
    }

    void onlyTheCharactersAskedFor()
    {
        text::OcrRequest request;
        request.layout = text::OcrLayout::Line;
        request.dictionary = false;
        request.onlyCharacters = u"0123456789"_s;
        const auto read = m_engine.read(drawn({"7041865"}), request);
        QVERIFY(read);
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->first().text, u"7041865"_s);
    }

    void anotherLanguageFallsBack()
    {
        text::OcrRequest request;
        request.language = u"xxx"_s;
        const auto read = m_engine.read(drawn({"Invoice 2024"}), request);
        QVERIFY(read);
        QCOMPARE(read->first().text, u"Invoice 2024"_s);
    }

    void noText()
    {
        const auto read = m_engine.read(cv::Mat(200, 300, CV_8UC1, cv::Scalar(200)), {});
        QVERIFY(read);
        QVERIFY(read->isEmpty());
    }

    void otherPicturesAreRefused()
    {
        const auto colour = m_engine.read(cv::Mat(20, 20, CV_8UC3, cv::Scalar::all(9)), {});
        QVERIFY(!colour);
        QCOMPARE(colour.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!m_engine.read(cv::Mat(), {}));
    }

    void noZoneInProse()
    {
        const cv::Mat picture =
            drawn({"This is a line of text", "and this is another one", "but no zone at all"});
        QVERIFY(!text::readMrz(picture, QDate(2026, 11, 20)));
    }

private:
    text::OcrEngine m_engine;
};

QTEST_APPLESS_MAIN(OcrTest)
#include "ocr_test.moc"
