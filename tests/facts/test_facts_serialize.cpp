// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/serialize.h"

#include <QCborArray>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace scrutineer;
using namespace scrutineer::facts;
using namespace Qt::StringLiterals;

class TestFactsSerialize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverything();
    void keepsWhyAFactIsMissing();
    void keepsAnUnreadableFile();
    void keepsWholeFacts();
    void startsEmpty();
    void ignoresWrongValues_data();
    void ignoresWrongValues();
    void survivesShuffledValues();
    void survivesFlippedBytes();
};

namespace {
const QPolygonF square({{1.5, 2.25}, {100, 2}, {100, 80}, {1, 80}});

TextLine lineOf(const QString &text)
{
    return {text, square, 2, 0.75};
}
PrintedField fieldOf(const QString &value)
{
    return {value, lineOf(u"Printed: "_s + value)};
}

Document documentFacts()
{
    Document document;
    document.quad = square;
    document.fillsFrame = true;
    document.cutAt = {u"top"_s, u"left"_s};
    document.otherQuads = {square};
    document.quality.darkness = Measurement{201.5, {}};
    document.quality.glare = Measurement{0.031, {square, square}};
    document.quality.shadow = Measurement{0.1, {}};
    document.quality.obstruction = Measurement{0.2, {square}};
    document.quality.blur = Measurement{3.25, {}};
    document.quality.cropping = Measurement{1, {}};
    document.quality.filtering = Measurement{0.5, {}};
    Mrz mrz;
    mrz.format = u"TD3"_s;
    mrz.lines = {u"P<UTOERIKSSON<<ANNA<MARIA"_s, u"L898902C36UTO7408122F1204159"_s};
    mrz.fields = {u"P"_s,   u"UTO"_s, u"L898902C3"_s,     u"ERIKSSON"_s,     u"ANNA MARIA"_s,
                  u"UTO"_s, u"F"_s,   QDate(1974, 8, 12), QDate(2012, 4, 15)};
    mrz.checkDigits = {{u"number"_s, true}, {u"composite"_s, false}};
    mrz.repaired = true;
    mrz.verified = true;
    mrz.lineRegions = {square};
    document.mrz = mrz;
    document.barcodes = QList{Barcode{u"PDF417"_s, u"@\n\x1e"_s, square}};
    document.text = QList{lineOf(u"Né le 12/08/1974"_s)};
    document.type = TypeGuess{DocumentType::Passport, 0.9, u"mrz,words"_s, lineOf(u"PASSPORT"_s)};
    document.side = SideGuess{DocumentSide::InsidePage, 0.7, u"words"_s};
    document.printed = {{u"surname"_s, fieldOf(u"ERIKSSON"_s)}, {u"expires_on"_s, fieldOf(u"2012-04-15"_s)}};
    return document;
}

/// A file with every member set away from its default.
FileFacts everything()
{
    FileFacts file;
    file.path = u"front side.jpg"_s;
    file.role = Role::Handheld;
    file.sha256 = u"ab12"_s;
    file.bytes = 5'000'000'000;
    file.kind = u"image/jpeg"_s;
    file.pages = {QSize(4032, 3024), QSize(10, 20)};
    file.perceptualHash = 0xF123456789ABCDEF;
    file.document = documentFacts();
    Face face{{1.5, 2, 30, 40}, 0.98, {{3, 4}, {5, 6}}, {0.25F, -0.5F, 1e-7F}, 120.5, 99, 0.01};
    file.faces = Faces{u"yunet_n_640"_s, u"mobilefacenet_112"_s, {face, Face()}};
    file.handheld = Handheld{u"CoinEx 2026-11-20"_s, QDate(2026, 11, 20), 140};
    AddressProof proof;
    proof.kind = u"utility_bill"_s;
    proof.text = QList{lineOf(u"Facture"_s)};
    proof.fromTextLayer = true;
    proof.issuedOn = fieldOf(u"2022-12-11"_s);
    proof.otherDates = {fieldOf(u"2023-01-02"_s)};
    proof.names = {fieldOf(u"Jeanne Tremblay"_s)};
    proof.addresses = {fieldOf(u"1 rue Une, Montréal"_s)};
    proof.screenshot = Measurement{0.3, {square}};
    file.addressProof = proof;
    file.editing = Editing{{{u"ghosts"_s, 41.5, {u"Seen on %1"_s, {u"page 1"_s}}, 1, {square}}, {}}};
    file.stageMs = {{u"decoding"_s, 12.5}, {u"faces"_s, 40}};
    return file;
}

FileFacts throughBytes(const FileFacts &file)
{
    const QByteArray bytes = QCborValue(toCbor(file)).toCbor();
    return fileFactsFromCbor(QCborValue::fromCbor(bytes).toMap());
}
} // namespace

void TestFactsSerialize::keepsEverything()
{
    const FileFacts before = everything();
    const FileFacts after = throughBytes(before);
    QVERIFY(after.document && after.faces && after.handheld && after.addressProof);
    QCOMPARE(after.document->mrz, before.document->mrz);
    QCOMPARE(after.document->quality, before.document->quality);
    QCOMPARE(*after.document, *before.document);
    QCOMPARE(*after.faces, *before.faces);
    QCOMPARE(*after.addressProof, *before.addressProof);
    QCOMPARE(after, before);
}

