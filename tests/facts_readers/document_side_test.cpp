// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/document_side.h"

#include <QtTest>

#include <functional>

using namespace scrutineer;
using namespace scrutineer::facts;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    Document document;
    Reading<Faces> faces = Faces{};
};

using Change = std::function<void(Shown &)>;

void zone(Shown &shown, const QString &format)
{
    Mrz mrz;
    mrz.format = format;
    shown.document.mrz = mrz;
}

void says(Shown &shown, const QStringList &lines)
{
    QList<TextLine> text;
    for (const QString &line : lines)
        text += TextLine{line, {}, 0, 0.9};
    shown.document.text = text;
}

void face(Shown &shown, const QRectF &box)
{
    Face one;
    one.box = box;
    shown.faces->faces += one;
}

void passport(Shown &shown)
{
    shown.document.type = TypeGuess{DocumentType::Passport, 0.9, u"words"_s, {}};
}

void holder(Shown &shown)
{
    shown.document.printed[u"surname"_s] = {u"LINDGREN"_s, {}};
    shown.document.printed[u"date_of_birth"_s] = {u"1976-04-05"_s, {}};
}

} // namespace

Q_DECLARE_METATYPE(Change)

/// Which part of a document a picture shows.
class DocumentSideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sides_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("side"); // empty: unsure
        QTest::newRow("data page") << Change([](Shown &s) { zone(s, u"TD3"_s); }) << u"front"_s;
        QTest::newRow("zone of a card") << Change([](Shown &s) { zone(s, u"TD1"_s); }) << u"back"_s;
        QTest::newRow("older card") << Change([](Shown &s) { zone(s, u"TD2"_s); }) << u"front"_s;
        QTest::newRow("card with portrait, data and zone on one side") << Change([](Shown &s) {
            zone(s, u"TD1"_s);
            face(s, {100, 100, 120, 150});
            holder(s);
        }) << u"front"_s;
        QTest::newRow("zone and portrait alone contradict each other") << Change([](Shown &s) {
            zone(s, u"TD1"_s);
            face(s, {100, 100, 120, 150});
        }) << u""_s;
        QTest::newRow("portrait") << Change([](Shown &s) { face(s, {100, 100, 120, 150}); }) << u"front"_s;
        QTest::newRow("face beside the document") << Change([](Shown &s) {
            face(s, {1200, 100, 120, 150});
        }) << u""_s;
        QTest::newRow("ghost portrait") << Change([](Shown &s) { face(s, {100, 100, 30, 40}); }) << u""_s;
        QTest::newRow("data, no portrait found") << Change(holder) << u"front"_s;
        QTest::newRow("a single field") << Change([](Shown &s) {
            s.document.printed[u"date_of_birth"_s] = {u"1976-04-05"_s, {}};
        }) << u""_s;
        QTest::newRow("AAMVA barcode") << Change([](Shown &s) {
            s.document.barcodes = QList{
                Barcode{u"PDF417"_s,
                        u"@\n\x1e\rANSI 636000090002DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\n\r"_s,
                        {}}};
        }) << u"back"_s;
        QTest::newRow("cover") << Change([](Shown &s) {
            passport(s);
            says(s, {u"UTOPIA"_s, u"PASSPORT"_s, u"PASSEPORT"_s});
        }) << u"cover"_s;
        QTest::newRow("page for visas") << Change([](Shown &s) {
            passport(s);
            says(s, {u"PASSPORT"_s, u"VISAS"_s, QString(200, u'a')});
        }) << u"inside_page"_s;
        QTest::newRow("back that asks the finder")
            << Change([](Shown &s) { says(s, {u"If found, return to the nearest post office"_s}); })
            << u"back"_s;
        QTest::newRow("the same, faces not looked for") << Change([](Shown &s) {
            says(s, {u"If found, return to the nearest post office"_s});
            s.faces = NotRead{Cause::NoModel, {}};
        }) << u""_s;
        QTest::newRow("nothing") << Change([](Shown &) {}) << u""_s;
    }
    void sides()
    {
        QFETCH(Change, change);
        QFETCH(QString, side);
        Shown shown;
        shown.document.quad = QPolygonF(QList<QPointF>{{0, 0}, {1000, 0}, {1000, 630}, {0, 630}});
        change(shown);
        const Reading<SideGuess> guess = guessSide(shown.document, shown.faces);
        QCOMPARE(guess ? toName(guess->side) : QString(), side);
        if (guess)
            QVERIFY(guess->confidence > 0.85 && !guess->grounds.isEmpty());
        else
            QCOMPARE(guess.missing().cause, Cause::NothingFound);
    }

    void names()
    {
        for (const DocumentSide side :
             {DocumentSide::Front, DocumentSide::Back, DocumentSide::Cover, DocumentSide::InsidePage})
            QCOMPARE(documentSideFromName(toName(side)), side);
        QVERIFY(!documentSideFromName(u"left"_s));
    }
};

QTEST_APPLESS_MAIN(DocumentSideTest)
#include "document_side_test.moc"
