// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_evidence/pages.h"
#include "ui/faces/face_comparison.h"
#include "ui/faces/face_crop.h"
#include "ui/faces/face_strip.h"
#include "ui/faces/face_tile.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace scrutineer;
using namespace scrutineer::ui;
using namespace scrutineer::ui::testing;

namespace {
const QString front = QStringLiteral("front.jpg");
const QString selfie = QStringLiteral("selfie.jpg");
constexpr FaceBands bands{0.25, 0.36};

/// A face of five coloured dots, `eyes` pixels between the eyes, turned about its middle.
facts::Face faceAt(const QPointF &middle, double eyes, double degrees)
{
    QTransform place;
    place.translate(middle.x(), middle.y());
    place.rotate(degrees);
    place.scale(eyes, eyes);
    facts::Face face;
    for (const QPointF &point : {QPointF(-0.5, -0.3), QPointF(0.5, -0.3), QPointF(0, 0.27),
                                 QPointF(-0.41, 0.86), QPointF(0.42, 0.85)})
        face.landmarks.append(place.map(point));
    face.box = QRectF(middle.x() - eyes, middle.y() - 1.2 * eyes, 2 * eyes, 2.6 * eyes);
    face.score = 0.9;
    return face;
}

QImage pictureOf(const facts::Face &face, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGray);
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    const double r = QLineF(face.landmarks[0], face.landmarks[1]).length() / 6;
    painter.setBrush(Qt::red);
    painter.drawEllipse(face.landmarks[0], r, r);
    painter.setBrush(Qt::green);
    painter.drawEllipse(face.landmarks[1], r, r);
    painter.setBrush(Qt::white);
    painter.drawEllipse(face.landmarks[2], r, r);
    return image;
}

Case twoFiles()
{
    Case result;
    result.id = QStringLiteral("C-1");
    result.files = {{Role::Selfie, selfie},
                    {Role::AddressProof, QStringLiteral("bill.pdf")},
                    {Role::DocumentFront, front}};
    return result;
}

facts::FileFacts fileWith(const QString &path, const QList<facts::Face> &faces)
{
    facts::FileFacts file;
    file.path = path;
    file.faces = facts::Faces{QStringLiteral("yunet"), {}, faces};
    return file;
}

QStringList texts(const QWidget *parent, const QString &name)
{
    QStringList result;
    for (const QLabel *label : parent->findChildren<QLabel *>(name))
        result.append(label->text());
    return result;
}
} // namespace

class TestFaces : public QObject
{
    Q_OBJECT

    const facts::Face m_small = faceAt({400, 300}, 60, 25);
    const facts::Face m_large = faceAt({500, 640}, 300, -10);

    QList<facts::DisplayPage> pages() const
    {
        return {pageOf(pictureOf(m_small, {800, 600}), front),
                pageOf(pictureOf(m_large, {1000, 1300}), selfie)};
    }

    facts::Facts facts() const
    {
        facts::Facts result;
        result.files = {fileWith(front, {m_small}), fileWith(selfie, {m_large, m_small})};
        return result;
    }

private Q_SLOTS:
    void facesComeToOneScaleAndUpright_data()
    {
        QTest::addColumn<facts::Face>("face");
        QTest::addColumn<QSize>("page");
        QTest::addColumn<double>("displayScale");
        QTest::newRow("small, turned") << m_small << QSize(800, 600) << 1.0;
        QTest::newRow("large") << m_large << QSize(1000, 1300) << 1.0;
        QTest::newRow("display half the size") << m_large << QSize(1000, 1300) << 0.5;
        QTest::newRow("upside down") << faceAt({400, 300}, 90, 180) << QSize(800, 600) << 1.0;
    }

    void facesComeToOneScaleAndUpright()
    {
        QFETCH(facts::Face, face);
        QFETCH(QSize, page);
        QFETCH(double, displayScale);
        constexpr int side = 200;
        const QTransform transform = faceTransform(face, side);
        const QPointF right = transform.map(face.landmarks[0]);
        const QPointF left = transform.map(face.landmarks[1]);
        QVERIFY(qAbs(QLineF(right, left).length() - 0.82 * side * 35.2 / 112) < 4);
        QVERIFY(qAbs(right.y() - left.y()) < 1.5);
        QVERIFY(right.x() < left.x());
        QVERIFY(qAbs((right.x() + left.x()) / 2 - side / 2.0) < 3);
        const QImage picture =
            pictureOf(face, page)
                .scaled(page * displayScale, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const QImage crop = faceCrop(picture, page, face, side);
        QCOMPARE(crop.size(), QSize(side, side));
        const QColor eye = crop.pixelColor(right.toPoint());
        QVERIFY(eye.red() > 200 && eye.green() < 60);
        QVERIFY(crop.pixelColor(left.toPoint()).green() > 200);
    }

    void withoutLandmarksTheBoxIsCut()
    {
        facts::Face face = m_large;
        face.landmarks.clear();
        const QTransform transform = faceTransform(face, 100);
        const QRectF box = transform.mapRect(face.box);
        QVERIFY(QRectF(0, 0, 100, 100).contains(box));
        QVERIFY(QLineF(box.center(), {50, 50}).length() < 0.1);
        face.box = {};
        QVERIFY(faceCrop(pictureOf(m_large, {1000, 1300}), {1000, 1300}, face, 100).size().width() <= 100);
        QVERIFY(faceCrop({}, {1000, 1300}, m_large, 100).isNull());
    }

    void showsFacesScoresAndBands_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("words");
        QTest::newRow("different") << 0.21 << QStringLiteral("Different people, 0.21");
        QTest::newRow("look") << 0.30 << QStringLiteral("Unclear, look: 0.30");
        QTest::newRow("same") << 0.72 << QStringLiteral("Same person, 0.72");
    }

