// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/upright_text.h"
#include "engine/facts/readers/zone_reader.h"
#include "engine/image/document_quad.h"
#include "engine/image/file_decoder.h"
#include "tests/text/zone_truth.h"

#include <QFile>
#include <QtTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <numeric>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 20);

using Harm = std::function<cv::Mat(const cv::Mat &)>;

struct NamedHarm
{
    QString name;
    Harm apply;
};

cv::Mat scaled(const cv::Mat &picture, double factor)
{
    cv::Mat result;
    cv::resize(picture, result, {}, factor, factor, factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

cv::Mat turned(const cv::Mat &picture, double degrees)
{
    const cv::Point2f middle(float(picture.cols) / 2, float(picture.rows) / 2);
    cv::Mat matrix = cv::getRotationMatrix2D(middle, -degrees, 1);
    const cv::Rect2f box =
        cv::RotatedRect(middle, cv::Size2f(picture.size()), float(degrees)).boundingRect2f();
    matrix.at<double>(0, 2) += box.width / 2.0 - middle.x;
    matrix.at<double>(1, 2) += box.height / 2.0 - middle.y;
    cv::Mat result;
    cv::warpAffine(picture, result, matrix, cv::Size(int(box.width), int(box.height)), cv::INTER_CUBIC,
                   cv::BORDER_CONSTANT, cv::Scalar(96, 104, 110));
    return result;
}

cv::Mat quarterTurned(const cv::Mat &picture, int code)
{
    cv::Mat result;
    cv::rotate(picture, result, code);
    return result;
}

cv::Mat blurred(const cv::Mat &picture, double sigma)
{
    cv::Mat result;
    cv::GaussianBlur(picture, result, {}, sigma);
    return result;
}

cv::Mat compressed(const cv::Mat &picture, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return cv::imdecode(bytes, cv::IMREAD_COLOR);
}

cv::Mat flattened(const cv::Mat &picture, double contrast, double base)
{
    cv::Mat result;
    picture.convertTo(result, -1, contrast, base);
    return result;
}

cv::Mat bent(const cv::Mat &picture, double gamma)
{
    cv::Mat curve(1, 256, CV_8U);
    for (int i = 0; i < 256; ++i)
        curve.at<uchar>(0, i) = cv::saturate_cast<uchar>(255 * std::pow(i / 255.0, gamma));
    cv::Mat result;
    cv::LUT(picture, curve, result);
    return result;
}

cv::Mat noisy(const cv::Mat &picture, double sigma)
{
    cv::Mat noise(picture.size(), CV_16SC3);
    cv::RNG random(11);
    random.fill(noise, cv::RNG::NORMAL, 0, sigma);
    cv::Mat sum;
    picture.convertTo(sum, CV_16S);
    sum += noise;
    sum.convertTo(sum, CV_8U);
    return sum;
}

/// Far edge shorter: the document is seen from the side it lies on, on a table.
cv::Mat keystoned(const cv::Mat &picture, double share, bool sideways)
{
    const auto w = float(picture.cols);
    const auto h = float(picture.rows);
    const auto in = float(share);
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), {w, 0}, {w, h}, {0, h}};
    std::array<cv::Point2f, 4> to{cv::Point2f(in * w, in * h), {w - in * w, in * h}, {w, h}, {0, h}};
    if (sideways)
        to = {cv::Point2f(0, 0), {w - in * w, in * h}, {w - in * w, h - in * h}, {0, h}};
    for (cv::Point2f &corner : to)
        corner += cv::Point2f(0.08F * w, 0.08F * h);
    cv::Mat result;
    cv::warpPerspective(picture, result, cv::getPerspectiveTransform(from.data(), to.data()),
                        cv::Size(int(1.16F * w), int(1.16F * h)), cv::INTER_CUBIC, cv::BORDER_CONSTANT,
                        cv::Scalar(60, 80, 120));
    return result;
}

/// Coloured waves over everything, as security print is.
cv::Mat patterned(const cv::Mat &picture, double depth)
{
    cv::Mat result = picture.clone();
    for (int y = 0; y < result.rows; ++y) {
        for (int x = 0; x < result.cols; ++x) {
            const double wave = std::sin(0.55 * y + 2.2 * std::sin(0.045 * x)) +
                                std::sin(0.37 * x + 1.7 * std::sin(0.06 * y));
            auto &pixel = result.at<cv::Vec3b>(y, x);
            const double darker = depth * (wave + 2) / 4;
            for (int c = 0; c < 3; ++c)
                pixel[c] = cv::saturate_cast<uchar>(pixel[c] * (1 - darker * (c == 1 ? 1.0 : 0.55)));
        }
    }
    return result;
}

