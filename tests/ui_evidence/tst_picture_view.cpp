// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_evidence/pages.h"
#include "ui/evidence/label_layout.h"
#include "ui/evidence/picture_cache.h"
#include "ui/evidence/picture_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using namespace scrutineer;
using namespace scrutineer::ui;
using namespace scrutineer::ui::testing;

namespace {
const QSize pictureSize(1200, 800);
const QSize viewSize(600, 400);

Flag flagAround(const QString &checkId, const QRectF &box, Outcome outcome = Outcome::Flagged)
{
    return {checkId, 112, outcome, QStringLiteral("Glare"), QStringLiteral("Too bright."), {QPolygonF(box)}};
}

bool near(const QPointF &a, const QPointF &b, double distance = 0.01)
{
    return QLineF(a, b).length() <= distance;
}

void wheel(QWidget *widget, const QPointF &at, int angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(widget, &event);
}
} // namespace

class TestPictureView : public QObject
{
    Q_OBJECT

    std::unique_ptr<PictureCache> m_cache;
    std::unique_ptr<PictureView> m_view;

    void showPicture(const QSize &size = pictureSize)
    {
        m_view->setPage(pageOf(drawn(size), QStringLiteral("front.jpg")));
        QTRY_VERIFY(m_view->hasFullPicture());
    }

private Q_SLOTS:
    void init()
    {
        m_cache = std::make_unique<PictureCache>();
        m_view = std::make_unique<PictureView>(*m_cache);
        m_view->setReducedMotion(true);
        m_view->resize(viewSize);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_cache.reset();
    }

    void previewIsThereAtOnce()
    {
        m_view->setPage(pageOf(drawn(pictureSize), QStringLiteral("front.jpg")));
        QVERIFY(m_view->hasPicture());
        QVERIFY(!m_view->hasFullPicture());
        const QImage shown = m_view->grab().toImage();
        QVERIFY(qRed(shown.pixel(200, 200)) > 200);
        QVERIFY(qBlue(shown.pixel(400, 200)) > 200);
        QTRY_VERIFY(m_view->hasFullPicture());
    }

    void fitsAndStaysFitted()
    {
        showPicture();
        QCOMPARE(m_view->transform().zoom(), 0.5);
        QVERIFY(near(m_view->transform().toView().map(QPointF(0, 0)), {0, 0}));
        m_view->resize(300, 400);
        QTRY_COMPARE(m_view->transform().zoom(), 0.25);
        QVERIFY(near(m_view->transform().toView().map(QPointF(600, 400)), {150, 200}));
    }

    void wheelKeepsThePointUnderThePointer_data()
    {
        QTest::addColumn<QPointF>("at");
        QTest::newRow("middle") << QPointF(300, 200);
        QTest::newRow("corner") << QPointF(12, 391);
        QTest::newRow("edge") << QPointF(590, 200);
    }

    void wheelKeepsThePointUnderThePointer()
    {
        QFETCH(QPointF, at);
        showPicture();
        const QPointF before = m_view->transform().toPage().map(at);
        for (int i = 0; i < 7; ++i)
            wheel(m_view.get(), at, 120);
        QVERIFY(m_view->transform().zoom() > 1.5);
        QVERIFY(near(m_view->transform().toPage().map(at), before));
    }

    void zoomHasBounds()
    {
        showPicture();
        for (int i = 0; i < 200; ++i)
            m_view->zoomIn();
        QCOMPARE(m_view->transform().zoom(), ViewTransform::maximumZoom);
        for (int i = 0; i < 200; ++i)
            m_view->zoomOut();
        QCOMPARE(m_view->transform().zoom(), 0.25);
    }

