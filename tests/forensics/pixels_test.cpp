// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/statistics.h"
#include "engine/forensics/editing_reader.h"
#include "engine/forensics/ghosts.h"
#include "engine/forensics/heat_maps.h"
#include "engine/forensics/history_cues.h"
#include "engine/forensics/noise.h"
#include "engine/forensics/stored_frame.h"
#include "engine/image/file_decoder.h"

#include <QtTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace scrutineer::forensics;
using namespace Qt::StringLiterals;

namespace {
const QRect pasted(291, 203, 150, 60);
const QPolygonF document({{60, 60}, {700, 60}, {700, 420}, {60, 420}});

QPolygonF polygonOf(const QRect &rect)
{
    QPolygonF polygon{QRectF(rect)};
    polygon.removeLast();
    return polygon;
}

/// A card with print on a table, with a camera's noise.
cv::Mat scene(double noise = 3)
{
    cv::Mat bgr(480, 760, CV_8UC3, cv::Scalar(70, 90, 110));
    cv::rectangle(bgr, {60, 60, 640, 360}, cv::Scalar(190, 205, 200), cv::FILLED);
    cv::RNG random(7);
    for (int line = 0; line < 9; ++line) {
        for (int letter = 0; letter < 26; ++letter) {
            const cv::Point at(90 + letter * 23, 95 + line * 38);
            cv::putText(bgr, std::string(1, char('A' + random.uniform(0, 26))), at, cv::FONT_HERSHEY_SIMPLEX,
                        0.8, cv::Scalar(40, 30, 50), 2, cv::LINE_AA);
        }
    }
    cv::GaussianBlur(bgr, bgr, {}, 0.8);
    cv::Mat grain(bgr.size(), CV_16SC3);
    random.fill(grain, cv::RNG::NORMAL, 0, noise);
    cv::add(bgr, grain, bgr, {}, CV_8U);
    return bgr;
}

QByteArray jpeg(const cv::Mat &bgr, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

cv::Mat through(const cv::Mat &bgr, int quality)
{
    const QByteArray bytes = jpeg(bgr, quality);
    return cv::imdecode(cv::Mat(1, int(bytes.size()), CV_8U, const_cast<char *>(bytes.constData())),
                        cv::IMREAD_COLOR);
}

/// Print of another file over the card's.
void paste(cv::Mat &bgr, int quality)
{
    cv::Mat other = scene(0)(cv::Rect(120, 90, pasted.width() + 5, pasted.height() + 3)).clone();
    other = through(other, quality)(cv::Rect(5, 3, pasted.width(), pasted.height()));
    other.copyTo(bgr(cv::Rect(pasted.x(), pasted.y(), pasted.width(), pasted.height())));
}

image::Picture pictureOf(const QByteArray &bytes)
{
    const auto decoder = image::FileDecoder::open(bytes, {});
    return decoder ? decoder->page(0).value_or(image::Picture()) : image::Picture();
}

QList<facts::EditingCue> cuesOf(const QByteArray &bytes, const QPolygonF &where = document,
                                const QList<QPolygonF> &fillers = {})
{
    QMap<QString, double> stages;
    return readEditing(bytes, pictureOf(bytes), {where, {}, {}, fillers}, stages).cues;
}

const facts::EditingCue *cueOf(const QList<facts::EditingCue> &cues, const QString &name)
{
    const auto found =
        std::find_if(cues.begin(), cues.end(), [&](const auto &cue) { return cue.name == name; });
    return found == cues.end() ? nullptr : &*found;
}

/// The cues that noise alone gives.
QList<facts::EditingCue> noiseCuesOf(const cv::Mat &bgr, const QPolygonF &where = document)
{
    cv::Mat luma;
    cv::cvtColor(bgr, luma, cv::COLOR_BGR2GRAY);
    return noiseCues(luma, noiseLevels(luma), where);
}

double scoreOf(const QList<facts::EditingCue> &cues, const QString &name)
{
    const facts::EditingCue *cue = cueOf(cues, name);
    return cue ? cue->score : 0;
}
} // namespace

class PixelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsBetweenFileAndPage_data();
    void turnsBetweenFileAndPage();
    void readsCoefficients();
    void findsWhatCameLater_data();
    void findsWhatCameLater();
    void saysNothingOfWholePictures_data();
    void saysNothingOfWholePictures();
    void findsAnotherBackground();
    void evidenceBeyondTheModelTellsNothing();
    void findsQuietParts();
    void findsGridsOfTheirOwn_data();
    void findsGridsOfTheirOwn();
    void leavesTheGridOfACutPictureAlone();
    void findsCopies();
    void leavesRepeatedPrintAlone();
    void findsBlankBackgrounds();
    void drawsMaps();
    void survivesBrokenFiles();
};

