// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/address_proof.h"

#include <QtTest>

#include <poppler/qt6/poppler-qt6.h>

using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {
const QDate issued(2026, 10, 3);

ProofSpec specOf(ProofKind kind, Language language, uint64_t seed = 9)
{
    Random random(seed + static_cast<uint64_t>(kind) * 31 + static_cast<uint64_t>(language));
    const Identity resident = makeIdentity(language, QDate(2026, 11, 20), random);
    return makeProof(kind, resident, issued, random);
}

QString textLayer(const QByteArray &pdf)
{
    const auto document = Poppler::Document::loadFromData(pdf);
    if (!document || document->numPages() != 1)
        return u"unreadable"_s;
    return document->page(0)->text({});
}

QString withoutSpaces(QString text)
{
    return text.normalized(QString::NormalizationForm_C).remove(QRegularExpression(u"\\s"_s));
}

QList<PrintedTruth> allPrint(const ProofTruth &truth)
{
    return QList<PrintedTruth>{truth.name, truth.issuedOn, truth.issuedOnLabel} + truth.address +
           truth.otherDates;
}

/// Share of dark pixels inside a polygon's box.
double inkIn(const QImage &image, const QPolygonF &polygon)
{
    const QRect box = polygon.boundingRect().toAlignedRect() & image.rect();
    int dark = 0;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x)
            dark += qGray(image.pixel(x, y)) < 140 ? 1 : 0;
    }
    return box.isEmpty() ? 0 : static_cast<double>(dark) / (box.width() * box.height());
}
} // namespace

class TestProofs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreComplete_data()
    {
        QTest::addColumn<Language>("language");
        for (const Language language : proofLanguages)
            QTest::newRow(languageCode(language)) << language;
    }

    void wordsAreComplete()
    {
        QFETCH(Language, language);
        for (int i = 0; i <= static_cast<int>(Word::CardPayment); ++i)
            QVERIFY2(!word(static_cast<Word>(i), language).isEmpty(), qPrintable(QString::number(i)));
        QVERIFY(word(Word::InvoiceDate, language) != word(Word::DueDate, language));
    }

    void textOfPdfHoldsTheTruth_data() { letters(); }

    void textOfPdfHoldsTheTruth()
    {
        QFETCH(ProofSpec, spec);
        const DrawnProof drawn = drawProofPdf(spec);
        const QString text = withoutSpaces(textLayer(drawn.pdf));
        QVERIFY(!drawn.truth.name.text.isEmpty());
        QVERIFY(drawn.truth.address.size() >= 2);
        QVERIFY(drawn.truth.otherDates.size() >= 2);
        for (const PrintedTruth &print : allPrint(drawn.truth)) {
            QVERIFY2(text.contains(withoutSpaces(print.text)), qPrintable(print.text));
            QVERIFY(QRectF(drawn.image.rect()).contains(print.region.boundingRect()));
            QVERIFY2(inkIn(drawn.image, print.region) > 0.05, qPrintable(print.text));
        }
        QVERIFY(text.contains("SPECIMEN"_L1));
        for (const PrintedTruth &other : drawn.truth.otherDates)
            QVERIFY(!other.region.boundingRect().intersects(drawn.truth.issuedOn.region.boundingRect()));
    }

    void formsKeepTheTruth_data() { letters(); }

    void formsKeepTheTruth()
    {
        QFETCH(ProofSpec, spec);
        Random random(4);
        ScanLook look;
        look.rotationDegrees = -1.3;
        look.dotsPerInch = 120;
        const DrawnProof scan = drawProofScan(spec, look, random);
        QVERIFY(textLayer(scan.pdf).trimmed().isEmpty());
        QVERIFY(inkIn(scan.image, scan.truth.name.region) > 0.03);
        QVERIFY(inkIn(scan.image, scan.truth.issuedOn.region) > 0.03);
        for (const Screen screen : {Screen::PhoneTall, Screen::PhoneSmall, Screen::Tablet, Screen::Laptop}) {
            const DrawnProof shot = drawProofScreenshot(spec, screen, random);
            QCOMPARE(shot.truth.size, shot.image.size());
            for (const PrintedTruth &print : shot.truth.address)
                QVERIFY(QRectF(shot.image.rect()).contains(print.region.boundingRect()));
            QVERIFY(inkIn(shot.image, shot.truth.issuedOn.region) > 0.03);
        }
    }

    void partsCanBeLeftOut()
    {
        ProofSpec spec = specOf(ProofKind::Water, Language::German);
        spec.name.clear();
        spec.addressLines = {spec.addressLines.last()};
        spec.showIssueDate = false;
        const DrawnProof drawn = drawProofPdf(spec);
        QVERIFY(drawn.truth.name.text.isEmpty() && drawn.truth.issuedOn.text.isEmpty());
        QCOMPARE(drawn.truth.address.size(), 1);
        QVERIFY(!textLayer(drawn.pdf).contains(word(Word::InvoiceDate, Language::German)));
    }

    void initialsStandForGivenNames()
    {
        Random random(2);
        Identity identity = makeIdentity(Language::Polish, issued, random);
        identity.givenNames = {u"Łucja Zofia"_s, u"Łucja Zofia"_s};
        identity.surname = {u"Król"_s, u"Król"_s};
        QCOMPARE(initialsOnly(identity), u"Ł. Z. Król"_s);
    }

    void addressesFollowTheCountry()
    {
        const PostalAddress address{u"Hafenstraße"_s, u"14"_s, u"Lindenburg"_s, u"20417"_s};
        QCOMPARE(addressLines(address, countryOf(Language::German), true),
                 (QStringList{u"Hafenstraße 14"_s, u"20417 Lindenburg"_s}));
        QCOMPARE(addressLines({u"港口路"_s, u"14"_s, u"云溪市"_s, u"204170"_s}, countryOf(Language::Chinese),
                              true),
                 (QStringList{u"204170"_s, u"云溪市港口路14号"_s}));
        QCOMPARE(addressLines({u"ул. Садовая"_s, u"3"_s, u"Царёво"_s, u"123456"_s},
                              countryOf(Language::Russian), true),
                 (QStringList{u"ул. Садовая, д. 3"_s, u"Царёво"_s, u"123456"_s}));
    }

    void sameSpecSameBytes()
    {
        const ProofSpec spec = specOf(ProofKind::BankStatement, Language::Greek);
        const DrawnProof once = drawProofPdf(spec);
        QCOMPARE(once.pdf, drawProofPdf(spec).pdf);
        QVERIFY(once.pdf.contains("/CreationDate (D:20261003060000"));
        Random first(7);
        Random second(7);
        QCOMPARE(drawProofScan(spec, {}, first).pdf, drawProofScan(spec, {}, second).pdf);
        QCOMPARE(drawProofScreenshot(spec, Screen::PhoneTall, first).image,
                 drawProofScreenshot(spec, Screen::PhoneTall, second).image);
    }

private:
    static void letters()
    {
        QTest::addColumn<ProofSpec>("spec");
        int row = 0;
        for (const Language language : proofLanguages) {
            for (const ProofKind kind : allProofKinds)
                QTest::addRow("%s %s %d", languageCode(language), qPrintable(nameOf(kind)), row++)
                    << specOf(kind, language);
        }
    }
};

QTEST_MAIN(TestProofs)
#include "test_proofs.moc"