/// Lit from one side: a fall of brightness across the picture, with a soft shadow's edge.
cv::Mat sideLit(const cv::Mat &picture)
{
    cv::Mat result = picture.clone();
    for (int y = 0; y < result.rows; ++y) {
        for (int x = 0; x < result.cols; ++x) {
            const double along = (x + 0.4 * y) / result.cols;
            const double light = 0.45 + 0.55 / (1 + std::exp(-18 * (along - 0.55)));
            result.at<cv::Vec3b>(y, x) *= light;
        }
    }
    return result;
}

cv::Mat onTable(const cv::Mat &picture, double share)
{
    cv::Mat result(int(picture.rows / share), int(picture.cols / share), CV_8UC3);
    cv::RNG random(5);
    random.fill(result, cv::RNG::NORMAL, cv::Scalar(70, 95, 130), 14);
    cv::GaussianBlur(result, result, {}, 1.5);
    picture.copyTo(result(cv::Rect((result.cols - picture.cols) / 2, (result.rows - picture.rows) / 3,
                                   picture.cols, picture.rows)));
    return result;
}

QList<NamedHarm> allHarms()
{
    QList<NamedHarm> harms{{u"as it is"_s, [](const cv::Mat &p) { return p; }}};
    for (const double factor : {0.5, 0.7, 0.85, 1.5, 2.5})
        harms += {u"scaled %1"_s.arg(factor), [=](const cv::Mat &p) { return scaled(p, factor); }};
    harms += {u"turned 90"_s, [](const cv::Mat &p) { return quarterTurned(p, cv::ROTATE_90_CLOCKWISE); }};
    harms += {u"turned 180"_s, [](const cv::Mat &p) { return quarterTurned(p, cv::ROTATE_180); }};
    harms +=
        {u"turned 270"_s, [](const cv::Mat &p) { return quarterTurned(p, cv::ROTATE_90_COUNTERCLOCKWISE); }};
    for (const double degrees : {3.0, -5.0, 8.0, -12.0, 16.0, -20.0, 97.0, -172.0})
        harms += {u"skewed %1"_s.arg(degrees), [=](const cv::Mat &p) { return turned(p, degrees); }};
    for (const double sigma : {0.7, 1.0})
        harms += {u"blurred %1 px"_s.arg(sigma), [=](const cv::Mat &p) { return blurred(p, sigma); }};
    harms +=
        {u"blurred 1.8 px, 1.5 as large"_s, [](const cv::Mat &p) { return blurred(scaled(p, 1.5), 1.8); }};
    for (const int quality : {50, 30, 15})
        harms += {u"JPEG %1"_s.arg(quality), [=](const cv::Mat &p) { return compressed(p, quality); }};
    harms += {u"contrast 0.5"_s, [](const cv::Mat &p) { return flattened(p, 0.5, 90); }};
    harms += {u"contrast 0.25"_s, [](const cv::Mat &p) { return flattened(p, 0.25, 120); }};
    harms += {u"gamma 0.5"_s, [](const cv::Mat &p) { return bent(p, 0.5); }};
    harms += {u"gamma 2.2"_s, [](const cv::Mat &p) { return bent(p, 2.2); }};
    harms += {u"noise 10"_s, [](const cv::Mat &p) { return noisy(p, 10); }};
    harms += {u"keystone"_s, [](const cv::Mat &p) { return keystoned(p, 0.1, false); }};
    harms += {u"keystone sideways"_s, [](const cv::Mat &p) { return keystoned(p, 0.1, true); }};
    harms += {u"patterned"_s, [](const cv::Mat &p) { return patterned(p, 0.35); }};
    harms += {u"lit from a side"_s, sideLit};
    harms += {u"small on a table"_s, [](const cv::Mat &p) { return onTable(p, 0.45); }};
    harms += {u"poor phone photo"_s, [](const cv::Mat &p) {
                  return compressed(
                      noisy(blurred(turned(keystoned(sideLit(scaled(p, 1.3)), 0.05, true), 7), 0.8), 5), 45);
              }};
    return harms;
}