void PixelsTest::turnsBetweenFileAndPage_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("%d", orientation) << orientation;
}

/// As the decoder turns pictures, so the frame turns points.
void PixelsTest::turnsBetweenFileAndPage()
{
    QFETCH(int, orientation);
    const StoredFrame frame{{40, 24}, orientation};
    for (const QPointF &point : {QPointF(0, 0), QPointF(40, 0), QPointF(7, 13)})
        QCOMPARE(frame.toStored(frame.toUpright(point)), point);
    cv::Mat stored(24, 40, CV_8U, cv::Scalar(0));
    stored.at<uchar>(5, 11) = 255;
    const QPointF middle = frame.toUpright(QPointF(11.5, 5.5));
    const QSize size = orientation >= 5 ? QSize(24, 40) : QSize(40, 24);
    cv::Mat page(size.height(), size.width(), CV_8U, cv::Scalar(0));
    page.at<uchar>(int(middle.y()), int(middle.x())) = 255;
    const cv::Mat before = page.clone();
    const cv::Mat back = frame.toStored(page);
    QCOMPARE(cv::norm(page, before, cv::NORM_INF), 0.0); // others look at it, too
    QCOMPARE(back.size(), stored.size());
    QCOMPARE(cv::countNonZero(back != stored), 0);
}

void PixelsTest::readsCoefficients()
{
    const auto coefficients = readCoefficients(jpeg(scene(), 90), 1'000'000);
    QVERIFY(coefficients);
    QCOMPARE(coefficients->size, QSize(760, 480));
    QCOMPARE(coefficients->modes.cols, 95);
    QCOMPARE(coefficients->modes.rows, 60);
    QCOMPARE(coefficients->steps[0], 2); // 11 at quality 90, rounded
    QVERIFY(!readCoefficients(jpeg(scene(), 90), 1000));
    QVERIFY(!readCoefficients("no JPEG", 1'000'000));
    QVERIFY(!readCoefficients(jpeg(scene(), 90).left(300), 1'000'000));
}

void PixelsTest::findsWhatCameLater_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("saved better than taken") << 85 << 95;
    QTest::newRow("a little better") << 88 << 93;
    QTest::newRow("nearly without loss") << 80 << 98;
}

void PixelsTest::findsWhatCameLater()
{
    QFETCH(int, first);
    QFETCH(int, last);
    cv::Mat bgr = through(scene(), first);
    paste(bgr, 70);
    const QList<facts::EditingCue> cues = cuesOf(jpeg(bgr, last));
    const facts::EditingCue *cue = cueOf(cues, u"ghosts"_s);
    QVERIFY(cue);
    QVERIFY2(cue->score > 80, qPrintable(QString::number(cue->score)));
    const auto overlap = evaluation::overlap({polygonOf(pasted)}, cue->regions);
    QVERIFY2(overlap && *overlap > 0.6, qPrintable(QString::number(overlap.value_or(-1))));
}

void PixelsTest::saysNothingOfWholePictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    cv::Mat smaller;
    cv::resize(through(scene(), 90), smaller, {}, 0.7, 0.7, cv::INTER_AREA);
    QTest::newRow("taken once") << jpeg(scene(), 90);
    QTest::newRow("saved twice") << jpeg(through(scene(), 85), 95);
    QTest::newRow("saved worse") << jpeg(through(scene(), 95), 75);
    QTest::newRow("cut and saved") << jpeg(through(scene(), 85)(cv::Rect(3, 5, 750, 470)), 94);
    QTest::newRow("sent by a messenger") << jpeg(smaller, 72);
    std::vector<uchar> png;
    cv::imencode(".png", scene(), png);
    QTest::newRow("without loss") << QByteArray(reinterpret_cast<const char *>(png.data()),
                                                qsizetype(png.size()));
}

void PixelsTest::saysNothingOfWholePictures()
{
    QFETCH(QByteArray, bytes);
    const QList<facts::EditingCue> cues = cuesOf(bytes);
    for (const auto &[name, most] :
         {std::pair(u"ghosts"_s, 40.0), std::pair(u"background"_s, 0.2), std::pair(u"noise"_s, 5.0)})
        QVERIFY2(scoreOf(cues, name) < most, qPrintable(name + u' ' + QString::number(scoreOf(cues, name))));
}

