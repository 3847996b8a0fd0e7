// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/pdf_revisions.h"
#include "engine/samples/defect/broken_file.h"
#include "engine/samples/names/identity.h"
#include "engine/samples/proof/address_proof.h"

#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {
samples::DrawnProof bill()
{
    samples::Random random(11);
    const QDate day(2026, 11, 20);
    const samples::Identity who = samples::makeIdentity(samples::Language::English, day, random);
    return samples::drawProofPdf(samples::makeProof(samples::allProofKinds[0], who, day, random));
}

double scoreOf(const QByteArray &pdf, QList<QPolygonF> *regions = nullptr)
{
    for (const facts::EditingCue &cue : forensics::pdfCues(pdf, {})) {
        if (cue.name != u"revisions"_s)
            continue;
        if (regions)
            *regions = cue.regions;
        return cue.score;
    }
    return 0;
}
} // namespace

class PdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRevisionTellsNothing() { QCOMPARE(scoreOf(bill().pdf), 0.0); }
    void changedPrintShows();
    void realFiles_data();
    void realFiles();
    void survivesBrokenFiles();
};

void PdfTest::changedPrintShows()
{
    const samples::DrawnProof proof = bill();
    const QRectF date = proof.truth.issuedOn.region.boundingRect(); // pixels at 200 dpi
    constexpr double points = 72.0 / 200;
    const QRectF box(QPointF(date.left() * points - 1, 842 - date.bottom() * points - 2),
                     QSizeF(date.width() * points + 8, date.height() * points + 4));
    const QByteArray edited = samples::overwritten(proof.pdf, box, u"01.11.2026"_s, 9.5);
    QVERIFY(!edited.isEmpty());
    QList<QPolygonF> regions;
    QCOMPARE(scoreOf(edited, &regions), 1.0);
    QVERIFY(!regions.isEmpty());
    for (const QPolygonF &region : regions)
        QVERIFY(date.adjusted(-40, -40, 60, 40).contains(region.boundingRect().center()));
}

void PdfTest::realFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("altered");
    QTest::newRow("changed after signing") << u"pdf/form-altered-after-signing.pdf"_s << true;
    QTest::newRow("signed twice") << u"pdf/signed-twice-legitimate.pdf"_s << false;
    QTest::newRow("scanned bill") << u"pdf/energy-bill-scanned-stained.pdf"_s << false;
    QTest::newRow("dark form") << u"pdf/licence-form-too-dark.pdf"_s << false;
}

void PdfTest::realFiles()
{
    const QString folder = qEnvironmentVariable("SCRUTINEER_TESTDATA");
    if (folder.isEmpty())
        QSKIP("SCRUTINEER_TESTDATA is not set: the real files are not there.");
    QFETCH(QString, path);
    QFETCH(bool, altered);
    QFile file(folder + u'/' + path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(scoreOf(file.readAll()) >= 1, altered);
}

void PdfTest::survivesBrokenFiles()
{
    const QByteArray whole = bill().pdf;
    for (qsizetype length = 0; length < whole.size(); length += whole.size() / 17 + 1)
        QCOMPARE(scoreOf(whole.left(length) + "\n%%EOF\n"), 0.0);
}

QTEST_MAIN(PdfTest)
#include "pdf_test.moc"