std::optional<facts::ZoneFound> zoneIn(const image::Picture &picture, bool lookForDocument)
{
    const auto found = lookForDocument ? image::findDocument(picture)
                                       : facts::Reading<image::FoundDocument>(facts::NotRead{});
    if (!found || found->fillsFrame)
        return facts::readZone(picture, day);
    return facts::readZone(picture, found->quad, facts::readingView(picture, found->quad, 0), day);
}

double processorMs()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

/// The specimen zones of SCRUTINEER_TESTDATA, as they are and harmed in ways that photos are: how many are
/// read exactly in all five fields, and how long it takes from the file's bytes to the fields.
class BenchmarkMrz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        cv::setNumThreads(1);
        m_zones = tests::zonesOfTestData();
        if (m_zones.isEmpty())
            QSKIP("SCRUTINEER_TESTDATA is not set: the specimen zones are not read");
    }

    void time()
    {
        std::vector<double> times;
        for (int round = 0; round < 3; ++round) {
            for (auto zone = m_zones.begin(); zone != m_zones.end(); ++zone) {
                const double start = processorMs();
                const image::Picture picture = decoded(zone.key());
                const auto found = facts::readZone(picture, day);
                times.push_back(processorMs() - start);
                Q_UNUSED(found)
            }
        }
        std::sort(times.begin(), times.end());
        const double median = times[times.size() / 2];
        qInfo("decoding and zone: median %.0f ms of processor time a file, slowest %.0f ms", median,
              times.back());
        QVERIFY(median < 80);
    }

    void harmed()
    {
        int all = 0;
        int exact = 0;
        int wrong = 0;
        const QString only = qEnvironmentVariable("SCRUTINEER_ONLY");
        for (const NamedHarm &harm : allHarms()) {
            if (!harm.name.contains(only))
                continue;
            std::array<int, 2> right{};
            std::array<QStringList, 2> missed;
            for (auto zone = m_zones.begin(); zone != m_zones.end(); ++zone) {
                const cv::Mat bgr = harm.apply(decoded(zone.key()).bgr);
                const image::Picture picture{bgr, QSize(bgr.cols, bgr.rows), 1};
                const tests::ZoneFields want = tests::fieldsOf(zone.value());
                for (const std::size_t way : {0U, 1U}) {
                    const auto found = zoneIn(picture, way == 1);
                    const bool same = found && tests::fieldsOf(found->mrz.fields) == want;
                    right[way] += same ? 1 : 0;
                    if (!same && !only.isEmpty())
                        qInfo("%s, way %d:\n%s", qPrintable(zone.key()), int(way),
                              qPrintable(found ? found->mrz.lines.join(u'\n') : u"none"_s));
                    if (!same)
                        missed[way] += zone.key().section(u'.', 0, 0) + (found ? u"~"_s : QString());
                    const int bad = found ? tests::wrongThoughValid(found->mrz, want) : 0;
                    if (bad > 0)
                        qInfo("WRONG though valid: %s\n%s", qPrintable(zone.key()),
                              qPrintable(found->mrz.lines.join(u'\n')));
                    wrong += bad;
                }
            }
            all += int(m_zones.size());
            exact += right[1];
            qInfo("%-26s frame %2d, document %2d of %d; missed %s", qPrintable(harm.name), right[0], right[1],
                  int(m_zones.size()), qPrintable(missed[1].join(u' ')));
        }
        qInfo("all: %d of %d exact (%.1f %%), %d wrong though valid", exact, all, 100.0 * exact / all, wrong);
        QCOMPARE(wrong, 0);
        if (only.isEmpty())
            QVERIFY(exact >= leastShare * all);
    }

private:
    static constexpr double leastShare = 0.82;

    static image::Picture decoded(const QString &name)
    {
        QFile file(qEnvironmentVariable("SCRUTINEER_TESTDATA") + u"/mrz/"_s + name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const auto decoder = image::FileDecoder::open(file.readAll(), policy::Limits{});
        const auto page = decoder ? decoder->page(0) : failure(ErrorCode::FileDamaged);
        return page ? *page : image::Picture{};
    }

    QMap<QString, QStringList> m_zones;
};

QTEST_APPLESS_MAIN(BenchmarkMrz)
#include "benchmark_mrz.moc"
