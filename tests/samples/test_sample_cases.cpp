// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/case/bundle_reader.h"
#include "engine/face/face_engine.h"
#include "engine/face/model_files.h"
#include "engine/policy/catalogue.h"
#include "engine/samples/sample_cases.h"
#include "tests/samples/files_in.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/imgcodecs.hpp>

#include <numeric>

using namespace scrutineer;
using namespace scrutineer::samples;
using scrutineer::test::filesIn;
using namespace Qt::StringLiterals;

namespace {
QJsonObject json(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}
} // namespace

class TestSampleCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(writeSampleCases(m_folder.path(), count, 1).has_value());
        qInfo("%d cases in %lld ms", count, timer.elapsed());
        m_files = filesIn(m_folder.path());
        QVERIFY(m_files.contains(u"SAMPLE-1-0003/truth.json"_s));
    }

    void sameSeedGivesTheSameBytes()
    {
        QTemporaryDir again;
        QVERIFY(writeSampleCases(again.path(), count, 1).has_value());
        const QMap<QString, QByteArray> files = filesIn(again.path());
        QCOMPARE(files.keys(), m_files.keys());
        for (auto file = files.begin(); file != files.end(); ++file)
            QVERIFY2(m_files.value(file.key()) == file.value(), qPrintable(file.key()));
    }

    void theFirstThreeAreCleanFlaggedAndAdvanced()
    {
        const auto truth = [&](const QString &id) { return json(m_files.value(id + u"/truth.json"_s)); };
        QCOMPARE(truth(u"SAMPLE-1-0001"_s)[u"flagged"_s].toArray(), QJsonArray());
        QCOMPARE(truth(u"SAMPLE-1-0002"_s)[u"flagged"_s].toArray().size(), 3);
        QCOMPARE(json(m_files.value(u"SAMPLE-1-0003/case.json"_s))[u"level"_s].toString(), u"advanced"_s);
    }

    void everyCaseCanBeReadAndTeaches()
    {
        for (int i = 1; i <= count; ++i) {
            const QString id = u"SAMPLE-1-%1"_s.arg(i, 4, 10, QLatin1Char('0'));
            QVERIFY2(readBundle(m_folder.filePath(id)).has_value(), qPrintable(id));
            const QJsonObject truth = json(m_files.value(id + u"/truth.json"_s));
            QVERIFY(!truth[u"lesson"_s].toString().isEmpty());
            QCOMPARE(truth[u"flagged"_s].toArray().size(), truth[u"reasons"_s].toArray().size());
            QCOMPARE(truth[u"flagged"_s].toArray().isEmpty(),
                     truth[u"decision"_s].toString() == u"approve"_s);
            QVERIFY(truth[u"clear"_s].toArray().size() > 5);
        }
    }

    void everyFingerIsInTheTruth()
    {
        QTemporaryDir folder;
        const CasePlan plan{Level::Primary, {{u"document.obstructed"_s, 1, 1.0}}, {}, false};
        QVERIFY(writePlannedCases(folder.path(), u"FINGERS"_s, {plan}, 1).has_value());
        const QByteArray truth = filesIn(folder.path()).value(u"FINGERS-0001/truth.json"_s);
        const QJsonArray regions = json(truth)[u"regions"_s].toArray();
        QCOMPARE(regions.size(), 2);
        QVERIFY(regions[0] != regions[1]);
    }

    void regionsLieInsideTheirPictures()
    {
        int seen = 0;
        for (auto file = m_files.begin(); file != m_files.end(); ++file) {
            if (!file.key().endsWith(u"truth.json"_s))
                continue;
            const QString folder = m_folder.filePath(file.key().section(u'/', 0, 0)) + u'/';
            for (const QJsonValue &region : json(file.value())[u"regions"_s].toArray()) {
                QImageReader reader(folder + region[u"path"_s].toString());
                QSize size = reader.size();
                if (!size.isValid()) // a PDF, at 200 dpi
                    size = QSize(1654, 2339);
                else if (reader.transformation() & QImageIOHandler::TransformationRotate90)
                    size.transpose();
                for (const QJsonValue &point : region[u"polygon"_s].toArray()) {
                    QVERIFY2(point[0].toInt() >= -1 && point[0].toInt() <= size.width() + 1,
                             qPrintable(file.key()));
                    QVERIFY2(point[1].toInt() >= -1 && point[1].toInt() <= size.height() + 1,
                             qPrintable(file.key()));
                    ++seen;
                }
            }
        }
        QVERIFY(seen > 8);
    }

    void phonesLeaveTheirMark()
    {
        int marked = 0;
        for (auto file = m_files.begin(); file != m_files.end(); ++file) {
            if (!file.key().endsWith(u".jpg"_s))
                continue;
            const qsizetype at = file->indexOf(QByteArray("Exif\0\0", 6));
            if (at < 0)
                continue; // a messenger or a scanner
            QCOMPARE(at, 6);
            QVERIFY(file->left(800).contains("2026:"));
            ++marked;
        }
        QVERIFY2(marked >= 4, qPrintable(QString::number(marked)));
    }

    void facesAreFoundWithoutAModel()
    {
        if (face::cascadeFile().isEmpty())
            QSKIP("opencv-data is not installed");
        face::FaceEngine engine({});
        int pictures = 0;
        int found = 0;
        QDirIterator paths(m_folder.path(), {u"front.jpg"_s, u"selfie.jpg"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (paths.hasNext()) {
            const auto faces = engine.read(cv::imread(paths.next().toStdString()), 1);
            QVERIFY(faces);
            ++pictures;
            found += faces->faces.isEmpty() ? 0 : 1;
        }
        qInfo("the cascade finds faces in %d of %d pictures", found, pictures);
        QVERIFY(pictures >= 8);
        QVERIFY(found >= pictures * 0.9); // flaws of light and cover are among them
    }

    void onePersonStaysRecognisable()
    {
        face::FaceEngine engine({qEnvironmentVariable("SCRUTINEER_MODELS")});
        if (engine.recognizerName().isEmpty())
            QSKIP("SCRUTINEER_MODELS has no recogniser: identities are not compared");
        const auto embedding = [&](const QString &name) {
            const auto faces = engine.read(cv::imread(m_folder.filePath(name).toStdString()), 1);
            return faces && !faces->faces.isEmpty() ? faces->faces.first().embedding : QList<float>();
        };
        const QList<float> portrait = embedding(u"SAMPLE-1-0001/front.jpg"_s);
        const QList<float> selfie = embedding(u"SAMPLE-1-0001/selfie.jpg"_s);
        QVERIFY(!portrait.isEmpty());
        QCOMPARE(portrait.size(), selfie.size());
        const double cosine = std::inner_product(portrait.begin(), portrait.end(), selfie.begin(), 0.0);
        QVERIFY2(cosine > 0.4, qPrintable(QString::number(cosine)));
    }

private:
    static constexpr int count = 5;
    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_files;
};

QTEST_MAIN(TestSampleCases)
#include "test_sample_cases.moc"