    void showsFacesScoresAndBands()
    {
        QFETCH(double, score);
        QFETCH(QString, words);
        FaceStrip strip;
        strip.resize(320, 200);
        strip.setCase(twoFiles(), pages());
        QVERIFY(!strip.canCompare());
        facts::Facts read = facts();
        read.faceMatches = {{front, selfie, score, QStringLiteral("mobilefacenet_112")}};
        strip.setFacts(read, bands);
        QTRY_VERIFY(strip.canCompare());
        QCOMPARE(strip.findChildren<FaceTile *>().size(), 2);
        QCOMPARE(texts(&strip, QStringLiteral("faceScoreLabel")), QStringList{words});
        QCOMPARE(texts(&strip, QStringLiteral("faceModelLabel")),
                 QStringList{QStringLiteral("mobilefacenet_112")});
    }

    void notAssessedNamesTheModel()
    {
        FaceStrip strip;
        strip.setCase(twoFiles(), pages());
        strip.setFacts(facts(), bands);
        Finding finding;
        finding.checkId = QStringLiteral("face.mismatch");
        finding.outcome = Outcome::NotAssessed;
        finding.message.text = QStringLiteral("Install face_recognition_sface_2021dec.onnx.");
        strip.setFindings({finding});
        QCOMPARE(texts(&strip, QStringLiteral("faceScoreLabel")), QStringList{finding.message.text});
        // The faces can be compared by eye all the same.
        QTRY_VERIFY(strip.canCompare());
    }

    void saysWhyThereIsNoFace()
    {
        FaceStrip strip;
        strip.setCase(twoFiles(), pages());
        facts::Facts read = facts();
        read.files[0] = fileWith(front, {});
        read.files[1].unreadable = Error{ErrorCode::FileEncrypted, {}, {}};
        strip.setFacts(read, bands);
        const QList<FaceTile *> tiles = strip.findChildren<FaceTile *>();
        QCOMPARE(tiles.size(), 2);
        QVERIFY(tiles[0]->accessibleName().contains(QStringLiteral("No face found")));
        QVERIFY(tiles[1]->accessibleName().contains(QStringLiteral("Cannot be read")));
        QVERIFY(!tiles[0]->isEnabled());
        strip.compare();
        QVERIFY(!strip.findChild<FaceComparison *>());
    }

    void clickAsksForTheRegion()
    {
        FaceStrip strip;
        strip.resize(320, 200);
        strip.setCase(twoFiles(), pages());
        strip.setFacts(facts(), bands);
        strip.show();
        QTRY_VERIFY(strip.canCompare());
        QSignalSpy requested(&strip, &FaceStrip::regionRequested);
        QTest::mouseClick(strip.findChildren<FaceTile *>().at(1), Qt::LeftButton);
        QCOMPARE(requested.size(), 1);
        const auto region = requested[0][0].value<Region>();
        QCOMPARE(region.path, selfie);
        QCOMPARE(region.polygon.boundingRect(), m_large.box);
    }

    void cropsOfAnEarlierCaseAreDropped()
    {
        FaceStrip strip;
        strip.setCase(twoFiles(), pages());
        strip.setFacts(facts(), bands);
        strip.clear();
        QVERIFY(strip.findChildren<FaceTile *>().isEmpty());
        strip.setCase(twoFiles(), {});
        for (const FaceTile *tile : strip.findChildren<FaceTile *>())
            QVERIFY(tile->accessibleName().contains(QStringLiteral("Still being read")));
        QVERIFY(!strip.canCompare());
    }

    void damagedPagesAreNamed()
    {
        FaceStrip strip;
        facts::DisplayPage page = pages().at(0);
        page.display.chop(10);
        page.preview.clear();
        strip.setCase(twoFiles(), {page});
        strip.setFacts(facts(), bands);
        QTRY_VERIFY(
            strip.findChildren<FaceTile *>().at(0)->accessibleName().contains(QStringLiteral("damaged")));
    }

    void blinksAndSlides()
    {
        FaceStrip strip;
        strip.resize(320, 200);
        strip.setCase(twoFiles(), pages());
        strip.setFacts(facts(), bands);
        strip.show();
        QTRY_VERIFY(strip.canCompare());
        strip.findChild<QToolButton *>(QStringLiteral("compareFacesButton"))->click();
        auto *window = strip.findChild<FaceComparison *>();
        QVERIFY(window && window->isVisible());
        QVERIFY(QTest::qWaitForWindowExposed(window));
        FaceOverlay *overlay = window->overlay();
        QCOMPARE(overlay->mode(), FaceOverlay::Mode::SideBySide);
        QTest::keyClick(overlay, Qt::Key_B);
        QCOMPARE(overlay->mode(), FaceOverlay::Mode::Blink);
        const QImage first = overlay->grab().toImage();
        QTRY_VERIFY(overlay->showsSecond());
        QVERIFY(overlay->grab().toImage() != first);
        QTest::keyClick(overlay, Qt::Key_S);
        QCOMPARE(overlay->mode(), FaceOverlay::Mode::Slide);
        QTest::keyClick(overlay, Qt::Key_Right);
        QVERIFY(overlay->seam() > 0.5);
        overlay->setSeam(0);
        QTest::mouseMove(overlay, overlay->rect().center());
        QTRY_VERIFY(qAbs(overlay->seam() - 0.5) < 0.02);
        QVERIFY(texts(window, QStringLiteral("comparisonLabel"))
                    .first()
                    .contains(QStringLiteral("not compared")));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestFaces test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_faces.moc"