    void dragPans()
    {
        showPicture();
        m_view->flyTo({550, 350, 100, 100});
        const QPointF before = m_view->transform().toPage().map(QPointF(300, 200));
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {300, 200});
        QTest::mouseMove(m_view.get(), {340, 230});
        QTest::mouseMove(m_view.get(), {350, 240});
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {350, 240});
        QVERIFY(near(m_view->transform().toPage().map(QPointF(350, 240)), before));
    }

    void panStopsAtThePicturesEdge()
    {
        showPicture();
        m_view->trueSize();
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->transform().visible().right(), 1200.0);
        QCOMPARE(m_view->transform().visible().width(), 600.0);
    }

    void rotationTurnsShapesWithThePicture_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<QPointF>("share"); // where the picture's top left corner stands in the fitted view
        QTest::newRow("90") << 1 << QPointF(1, 0);
        QTest::newRow("180") << 2 << QPointF(1, 1);
        QTest::newRow("270") << 3 << QPointF(0, 1);
        QTest::newRow("360") << 4 << QPointF(0, 0);
    }

    void rotationTurnsShapesWithThePicture()
    {
        QFETCH(int, turns);
        QFETCH(QPointF, share);
        showPicture();
        const QRectF white(0, 0, 120, 120);
        m_view->setFlags({flagAround(QStringLiteral("document.glare"), white)});
        for (int i = 0; i < turns; ++i)
            m_view->rotate();
        const QRectF page = m_view->transform().toView().mapRect(QRectF(QPointF(), QSizeF(pictureSize)));
        const QPointF corner(page.left() + share.x() * page.width(), page.top() + share.y() * page.height());
        QVERIFY(near(m_view->transform().toView().map(QPointF(0, 0)), corner));
        // The flag lies over the white square that is drawn there.
        const QPointF middle = m_view->transform().toView().map(white.center());
        QCOMPARE(m_view->flagAt(middle), QStringLiteral("document.glare"));
        m_view->setFlags({});
        QVERIFY(qGreen(m_view->grab().toImage().pixel(middle.toPoint())) > 200);
    }

    void fliesToARegion_data()
    {
        QTest::addColumn<QRectF>("region");
        QTest::newRow("small") << QRectF(700, 500, 30, 12);
        QTest::newRow("wide") << QRectF(100, 300, 900, 40);
        QTest::newRow("corner") << QRectF(1150, 760, 50, 40);
        QTest::newRow("almost all") << QRectF(10, 10, 1180, 780);
    }

    void fliesToARegion()
    {
        QFETCH(QRectF, region);
        showPicture();
        m_view->flyTo(region);
        QVERIFY(m_view->transform().visible().contains(region));
        QVERIFY(m_view->transform().zoom() >= 0.5);
        m_view->flyTo({});
        QVERIFY(m_view->isFitted());
    }

    void fliesWithMotion()
    {
        m_view->setReducedMotion(false);
        showPicture();
        const QRectF region(700, 500, 100, 50);
        QSignalSpy moves(m_view.get(), &PictureView::viewChanged);
        m_view->flyTo(region);
        QTRY_VERIFY(m_view->transform().zoom() > 1.5);
        QTRY_VERIFY(m_view->transform().visible().contains(region));
        QVERIFY(moves.size() > 1);
    }

    void clickSelectsTheSmallestFlag()
    {
        showPicture();
        m_view->setFlags({flagAround(QStringLiteral("large"), {100, 100, 800, 500}),
                          flagAround(QStringLiteral("small"), {400, 300, 80, 60})});
        QSignalSpy activated(m_view.get(), &PictureView::findingActivated);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {220, 165});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {100, 100});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {590, 390});
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated[0][0].toString(), QStringLiteral("small"));
        QCOMPARE(activated[1][0].toString(), QStringLiteral("large"));
    }

    void hoverNamesTheFlag()
    {
        showPicture();
        m_view->setFlags({flagAround(QStringLiteral("document.glare"), {400, 300, 200, 200})});
        const QPoint at(250, 200);
        QTest::mouseMove(m_view.get(), at);
        QTRY_COMPARE(m_view->cursor().shape(), Qt::PointingHandCursor);
        QHelpEvent help(QEvent::ToolTip, at, m_view->mapToGlobal(at));
        QApplication::sendEvent(m_view.get(), &help);
        QVERIFY(QToolTip::text().contains(QStringLiteral("112 Glare")));
        QVERIFY(QToolTip::text().contains(QStringLiteral("Too bright.")));
        QToolTip::hideText();
    }

    void hiddenAndClearFlagsAreNotDrawnUnlessSelected()
    {
        showPicture();
        const QString glare = QStringLiteral("document.glare");
        const QString focus = QStringLiteral("document.blurred");
        m_view->setFlags({flagAround(glare, {100, 100, 200, 200}),
                          flagAround(focus, {700, 100, 200, 200}, Outcome::Clear)});
        QCOMPARE(m_view->flagAt({100, 100}), glare);
        QCOMPARE(m_view->flagAt({400, 100}), QString());
        m_view->setHiddenChecks({glare});
        QCOMPARE(m_view->flagAt({100, 100}), QString());
        m_view->setSelectedCheck(glare);
        QCOMPARE(m_view->flagAt({100, 100}), glare);
        m_view->setSelectedCheck(focus);
        QCOMPARE(m_view->flagAt({400, 100}), focus);
    }

    void outcomesDifferWithoutColour()
    {
        showPicture();
        const auto grey = [this](Outcome outcome) {
            m_view->setFlags({flagAround(QStringLiteral("x"), {300, 200, 500, 400}, outcome)});
            QImage image = m_view->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    image.scanLine(y)[x] = image.constScanLine(y)[x] > 127 ? 255 : 0;
            }
            return image;
        };
        QVERIFY(grey(Outcome::Flagged) != grey(Outcome::Review));
    }

    void labelsKeepClearOfShapesAndEachOther()
    {
        const QRectF view(0, 0, 600, 400);
        const QSizeF size(48, 18);
        const QList<QRectF> shapes{
            {100, 100, 120, 40}, {100, 150, 120, 40}, {110, 200, 60, 60}, {560, 10, 40, 380}};
        QList<LabelRequest> requests;
        for (const QRectF &shape : shapes)
            requests.append({shape, size});
        requests.append({{-500, -500, 20, 20}, size});
        const QList<QRectF> labels = placeLabels(requests, shapes, view);
        QCOMPARE(labels.size(), 5);
        QVERIFY(labels[4].isNull());
        for (int i = 0; i < 4; ++i) {
            QVERIFY2(view.contains(labels[i]), qPrintable(QString::number(i)));
            for (const QRectF &shape : shapes)
                QVERIFY2(!labels[i].intersects(shape), qPrintable(QString::number(i)));
            for (int j = 0; j < i; ++j)
                QVERIFY2(!labels[i].intersects(labels[j]), qPrintable(QString::number(i)));
        }
    }

    void tellsOnceThatTrueSizeWasSeen()
    {
        showPicture();
        QSignalSpy seen(m_view.get(), &PictureView::trueSizeSeen);
        m_view->flyTo({0, 0, 1100, 700});
        m_view->grab();
        QVERIFY(seen.isEmpty());
        m_view->trueSize();
        m_view->grab();
        QTRY_COMPARE(seen.size(), 1);
        m_view->zoomIn();
        m_view->grab();
        QCoreApplication::processEvents();
        QCOMPARE(seen.size(), 1);
    }

    void loupeShowsWhileSpaceIsHeld()
    {
        showPicture({6000, 4000});
        m_view->setFocus();
        const QImage before = m_view->grab().toImage();
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->cursor().shape(), Qt::BlankCursor);
        QVERIFY(m_view->grab().toImage() != before);
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->grab().toImage(), before);
    }

    void altAndWheelTurnPages()
    {
        showPicture();
        QSignalSpy turned(m_view.get(), &PictureView::pageTurned);
        wheel(m_view.get(), {300, 200}, -60, Qt::AltModifier);
        QVERIFY(turned.isEmpty());
        wheel(m_view.get(), {300, 200}, -60, Qt::AltModifier);
        QCOMPARE(turned.size(), 1);
        QCOMPARE(turned[0][0].toInt(), 1);
        QCOMPARE(m_view->transform().zoom(), 0.5);
    }

    void hostileBytesNeverCrash_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = jpeg(drawn(pictureSize));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("two bytes") << QByteArray("\xff\xd8");
        QTest::newRow("half") << whole.first(whole.size() / 2);
        QTest::newRow("no end") << whole.first(whole.size() - 2);
        QTest::newRow("text") << QByteArray("%PDF-1.4 not a picture");
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        drawn(pictureSize).save(&buffer, "PNG");
        QTest::newRow("png") << png;
        QByteArray huge = whole; // says 65,500 x 65,500 in its frame header
        const qsizetype frame = huge.indexOf(QByteArray("\xff\xc0", 2));
        QVERIFY(frame > 0);
        huge.replace(frame + 5, 4, QByteArray("\xff\xdc\xff\xdc", 4));
        QTest::newRow("huge") << huge;
    }

    void hostileBytesNeverCrash()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(decodeJpeg(bytes).isNull());
        facts::DisplayPage page = pageOf(drawn(pictureSize), QStringLiteral("front.jpg"));
        page.display = bytes;
        QSignalSpy damaged(m_view.get(), &PictureView::damaged);
        m_view->setPage(page);
        QTRY_COMPARE(damaged.size(), 1);
        QVERIFY(m_view->hasPicture());
        page.preview = bytes;
        m_view->setPage(page);
        QTRY_COMPARE(damaged.size(), 2);
        QVERIFY(!m_view->hasPicture());
        m_view->zoomIn();
        m_view->flyTo({10, 10, 20, 20});
        QVERIFY(!m_view->grab().isNull());
    }

    void mutatedBytesNeverCrash()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio.jpeg=false"));
        const QByteArray whole = jpeg(grainy({160, 120}, 7));
        unsigned state = 42;
        int decoded = 0;
        for (int i = 0; i < 200; ++i) {
            QByteArray bytes = whole;
            for (int j = 0; j < 4; ++j) {
                state = state * 1664525U + 1013904223U;
                bytes[static_cast<qsizetype>(state >> 8U) % bytes.size()] = static_cast<char>(state >> 3U);
            }
            decoded += decodeJpeg(bytes).isNull() ? 0 : 1;
        }
        QVERIFY(decoded > 0 && decoded < 200);
    }

    void cacheKeepsWhatWasUsedLast()
    {
        const auto page = [](unsigned seed) {
            return pageOf(grainy({600, 400}, seed), QStringLiteral("front.jpg"));
        };
        const facts::DisplayPage a = page(1);
        const facts::DisplayPage b = page(2);
        const facts::DisplayPage c = page(3);
        PictureCache cache(3'000'000); // two pictures of 600 x 400 with their halvings, not three
        QSignalSpy decoded(&cache, &PictureCache::decoded);
        for (const auto *each : {&a, &b}) {
            cache.request(*each);
            QTRY_VERIFY(cache.picture(PictureCache::keyOf(*each)) != nullptr);
        }
        QVERIFY(cache.picture(PictureCache::keyOf(a)) != nullptr);
        cache.request(c);
        QTRY_VERIFY(cache.picture(PictureCache::keyOf(c)) != nullptr);
        QVERIFY(cache.picture(PictureCache::keyOf(a)) != nullptr);
        QVERIFY(cache.picture(PictureCache::keyOf(b)) == nullptr);
        QVERIFY(cache.bytes() <= cache.maximumBytes());
        QCOMPARE(decoded.size(), 3);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestPictureView test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_picture_view.moc"
