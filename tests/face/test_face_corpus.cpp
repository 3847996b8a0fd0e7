// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/face_engine.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QtTest>

#include <opencv2/imgcodecs.hpp>

#include <numeric>

using namespace scrutineer;
using namespace scrutineer::face;

/// Real photographs from SCRUTINEER_TESTDATA, with the models of SCRUTINEER_MODELS.
class TestFaceCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_data = qEnvironmentVariable("SCRUTINEER_TESTDATA");
        m_models = qEnvironmentVariable("SCRUTINEER_MODELS");
        if (m_data.isEmpty())
            QSKIP("SCRUTINEER_TESTDATA is not set: the real photographs are not tested");
        QFile file(m_data + QStringLiteral("/faces/truth.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_truth = QJsonDocument::fromJson(file.readAll()).object();
    }

    void matchesPeople()
    {
        FaceEngine engine({m_models});
        if (engine.recognizerName().isEmpty())
            QSKIP("SCRUTINEER_MODELS has no recogniser: matches are not tested");
        double lowestSame = 1;
        double highestDifferent = -1;
        for (const QJsonValue &pair : m_truth[QLatin1StringView("same_person")].toArray())
            lowestSame = std::min(lowestSame, cosine(engine, pair.toArray()));
        for (const QJsonValue &pair : m_truth[QLatin1StringView("different_people")].toArray())
            highestDifferent = std::max(highestDifferent, cosine(engine, pair.toArray()));
        qInfo("same person: lowest %.3f; different people: highest %.3f", lowestSame, highestDifferent);
        QVERIFY(lowestSame > 0.347);       // the lowest of 184 public pairs
        QVERIFY(highestDifferent < 0.320); // the highest of 1,823
    }

    void findsSeveralPeople()
    {
        FaceEngine engine({m_models});
        for (const QJsonValue &name : m_truth[QLatin1StringView("several_people")].toArray())
            QVERIFY2(facesIn(engine, name.toString()).size() >= 2, qPrintable(name.toString()));
    }

    void cascadeFindsTheFacesOfPhotographs()
    {
        FaceEngine engine({});
        if (engine.detectorName().isEmpty())
            QSKIP("opencv-data is not installed");
        for (const char *name :
             {"faces/obama.jpg", "faces/obama2.jpg", "faces/biden.jpg", "faces/biden2.jpg"})
            QVERIFY2(!facesIn(engine, QString::fromLatin1(name)).isEmpty(), name);
    }

    void findsAPortraitOnADocumentThatLiesOnItsSide()
    {
        FaceEngine engine({m_models});
        cv::Mat card = read(QStringLiteral("documents/ca-licence-mock-front.png"));
        const auto upright = engine.read(card, 1, Turn::Any);
        QVERIFY(upright && !upright->faces.isEmpty());
        const QPointF centre = upright->faces.first().box.center();
        cv::Mat turned;
        cv::rotate(card, turned, cv::ROTATE_90_CLOCKWISE);
        const auto sideways = engine.read(turned, 1, Turn::Any);
        QVERIFY(sideways && !sideways->faces.isEmpty());
        const QPointF expected(card.rows - centre.y(), centre.x());
        QVERIFY(QLineF(sideways->faces.first().box.center(), expected).length() < 30);
    }

    void isQuick()
    {
        FaceEngine engine({m_models});
        const cv::Mat picture = read(QStringLiteral("faces/obama.jpg"));
        std::ignore = engine.read(picture, 1);
        QElapsedTimer timer;
        timer.start();
        const auto faces = engine.read(picture, 1);
        qInfo("%s + %s: %lld ms", qPrintable(engine.detectorName()), qPrintable(engine.recognizerName()),
              timer.elapsed());
        QVERIFY(faces.hasValue());
        QVERIFY(timer.elapsed() < 3000);
    }

private:
    cv::Mat read(const QString &name) const { return cv::imread((m_data + u'/' + name).toStdString()); }

    QList<facts::Face> facesIn(FaceEngine &engine, const QString &name) const
    {
        const auto faces = engine.read(read(name), 1);
        return faces ? faces->faces : QList<facts::Face>();
    }

    double cosine(FaceEngine &engine, const QJsonArray &pair) const
    {
        const QList<facts::Face> a = facesIn(engine, pair[0].toString());
        const QList<facts::Face> b = facesIn(engine, pair[1].toString());
        if (a.isEmpty() || b.isEmpty())
            return 0;
        const double score =
            std::inner_product(a[0].embedding.begin(), a[0].embedding.end(), b[0].embedding.begin(), 0.0);
        qInfo("%s %s: %.3f", qPrintable(pair[0].toString()), qPrintable(pair[1].toString()), score);
        return score;
    }

    QString m_data;
    QString m_models;
    QJsonObject m_truth;
};

QTEST_GUILESS_MAIN(TestFaceCorpus)
#include "test_face_corpus.moc"
