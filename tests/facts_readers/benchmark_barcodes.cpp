// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/barcode_reader.h"
#include "engine/image/document_quad.h"
#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/photograph.h"
#include "engine/samples/specimen/barcode_writer.h"
#include "engine/samples/specimen/document.h"
#include "engine/text/aamva/aamva.h"

#include <QElapsedTimer>
#include <QtTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <array>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 20);
constexpr std::array designs{DocumentDesign::DriverMountain, DocumentDesign::DriverCoast,
                             DocumentDesign::DriverPrairie};
constexpr std::array turns{0.0, 2.0, 4.0, 7.0, 11.0, 15.0, -5.0, -9.0, -13.0};

/// The back of a licence as a phone takes it.
struct Shown
{
    cv::Mat bgr;
    QString text;
    double module = 0; ///< pixels
};

double widthOf(const Photo &photo, const DocumentTruth &truth)
{
    const QPolygonF region = mapPolygon(photo.fromDocument, truth.barcode);
    return QLineF(region.at(0), region.at(1)).length();
}

/// The frame is made as large as the module asks for.
Shown photographed(const DrawnDocument &drawn, double turn, double module, std::uint64_t seed)
{
    const int modules = pdf417(drawn.truth.barcodeText).width();
    View view;
    view.turnDegrees = turn;
    Random random(seed);
    view.tiltXDegrees = random.between(-8, 8);
    view.tiltYDegrees = random.between(-8, 8);
    view.surface = static_cast<Surface>(random.integer(0, 4));
    view.frame = {1200, 900};
    Random measuring(seed);
    const double width = widthOf(layDown(*drawn.back, view, measuring), drawn.truth);
    const double factor = module * modules / width;
    view.frame = {int(1200 * factor), int(900 * factor)};
    Photo photo = layDown(*drawn.back, view, random);
    expose(photo.bgr, makeCamera(random), random);
    return {photo.bgr, drawn.truth.barcodeText, widthOf(photo, drawn.truth) / modules};
}

} // namespace

/// How many of the barcodes on drawn licences are read, as the document reader reads them: the quad is looked
/// for first.
class BenchmarkBarcodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backs_data()
    {
        QTest::addColumn<double>("module");
        QTest::addColumn<double>("leastShare");
        QTest::newRow("1.5 px a module") << 1.5 << 0.97;
        QTest::newRow("2 px a module") << 2.0 << 0.97;
        QTest::newRow("3 px a module") << 3.0 << 0.97;
        QTest::newRow("5 px a module") << 5.0 << 0.97;
    }

    void backs()
    {
        QFETCH(double, module);
        int all = 0;
        int read = 0;
        std::vector<qint64> times;
        QStringList missed;
        for (std::size_t person = 0; person < 6; ++person) {
            const DrawnDocument drawn = drawnLicence(person);
            for (const double turn : turns) {
                const Shown shown =
                    photographed(drawn, turn, module, seed() + person * 100 + std::uint64_t(all));
                const image::Picture picture{shown.bgr, QSize(shown.bgr.cols, shown.bgr.rows), 1};
                const auto found = image::findDocument(picture);
                const QPolygonF frame(QRectF(0, 0, shown.bgr.cols, shown.bgr.rows));
                QElapsedTimer clock;
                clock.start();
                const auto codes =
                    facts::readBarcodes(picture, found ? found->quad : QPolygonF(frame.first(4)));
                times.push_back(clock.elapsed());
                const bool right =
                    codes && std::any_of(codes->begin(), codes->end(), [&](const facts::Barcode &code) {
                        return code.symbology == "PDF417"_L1 && code.text == shown.text &&
                               text::parseAamva(code.text);
                    });
                ++all;
                read += right ? 1 : 0;
                if (!right) {
                    missed += u"%1 at %2 degrees"_s.arg(person).arg(turn);
                    keep(shown.bgr, u"%1_%2_%3.png"_s.arg(module).arg(person).arg(turn));
                }
            }
        }
        std::sort(times.begin(), times.end());
        qInfo("%s: %d of %d read, median %lld ms, slowest %lld ms; missed: %s", QTest::currentDataTag(), read,
              all, times[times.size() / 2], times.back(), qPrintable(missed.join(u", "_s)));
        QFETCH(double, leastShare);
        QVERIFY(read >= leastShare * all);
    }

private:
    static std::uint64_t seed() { return qEnvironmentVariableIntValue("SCRUTINEER_SEED") + 4100; }

    /// Pictures that were not read, where somebody asks for them.
    static void keep(const cv::Mat &bgr, const QString &name)
    {
        const QString folder = qEnvironmentVariable("SCRUTINEER_KEEP");
        if (!folder.isEmpty())
            cv::imwrite((folder + u'/' + name).toStdString(), bgr);
    }

    static DrawnDocument drawnLicence(std::size_t person)
    {
        Random random(seed() + person);
        const Identity holder = makeIdentity(Language::English, today, random);
        DocumentSpec spec =
            makeDocument(designs[person % designs.size()], Language::English, holder, today, random);
        spec.portrait = QImage(30, 40, QImage::Format_ARGB32);
        spec.portrait.fill(Qt::gray);
        return drawDocument(spec, 20);
    }
};

QTEST_MAIN(BenchmarkBarcodes)
#include "benchmark_barcodes.moc"
