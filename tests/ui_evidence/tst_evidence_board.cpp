// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_evidence/pages.h"
#include "ui/evidence/arrangement.h"
#include "ui/evidence/evidence_board.h"
#include "ui/evidence/evidence_pane.h"
#include "ui/evidence/heat_overlay.h"
#include "ui/evidence/picture_cache.h"
#include "ui/evidence/picture_view.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using namespace scrutineer;
using namespace scrutineer::ui;
using namespace scrutineer::ui::testing;

namespace {
const QString front = QStringLiteral("front.jpg");
const QString selfie = QStringLiteral("selfie.jpg");
const QString bill = QStringLiteral("bill.pdf");

Case advancedCase()
{
    Case result;
    result.id = QStringLiteral("C-1");
    result.level = Level::Advanced;
    result.files = {{Role::Selfie, selfie}, {Role::AddressProof, bill}, {Role::DocumentFront, front}};
    return result;
}

QList<facts::DisplayPage> advancedPages()
{
    return {pageOf(drawn({1200, 800}), front), pageOf(drawn({800, 1000}), selfie),
            pageOf(drawn({700, 1000}), bill, 0), pageOf(drawn({1000, 700}), bill, 1)};
}

Finding finding(const QString &checkId, const QList<Region> &regions)
{
    Finding result;
    result.checkId = checkId;
    result.reason = 112;
    result.outcome = Outcome::Flagged;
    result.message.text = QStringLiteral("Seen.");
    result.evidence = regions;
    return result;
}

QString textOf(const QWidget *parent, const QString &name)
{
    const auto *label = parent->findChild<QLabel *>(name);
    return label ? label->text() : QString();
}
} // namespace

class TestEvidenceBoard : public QObject
{
    Q_OBJECT

    std::unique_ptr<PictureCache> m_cache;
    std::unique_ptr<EvidenceBoard> m_board;