void PixelsTest::findsAnotherBackground()
{
    cv::Mat card = through(scene(), 82);
    cv::Mat table(card.size(), CV_8UC3);
    cv::RNG(3).fill(table, cv::RNG::NORMAL, cv::Scalar(120, 120, 120), cv::Scalar(14, 14, 14));
    cv::GaussianBlur(table, table, {}, 1);
    card(cv::Rect(60, 60, 640, 360)).copyTo(table(cv::Rect(60, 60, 640, 360)));
    const QList<facts::EditingCue> cues = cuesOf(jpeg(table, 95));
    QVERIFY2(scoreOf(cues, u"background"_s) > 0.4,
             qPrintable(QString::number(scoreOf(cues, u"background"_s))));
}

/// A document whose blocks lack what the background's hold: as much of it as the model expects, or times
/// that.
void PixelsTest::evidenceBeyondTheModelTellsNothing()
{
    const StoredFrame frame{QSize(800, 480)};
    const QPolygonF quad = polygonOf(QRect(160, 96, 480, 288));
    const auto scoreAt = [&](float times) {
        const cv::Size blocks(100, 60);
        CompressionHistory history;
        history.blocks = cv::Mat(blocks, CV_32F, cv::Scalar(0.5 * times));
        history.expected = cv::Mat(blocks, CV_32F, cv::Scalar(0.5));
        history.without = cv::Mat(blocks, CV_32F, cv::Scalar(-0.6));
        history.spread = cv::Mat(blocks, CV_32F, cv::Scalar(1));
        history.blocks(cv::Rect(20, 12, 60, 36)).setTo(-0.6 * times);
        return scoreOf(historyCues(history, frame, quad), u"background"_s);
    };
    QVERIFY(scoreAt(1) > 0.9);
    QCOMPARE(scoreAt(2), 0.0);
}

void PixelsTest::findsQuietParts()
{
    cv::Mat bgr = scene(4);
    const cv::Mat quiet = scene(0);
    const cv::Rect part(240, 160, 220, 150);
    quiet(part).copyTo(bgr(part));
    const QList<facts::EditingCue> cues = noiseCuesOf(bgr);
    const facts::EditingCue *cue = cueOf(cues, u"noise"_s);
    QVERIFY(cue);
    QVERIFY2(cue->score > 5, qPrintable(QString::number(cue->score)));
    const auto overlap =
        evaluation::overlap({polygonOf(QRect(part.x, part.y, part.width, part.height))}, cue->regions);
    QVERIFY2(overlap && *overlap > 0.6, qPrintable(QString::number(overlap.value_or(-1))));
    QVERIFY(scoreOf(noiseCuesOf(scene(4)), u"noise"_s) < 5);
    QVERIFY(scoreOf(noiseCuesOf(scene(4)), u"backdrop"_s) < 5);
    QVERIFY2(!cueOf(noiseCuesOf(scene(0)), u"noise"_s), "where there is no noise, its lack tells nothing");
}

void PixelsTest::findsGridsOfTheirOwn_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addRow("saved well") << 88 << 94;
    QTest::addRow("saved worse than before") << 90 << 85;
    QTest::addRow("never compressed before") << 100 << 92;
}

void PixelsTest::findsGridsOfTheirOwn()
{
    QFETCH(const int, first);
    QFETCH(const int, last);
    const QRect place(291, 90, 380, 310);
    cv::Mat bgr;
    cv::repeat(scene(), 2, 2, bgr);
    bgr = through(bgr, first);
    const cv::Mat other = through(scene(1)(cv::Rect(100, 70, 400, 330)), 60); // its grid starts elsewhere
    other(cv::Rect(6, 3, place.width(), place.height()))
        .copyTo(bgr(cv::Rect(place.x(), place.y(), place.width(), place.height())));
    const QList<facts::EditingCue> cues = cuesOf(jpeg(bgr, last), polygonOf(QRect(0, 0, bgr.cols, bgr.rows)));
    const facts::EditingCue *cue = cueOf(cues, u"grid"_s);
    QVERIFY(cue);
    QVERIFY2(cue->score > 40, qPrintable(QString::number(cue->score)));
    const auto overlap = evaluation::overlap({polygonOf(place)}, cue->regions);
    QVERIFY2(overlap && *overlap > 0.6, qPrintable(QString::number(overlap.value_or(-1))));
}

void PixelsTest::leavesTheGridOfACutPictureAlone()
{
    const cv::Mat whole = through(scene(), 60);
    const cv::Mat cut = whole(cv::Rect(6, 3, whole.cols - 6, whole.rows - 3));
    const double score = scoreOf(cuesOf(jpeg(cut, 94)), u"grid"_s);
    QVERIFY2(score < 40, qPrintable(QString::number(score)));
}