void TestFactsSerialize::keepsWhyAFactIsMissing()
{
    FileFacts before;
    before.faces = NotRead{Cause::NoModel, {u"Install %1."_s, {u"mobilefacenet_112.onnx"_s}}};
    before.document = NotRead{Cause::TooPoor, {}};
    const FileFacts after = throughBytes(before);
    QVERIFY(!after.faces);
    QCOMPARE(after.faces.missing().cause, Cause::NoModel);
    QCOMPARE(after.faces.missing().why.english(), u"Install mobilefacenet_112.onnx."_s);
    QCOMPARE(after, before);
}

void TestFactsSerialize::keepsAnUnreadableFile()
{
    FileFacts before;
    before.path = u"a.pdf"_s;
    before.unreadable = Error{ErrorCode::FileEncrypted, u"a.pdf"_s, u"needs a password"_s};
    QCOMPARE(throughBytes(before), before);
}

void TestFactsSerialize::keepsWholeFacts()
{
    Facts before;
    before.files = {everything(), FileFacts()};
    before.faceMatches = {{u"a"_s, u"b"_s, 0.71, u"mobilefacenet_112"_s}};
    before.duplicates = {{u"a"_s, u"C-1"_s, u"b"_s, false}};
    before.complete = true;
    const QByteArray bytes = QCborValue(toCbor(before)).toCbor();
    QCOMPARE(factsFromCbor(QCborValue::fromCbor(bytes).toMap()), before);
}

void TestFactsSerialize::startsEmpty()
{
    QCOMPARE(fileFactsFromCbor({}), FileFacts());
    QCOMPARE(factsFromCbor({}), Facts());
    QCOMPARE(throughBytes(FileFacts()), FileFacts());
}

void TestFactsSerialize::ignoresWrongValues_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QCborValue>("value");
    const QCborMap nanFace{{"box"_L1, QCborArray{1, 2, 3, std::nan("")}},
                           {"embedding"_L1, QByteArray("abc")},
                           {"score"_L1, std::numeric_limits<double>::infinity()}};
    QTest::newRow("path is a number") << u"path"_s << QCborValue(3);
    QTest::newRow("role unknown") << u"role"_s << QCborValue(u"passport_control"_s);
    QTest::newRow("bytes is text") << u"bytes"_s << QCborValue(u"12"_s);
    QTest::newRow("pages is a map") << u"pages"_s << QCborValue(QCborMap());
    QTest::newRow("a page beyond int")
        << u"pages"_s << QCborValue(QCborArray{QCborArray{qint64{1} << 40, 1}});
    QTest::newRow("unreadable is true") << u"unreadable"_s << QCborValue(true);
    QTest::newRow("hash is a fraction") << u"perceptual_hash"_s << QCborValue(0.5);
    QTest::newRow("document is a list") << u"document"_s << QCborValue(QCborArray{1, 2});
    QTest::newRow("document is a text") << u"document"_s << QCborValue(QCborMap{{"value"_L1, u"x"_s}});
    QTest::newRow("handheld without a map") << u"handheld"_s << QCborValue(QCborMap{{"value"_L1, 0}});
    QTest::newRow("stage times are texts")
        << u"stage_ms"_s << QCborValue(QCborMap{{"decoding"_L1, u"1"_s}, {7, 1}});
    QTest::newRow("undefined") << u"faces"_s << QCborValue();
    QTest::newRow("cause is a number")
        << u"faces"_s << QCborValue(QCborMap{{"missing"_L1, QCborMap{{"cause"_L1, 4}}}});
    QTest::newRow("not a member") << u"colour"_s << QCborValue(nanFace);
}

void TestFactsSerialize::ignoresWrongValues()
{
    QFETCH(QString, member);
    QFETCH(QCborValue, value);
    QCOMPARE(fileFactsFromCbor(QCborMap{{member, value}}), FileFacts());
}

void TestFactsSerialize::survivesShuffledValues()
{
    // Every member gets every other member's value; nothing may throw, and what comes out can be written
    // again.
    const QCborMap good = toCbor(everything());
    for (const auto &key : good.keys()) {
        for (const auto &other : good.keys()) {
            QCborMap shuffled = good;
            shuffled[key.toString()] = good.value(other);
            const FileFacts file = fileFactsFromCbor(shuffled);
            QCOMPARE(throughBytes(file), file);
        }
    }
}

void TestFactsSerialize::survivesFlippedBytes()
{
    const QByteArray good = QCborValue(toCbor(everything())).toCbor();
    QRandomGenerator random(20261123);
    int readable = 0;
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = good;
        for (int flips = 0; flips < 3; ++flips)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        QCborParserError error;
        const QCborValue value = QCborValue::fromCbor(bytes, &error);
        if (error.error != QCborError::NoError)
            continue;
        ++readable;
        const FileFacts file = fileFactsFromCbor(value.toMap());
        for (const Face &face : file.faces ? file.faces->faces : QList<Face>()) {
            QVERIFY(std::isfinite(face.score));
            for (const float number : face.embedding)
                QVERIFY(std::isfinite(number));
        }
        QCOMPARE(throughBytes(file), file);
    }
    QVERIFY2(readable > 100, "too few of the mutations were CBOR at all");
}

QTEST_GUILESS_MAIN(TestFactsSerialize)
#include "test_facts_serialize.moc"
