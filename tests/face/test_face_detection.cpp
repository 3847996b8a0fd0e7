// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/detection.h"
#include "engine/face/face_engine.h"
#include "engine/face/face_quality.h"
#include "engine/face/model_files.h"
#include "engine/face/recognizer.h"
#include "engine/face/yunet.h"

#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace scrutineer::face;

class TestFaceDetection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheBestOfOverlappingDetections()
    {
        Detection best{{10, 10, 100, 100}, 0.9F};
        Detection shifted{{20, 15, 100, 100}, 0.8F};
        Detection other{{300, 10, 80, 80}, 0.7F};
        const std::vector<Detection> kept = withoutOverlaps({other, shifted, best}, 0.3F);
        QCOMPARE(kept.size(), size_t{2});
        QCOMPARE(kept[0].score, 0.9F);
        QCOMPARE(kept[1].score, 0.7F);
    }

    void searchesFoldersInOrderAndZooFilesFirst()
    {
        QTemporaryDir first;
        QTemporaryDir second;
        touch(first.filePath(QStringLiteral("mobilefacenet_112.onnx")));
        touch(second.filePath(QStringLiteral("face_recognition_sface_2021dec.onnx")));
        touch(second.filePath(QStringLiteral("mobilefacenet_112.onnx")));
        QCOMPARE(findRecognizer({first.path(), second.path()}).name, QStringLiteral("mobilefacenet_112"));
        QCOMPARE(findRecognizer({second.path(), first.path()}).name,
                 QStringLiteral("face_recognition_sface_2021dec"));
        QVERIFY(!findDetector({first.path(), second.path()}).isFound());
    }

    void saysWhichModelIsMissingOrDamaged()
    {
        QTemporaryDir folder;
        const QString absent = folder.filePath(QStringLiteral("yunet_n_640.onnx"));
        QCOMPARE(YuNet::load(absent).error(),
                 (Error{ErrorCode::ModelMissing, QStringLiteral("yunet_n_640.onnx"), {}}));
        touch(absent);
        QCOMPARE(YuNet::load(absent).error().code, ErrorCode::ModelDamaged);
        const QString recognizer = folder.filePath(QStringLiteral("mobilefacenet_112.onnx"));
        touch(recognizer);
        QCOMPARE(Recognizer::load(recognizer).error().code, ErrorCode::ModelDamaged);
    }

    void fallsBackToTheCascadeAndSaysWhatIsDamaged()
    {
        if (cascadeFile().isEmpty())
            QSKIP("opencv-data is not installed");
        QTemporaryDir folder;
        touch(folder.filePath(QStringLiteral("yunet_n_640.onnx")));
        FaceEngine engine({folder.path()});
        QCOMPARE(engine.detectorName(), QStringLiteral("haar"));
        QVERIFY(engine.recognizerName().isEmpty());
        QCOMPARE(engine.modelErrors().size(), 1);
        QCOMPARE(engine.modelErrors().first().where, QStringLiteral("yunet_n_640.onnx"));
    }

    void findsNoFaceWhereThereIsNone_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("plain") << 640 << 480;
        QTest::newRow("one pixel") << 1 << 1;
        QTest::newRow("a line") << 2000 << 1;
    }

    void findsNoFaceWhereThereIsNone()
    {
        if (cascadeFile().isEmpty())
            QSKIP("opencv-data is not installed");
        QFETCH(int, width);
        QFETCH(int, height);
        FaceEngine engine({});
        const auto faces = engine.read(cv::Mat(height, width, CV_8UC3, cv::Scalar::all(90)), 1, Turn::Any);
        QVERIFY(faces.hasValue());
        QVERIFY(faces->faces.isEmpty());
        QCOMPARE(faces->detector, QStringLiteral("haar"));
    }

    void measuresLightAndFocusOfAFace()
    {
        cv::Mat sharp(200, 200, CV_8UC3, cv::Scalar::all(100));
        for (int y = 0; y < 200; y += 8)
            cv::line(sharp, {0, y}, {199, y}, cv::Scalar::all(160), 2);
        cv::Mat soft;
        cv::GaussianBlur(sharp, soft, {}, 4);
        const Detection face{{20, 20, 160, 160}, 1};
        QVERIFY(measureQuality(sharp, face).sharpness > 10 * measureQuality(soft, face).sharpness);

        const cv::Mat blown(200, 200, CV_8UC3, cv::Scalar::all(255));
        QCOMPARE(measureQuality(blown, face).clippedShare, 1.0);
        QCOMPARE(measureQuality(blown, face).luma, 255.0);
    }

    void cropsInsideThePictureOnly()
    {
        const cv::Mat picture(50, 50, CV_8UC3, cv::Scalar::all(10));
        QCOMPARE(alignedCrop(picture, {{-40, -40, 60, 60}, 1}).size(), cv::Size(112, 112));
        QCOMPARE(cv::countNonZero(alignedCrop(picture, {{500, 500, 60, 60}, 1}).reshape(1)), 0);
    }

private:
    static void touch(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no model");
    }
};

QTEST_GUILESS_MAIN(TestFaceDetection)
#include "test_face_detection.moc"
