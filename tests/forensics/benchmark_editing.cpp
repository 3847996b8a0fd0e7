// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/judge.h"
#include "engine/evaluation/statistics.h"
#include "engine/face/face_engine.h"
#include "engine/forensics/editing_reader.h"
#include "engine/image/document_quad.h"
#include "engine/image/file_decoder.h"
#include "tests/forensics/drawn_pictures.h"

#include <QDirIterator>
#include <QtTest>

#include <opencv2/core.hpp>

#include <ctime>

using namespace scrutineer;
using namespace scrutineer::test;
using namespace Qt::StringLiterals;

namespace {
/// What document.altered says of one picture.
struct Verdict
{
    Finding finding;
    facts::Editing editing;
    QMap<QString, double> stageMs;
    double totalMs = 0; ///< of the processor
    bool hasFile = false;
};

/// Boxes of the faces, with the model of SCRUTINEER_MODELS or the cascade.
QList<QRectF> facesOf(const image::Picture &picture)
{
    static face::FaceEngine engine({qEnvironmentVariable("SCRUTINEER_MODELS")});
    QList<QRectF> boxes;
    if (const auto faces = engine.read(picture.bgr, picture.scale, face::Turn::Any)) {
        for (const facts::Face &face : faces->faces)
            boxes.append(face.box);
    }
    return boxes;
}

Verdict judged(const QByteArray &bytes, const std::optional<QPolygonF> &quad)
{
    Verdict verdict;
    const auto decoder = image::FileDecoder::open(bytes, {});
    const auto picture = decoder ? decoder->page(0) : Result<image::Picture>(tl::unexpected(decoder.error()));
    if (!picture)
        return verdict;
    const auto found = quad ? facts::Reading<image::FoundDocument>() : image::findDocument(*picture);
    facts::FileFacts file;
    file.path = u"front"_s;
    file.pages = {picture->fullSize};
    const forensics::KnownPlaces known{quad    ? *quad
                                       : found ? found->quad
                                               : QPolygonF(),
                                       facesOf(*picture),
                                       {}};
    const std::clock_t start = std::clock();
    file.editing = forensics::readEditing(bytes, *picture, known, verdict.stageMs);
    verdict.totalMs = double(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
    verdict.editing = *file.editing;
    verdict.hasFile = true;
    Case input;
    input.files = {{Role::DocumentFront, u"front"_s}};
    facts::Facts facts;
    facts.files = {file};
    facts.complete = true;
    for (const Finding &finding : checks::judge(input, facts, policy::builtIn())) {
        if (finding.checkId == u"document.altered"_s)
            verdict.finding = finding;
    }
    return verdict;
}

QString cuesOf(const Verdict &verdict)
{
    QStringList cues;
    for (const facts::EditingCue &cue : verdict.editing.cues)
        cues.append(u"%1 %2"_s.arg(cue.name).arg(cue.score, 0, 'g', 3));
    return cues.join(u", "_s);
}

double overlapOf(const Verdict &verdict, const QPolygonF &region)
{
    QList<QPolygonF> found;
    for (const Region &place : verdict.finding.evidence) {
        if (!place.polygon.isEmpty())
            found.append(place.polygon);
    }
    return evaluation::overlap({region}, found).value_or(-1);
}

int countFromEnvironment(const char *name, int otherwise)
{
    const int value = qEnvironmentVariableIntValue(name);
    return value > 0 ? value : otherwise;
}

struct Tally
{
    int pictures = 0;
    int flagged = 0;
    int toLookAt = 0;
    QList<double> overlaps;
};
} // namespace

/// Misses, false alarms and overlap of document.altered on drawn pictures, by its pixels alone: the file
/// names no program. SCRUTINEER_SEED and SCRUTINEER_PICTURES choose others and more.
class BenchmarkEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forged_data();
    void forged();
    void harmless();
    void realPictures();
    void time();

private:
    const int m_seed = countFromEnvironment("SCRUTINEER_SEED", 1000);
    const int m_pictures = countFromEnvironment("SCRUTINEER_PICTURES", 21);
};

void BenchmarkEditing::forged_data()
{
    QTest::addColumn<Sending>("sending");
    QTest::addColumn<double>("leastFound"); // share: flagged or to look at
    QTest::addRow("saved") << Sending::Saved << 0.75;
    QTest::addRow("cheaper") << Sending::Cheaper << 0.1;
    QTest::addRow("shrunk") << Sending::Shrunk << 0.0;
    QTest::addRow("messenger") << Sending::Messenger << 0.0;
}

