// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/face_engine.h"
#include "engine/samples/cast.h"
#include "engine/samples/portraits/read_people.h"
#include "engine/samples/sample_cases.h"
#include "engine/samples/scene/selfie.h"
#include "tests/samples/files_in.h"

#include <QDirIterator>
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
/// A picture as somebody would hand it in.
cv::Mat selfieOf(const Person &person, uint64_t seed)
{
    Random random(seed);
    SelfieScene scene;
    scene.frame = {720, 960};
    scene.person = person;
    scene.person.glasses = false;
    scene.shot = makeSelfieShot(random);
    return takeSelfie(scene, random).bgr;
}

} // namespace

/// Cases made with pictures of people instead of drawn ones. The pictures are drawn here, as no real person's
/// may be in the repository.
class TestPortraits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (int k = 0; k < peopleCount; ++k) {
            const Person person = wholeCast()[static_cast<size_t>(k) * 9].person();
            for (int picture = 1; picture <= (k == 0 ? 1 : 3); ++picture)
                save(m_people, u"person-%1/%2.png"_s.arg(k).arg(picture),
                     selfieOf(person, static_cast<uint64_t>(100 * k + picture)));
        }
        save(m_people, u"person-0/notes.txt"_s, {});
    }

    void everyPersonIsRead()
    {
        const auto people = readPeople(m_people.path());
        QVERIFY2(people, people ? "" : qPrintable(sentence(people.error())));
        QVERIFY(people->arePictured());
        const Person first = people->somebody(0, Sex::Female, 30);
        QCOMPARE(first.pictured->name, u"person-0"_s);
        QCOMPARE(first.pictured->pictures.size(), 1U);
        const Person second = people->somebody(1, Sex::Female, 30);
        QCOMPARE(second.pictured->pictures.size(), 3U);
        QVERIFY(inAnotherPicture(second, 5).picture > 0);
        for (uint64_t draw = 0; draw < 12; ++draw)
            QVERIFY(people->somebodyElse(first, draw, Sex::Male, 30).pictured != first.pictured);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("where");
        const QString good = u"b/face.png"_s;
        QTest::newRow("one person") << QStringList{good} << ErrorCode::TooFewPeople << QString();
        QTest::newRow("no picture") << QStringList{good, u"a/notes.txt"_s} << ErrorCode::PictureMissing
                                    << u"a"_s;
        QTest::newRow("no face") << QStringList{good, u"a/grey.png"_s} << ErrorCode::FaceMissing
                                 << u"a/grey.png"_s;
        QTest::newRow("two faces") << QStringList{good, u"a/two.png"_s} << ErrorCode::ManyFaces
                                   << u"a/two.png"_s;
        QTest::newRow("no picture inside")
            << QStringList{good, u"a/broken.png"_s} << ErrorCode::FileDamaged << u"a/broken.png"_s;
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(QStringList, files);
        QFETCH(ErrorCode, code);
        QFETCH(QString, where);
        QTemporaryDir folder;
        const cv::Mat face = selfieOf(wholeCast()[0].person(), 1);
        for (const QString &file : files) {
            cv::Mat picture;
            if (file.endsWith(u"face.png"_s))
                picture = face;
            else if (file.endsWith(u"two.png"_s))
                cv::hconcat(face, selfieOf(wholeCast()[9].person(), 2), picture);
            else if (file.endsWith(u"grey.png"_s))
                picture = cv::Mat(300, 300, CV_8UC3, cv::Scalar(128, 128, 128));
            save(folder, file, picture);
        }
        const auto people = readPeople(folder.path());
        QVERIFY(!people);
        QCOMPARE(people.error().code, code);
        QVERIFY2(people.error().where.endsWith(where), qPrintable(people.error().where));
    }

    void missingFolderIsNamed()
    {
        const auto people = readPeople(m_people.filePath(u"nowhere"_s));
        QVERIFY(!people);
        QCOMPARE(people.error().code, ErrorCode::NotFound);
    }

    void casesAreMadeOfThem()
    {
        const auto people = readPeople(m_people.path());
        QVERIFY(people);
        CasePlan plain{Level::Primary, {}, {}, true};
        CasePlan mismatch{Level::Primary, {{u"face.mismatch"_s, 0, 1}}, {}, false};
        CasePlan several{Level::Primary, {{u"face.several_people"_s, 0, 1}}, {}, false};
        CasePlan altered{Level::Primary, {{u"document.altered"_s, 1, 1}}, {}, false};
        QTemporaryDir folder;
        QTemporaryDir again;
        for (const QTemporaryDir *to : {&folder, &again})
            QVERIFY(writePlannedCases(to->path(), u"REAL"_s, {plain, mismatch, several, altered}, 3, {},
                                      *people));
        const auto files = filesIn(folder.path());
        QCOMPARE(files, filesIn(again.path()));

        face::FaceEngine engine({qEnvironmentVariable("SCRUTINEER_MODELS")});
        const auto faces = [&](const QString &name) {
            const auto found = engine.read(cv::imread(folder.filePath(name).toStdString()), 1);
            return found ? found->faces : QList<facts::Face>();
        };
        for (const QString &name :
             {u"REAL-0001/front.jpg"_s, u"REAL-0001/selfie.jpg"_s, u"REAL-0001/handheld.jpg"_s,
              u"REAL-0002/front.jpg"_s, u"REAL-0002/selfie.jpg"_s, u"REAL-0003/selfie.jpg"_s})
            QVERIFY2(!faces(name).isEmpty(), qPrintable(name));
        if (engine.recognizerName().isEmpty())
            QSKIP("SCRUTINEER_MODELS has no recogniser: identities are not compared");
        const auto alike = [&](const QString &id) {
            const QList<float> a = faces(id + u"/front.jpg"_s).first().embedding;
            const QList<float> b = faces(id + u"/selfie.jpg"_s).first().embedding;
            return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
        };
        QVERIFY2(alike(u"REAL-0001"_s) > 0.5, qPrintable(QString::number(alike(u"REAL-0001"_s))));
        QVERIFY2(alike(u"REAL-0002"_s) < 0.4, qPrintable(QString::number(alike(u"REAL-0002"_s))));
        QVERIFY(faces(u"REAL-0003/selfie.jpg"_s).size() >= 2);
    }

private:
    /// An empty picture is a file without one.
    static void save(const QTemporaryDir &folder, const QString &name, const cv::Mat &picture)
    {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        if (!picture.empty()) {
            cv::imwrite(path.toStdString(), picture);
            return;
        }
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("not a picture");
    }

    static constexpr int peopleCount = 3;
    QTemporaryDir m_people;
};

QTEST_MAIN(TestPortraits)
#include "test_portraits.moc"
