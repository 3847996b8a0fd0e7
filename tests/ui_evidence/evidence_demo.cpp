// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the evidence board with real pictures, for looking at it: evidence_demo OUT.png WIDTH HEIGHT
// light|dark [steps] Steps, comma-separated: fly, select, fill, loupe, states, zoom. Needs
// SCRUTINEER_TESTDATA.
#include "tests/ui_evidence/pages.h"
#include "ui/evidence/evidence_board.h"
#include "ui/evidence/evidence_pane.h"
#include "ui/evidence/picture_cache.h"
#include "ui/evidence/picture_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

using namespace scrutineer;
using namespace scrutineer::ui;

namespace {
QPolygonF box(double x, double y, double w, double h)
{
    return QPolygonF(QRectF(x, y, w, h));
}

Finding finding(const QString &id, int reason, Outcome outcome, const QString &message,
                const QList<Region> &regions)
{
    Finding result;
    result.checkId = id;
    result.reason = reason;
    result.outcome = outcome;
    result.message.text = message;
    result.evidence = regions;
    return result;
}

QList<Finding> findings(const QString &front, const QString &selfie, const QString &proof,
                        const QSize &frontSize)
{
    const double w = frontSize.width();
    const double h = frontSize.height();
    const auto f = [&](double x, double y, double a, double b) {
        return Region{front, 0, box(x * w, y * h, a * w, b * h), {}};
    };
    return {finding(QStringLiteral("document.glare"), 112, Outcome::Flagged,
                    QStringLiteral("Glare covers 3.1 % of the document; 1.5 % is allowed."),
                    {f(.42, .4, .3, .22), f(.15, .62, .08, .05)}),
            finding(QStringLiteral("document.expired"), 141, Outcome::Review,
                    QStringLiteral("The document expired on 2012-04-15."), {f(.5, .7, .2, .035)}),
            finding(QStringLiteral("document.blurred"), 115, Outcome::Clear, QStringLiteral("In focus."),
                    {f(.05, .2, .9, .6)}),
            finding(QStringLiteral("face.several_people"), 213, Outcome::Review, QStringLiteral("Two faces."),
                    {Region{selfie, 0, {}, {}}}),
            finding(QStringLiteral("poa.too_old"), 621, Outcome::Flagged,
                    QStringLiteral("Issued 1,439 days before."),
                    {Region{proof, 0, box(900, 300, 350, 60), {}}})};
}
} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString data = qEnvironmentVariable("SCRUTINEER_TESTDATA");
    if (arguments.size() < 5 || data.isEmpty())
        return 1;
    applyTheme(application, schemeFromName(arguments[4]));
    const QStringList steps = arguments.value(5).split(QLatin1Char(','));
    const QString frontFile = steps.contains(QLatin1StringView("passport"))
                                  ? QStringLiteral("/documents/us-passport-phone-photo.jpg")
                                  : QStringLiteral("/cases/quebec-doe/front.png");
    const QImage front(data + frontFile);
    const QImage selfie(data + QStringLiteral("/cases/quebec-doe/selfie.png"));
    const QImage proof(
        qEnvironmentVariable("SCRUTINEER_DEMO_PAPER")); // a page of a PDF, drawn by whoever looks
    const QImage paper =
        proof.isNull() ? QImage(data + QStringLiteral("/documents/midv500-ca43-01.png")) : proof;

    Case shown;
    shown.id = QStringLiteral("C-2026-000123");
    shown.level = Level::Advanced;
    shown.files = {{Role::DocumentFront, QStringLiteral("front")},
                   {Role::Selfie, QStringLiteral("selfie")},
                   {Role::AddressProof, QStringLiteral("bill")}};
    const bool states = steps.contains(QLatin1StringView("states"));
    if (states)
        shown.files.append({Role::DocumentBack, QStringLiteral("back")});
    PictureCache cache;
    EvidenceBoard board(cache);
    board.setReducedMotion(true);
    board.resize(arguments[2].toInt(), arguments[3].toInt());
    QList<facts::DisplayPage> pages{ui::testing::pageOf(front, QStringLiteral("front"))};
    if (!states) {
        pages.append(ui::testing::pageOf(selfie, QStringLiteral("selfie")));
        pages.append(ui::testing::pageOf(paper, QStringLiteral("bill"), 0));
        pages.append(ui::testing::pageOf(paper, QStringLiteral("bill"), 1));
    }
    board.setCase(shown, pages, {Role::DocumentFront, Role::Selfie, Role::Handheld});
    board.setFindings(
        findings(QStringLiteral("front"), QStringLiteral("selfie"), QStringLiteral("bill"), front.size()));
    if (states) {
        board.fileProgressed(QStringLiteral("selfie"), QStringLiteral("faces"), 0.4);
        board.fileProgressed(QStringLiteral("front"), QStringLiteral("text"), 0.6);
        board.fileUnreadable(QStringLiteral("bill"),
                             QStringLiteral("The file is protected by a password: bill.pdf"));
    }
    board.show();
    if (!QTest::qWaitForWindowExposed(&board))
        return 2;
    if (steps.contains(QLatin1StringView("select")))
        board.setSelectedCheck(QStringLiteral("document.expired"));
    if (steps.contains(QLatin1StringView("fly")))
        board.flyTo({findings(QStringLiteral("front"), {}, {}, front.size()).at(1).evidence}, true);
    if (steps.contains(QLatin1StringView("fill")))
        board.setFilled(board.paneOf(QStringLiteral("front")), true);
    PictureView *view = board.paneOf(QStringLiteral("front"))->view();
    QTest::qWait(400);
    if (steps.contains(QLatin1StringView("zoom")))
        view->trueSize();
    view->setFocus();
    if (steps.contains(QLatin1StringView("loupe")))
        QTest::keyPress(view, Qt::Key_Space);
    QTest::qWait(300);
    return board.grab().save(arguments[1]) ? 0 : 3;
}