void PixelsTest::findsCopies()
{
    const cv::Rect from(100, 105, 190, 76);
    const cv::Rect to(from + cv::Point(211, 152)); // off the block grid
    cv::Mat forged = through(scene(), 88);
    forged(from).copyTo(forged(to));
    const QList<facts::EditingCue> cues = cuesOf(jpeg(forged, 94));
    const facts::EditingCue *cue = cueOf(cues, u"copy"_s);
    QVERIFY(cue);
    QVERIFY2(cue->score > 6, qPrintable(QString::number(cue->score)));
    const auto overlap =
        evaluation::overlap({polygonOf(QRect(to.x, to.y, to.width, to.height))}, cue->regions);
    QVERIFY2(overlap && *overlap > 0.6, qPrintable(QString::number(overlap.value_or(-1))));
    const QPolygonF both = polygonOf(QRect(90, 95, 450, 250)); // where chevrons are known to repeat
    QVERIFY(!cueOf(cuesOf(jpeg(forged, 94), document, {both}), u"copy"_s));
}

void PixelsTest::leavesRepeatedPrintAlone()
{
    cv::Mat clean = scene(0);
    const cv::Rect from(100, 105, 190, 76);
    clean(from).copyTo(clean(from + cv::Point(211, 152))); // printed twice, seen with noise
    cv::RNG random(11);
    cv::Mat grain(clean.size(), CV_16SC3);
    random.fill(grain, cv::RNG::NORMAL, 0, 3);
    cv::add(clean, grain, clean, {}, CV_8U);
    const double score = scoreOf(cuesOf(jpeg(through(clean, 88), 94)), u"copy"_s);
    QVERIFY2(score < 3.5, qPrintable(QString::number(score)));
}

void PixelsTest::findsBlankBackgrounds()
{
    const QPolygonF askew({{60, 60}, {700, 90}, {690, 420}, {70, 400}});
    cv::Mat bgr = scene();
    cv::Mat cut(bgr.size(), CV_8UC3, cv::Scalar(255, 255, 255));
    cv::Mat mask(bgr.size(), CV_8U, cv::Scalar(0));
    std::vector<cv::Point> outline;
    for (const QPointF &point : askew)
        outline.emplace_back(int(point.x()), int(point.y()));
    cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(255));
    bgr.copyTo(cut, mask);
    QVERIFY(scoreOf(noiseCuesOf(cut, askew), u"cutout"_s) > 2.5);
    QVERIFY2(scoreOf(noiseCuesOf(cut), u"cutout"_s) < 0.1, "as from a scanner");
    QVERIFY2(scoreOf(noiseCuesOf(bgr, askew), u"cutout"_s) < 0.1, "on a table");
}

void PixelsTest::drawsMaps()
{
    cv::Mat bgr = through(scene(), 82);
    paste(bgr, 60);
    const QByteArray bytes = jpeg(bgr, 95);
    const image::Picture picture = pictureOf(bytes);
    const QList<cv::Mat> maps{errorLevelMap(picture, 400), noiseMap(picture, 400),
                              ghostMap(bytes, picture, 400)};
    for (const cv::Mat &map : maps) {
        QCOMPARE(map.type(), CV_8U);
        QVERIFY(std::max(map.cols, map.rows) <= 400);
        const double aspect = double(map.cols) / map.rows;
        QVERIFY2(std::abs(aspect - 760.0 / 480) < 0.05, qPrintable(QString::number(aspect)));
        double most = 0;
        cv::minMaxLoc(map, nullptr, &most);
        QVERIFY(most > 40);
    }
    const cv::Mat &ghosts = maps[2];
    const double scale = ghosts.cols / 760.0;
    const cv::Rect inside(int(pasted.x() * scale), int(pasted.y() * scale), int(pasted.width() * scale),
                          int(pasted.height() * scale));
    QVERIFY(cv::mean(ghosts(inside))[0] > 4 * cv::mean(ghosts)[0]);
    QVERIFY2(ghostMap(jpeg(scene(), 90), pictureOf(jpeg(scene(), 90)), 400).empty(),
             "one compression, no ghosts");
}

void PixelsTest::survivesBrokenFiles()
{
    const QByteArray whole = jpeg(through(scene(), 85), 95);
    const image::Picture picture = pictureOf(whole);
    QMap<QString, double> stages;
    for (qsizetype length = 0; length < whole.size(); length += whole.size() / 23)
        static_cast<void>(readEditing(whole.left(length), picture, {document, {}, {}}, stages));
    static_cast<void>(readEditing(whole, image::Picture{cv::Mat(4, 4, CV_8UC3), QSize(4, 4), 1}, {}, stages));
    QVERIFY(stages.contains(u"editing.compression"_s));
}

QTEST_GUILESS_MAIN(PixelsTest)
#include "pixels_test.moc"
