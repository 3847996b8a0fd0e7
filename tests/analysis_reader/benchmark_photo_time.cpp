// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/file_reader.h"
#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/photograph.h"
#include "engine/samples/specimen/document.h"

#include <QtTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <array>
#include <ctime>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 20);
constexpr std::array designs{DocumentDesign::PassportClassic, DocumentDesign::PassportModern,
                             DocumentDesign::IdCardGreen,     DocumentDesign::OldCardWide,
                             DocumentDesign::LicenceRose,     DocumentDesign::DriverCoast,
                             DocumentDesign::DriverMountain,  DocumentDesign::ResidenceModern};

QByteArray stored(const cv::Mat &bgr)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, 92});
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

/// A side of a document as a phone of 12 megapixels takes it.
QByteArray photographed(const QImage &side, DocumentDesign design, Random &random)
{
    View view = makeView(typeOf(design) == DocumentType::Passport, false, random);
    view.frame = {4032, 3024};
    Photo photo = layDown(side, view, random);
    expose(photo.bgr, makeCamera(random), random);
    return stored(photo.bgr);
}

double processorMs()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace

/// How long a document photo of 12 megapixels takes on one core, from bytes to facts: everything that is read
/// on a front without the search for faces, which the limit does not name, and with it.
class BenchmarkPhotoTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photos()
    {
        constexpr double limitMs = 1200;
        cv::setNumThreads(1);
        analysis::FileReader reader({qEnvironmentVariable("SCRUTINEER_MODELS")}, policy::Limits{});
        static_cast<void>(read(reader, photo(designs[0], 0))); // loads models and languages
        std::vector<double> totals;
        QMap<QString, std::vector<double>> stages;
        for (std::size_t i = 0; i < designs.size(); ++i) {
            const QByteArray bytes = photo(designs[i], i + 1);
            const Reading one = read(reader, bytes);
            totals.push_back(one.totalMs);
            QStringList parts;
            for (auto stage = one.stages.begin(); stage != one.stages.end(); ++stage) {
                stages[stage.key()].push_back(stage.value());
                parts += u"%1 %2"_s.arg(stage.key()).arg(stage.value(), 0, 'f', 0);
            }
            qInfo("%s: %.0f ms without faces; %s", qPrintable(nameOf(designs[i])), one.totalMs,
                  qPrintable(parts.join(u", "_s)));
        }
        for (auto stage = stages.begin(); stage != stages.end(); ++stage)
            qInfo("%-14s median %4.0f ms, most %4.0f ms", qPrintable(stage.key()), medianOf(stage.value()),
                  *std::max_element(stage.value().begin(), stage.value().end()));
        const double most = *std::max_element(totals.begin(), totals.end());
        qInfo("all without faces: median %.0f ms, most %.0f ms of processor time", medianOf(totals), most);
        QVERIFY(medianOf(totals) < limitMs);
    }

private:
    struct Reading
    {
        double totalMs = 0; ///< of processor time, without faces
        QMap<QString, double> stages;
    };

    static QByteArray photo(DocumentDesign design, std::uint64_t index)
    {
        Random random(std::uint64_t(qEnvironmentVariableIntValue("SCRUTINEER_SEED")) + 7100 + index);
        const Identity holder = makeIdentity(Language::English, today, random);
        DocumentSpec spec = makeDocument(design, Language::English, holder, today, random);
        spec.portrait = QImage(300, 400, QImage::Format_ARGB32);
        spec.portrait.fill(Qt::gray);
        const DrawnDocument drawn = drawDocument(spec, 26);
        return photographed(index % 3 == 2 && drawn.back ? *drawn.back : drawn.front, design, random);
    }

    static Reading read(analysis::FileReader &reader, const QByteArray &bytes)
    {
        const double before = processorMs();
        const facts::FileFacts file =
            reader.read(bytes, {Role::DocumentFront, u"front.jpg"_s}, today, analysis::Observer{});
        const double spent = processorMs() - before;
        return {spent - file.stageMs.value(u"faces"_s), file.stageMs};
    }
};

QTEST_MAIN(BenchmarkPhotoTime)
#include "benchmark_photo_time.moc"