    EvidencePane *pane(const QString &path) const { return m_board->paneOf(path); }

private Q_SLOTS:
    void init()
    {
        m_cache = std::make_unique<PictureCache>();
        m_board = std::make_unique<EvidenceBoard>(*m_cache);
        m_board->setReducedMotion(true);
        m_board->resize(1200, 600);
        m_board->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_board.get()));
        m_board->setCase(advancedCase(), advancedPages(),
                         {Role::DocumentFront, Role::Selfie, Role::Handheld});
    }

    void cleanup()
    {
        m_board.reset();
        m_cache.reset();
    }

    void showsFilesInTheOrderTheyAreCompared()
    {
        QList<Role> roles;
        for (const EvidencePane *each : m_board->panes())
            roles.append(each->role());
        QCOMPARE(roles, (QList<Role>{Role::DocumentFront, Role::Selfie, Role::Handheld, Role::AddressProof}));
        QCOMPARE(m_board->panes().at(2)->state(), EvidencePane::State::Missing);
        QVERIFY(textOf(m_board->panes().at(2), QStringLiteral("noticeSentenceLabel"))
                    .contains(toLabel(Role::Handheld)));
        QCOMPARE(pane(front)->state(), EvidencePane::State::Showing);
        QVERIFY(pane(front)->view()->hasPicture());
    }

    void arrangesByTheBoardsShape_data()
    {
        QTest::addColumn<QSize>("board");
        QTest::addColumn<int>("rows");
        QTest::newRow("wide") << QSize(1500, 600) << 1;
        QTest::newRow("tall") << QSize(700, 1200) << 2;
    }

    void arrangesByTheBoardsShape()
    {
        QFETCH(QSize, board);
        QFETCH(int, rows);
        const QList<PaneShape> shapes{{Role::DocumentFront, 1.5, false},
                                      {Role::Selfie, 0.8, false},
                                      {Role::Handheld, 0.8, false},
                                      {Role::AddressProof, 0.71, false}};
        const Arrangement arrangement = arrange(shapes, board);
        QCOMPARE(arrangement.rows.size(), rows);
        QList<int> all;
        for (const QList<int> &row : arrangement.rows)
            all += row;
        QCOMPARE(all, (QList<int>{0, 1, 2, 3}));
        QVERIFY(arrange({}, board).rows.isEmpty());
        QList<PaneShape> unread = shapes;
        unread[3].isEmpty = true; // no row of its own for a sentence
        QCOMPARE(arrange(unread, board).rows.size(), 1);
        QCOMPARE(arrange({shapes[3]}, board).rows, (QList<QList<int>>{{0}}));
    }

    void turnsPages()
    {
        EvidencePane *proof = pane(bill);
        QCOMPARE(proof->pageCount(), 2);
        QCOMPARE(proof->page(), 0);
        proof->setFocus();
        QTest::keyClick(proof->view(), Qt::Key_PageDown);
        QCOMPARE(proof->page(), 1);
        QCOMPARE(proof->pageSize(), QSize(1000, 700));
        QCOMPARE(textOf(proof, QStringLiteral("pageLabel")), QStringLiteral("2/2"));
        QTest::keyClick(proof->view(), Qt::Key_PageDown);
        QCOMPARE(proof->page(), 1);
        QTest::keyClick(proof->view(), Qt::Key_PageUp);
        QCOMPARE(proof->page(), 0);
        Q_EMIT proof->view()->pageTurned(1);
        QCOMPARE(proof->page(), 1);
    }

    void heatMapsAreAskedForAndLaidOverThePage()
    {
        QSignalSpy wanted(m_board.get(), &EvidenceBoard::heatMapsWanted);
        EvidencePane *document = pane(front);
        const HeatOverlay &shown = document->view()->heatMap();
        document->setFocus();
        QVERIFY(!shown.kind());
        QTest::keyClick(document->view(), Qt::Key_H);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first(), (QVariantList{front, 0}));
        QVERIFY(shown.text().contains(QStringLiteral("being drawn")));

        QImage grey(300, 200, QImage::Format_Grayscale8);
        grey.fill(255);
        const QRgb before = qRgb(255, 0, 0); // drawn() is red there
        m_board->setHeatMap({front, 0, facts::MapKind::ErrorLevel, jpeg(grey)});
        QCOMPARE(shown.text(), QStringLiteral("Error level"));
        QTRY_VERIFY(document->view()->hasFullPicture());
        const QPointF place = document->view()->transform().toView().map(QPointF(300, 500));
        const QImage painted = document->view()->grab().toImage();
        QVERIFY(painted.pixel((place * painted.devicePixelRatio()).toPoint()) != before);

        QTest::keyClick(document->view(), Qt::Key_H);
        m_board->setHeatMap({front, 0, facts::MapKind::Noise, {}});
        QVERIFY(shown.text().contains(QStringLiteral("cannot tell")));
        QTest::keyClick(document->view(), Qt::Key_H);
        QTest::keyClick(document->view(), Qt::Key_H);
        QVERIFY(!shown.kind());
        QCOMPARE(wanted.size(), 1); // once for all kinds
        QVERIFY(!pane(selfie)->view()->heatMap().kind());
    }

    void keysWorkInTheFocusedPaneOnly()
    {
        QTRY_VERIFY(pane(front)->view()->hasFullPicture());
        pane(front)->setFocus();
        QTest::keyClick(pane(front)->view(), Qt::Key_1);
        QCOMPARE(pane(front)->view()->transform().zoom(), 1.0);
        QVERIFY(pane(selfie)->view()->isFitted());
        QTest::keyClick(pane(front)->view(), Qt::Key_Plus);
        QVERIFY(pane(front)->view()->transform().zoom() > 1.0);
        QTest::keyClick(pane(front)->view(), Qt::Key_0);
        QVERIFY(pane(front)->view()->isFitted());
        QTest::keyClick(pane(front)->view(), Qt::Key_R);
        QCOMPARE(pane(front)->view()->transform().rotation(), 90);
        m_board->setSingleKeysEnabled(false);
        QTest::keyClick(pane(front)->view(), Qt::Key_R);
        QCOMPARE(pane(front)->view()->transform().rotation(), 90);
        m_board->setSingleKeysEnabled(true);
        QTest::keyClick(pane(front)->view(), Qt::Key_R);
        QCOMPARE(pane(front)->view()->transform().rotation(), 180);
    }

    void linkedViewsMoveTogether()
    {
        PictureView *a = pane(front)->view();
        PictureView *b = pane(selfie)->view();
        const double before = b->transform().zoom();
        a->zoomIn();
        QCOMPARE(b->transform().zoom(), before);
        a->fit();
        QSignalSpy changed(m_board.get(), &EvidenceBoard::linkedChanged);
        a->setFocus();
        QTest::keyClick(a, Qt::Key_L);
        QVERIFY(m_board->isLinked());
        QCOMPARE(changed.size(), 1);
        const double ratio = b->transform().zoom() / a->transform().zoom();
        for (int i = 0; i < 6; ++i)
            a->zoomIn();
        QVERIFY(b->transform().zoom() > 2 * before);
        QVERIFY(qAbs(b->transform().zoom() / a->transform().zoom() - ratio) < 1e-9);
        const QPointF from = b->transform().center();
        QTest::keyClick(a, Qt::Key_Right);
        QVERIFY(b->transform().center().x() > from.x());
        a->fit();
        QVERIFY(b->isFitted());
        a->trueSize();
        QCOMPARE(b->transform().zoom(), 1.0);
    }

    void fliesToPageAndRegion()
    {
        const Region name{bill, 1, QPolygonF(QRectF(700, 500, 100, 20)), {}};
        const Region face{selfie, 0, QPolygonF(QRectF(300, 300, 200, 200)), {}};
        m_board->flyTo({name, face});
        QCOMPARE(pane(bill)->page(), 1);
        QVERIFY(pane(bill)->view()->transform().visible().contains(name.polygon.boundingRect()));
        QVERIFY(pane(selfie)->view()->transform().visible().contains(face.polygon.boundingRect()));
        QVERIFY(!pane(selfie)->view()->isFitted());
        QVERIFY(pane(front)->view()->isFitted());
    }

    void flyingElsewhereEndsFilling()
    {
        m_board->setFilled(pane(front), true);
        QVERIFY(!pane(bill)->isVisible());
        m_board->flyTo({{bill, 0, QPolygonF(QRectF(10, 10, 50, 50)), {}}});
        QVERIFY(pane(bill)->isVisible());
    }

    void flagsGoToTheirPageAndAreClicked()
    {
        m_board->setFindings(
            {finding(QStringLiteral("document.glare"),
                     {{front, 0, QPolygonF(QRectF(100, 100, 300, 300)), {}}}),
             finding(QStringLiteral("poa.too_old"), {{bill, 1, QPolygonF(QRectF(100, 100, 300, 300)), {}}})});
        const auto at = [this](const QString &path) {
            PictureView *view = pane(path)->view();
            return view->flagAt(view->transform().toView().map(QPointF(250, 250)));
        };
        QCOMPARE(at(front), QStringLiteral("document.glare"));
        QCOMPARE(at(bill), QString());
        pane(bill)->showPage(1);
        QCOMPARE(at(bill), QStringLiteral("poa.too_old"));
        QVERIFY(pane(bill)->view()->accessibleDescription().contains(QStringLiteral("Seen.")));
        QSignalSpy activated(m_board.get(), &EvidenceBoard::findingActivated);
        PictureView *view = pane(front)->view();
        QTest::mouseClick(view, Qt::LeftButton, {},
                          view->transform().toView().map(QPointF(250, 250)).toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), QStringLiteral("document.glare"));
    }

    void fillsAndComesBack()
    {
        QTest::mouseDClick(pane(selfie)->view(), Qt::LeftButton);
        QCOMPARE(m_board->filledPane(), pane(selfie));
        QVERIFY(!pane(front)->isVisible());
        QTRY_VERIFY(pane(selfie)->width() > 1100);
        QTest::keyClick(pane(selfie)->view(), Qt::Key_F6);
        QVERIFY(m_board->filledPane() != pane(selfie));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F);
        QVERIFY(m_board->filledPane() == nullptr);
        QVERIFY(pane(front)->isVisible() && pane(selfie)->isVisible());
    }

    void detachesAndComesBack()
    {
        EvidencePane *proof = pane(bill);
        proof->setFocus();
        QTest::keyClick(proof->view(), Qt::Key_O);
        QVERIFY(proof->window() != m_board.get());
        QVERIFY(proof->window()->isVisible());
        QCOMPARE(m_board->panes().size(), 4);
        // Another case keeps the second window and shows its proof there.
        m_board->setCase(advancedCase(), advancedPages());
        QCOMPARE(pane(bill), proof);
        QVERIFY(proof->window() != m_board.get());
        proof->window()->close();
        QCOMPARE(proof->window(), m_board.get());
        QVERIFY(proof->isVisible());
    }

    void panesChangePlaces()
    {
        EvidencePane *first = m_board->panes().at(0);
        EvidencePane *second = m_board->panes().at(1);
        m_board->swapPanes(first, second);
        QCOMPARE(m_board->panes().at(0), second);
        QCOMPARE(m_board->panes().at(1), first);
        QVERIFY(second->mapTo(m_board.get(), QPoint()).x() < first->mapTo(m_board.get(), QPoint()).x());
        first->setFocus();
        QTest::keyClick(first->view(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_board->panes().at(0), first);
        QTest::keyClick(first->view(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(first->mapTo(m_board.get(), QPoint()).y() > 100);
    }

    void focusGoesAround()
    {
        QList<EvidencePane *> visited;
        m_board->panes().at(0)->setFocus();
        for (int i = 0; i < 4; ++i) {
            visited.append(m_board->currentPane());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        }
        QCOMPARE(visited, m_board->panes());
        QCOMPARE(m_board->currentPane(), m_board->panes().at(0));
    }

    void tellsWhatIsBeingReadAndWhatCannotBe()
    {
        m_board->setCase(advancedCase(), {});
        QCOMPARE(pane(front)->state(), EvidencePane::State::Reading);
        m_board->fileProgressed(front, QStringLiteral("faces"), 0.4);
        QCOMPARE(textOf(pane(front), QStringLiteral("noticeSentenceLabel")),
                 QStringLiteral("Looking for faces"));
        m_board->fileUnreadable(bill, QStringLiteral("The file is protected by a password."));
        QCOMPARE(pane(bill)->state(), EvidencePane::State::Unreadable);
        QCOMPARE(textOf(pane(bill), QStringLiteral("noticeSentenceLabel")),
                 QStringLiteral("The file is protected by a password."));
        m_board->addPage(advancedPages().at(0));
        QCOMPARE(pane(front)->state(), EvidencePane::State::Showing);
        m_board->fileProgressed(QStringLiteral("nobody's.jpg"), QStringLiteral("faces"), 0.5);
        m_board->clear();
        QVERIFY(m_board->panes().isEmpty());
    }

    void damagedPageSaysSo()
    {
        facts::DisplayPage page = advancedPages().at(0);
        page.display.chop(100);
        page.preview.clear();
        m_board->setCase(advancedCase(), {page});
        QTRY_VERIFY(
            textOf(pane(front), QStringLiteral("noticeSentenceLabel")).contains(QStringLiteral("damaged")));
        // A whole one mends it.
        m_board->addPage(advancedPages().at(0));
        QTRY_VERIFY(pane(front)->view()->isVisible());
    }

    void tellsWhatWasSeenAtTrueSize()
    {
        QSignalSpy seen(m_board.get(), &EvidenceBoard::seenAtTrueSize);
        QVERIFY(!m_board->allSeenAtTrueSize());
        for (EvidencePane *each : m_board->panes()) {
            for (int page = 0; page < each->pageCount(); ++page) {
                each->showPage(page);
                QTRY_VERIFY(each->view()->hasFullPicture());
                each->view()->trueSize();
                QTRY_VERIFY(each->seenPages().contains(page));
            }
        }
        QCOMPARE(seen.size(), 4);
        QVERIFY(m_board->allSeenAtTrueSize());
        m_board->setCase(advancedCase(), advancedPages());
        QVERIFY(!m_board->allSeenAtTrueSize());
        m_board->setSeen(front, {0});
        QCOMPARE(pane(front)->seenPages(), QSet<int>{0});
    }

    void everyKeyIsInTheHelp()
    {
        QSet<QKeySequence> told;
        for (const EvidenceBoard::Key &key : m_board->keys()) {
            QVERIFY(!key.what.isEmpty());
            told.insert(key.key);
        }
        for (const QAction *tool : pane(front)->tools())
            QVERIFY2(told.contains(tool->shortcut()), qPrintable(tool->text()));
        for (const QAction *action : m_board->actions()) {
            if (!action->objectName().startsWith(QStringLiteral("move")))
                QVERIFY2(told.contains(action->shortcut()), qPrintable(action->text()));
        }
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestEvidenceBoard test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_evidence_board.moc"