void BenchmarkEditing::forged()
{
    QFETCH(const Sending, sending);
    QFETCH(const double, leastFound);
    QMap<QString, Tally> tallies;
    Tally all;
    for (int i = 0; i < m_pictures; ++i) {
        const double strength = 0.5 + 0.5 * ((i * 7) % 10) / 9.0;
        const DrawnPicture picture = forgedPicture(static_cast<samples::Forgery>(i % samples::forgeryCount),
                                                   strength, std::uint64_t(m_seed + i), sending);
        const Verdict verdict = judged(picture.bytes, std::nullopt);
        const double overlap = overlapOf(verdict, picture.region);
        for (Tally *tally : {&tallies[picture.name], &all}) {
            ++tally->pictures;
            tally->flagged += verdict.finding.outcome == Outcome::Flagged ? 1 : 0;
            tally->toLookAt += verdict.finding.outcome == Outcome::Review ? 1 : 0;
            if (verdict.finding.outcome == Outcome::Flagged && overlap >= 0)
                tally->overlaps.append(overlap);
        }
        qInfo().noquote() << u"%1 %2 %3 iou %4 : %5"_s.arg(m_seed + i)
                                 .arg(picture.name, -16)
                                 .arg(toName(verdict.finding.outcome), -12)
                                 .arg(overlap, 0, 'f', 2)
                                 .arg(cuesOf(verdict));
    }
    tallies[u"all"_s] = all;
    for (auto row = tallies.begin(); row != tallies.end(); ++row)
        qInfo().noquote() << u"%1 of %2 flagged %3, review %4, overlap %5"_s.arg(row.key(), -16)
                                 .arg(row->pictures)
                                 .arg(row->flagged)
                                 .arg(row->toLookAt)
                                 .arg(evaluation::mean(row->overlaps), 0, 'f', 2);
    QVERIFY(all.flagged + all.toLookAt >= all.pictures * leastFound);
}

void BenchmarkEditing::harmless()
{
    Tally all;
    for (int i = 0; i < 2 * m_pictures; ++i) {
        const DrawnPicture picture =
            harmlessPicture(static_cast<Harmless>(i % harmlessCount), std::uint64_t(m_seed + 500 + i));
        const Verdict verdict = judged(picture.bytes, std::nullopt);
        ++all.pictures;
        all.flagged += verdict.finding.outcome == Outcome::Flagged ? 1 : 0;
        all.toLookAt += verdict.finding.outcome == Outcome::Review ? 1 : 0;
        qInfo().noquote() << u"%1 %2 %3 : %4"_s.arg(m_seed + 500 + i)
                                 .arg(picture.name, -16)
                                 .arg(toName(verdict.finding.outcome), -12)
                                 .arg(cuesOf(verdict));
    }
    qInfo() << "harmless" << all.pictures << "flagged" << all.flagged << "to look at" << all.toLookAt;
    QVERIFY(all.flagged <= all.pictures * 0.03 + 1);
}

void BenchmarkEditing::realPictures()
{
    const QString folder = qEnvironmentVariable("SCRUTINEER_TESTDATA");
    if (folder.isEmpty())
        QSKIP("SCRUTINEER_TESTDATA is not set: the real pictures are not there.");
    QDirIterator files(folder, {u"*.jpg"_s, u"*.png"_s}, QDir::Files, QDirIterator::Subdirectories);
    QStringList paths;
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    for (const QString &path : paths) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Verdict verdict = judged(file.readAll(), std::nullopt);
        QVERIFY(verdict.hasFile);
        qInfo().noquote() << u"%1 %2 : %3"_s.arg(QFileInfo(path).fileName(), -44)
                                 .arg(toName(verdict.finding.outcome), -12)
                                 .arg(cuesOf(verdict));
    }
}

/// A 12-megapixel photo of a document, each stage.
void BenchmarkEditing::time()
{
    cv::setNumThreads(1);
    const DrawnPicture picture = harmlessPicture(Harmless::SavedTwice, std::uint64_t(m_seed));
    const QByteArray bytes = enlarged(picture.bytes, QSize(4032, 3024));
    for (int run = 0; run < 3; ++run) {
        const Verdict verdict = judged(bytes, std::nullopt);
        QStringList stages;
        for (auto stage = verdict.stageMs.begin(); stage != verdict.stageMs.end(); ++stage)
            stages.append(u"%1 %2"_s.arg(stage.key()).arg(stage.value(), 0, 'f', 0));
        qInfo().noquote()
            << u"12 megapixels: %1 ms (%2)"_s.arg(verdict.totalMs, 0, 'f', 0).arg(stages.join(u", "_s));
    }
}

QTEST_MAIN(BenchmarkEditing)
#include "benchmark_editing.moc"
