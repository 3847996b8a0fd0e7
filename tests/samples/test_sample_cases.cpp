// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/face_engine.h"
#include "engine/face/model_files.h"
#include "engine/samples/portrait.h"
#include "engine/samples/sample_cases.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/imgcodecs.hpp>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {
QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator paths(folder, QDir::Files, QDirIterator::Subdirectories);
    while (paths.hasNext()) {
        QFile file(paths.next());
        if (file.open(QIODevice::ReadOnly))
            files[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
    }
    return files;
}

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
        QVERIFY(writeSampleCases(m_folder.path(), 3, 1).has_value());
        m_files = filesIn(m_folder.path());
        QVERIFY(m_files.contains(u"SAMPLE-1-0003/bill.pdf"_s));
    }

    void sameSeedGivesTheSameBytes()
    {
        QTemporaryDir again;
        QVERIFY(writeSampleCases(again.path(), 3, 1).has_value());
        const QMap<QString, QByteArray> files = filesIn(again.path());
        QCOMPARE(files.size(), 14);
        for (auto file = files.begin(); file != files.end(); ++file)
            QVERIFY2(m_files.value(file.key()) == file.value(), qPrintable(file.key()));
    }

    void everyCaseHasATruthAndALesson()
    {
        for (const QString &id : {u"SAMPLE-1-0001"_s, u"SAMPLE-1-0002"_s, u"SAMPLE-1-0003"_s}) {
            const QJsonObject bundle = json(m_files.value(id + u"/case.json"_s));
            const QJsonObject truth = json(m_files.value(id + u"/truth.json"_s));
            QCOMPARE(bundle[u"id"_s].toString(), id);
            QVERIFY(!truth[u"lesson"_s].toString().isEmpty());
            QCOMPARE(truth[u"flagged"_s].toArray().isEmpty(),
                     truth[u"decision"_s].toString() == u"approve"_s);
            for (const QJsonValue &file : bundle[u"files"_s].toArray())
                QVERIFY(m_files.contains(id + u'/' + file[u"path"_s].toString()));
        }
        QCOMPARE(json(m_files.value(u"SAMPLE-1-0002/truth.json"_s))[u"flagged"_s].toArray().size(), 3);
    }

    void facesAreFoundWithoutAModel()
    {
        if (face::cascadeFile().isEmpty())
            QSKIP("opencv-data is not installed");
        face::FaceEngine engine({});
        for (const QString &name : {u"SAMPLE-1-0001/selfie.jpg"_s, u"SAMPLE-1-0001/passport.jpg"_s,
                                    u"SAMPLE-1-0003/selfie.jpg"_s}) {
            const cv::Mat picture = cv::imread(m_folder.filePath(name).toStdString());
            const auto faces = engine.read(picture, 1);
            QVERIFY2(faces && !faces->faces.isEmpty(), qPrintable(name));
        }
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
        const QList<float> portrait = embedding(u"SAMPLE-1-0001/passport.jpg"_s);
        const QList<float> selfie = embedding(u"SAMPLE-1-0001/selfie.jpg"_s);
        QCOMPARE(portrait.size(), selfie.size());
        const double cosine = std::inner_product(portrait.begin(), portrait.end(), selfie.begin(), 0.0);
        QVERIFY2(cosine > 0.45, qPrintable(QString::number(cosine)));
    }

private:
    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_files;
};

QTEST_MAIN(TestSampleCases)
#include "test_sample_cases.moc"
